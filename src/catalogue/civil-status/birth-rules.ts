import { words } from '#modules/procedures'

const civilCode = 'Bộ luật Dân sự 91/2015/QH13, Điều 26'
const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** Cross-checks of the answers. `block` where the register could not hold it, `warn` where life is richer than the rule. */
export const birthRules = [
  {
    code: 'childYoungerThanMother',
    level: 'block',
    field: 'childBornOn',
    check: { is: 'notBefore', than: 'motherBornOn' },
    says: words(
      'Ngày sinh của trẻ trước ngày sinh của mẹ. Xem lại hai ngày này.',
      'The child’s date of birth is before the mother’s. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'childYoungerThanFather',
    level: 'block',
    field: 'childBornOn',
    check: { is: 'notBefore', than: 'fatherBornOn' },
    says: words(
      'Ngày sinh của trẻ trước ngày sinh của cha. Xem lại hai ngày này.',
      'The child’s date of birth is before the father’s. Check both dates.',
    ),
    basis: plausible,
  },
  {
    code: 'parentsAreTwo',
    level: 'block',
    field: 'fatherId',
    check: { is: 'differentFrom', field: 'motherId' },
    says: words(
      'Số định danh của cha trùng với của mẹ. Xem lại số nào đúng.',
      'The father’s number is the same as the mother’s. Check which is right.',
    ),
    basis: plausible,
  },
  {
    code: 'motherAge',
    level: 'warn',
    field: 'childBornOn',
    check: { is: 'yearsAfter', from: 'motherBornOn', least: 12, most: 60 },
    says: words(
      'Theo ngày đã điền, mẹ sinh con năm {years} tuổi. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'By these dates the mother was {years} at the birth. Please check; if it is right, go on.',
    ),
    basis: plausible,
    unverified: true,
  },
  {
    code: 'fatherAge',
    level: 'warn',
    field: 'childBornOn',
    check: { is: 'yearsAfter', from: 'fatherBornOn', least: 12 },
    says: words(
      'Theo ngày đã điền, cha có con năm {years} tuổi. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'By these dates the father was {years} at the birth. Please check; if it is right, go on.',
    ),
    basis: plausible,
    unverified: true,
  },
  {
    code: 'marriedBeforeBirth',
    level: 'warn',
    field: 'marriedOn',
    check: { is: 'notAfter', than: 'childBornOn' },
    says: words(
      'Ngày kết hôn sau ngày sinh của trẻ. Cứ đi tiếp nếu đúng; cán bộ hộ tịch sẽ hỏi thêm.',
      'The marriage is later than the birth. Go on if it is right; the registrar will ask.',
    ),
    basis: plausible,
  },
  {
    code: 'familyNameOfParents',
    level: 'warn',
    field: 'childName',
    when: { parents: 'married' },
    check: { is: 'familyNameOf', fields: ['fatherName', 'motherName'] },
    says: words(
      'Họ của trẻ khác họ cha và họ mẹ. Xem lại giúp.',
      'The child’s family name is neither the father’s nor the mother’s. Please check.',
    ),
    basis: civilCode,
  },
  {
    code: 'familyNameOfMother',
    level: 'warn',
    field: 'childName',
    when: { parents: 'motherOnly' },
    check: { is: 'familyNameOf', fields: ['motherName'] },
    says: words(
      'Chưa xác định được cha thì trẻ mang họ mẹ. Xem lại giúp.',
      'While the father is not established the child takes the mother’s family name. Please check.',
    ),
    basis: civilCode,
  },
  {
    code: 'ethnicityOfParents',
    level: 'warn',
    field: 'childEthnicity',
    when: { parents: ['married', 'motherOnly'] },
    check: { is: 'equalToOneOf', fields: ['fatherEthnicity', 'motherEthnicity'] },
    says: words(
      'Dân tộc của trẻ khác dân tộc của cha và của mẹ. Xem lại giúp.',
      'The child’s ethnic group is neither the father’s nor the mother’s. Please check.',
    ),
    basis: 'Bộ luật Dân sự 91/2015/QH13, Điều 29',
  },
  {
    code: 'nameInLetters',
    level: 'warn',
    field: 'childName',
    check: { is: 'matching', pattern: '^[\\p{L}\\p{M} ]+$' },
    says: words(
      'Tên có dấu nháy hoặc gạch nối. Đúng là tên theo tiếng dân tộc thì cứ đi tiếp.',
      'The name holds an apostrophe or hyphen. If that is how your language writes it, go on.',
    ),
    basis: civilCode,
  },
  {
    code: 'motherNumber',
    level: 'warn',
    field: 'motherId',
    check: { is: 'numberAgreesWith', bornOn: 'motherBornOn', sex: 'female' },
    says: words(
      'Số định danh của mẹ ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The mother’s number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
  {
    code: 'fatherNumber',
    level: 'warn',
    field: 'fatherId',
    check: { is: 'numberAgreesWith', bornOn: 'fatherBornOn', sex: 'male' },
    says: words(
      'Số định danh của cha ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The father’s number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
] as const
