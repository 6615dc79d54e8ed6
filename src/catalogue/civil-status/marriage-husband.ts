import {
  choice,
  citizenId,
  comparedWith,
  ethnicity,
  fullName,
  int,
  nationality,
  onlyWhen,
  optional,
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
import { husbandNamed, isHusband, isWife, maritalStates, residenceKinds } from './marriage-conditions.ts'

const divorced = { husbandStatus: 'divorced' } as const
const widowed = { husbandStatus: 'widowed' } as const

/** The groom’s side of the form. Whoever files is known by VNeID; what is typed about the other is compared and never shown back. */
export const husbandFields = {
  husbandId: prefilledFrom(
    [vneid('citizenId', isHusband)],
    citizenId(words('Số định danh cá nhân của bên nam', 'The groom’s personal number'), { sensitive: true }),
  ),
  husbandName: prefilledFrom([vneid('fullName', isHusband)], fullName(words('Họ, chữ đệm, tên bên nam', 'The groom’s full name'))),
  husbandBornOn: prefilledFrom(
    [vneid('bornOn', isHusband)],
    pastDate(words('Ngày, tháng, năm sinh của bên nam', 'The groom’s date of birth'), {
      hint: words('Ví dụ: 9 11 2001', 'For example: 9 11 2001'),
    }),
  ),
  husbandEthnicity: prefilledFrom(
    [population('ethnicity', husbandNamed)],
    ethnicity(words('Dân tộc của bên nam', 'The groom’s ethnic group')),
  ),
  husbandNationality: prefilledFrom(
    [population('nationality', husbandNamed)],
    nationality(words('Quốc tịch của bên nam', 'The groom’s nationality')),
  ),
  husbandResidenceKind: prefilledFrom(
    [population('residenceKind', husbandNamed)],
    choice(words('Loại cư trú của bên nam', 'Kind of the groom’s residence'), residenceKinds),
  ),
  husbandResidence: prefilledFrom(
    [population('residence', husbandNamed)],
    place(words('Nơi cư trú của bên nam', 'The groom’s residence'), { detail: 'required' }),
  ),
  husbandStatus: comparedWith(
    [statusOf('status', husbandNamed, isWife)],
    prefilledFrom(
      [ownStatus('status', 'husbandId')],
      choice(words('Tình trạng hôn nhân của bên nam', 'The groom’s marital status'), maritalStates),
    ),
  ),
  husbandStatusNote: onlyWhen(
    { husbandStatus: ['marriedLater', 'other'] },
    text(words('Nói rõ tình trạng hôn nhân của bên nam', 'Say more about the groom’s marital status'), { most: 500, lines: 3 }),
  ),
  husbandTimes: comparedWith(
    [statusOf('nextMarriage', husbandNamed, isWife)],
    prefilledFrom(
      [ownStatus('nextMarriage', 'husbandId')],
      int(
        words('Bên nam kết hôn lần thứ mấy?', 'Which marriage of the groom is this: his first, second?'),
        { least: 1, most: 20 },
        { hint: words('Lần đầu thì ghi 1', 'The first is 1') },
      ),
    ),
  ),
  husbandEarlierMarriedOn: optional(
    onlyWhen(
      { husbandStatus: ['divorced', 'widowed'] },
      prefilledFrom(
        [ownStatus('lastMarriage.on', 'husbandId')],
        pastDate(words('Ngày đăng ký kết hôn lần trước của bên nam', 'Date of the groom’s earlier marriage'), { atLeast: 'year' }),
      ),
    ),
  ),
  husbandDivorceNumber: onlyWhen(
    divorced,
    prefilledFrom(
      [ownStatus('divorce.number', 'husbandId')],
      text(words('Số bản án, quyết định ly hôn của bên nam', 'Number of the groom’s divorce judgment'), {
        most: 60,
        hint: words('Chỉ cần số, ngày và tòa; không phải nộp bản án', 'Number, date and court are enough; no paper is handed in'),
      }),
    ),
  ),
  husbandDivorceOn: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.on', 'husbandId')], pastDate(words('Ngày ly hôn của bên nam', 'Date of the groom’s divorce'))),
  ),
  husbandDivorceCourt: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.court', 'husbandId')], text(words('Tòa án cho bên nam ly hôn', 'Court of the groom’s divorce'))),
  ),
  husbandDeathNumber: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.number', 'husbandId')],
      text(words('Số trích lục khai tử của vợ trước (bên nam)', 'Number of the late spouse’s death extract (groom)'), { most: 60 }),
    ),
  ),
  husbandDeathOn: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.on', 'husbandId')],
      pastDate(words('Ngày chết của vợ trước (bên nam)', 'Date of the late spouse’s death (groom)')),
    ),
  ),
  husbandDeathAgency: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.agency', 'husbandId')],
      text(words('Nơi đăng ký khai tử của vợ trước (bên nam)', 'Where that death was registered (groom)')),
    ),
  ),
} as const
