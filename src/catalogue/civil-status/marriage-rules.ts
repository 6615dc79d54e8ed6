import { words } from '#modules/procedures'

const family = 'Luật Hôn nhân và gia đình 52/2014/QH13'
const numbers = 'Nghị định 70/2024/NĐ-CP'
const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** The conditions of the law on marriage and family that answers alone can show, and what is worth a second look. */
export const marriageRules = [
  {
    code: 'wifeOfAge',
    level: 'block',
    field: 'wifeBornOn',
    check: { is: 'ageReached', years: 18 },
    says: words(
      'Nữ từ đủ {years} tuổi mới được kết hôn. Sớm nhất là ngày {date}.',
      'A woman may marry at {years}. The earliest day is {date}.',
    ),
    basis: `${family}, Điều 8`,
  },
  {
    code: 'husbandOfAge',
    level: 'block',
    field: 'husbandBornOn',
    check: { is: 'ageReached', years: 20 },
    says: words(
      'Nam từ đủ {years} tuổi mới được kết hôn. Sớm nhất là ngày {date}.',
      'A man may marry at {years}. The earliest day is {date}.',
    ),
    basis: `${family}, Điều 8`,
  },
  {
    code: 'twoPeople',
    level: 'block',
    field: 'husbandId',
    check: { is: 'differentFrom', field: 'wifeId' },
    says: words('Số định danh của hai bên trùng nhau. Xem lại số nào đúng.', 'Both have the same number. Check which is right.'),
    basis: plausible,
  },
  {
    code: 'twoSexes',
    level: 'block',
    field: 'husbandId',
    check: { is: 'otherSexThan', field: 'wifeId' },
    says: words(
      'Theo số định danh, hai bên cùng giới tính; Nhà nước không thừa nhận hôn nhân cùng giới. Số sai thì sửa lại.',
      'By their numbers both are of the same sex; such a marriage is not recognised. Correct a wrong number.',
    ),
    basis: `${family}, Điều 8`,
  },
  {
    code: 'wifeUnmarried',
    level: 'block',
    field: 'wifeStatus',
    check: { is: 'oneOf', values: ['never', 'divorced', 'widowed', 'other'] },
    says: words(
      'Người đang có vợ, có chồng không được kết hôn với người khác. Đã ly hôn thì chọn “Đã ly hôn”.',
      'Whoever is married may not marry another. After a divorce choose “Divorced”.',
    ),
    basis: `${family}, Điều 5`,
  },
  {
    code: 'wifeFirst',
    level: 'warn',
    field: 'wifeTimes',
    when: { wifeStatus: 'never' },
    check: { is: 'between', most: 1 },
    says: words(
      'Chưa từng kết hôn thì lần này là lần thứ nhất. Xem lại giúp.',
      'Never married means that this is the first time. Please check.',
    ),
    basis: plausible,
  },
  {
    code: 'wifeAgain',
    level: 'warn',
    field: 'wifeTimes',
    when: { wifeStatus: ['divorced', 'widowed'] },
    check: { is: 'between', least: 2 },
    says: words(
      'Đã từng kết hôn thì lần này ít nhất là lần thứ hai. Xem lại giúp.',
      'Married before means that this is at least the second time. Please check.',
    ),
    basis: plausible,
  },
  {
    code: 'wifeDivorceAfterMarriage',
    level: 'block',
    field: 'wifeDivorceOn',
    check: { is: 'notBefore', than: 'wifeEarlierMarriedOn' },
    says: words(
      'Ngày ly hôn trước ngày kết hôn lần trước. Xem lại hai ngày này.',
      'The divorce is before the earlier marriage. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'wifeDeathAfterMarriage',
    level: 'block',
    field: 'wifeDeathOn',
    check: { is: 'notBefore', than: 'wifeEarlierMarriedOn' },
    says: words(
      'Ngày chết trước ngày kết hôn lần trước. Xem lại hai ngày này.',
      'The death is before the earlier marriage. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'wifeNumber',
    level: 'warn',
    field: 'wifeId',
    check: { is: 'numberAgreesWith', bornOn: 'wifeBornOn', sex: 'female' },
    says: words(
      'Số định danh của bên nữ ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The number of the bride belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: numbers,
  },
  {
    code: 'husbandUnmarried',
    level: 'block',
    field: 'husbandStatus',
    check: { is: 'oneOf', values: ['never', 'divorced', 'widowed', 'other'] },
    says: words(
      'Người đang có vợ, có chồng không được kết hôn với người khác. Đã ly hôn thì chọn “Đã ly hôn”.',
      'Whoever is married may not marry another. After a divorce choose “Divorced”.',
    ),
    basis: `${family}, Điều 5`,
  },
  {
    code: 'husbandFirst',
    level: 'warn',
    field: 'husbandTimes',
    when: { husbandStatus: 'never' },
    check: { is: 'between', most: 1 },
    says: words(
      'Chưa từng kết hôn thì lần này là lần thứ nhất. Xem lại giúp.',
      'Never married means that this is the first time. Please check.',
    ),
    basis: plausible,
  },
  {
    code: 'husbandAgain',
    level: 'warn',
    field: 'husbandTimes',
    when: { husbandStatus: ['divorced', 'widowed'] },
    check: { is: 'between', least: 2 },
    says: words(
      'Đã từng kết hôn thì lần này ít nhất là lần thứ hai. Xem lại giúp.',
      'Married before means that this is at least the second time. Please check.',
    ),
    basis: plausible,
  },
  {
    code: 'husbandDivorceAfterMarriage',
    level: 'block',
    field: 'husbandDivorceOn',
    check: { is: 'notBefore', than: 'husbandEarlierMarriedOn' },
    says: words(
      'Ngày ly hôn trước ngày kết hôn lần trước. Xem lại hai ngày này.',
      'The divorce is before the earlier marriage. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'husbandDeathAfterMarriage',
    level: 'block',
    field: 'husbandDeathOn',
    check: { is: 'notBefore', than: 'husbandEarlierMarriedOn' },
    says: words(
      'Ngày chết trước ngày kết hôn lần trước. Xem lại hai ngày này.',
      'The death is before the earlier marriage. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'husbandNumber',
    level: 'warn',
    field: 'husbandId',
    check: { is: 'numberAgreesWith', bornOn: 'husbandBornOn', sex: 'male' },
    says: words(
      'Số định danh của bên nam ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The number of the groom belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: numbers,
  },
] as const
