import {
  choice,
  citizenId,
  comparedWith,
  ethnicity,
  fullName,
  nationality,
  onlyWhen,
  ownMarriage,
  ownStatus,
  pastDate,
  place,
  population,
  prefilledFrom,
  statusOf,
  text,
  vneid,
  words,
} from '#modules/procedures'
import { divorced, forOther, isSelf, married, subjectNamed, widowed } from './marital-status-conditions.ts'
import { residenceKinds } from './marriage-conditions.ts'

/** Who the certificate is about, and how that person stands. What the databases know of the applicant himself is not asked. */
export const subjectFields = {
  subjectId: prefilledFrom(
    [vneid('citizenId', isSelf)],
    citizenId(words('Số định danh của người được xác nhận', 'Personal number of the person'), { sensitive: true }),
  ),
  subjectName: prefilledFrom(
    [vneid('fullName', isSelf)],
    fullName(words('Họ, chữ đệm, tên người được xác nhận', 'Full name of the person')),
  ),
  subjectBornOn: prefilledFrom(
    [vneid('bornOn', isSelf)],
    pastDate(words('Ngày, tháng, năm sinh', 'Date of birth'), {
      atLeast: 'year',
      hint: words('Giấy tờ chỉ có năm thì điền năm', 'If the papers give only the year, enter the year'),
    }),
  ),
  subjectSex: prefilledFrom(
    [population('sex', subjectNamed)],
    choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  ),
  subjectEthnicity: prefilledFrom([population('ethnicity', subjectNamed)], ethnicity(words('Dân tộc', 'Ethnic group'))),
  subjectNationality: prefilledFrom([population('nationality', subjectNamed)], nationality(words('Quốc tịch', 'Nationality'))),
  subjectResidenceKind: prefilledFrom(
    [population('residenceKind', subjectNamed)],
    choice(words('Loại cư trú', 'Kind of residence'), residenceKinds),
  ),
  subjectResidence: prefilledFrom([population('residence', subjectNamed)], place(words('Nơi cư trú', 'Residence'), { detail: 'required' })),
  subjectStatus: comparedWith(
    [statusOf('status', subjectNamed, forOther)],
    prefilledFrom(
      [ownStatus('status', 'subjectId')],
      choice(words('Tình trạng hôn nhân', 'Marital status'), {
        never: words('Hiện chưa đăng ký kết hôn với ai', 'Not married to anybody'),
        married: words('Hiện đang có vợ hoặc chồng', 'Married'),
        divorced: words('Đã ly hôn, hiện chưa đăng ký kết hôn với ai', 'Divorced, not married again'),
        widowed: words('Vợ hoặc chồng đã chết, hiện chưa đăng ký kết hôn với ai', 'Widowed, not married again'),
        inPeriod: words('Chưa đăng ký kết hôn trong một khoảng thời gian', 'Unmarried during a certain time'),
        other: words('Trường hợp khác', 'Something else'),
      }),
    ),
  ),
  subjectStatusNote: onlyWhen(
    { subjectStatus: ['inPeriod', 'other'] },
    text(words('Nội dung đề nghị xác nhận', 'What is to be confirmed'), {
      most: 500,
      lines: 3,
      hint: words(
        'Ví dụ: từ 01/02/2015 đến 20/6/2019 chưa đăng ký kết hôn với ai',
        'For example: from 01/02/2015 to 20/6/2019 not married to anybody',
      ),
    }),
  ),
  spouseName: onlyWhen(
    married,
    prefilledFrom(
      [ownMarriage('spouse.fullName', 'subjectId')],
      fullName(words('Họ, chữ đệm, tên vợ hoặc chồng', 'Full name of the spouse')),
    ),
  ),
  marriageNumber: onlyWhen(
    married,
    prefilledFrom(
      [ownMarriage('marriage.number', 'subjectId')],
      text(words('Số giấy chứng nhận kết hôn', 'Number of the marriage certificate'), { most: 60 }),
    ),
  ),
  marriedOn: onlyWhen(
    married,
    prefilledFrom([ownMarriage('marriage.on', 'subjectId')], pastDate(words('Ngày đăng ký kết hôn', 'Date of marriage'))),
  ),
  marriedAt: onlyWhen(
    married,
    prefilledFrom(
      [ownMarriage('marriage.commune', 'subjectId')],
      place(words('Nơi đăng ký kết hôn', 'Where the marriage was registered'), { detail: 'none', abroad: true }),
    ),
  ),
  divorceNumber: onlyWhen(
    divorced,
    prefilledFrom(
      [ownStatus('divorce.number', 'subjectId')],
      text(words('Số bản án, quyết định ly hôn', 'Number of the divorce judgment'), {
        most: 60,
        hint: words('Chỉ cần số, ngày và tòa; không phải nộp bản án', 'Number, date and court are enough; no paper is handed in'),
      }),
    ),
  ),
  divorceOn: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.on', 'subjectId')], pastDate(words('Ngày bản án, quyết định ly hôn', 'Date of the judgment'))),
  ),
  divorceCourt: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.court', 'subjectId')], text(words('Tòa án giải quyết ly hôn', 'Court of the divorce'))),
  ),
  deathNumber: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.number', 'subjectId')],
      text(words('Số trích lục khai tử của vợ hoặc chồng', 'Number of the spouse’s death extract'), { most: 60 }),
    ),
  ),
  deathOn: onlyWhen(
    widowed,
    prefilledFrom([ownStatus('spouseDeath.on', 'subjectId')], pastDate(words('Ngày của trích lục khai tử', 'Date of the death extract'))),
  ),
  deathAgency: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.agency', 'subjectId')],
      text(words('Nơi đăng ký khai tử của vợ hoặc chồng', 'Where the spouse’s death was registered')),
    ),
  ),
} as const
