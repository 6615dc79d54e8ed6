import { words } from '#modules/procedures'

const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** Cross-checks of the answers. */
export const deathRules = [
  {
    code: 'diedAfterBirth',
    level: 'block',
    field: 'diedOn',
    check: { is: 'notBefore', than: 'deceasedBornOn' },
    says: words('Ngày chết trước ngày sinh. Xem lại hai ngày này.', 'The death is before the birth. Check both dates.'),
    basis: plausible,
  },
  {
    code: 'notYourself',
    level: 'block',
    field: 'deceasedId',
    check: { is: 'differentFrom', field: 'applicantId' },
    says: words(
      'Số định danh của người đã chết trùng với số của bạn. Xem lại số nào đúng.',
      'The number of the deceased is your own. Check which is right.',
    ),
    basis: plausible,
  },
  {
    code: 'noteAfterDeath',
    level: 'warn',
    field: 'noteIssuedOn',
    check: { is: 'notBefore', than: 'diedOn' },
    says: words(
      'Giấy tờ được cấp trước ngày chết. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The paper is older than the death. Please check; if it is right, go on.',
    ),
    basis: plausible,
  },
  {
    code: 'numberOfDeceased',
    level: 'warn',
    field: 'deceasedId',
    check: { is: 'numberAgreesWith', bornOn: 'deceasedBornOn' },
    says: words(
      'Số định danh ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
  {
    code: 'veryOld',
    level: 'warn',
    field: 'diedOn',
    check: { is: 'yearsAfter', from: 'deceasedBornOn', most: 120 },
    says: words(
      'Theo ngày đã điền, người đó thọ {years} tuổi. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'By these dates the person lived {years} years. Please check; if it is right, go on.',
    ),
    basis: plausible,
    unverified: true,
  },
] as const
