import { words } from '#modules/procedures'

const law = 'Luật Cư trú 68/2020/QH14, Điều 27'
const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** What the law asks of a temporary residence, and what is likely a slip. */
export const stayRules = [
  {
    code: 'anotherCommune',
    level: 'block',
    field: 'dwelling',
    check: { is: 'otherCommuneThan', fields: ['permanentResidence'] },
    says: words(
      'Chỗ ở này cùng xã, phường với nơi thường trú nên không phải đăng ký tạm trú.',
      'This dwelling lies in the commune of the permanent residence: no registration is needed.',
    ),
    basis: law,
  },
  {
    code: 'atLeastThirtyDays',
    level: 'block',
    field: 'to',
    check: { is: 'within', from: 'from', days: 30 },
    says: words(
      'Thời gian ở là {days} ngày. Ở dưới 30 ngày thì chủ nhà thông báo lưu trú, không đăng ký tạm trú. Xem lại hai ngày.',
      'The stay is {days} days. Below 30 days the host announces a visit instead. Check both dates.',
    ),
    basis: law,
  },
  {
    code: 'atMostTwoYears',
    level: 'block',
    field: 'to',
    check: { is: 'within', from: 'from', months: 24 },
    says: words(
      'Một lần đăng ký nhiều nhất là hai năm. Chọn ngày sớm hơn; trước khi hết hạn bạn gia hạn được.',
      'One registration lasts two years at most. Choose an earlier day; it can be extended before it ends.',
    ),
    basis: law,
  },
  {
    code: 'notLongAgo',
    level: 'warn',
    field: 'from',
    check: { is: 'notMoreThanDaysAgo', days: 30 },
    says: words(
      'Ngày bắt đầu đã qua hơn {days} ngày. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The first day lies more than {days} days back. Please check; if it is right, go on.',
    ),
    basis: plausible,
    unverified: true,
  },
  {
    code: 'grownUp',
    level: 'block',
    field: 'personBornOn',
    when: { forWhom: 'self' },
    check: { is: 'ageReached', years: 18 },
    says: words(
      'Bạn chưa đủ 18 tuổi. Cha, mẹ hoặc người giám hộ đăng ký cho bạn từ tài khoản của mình.',
      'You are under 18. A parent or guardian registers for you from their own account.',
    ),
    basis: 'Thông tư 53/2025/TT-BCA',
  },
  {
    code: 'elderly',
    level: 'warn',
    field: 'personBornOn',
    when: { exemption: 'elderly' },
    check: { is: 'ageReached', years: 60 },
    says: words(
      'Người cao tuổi là người từ đủ 60 tuổi. Xem lại diện miễn lệ phí.',
      'An elderly person is one of 60 or more. Check the exemption.',
    ),
    basis: 'Luật Người cao tuổi 39/2009/QH12, Điều 2',
  },
  {
    code: 'eachOnce',
    level: 'block',
    field: 'people',
    check: { is: 'uniqueEntries', cell: 'citizenId', besides: ['personId'] },
    says: words('Số định danh này đã có ở người khác trong hồ sơ.', 'This number already stands with somebody else in the dossier.'),
    basis: plausible,
  },
  {
    code: 'eachOnceInList',
    level: 'block',
    field: 'listed',
    check: { is: 'uniqueEntries', cell: 'citizenId', besides: [] },
    says: words('Số định danh này đã có ở dòng khác trong danh sách.', 'This number already stands in another line of the list.'),
    basis: plausible,
  },
  {
    code: 'numberOfPerson',
    level: 'warn',
    field: 'personId',
    check: { is: 'numberAgreesWith', bornOn: 'personBornOn' },
    says: words(
      'Số định danh ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
] as const
