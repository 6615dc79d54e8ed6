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
import { isHusband, isWife, maritalStates, residenceKinds, wifeNamed } from './marriage-conditions.ts'

const divorced = { wifeStatus: 'divorced' } as const
const widowed = { wifeStatus: 'widowed' } as const

/** The bride’s side of the form. Whoever files is known by VNeID; what is typed about the other is compared and never shown back. */
export const wifeFields = {
  wifeId: prefilledFrom(
    [vneid('citizenId', isWife)],
    citizenId(words('Số định danh cá nhân của bên nữ', 'The bride’s personal number'), { sensitive: true }),
  ),
  wifeName: prefilledFrom([vneid('fullName', isWife)], fullName(words('Họ, chữ đệm, tên bên nữ', 'The bride’s full name'))),
  wifeBornOn: prefilledFrom(
    [vneid('bornOn', isWife)],
    pastDate(words('Ngày, tháng, năm sinh của bên nữ', 'The bride’s date of birth'), {
      hint: words('Ví dụ: 9 11 2001', 'For example: 9 11 2001'),
    }),
  ),
  wifeEthnicity: prefilledFrom([population('ethnicity', wifeNamed)], ethnicity(words('Dân tộc của bên nữ', 'The bride’s ethnic group'))),
  wifeNationality: prefilledFrom(
    [population('nationality', wifeNamed)],
    nationality(words('Quốc tịch của bên nữ', 'The bride’s nationality')),
  ),
  wifeResidenceKind: prefilledFrom(
    [population('residenceKind', wifeNamed)],
    choice(words('Loại cư trú của bên nữ', 'Kind of the bride’s residence'), residenceKinds),
  ),
  wifeResidence: prefilledFrom(
    [population('residence', wifeNamed)],
    place(words('Nơi cư trú của bên nữ', 'The bride’s residence'), { detail: 'required' }),
  ),
  wifeStatus: comparedWith(
    [statusOf('status', wifeNamed, isHusband)],
    prefilledFrom(
      [ownStatus('status', 'wifeId')],
      choice(words('Tình trạng hôn nhân của bên nữ', 'The bride’s marital status'), maritalStates),
    ),
  ),
  wifeStatusNote: onlyWhen(
    { wifeStatus: ['marriedLater', 'other'] },
    text(words('Nói rõ tình trạng hôn nhân của bên nữ', 'Say more about the bride’s marital status'), { most: 500, lines: 3 }),
  ),
  wifeTimes: comparedWith(
    [statusOf('nextMarriage', wifeNamed, isHusband)],
    prefilledFrom(
      [ownStatus('nextMarriage', 'wifeId')],
      int(
        words('Bên nữ kết hôn lần thứ mấy?', 'Which marriage of the bride is this: her first, second?'),
        { least: 1, most: 20 },
        { hint: words('Lần đầu thì ghi 1', 'The first is 1') },
      ),
    ),
  ),
  wifeEarlierMarriedOn: optional(
    onlyWhen(
      { wifeStatus: ['divorced', 'widowed'] },
      prefilledFrom(
        [ownStatus('lastMarriage.on', 'wifeId')],
        pastDate(words('Ngày đăng ký kết hôn lần trước của bên nữ', 'Date of the bride’s earlier marriage'), { atLeast: 'year' }),
      ),
    ),
  ),
  wifeDivorceNumber: onlyWhen(
    divorced,
    prefilledFrom(
      [ownStatus('divorce.number', 'wifeId')],
      text(words('Số bản án, quyết định ly hôn của bên nữ', 'Number of the bride’s divorce judgment'), {
        most: 60,
        hint: words('Chỉ cần số, ngày và tòa; không phải nộp bản án', 'Number, date and court are enough; no paper is handed in'),
      }),
    ),
  ),
  wifeDivorceOn: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.on', 'wifeId')], pastDate(words('Ngày ly hôn của bên nữ', 'Date of the bride’s divorce'))),
  ),
  wifeDivorceCourt: onlyWhen(
    divorced,
    prefilledFrom([ownStatus('divorce.court', 'wifeId')], text(words('Tòa án cho bên nữ ly hôn', 'Court of the bride’s divorce'))),
  ),
  wifeDeathNumber: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.number', 'wifeId')],
      text(words('Số trích lục khai tử của chồng trước (bên nữ)', 'Number of the late spouse’s death extract (bride)'), { most: 60 }),
    ),
  ),
  wifeDeathOn: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.on', 'wifeId')],
      pastDate(words('Ngày chết của chồng trước (bên nữ)', 'Date of the late spouse’s death (bride)')),
    ),
  ),
  wifeDeathAgency: onlyWhen(
    widowed,
    prefilledFrom(
      [ownStatus('spouseDeath.agency', 'wifeId')],
      text(words('Nơi đăng ký khai tử của chồng trước (bên nữ)', 'Where that death was registered (bride)')),
    ),
  ),
} as const
