import { words } from '#modules/procedures'

const law = 'Luật Cư trú 68/2020/QH14, Điều 20'
const group = 'Hồ sơ liên thông'

/** No birth certificate, no book: what the offices have passed on is not asked again. */
export const childResidenceComponents = [
  {
    id: 'declaration',
    name: words('Tờ khai điện tử dùng chung (Mẫu 01)', 'The common electronic form (Mẫu 01)'),
    document: 'joint-birth-form',
    group,
    form: 'Mẫu 01',
    handling: 'handIn',
    originals: 1,
    copies: 0,
    madeFromAnswers: true,
    substitutes: [],
    basis: 'Nghị định 63/2024/NĐ-CP, Điều 5',
  },
  {
    id: 'signedCt01',
    name: words('Tờ khai CT01 có chữ ký của chủ hộ', 'Declaration CT01 signed by the householder'),
    document: 'residence-declaration-signed',
    group,
    form: 'CT01',
    when: { householderAgrees: 'paper' },
    handling: 'handIn',
    originals: 1,
    copies: 0,
    field: 'signedCt01',
    substitutes: [],
    note: words('Chủ hộ đã xác nhận trên VNeID thì không phải ký', 'Not needed where the householder confirmed in VNeID'),
    basis: law,
  },
  {
    id: 'dwelling',
    name: words('Giấy tờ về chỗ ở hợp pháp', 'Paper of the lawful dwelling'),
    document: 'dwelling-proof',
    group,
    when: { residenceWith: 'other' },
    handling: 'handIn',
    originals: 0,
    copies: 1,
    field: 'dwellingPaper',
    substitutes: [{ from: 'land', item: 'dwelling', basis: 'Nghị quyết 66.7/2025/NQ-CP', validFrom: '2026-01-01', validTo: '2027-02-28' }],
    basis: 'Nghị định 154/2024/NĐ-CP, Điều 5',
  },
] as const

/** What the police may find; the birth itself stands whatever is found here. */
export const childResidenceDefects = [
  {
    code: 'LT01',
    text: words('Chủ hộ, chủ chỗ ở chưa xác nhận trên VNeID', 'Householder or owner has not confirmed in VNeID'),
    remedy: words('Nhắc chủ hộ xác nhận, hoặc gửi tờ khai CT01 có chữ ký', 'Remind them, or send the signed CT01'),
    outcome: 'supplement',
    field: 'householderAgrees',
    basis: law,
  },
  {
    code: 'LT02',
    text: words('Cha hoặc mẹ được chọn không thường trú ở đây', 'The chosen parent has no permanent residence here'),
    remedy: words('Chọn nơi thường trú của người kia hoặc chỗ ở hợp pháp khác', 'Choose the other parent’s or another lawful dwelling'),
    outcome: 'supplement',
    field: 'residenceWith',
    basis: law,
  },
  {
    code: 'LT03',
    text: words('Thông tin chủ hộ không khớp dữ liệu', 'The householder’s data do not match'),
    remedy: words('Xem lại họ tên và số định danh của chủ hộ', 'Check the householder’s name and number'),
    outcome: 'correctData',
    field: 'householderId',
    basis: law,
  },
  {
    code: 'LT04',
    text: words('Thiếu giấy tờ về chỗ ở', 'No paper of the dwelling'),
    remedy: words('Gửi giấy tờ về chỗ ở hợp pháp', 'Send a paper of the lawful dwelling'),
    outcome: 'supplement',
    component: 'dwelling',
    basis: 'Nghị định 154/2024/NĐ-CP, Điều 5',
  },
  {
    code: 'LT07',
    text: words('Giấy khai sinh có sai sót', 'The birth certificate has an error'),
    remedy: words('Chúng tôi chuyển lại nơi cấp để sửa, bạn không phải làm gì', 'We return it to be corrected; you need not do anything'),
    outcome: 'correctData',
    field: 'birthNumber',
    basis: 'Nghị định 63/2024/NĐ-CP, Điều 7',
  },
  {
    code: 'LT08',
    text: words('Cha, mẹ ở hai nơi, chưa thống nhất nơi thường trú của trẻ', 'The parents live apart and have not agreed'),
    remedy: words('Cha, mẹ thống nhất và cho biết nơi thường trú của trẻ', 'The parents agree and say where'),
    outcome: 'ask',
    field: 'residenceWith',
    basis: law,
  },
] as const
