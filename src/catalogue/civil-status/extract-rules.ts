import { words } from '#modules/procedures'

const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** Cross-checks of the answers. */
export const extractRules = [
  {
    code: 'registeredAfterBirth',
    level: 'block',
    field: 'entryDate',
    check: { is: 'notBefore', than: 'subjectBornOn' },
    says: words('Ngày đăng ký trước ngày sinh. Xem lại hai ngày này.', 'The registration is before the birth. Check both dates.'),
    basis: plausible,
  },
  {
    code: 'numberOfSubject',
    level: 'warn',
    field: 'subjectId',
    check: { is: 'numberAgreesWith', bornOn: 'subjectBornOn' },
    says: words(
      'Số định danh ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
] as const
