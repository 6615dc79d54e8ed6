import {
  bool,
  choice,
  citizenId,
  comparedWith,
  ethnicity,
  fullName,
  nationality,
  onlyWhen,
  optional,
  ownMarriage,
  pastDate,
  place,
  population,
  prefilledFrom,
  text,
  vneid,
  wallet,
  words,
} from '#modules/procedures'
import { fatherAlive, fatherKnown, fatherNamed, isFather, isMother, motherAlive, motherKnown, motherNamed } from './birth-conditions.ts'

/** Mother, father and their marriage. What the databases know about them is not asked. */
export const parentFields = {
  parents: choice(words('Cha mẹ của trẻ', 'The child’s parents'), {
    married: words('Đã đăng ký kết hôn với nhau', 'Married to each other'),
    motherOnly: {
      ...words('Chưa kết hôn, chưa xác định cha', 'Not married, father not established'),
      hint: words(
        'Phần về cha để trống; con mang họ, dân tộc, quê quán của mẹ',
        'The father’s part stays empty; the child takes the mother’s family name, ethnic group and origin',
      ),
    },
    fatherRecognises: {
      ...words('Chưa kết hôn, cha muốn nhận con ngay bây giờ', 'Not married, the father wants to recognise the child now'),
      hint: words('Làm cùng lúc với thủ tục nhận con', 'Handled together with the recognition'),
    },
    foreign: words('Cha hoặc mẹ là người nước ngoài', 'One parent is a foreigner'),
    unknown: words('Chưa xác định được cả cha và mẹ', 'Neither parent is known'),
    abandoned: words('Trẻ bị bỏ rơi', 'The child was abandoned'),
  }),
  surrogacy: onlyWhen(fatherKnown, bool(words('Trẻ sinh ra do mang thai hộ?', 'Was the child born by surrogacy?'))),
  motherId: comparedWith(
    [wallet('birthNote.motherId')],
    onlyWhen(
      motherKnown,
      prefilledFrom(
        [vneid('citizenId', isMother), ownMarriage('spouse.citizenId', 'fatherId')],
        citizenId(words('Số định danh cá nhân của mẹ', 'Mother’s personal number'), { sensitive: true }),
      ),
    ),
  ),
  motherName: comparedWith(
    [wallet('birthNote.motherName')],
    onlyWhen(
      motherKnown,
      prefilledFrom(
        [vneid('fullName', isMother), ownMarriage('spouse.fullName', 'fatherId')],
        fullName(words('Họ, chữ đệm, tên của mẹ', 'Mother’s full name')),
      ),
    ),
  ),
  motherBornOn: onlyWhen(
    motherKnown,
    prefilledFrom(
      [vneid('bornOn', isMother), ownMarriage('spouse.bornOn', 'fatherId')],
      pastDate(words('Ngày, tháng, năm sinh của mẹ', 'Mother’s date of birth'), {
        atLeast: 'year',
        hint: words('Chỉ nhớ năm thì điền năm', 'If only the year is known, enter the year'),
      }),
    ),
  ),
  motherEthnicity: onlyWhen(
    motherKnown,
    prefilledFrom([population('ethnicity', motherNamed)], ethnicity(words('Dân tộc của mẹ', 'Mother’s ethnic group'))),
  ),
  motherNationality: onlyWhen(
    motherKnown,
    prefilledFrom([population('nationality', motherNamed)], nationality(words('Quốc tịch của mẹ', 'Mother’s nationality'))),
  ),
  motherDead: onlyWhen(
    { all: [motherKnown, { not: isMother }] },
    prefilledFrom([population('dead', motherNamed)], bool(words('Mẹ của trẻ đã mất?', 'Has the mother died?'))),
  ),
  motherResidence: onlyWhen(
    motherAlive,
    prefilledFrom([population('residence', motherNamed)], place(words('Nơi cư trú của mẹ', 'Mother’s residence'), { detail: 'required' })),
  ),
  fatherId: onlyWhen(
    fatherKnown,
    prefilledFrom(
      [vneid('citizenId', isFather), ownMarriage('spouse.citizenId', 'motherId')],
      citizenId(words('Số định danh cá nhân của cha', 'Father’s personal number'), { sensitive: true }),
    ),
  ),
  fatherName: onlyWhen(
    fatherKnown,
    prefilledFrom(
      [vneid('fullName', isFather), ownMarriage('spouse.fullName', 'motherId')],
      fullName(words('Họ, chữ đệm, tên của cha', 'Father’s full name')),
    ),
  ),
  fatherBornOn: onlyWhen(
    fatherKnown,
    prefilledFrom(
      [vneid('bornOn', isFather), ownMarriage('spouse.bornOn', 'motherId')],
      pastDate(words('Ngày, tháng, năm sinh của cha', 'Father’s date of birth'), {
        atLeast: 'year',
        hint: words('Chỉ nhớ năm thì điền năm', 'If only the year is known, enter the year'),
      }),
    ),
  ),
  fatherEthnicity: onlyWhen(
    fatherKnown,
    prefilledFrom([population('ethnicity', fatherNamed)], ethnicity(words('Dân tộc của cha', 'Father’s ethnic group'))),
  ),
  fatherNationality: onlyWhen(
    fatherKnown,
    prefilledFrom([population('nationality', fatherNamed)], nationality(words('Quốc tịch của cha', 'Father’s nationality'))),
  ),
  fatherDead: onlyWhen(
    { all: [fatherKnown, { not: isFather }] },
    prefilledFrom([population('dead', fatherNamed)], bool(words('Cha của trẻ đã mất?', 'Has the father died?'))),
  ),
  fatherResidence: onlyWhen(
    fatherAlive,
    prefilledFrom([population('residence', fatherNamed)], place(words('Nơi cư trú của cha', 'Father’s residence'), { detail: 'required' })),
  ),
  marriedOn: onlyWhen(
    fatherKnown,
    prefilledFrom(
      [ownMarriage('marriage.on', 'motherId'), ownMarriage('marriage.on', 'fatherId')],
      pastDate(words('Ngày đăng ký kết hôn', 'Date of marriage'), {
        atLeast: 'year',
        hint: words(
          'Nhớ đến đâu điền đến đó; bạn không phải nộp giấy chứng nhận kết hôn',
          'As far as you remember; you need not hand in the marriage certificate',
        ),
      }),
    ),
  ),
  marriedAt: onlyWhen(
    fatherKnown,
    prefilledFrom(
      [ownMarriage('marriage.commune', 'motherId'), ownMarriage('marriage.commune', 'fatherId')],
      place(words('Nơi đăng ký kết hôn', 'Where the marriage was registered'), { detail: 'none', abroad: true }),
    ),
  ),
  marriageNumber: optional(
    onlyWhen(
      fatherKnown,
      prefilledFrom(
        [ownMarriage('marriage.number', 'motherId'), ownMarriage('marriage.number', 'fatherId')],
        text(words('Số giấy chứng nhận kết hôn', 'Number of the marriage certificate'), { most: 40 }),
      ),
    ),
  ),
} as const
