import {
  choice,
  citizenId,
  ethnicity,
  fullName,
  health,
  nationality,
  onlyWhen,
  optional,
  pastDate,
  place,
  population,
  prefilledFrom,
  text,
  words,
} from '#modules/procedures'
import { deceasedNamed, hasNumber, inFacility, residenceKnown } from './death-conditions.ts'

/** Who died. */
export const deceased = {
  deceasedName: fullName(words('Họ, chữ đệm, tên của người đã chết', 'Full name of the deceased'), {
    hint: words('Viết đủ dấu, như trên giấy tờ của người đó', 'With all marks, as on that person’s papers'),
    missing: words('Điền họ, chữ đệm và tên của người đã chết', 'Enter the full name of the deceased'),
  }),
  deceasedBornOn: pastDate(words('Ngày, tháng, năm sinh', 'Date of birth'), {
    atLeast: 'year',
  }),
  deceasedSex: choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  deceasedPaper: choice(words('Người đã chết có giấy tờ nào?', 'Which paper did the deceased have?'), {
    number: words('Có số định danh cá nhân (căn cước, 12 số)', 'A personal number (identity card, 12 digits)'),
    other: words('Chỉ có giấy tờ khác', 'Only another paper'),
    none: words('Không có hoặc không biết', 'None, or not known'),
  }),
  deceasedId: onlyWhen(
    hasNumber,
    citizenId(words('Số định danh cá nhân của người đã chết', 'Personal number of the deceased'), { sensitive: true }),
  ),
  deceasedOtherPaper: onlyWhen(
    { deceasedPaper: 'other' },
    text(words('Giấy tờ tùy thân khác', 'The other paper'), {
      hint: words(
        'Loại, số, ngày cấp và nơi cấp, ví dụ: Chứng minh nhân dân số 125 000 001, Công an tỉnh Bắc Ninh cấp ngày 02/03/2009',
        'Kind, number, day and issuer',
      ),
    }),
  ),
  unknownWhy: onlyWhen(
    { deceasedPaper: 'none' },
    text(words('Vì sao không có giấy tờ?', 'Why is there none?'), {
      most: 300,
      lines: 2,
      hint: words('Ví dụ: mất đã lâu, chưa từng được cấp', 'For example: died long ago, never had one'),
    }),
  ),
  deceasedEthnicity: prefilledFrom(
    [population('ethnicity', deceasedNamed)],
    ethnicity(words('Dân tộc của người đã chết', 'Ethnic group of the deceased')),
  ),
  deceasedNationality: prefilledFrom(
    [population('nationality', deceasedNamed)],
    nationality(words('Quốc tịch của người đã chết', 'Nationality of the deceased')),
  ),
  residenceKnown: choice(words('Có biết nơi cư trú cuối cùng không?', 'Is the last residence known?'), {
    known: words('Có', 'Yes'),
    unknown: words('Không xác định được', 'It cannot be established'),
  }),
  lastResidence: onlyWhen(
    residenceKnown,
    prefilledFrom(
      [population('residence', deceasedNamed)],
      place(words('Nơi cư trú cuối cùng', 'Last residence'), {
        detail: 'required',
        hint: words('Xã, phường này đăng ký khai tử', 'This commune registers the death'),
      }),
    ),
  ),
} as const

/** When, where and how. Hour and minute stand in the register where they are known. */
export const death = {
  diedOn: prefilledFrom(
    [health('deathNote.diedOn', deceasedNamed)],
    pastDate(words('Ngày, tháng, năm chết', 'Date of death'), {
      atLeast: 'year',
      hint: words('Ghi theo dương lịch.', 'By the solar calendar.'),
      missing: words('Điền ngày, tháng, năm chết', 'Enter the date of death'),
    }),
  ),
  hourKnown: prefilledFrom(
    [health('deathNote.hourKnown', deceasedNamed)],
    choice(words('Có biết giờ chết không?', 'Is the hour known?'), {
      known: words('Có', 'Yes'),
      unknown: words('Không', 'No'),
    }),
  ),
  diedAt: onlyWhen(
    { hourKnown: 'known' },
    prefilledFrom(
      [health('deathNote.diedAt', deceasedNamed)],
      text(words('Giờ, phút chết', 'Hour and minute'), {
        most: 5,
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        hint: words('Viết như 05:40 hoặc 17:05', 'Written as 05:40 or 17:05'),
      }),
    ),
  ),
  circumstance: prefilledFrom(
    [health('deathNote.circumstance', deceasedNamed)],
    choice(words('Người đó chết trong trường hợp nào?', 'How did it happen?'), {
      facility: words('Tại cơ sở y tế', 'In a health facility'),
      elsewhere: words('Tại nhà hoặc nơi khác, do bệnh hoặc tuổi già', 'At home or elsewhere, of illness or age'),
      suspicious: {
        ...words(
          'Tai nạn, trên phương tiện giao thông, bị giết, đột ngột hoặc có nghi vấn',
          'Accident, vehicle, killing, sudden or suspicious',
        ),
        hint: words('Cần văn bản của công an hoặc kết quả giám định pháp y', 'The police’s document or the forensic result is needed'),
      },
      execution: words('Thi hành án tử hình', 'Execution of a sentence'),
      declared: words('Tòa án tuyên bố là đã chết', 'Declared dead by a court'),
      longAgo: {
        ...words('Chết đã lâu, không còn giấy tờ nào kể trên', 'Long ago, and none of these papers is left'),
        hint: words('Nộp chứng cứ hợp lệ khác về việc chết', 'Other valid evidence is handed in'),
      },
    }),
  ),
  deathFacility: onlyWhen(
    inFacility,
    prefilledFrom([health('deathNote.facility', deceasedNamed)], text(words('Tên cơ sở y tế', 'Name of the facility'))),
  ),
  deathPlace: place(words('Nơi chết, hoặc nơi phát hiện thi thể', 'Where the person died or was found'), { detail: 'optional' }),
  cause: text(words('Nguyên nhân chết', 'Cause of death'), {
    hint: words('Như ghi trong giấy báo tử; chưa biết thì ghi “chưa rõ”', 'As in the death notice; write “chưa rõ” if unknown'),
  }),
  lateReason: optional(
    onlyWhen(
      { late: true },
      text(words('Vì sao đến nay mới đăng ký?', 'Why is it registered only now?'), {
        hint: words(
          'Đã quá 15 ngày từ ngày chết. Hồ sơ vẫn được giải quyết.',
          'More than 15 days have passed. The dossier is handled all the same.',
        ),
        most: 500,
        lines: 3,
      }),
    ),
  ),
} as const
