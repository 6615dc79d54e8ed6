import { words } from '#modules/procedures'

/** Situations and lists that several questions of a marriage share. */
export const isWife = { relation: 'wife' } as const
export const isHusband = { relation: 'husband' } as const

// The databases answer about a person only when number, name and date of birth agree: a number alone must open nothing.
export const wifeNamed = ['wifeId', 'wifeName', 'wifeBornOn'] as const
export const husbandNamed = ['husbandId', 'husbandName', 'husbandBornOn'] as const

/** As the ministry's list names them. */
export const residenceKinds = {
  permanent: words('Thường trú', 'Permanent'),
  temporary: words('Tạm trú', 'Temporary'),
  present: words('Nơi ở hiện tại', 'Where the person lives now'),
} as const

/** The states of the declaration; the values are those of the civil-status database where it knows them. */
export const maritalStates = {
  never: words('Chưa đăng ký kết hôn với ai', 'Never married'),
  divorced: words('Đã ly hôn, chưa đăng ký kết hôn với ai khác', 'Divorced, not married again'),
  widowed: words('Vợ hoặc chồng đã chết, chưa đăng ký kết hôn với ai khác', 'Widowed, not married again'),
  married: words('Đang có vợ, có chồng', 'Married'),
  marriedLater: words(
    'Từng chưa đăng ký kết hôn trong một khoảng thời gian, hiện đang có vợ, có chồng',
    'Unmarried for some time in the past, married now',
  ),
  other: words('Trường hợp khác', 'Something else'),
} as const
