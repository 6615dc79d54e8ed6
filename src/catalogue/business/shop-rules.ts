import { words } from '#modules/procedures'

const decree = 'Nghị định 168/2025/NĐ-CP'
const plausible = 'danh mục kiểm tra của dự án, không phải quy định'

/** What the decree asks of name, owner and head office, and what is likely a slip. */
export const shopRules = [
  {
    code: 'nameBegins',
    level: 'block',
    field: 'businessName',
    check: { is: 'matching', pattern: '^[Hh][Ộộ] [Kk][Ii][Nn][Hh] [Dd][Oo][Aa][Nn][Hh] .*[\\p{L}\\d]' },
    says: words(
      'Tên phải bắt đầu bằng “Hộ kinh doanh”, sau đó là tên riêng.',
      'The name must begin with “Hộ kinh doanh”, then a name of its own.',
    ),
    basis: `${decree}, Điều 86`,
  },
  {
    code: 'nameLetters',
    level: 'block',
    field: 'businessName',
    check: { is: 'matching', pattern: "^[\\p{L}\\p{M}\\d &.,'’()+/\\-]+$" },
    says: words('Tên chỉ gồm chữ cái, chữ số và dấu thông thường.', 'The name may hold letters, digits and common signs only.'),
    basis: `${decree}, Điều 86`,
  },
  {
    code: 'nameForbidden',
    level: 'block',
    field: 'businessName',
    check: { is: 'withoutWords', words: ['công ty', 'doanh nghiệp'] },
    says: words('Tên hộ kinh doanh không được có từ “{word}”. Chọn tên khác.', 'The name may not hold the words “{word}”. Choose another.'),
    basis: `${decree}, Điều 86`,
  },
  {
    code: 'nameTaken',
    level: 'block',
    field: 'businessName',
    when: { nameInRegister: 'taken' },
    // Whatever the name is: the register has said that it is taken there.
    check: { is: 'oneOf', values: [] },
    says: words(
      'Trong xã, phường này đã có hộ kinh doanh mang tên đó. Thêm từ để phân biệt.',
      'A household business of this name exists in the commune. Add a word to tell them apart.',
    ),
    basis: `${decree}, Điều 86`,
    unverified: true,
  },
  {
    code: 'ownerGrownUp',
    level: 'block',
    field: 'ownerBornOn',
    check: { is: 'ageReached', years: 18 },
    says: words(
      'Chủ hộ kinh doanh phải đủ 18 tuổi; người này đủ tuổi từ ngày {date}.',
      'The owner must be 18; this person will be on {date}.',
    ),
    basis: `${decree}, Điều 82`,
  },
  {
    code: 'ownerHasOne',
    level: 'warn',
    field: 'ownerId',
    when: { ownerInRegister: 'has' },
    check: { is: 'oneOf', values: [] },
    says: words(
      'CSDL cho thấy bạn đang có một hộ kinh doanh; mỗi người chỉ được đăng ký một. Nếu hộ cũ đã chấm dứt thì cứ đi tiếp.',
      'The register shows that you have a household business; each person may have one. If the old one has ended, go on.',
    ),
    basis: `${decree}, Điều 82`,
  },
  {
    code: 'inProvince',
    level: 'block',
    field: 'headOffice',
    check: { is: 'listedCommune' },
    says: words(
      'Trụ sở phải ở một xã, phường của thành phố này; nơi khác thì nộp tại tỉnh, thành phố đó.',
      'The head office must lie in a commune of this city; elsewhere, file in that province.',
    ),
    basis: `${decree}, Điều 88`,
  },
  {
    code: 'membersOnce',
    level: 'block',
    field: 'members',
    check: { is: 'uniqueEntries', cell: 'citizenId', besides: ['ownerId'] },
    says: words('Số định danh này đã là của chủ hộ hoặc thành viên khác.', 'This number is the owner’s or another member’s.'),
    basis: plausible,
  },
  {
    code: 'startsLater',
    level: 'warn',
    field: 'startsOn',
    check: { is: 'notBefore', than: 'today' },
    says: words(
      'Ngày bắt đầu hoạt động đã qua. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The first day has passed. Please check; if it is right, go on.',
    ),
    basis: plausible,
  },
  {
    code: 'ownerNumber',
    level: 'warn',
    field: 'ownerId',
    check: { is: 'numberAgreesWith', bornOn: 'ownerBornOn' },
    says: words(
      'Số định danh của chủ hộ ứng với năm sinh {year}, giới tính {sex}. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'The owner’s number belongs to someone born in {year}, {sex}. Please check; if it is right, go on.',
    ),
    basis: 'Nghị định 70/2024/NĐ-CP',
  },
] as const
