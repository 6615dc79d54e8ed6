import { words } from '#modules/procedures'
import { commonDefects } from './common-defects.ts'

const law = 'Luật Hộ tịch 60/2014/QH13'

const common = [
  { ...commonDefects.C01, field: 'truthful' },
  { ...commonDefects.C02, field: 'relation', component: 'authority' },
  { ...commonDefects.C03, component: 'identity' },
  { ...commonDefects.C04, component: 'residence' },
  commonDefects.C06,
  commonDefects.C07,
  commonDefects.C10,
  commonDefects.C11,
] as const

/** What goes wrong with copies in particular. Composed for this project from the rules cited; not an official list. */
const own = [
  {
    code: 'TL01',
    text: words('Không có mục nào trong sổ theo thông tin đã khai', 'No entry fits what was told'),
    remedy: words(
      'Xem lại họ tên, ngày sinh, nơi đăng ký; mất hết sổ và giấy thì làm thủ tục đăng ký lại',
      'Check name, birth date and place; if register and papers are lost, register anew',
    ),
    outcome: 'refuse',
    field: 'subjectName',
    basis: `${law}, Điều 64`,
  },
  {
    code: 'TL02',
    text: words('Có nhiều mục khớp, chưa rõ mục nào', 'Several entries fit'),
    remedy: words('Cho biết thêm số, ngày đăng ký hoặc gửi ảnh giấy cũ', 'Add number, day or a photo of the old paper'),
    outcome: 'supplement',
    field: 'entryNumber',
    component: 'oldPaper',
    basis: `${law}, Điều 64`,
  },
  {
    code: 'TL03',
    text: words('Chọn chưa đúng việc hộ tịch', 'The event is the wrong one'),
    remedy: words('Chọn lại việc cần cấp bản sao', 'Choose the event again'),
    outcome: 'supplement',
    field: 'kind',
    basis: `${law}, Điều 63`,
  },
  {
    code: 'TL04',
    text: words('Chưa rõ nơi đăng ký, hoặc nơi đó đã giải thể', 'The place is missing or does not exist any more'),
    remedy: words(
      'Ghi tên cũ của nơi đó; cơ quan đang giữ sổ được hỏi thay bạn',
      'Give its old name; the office that keeps the register is asked',
    ),
    outcome: 'ask',
    field: 'registeredAt',
    basis: 'Nghị định 120/2025/NĐ-CP',
  },
  {
    code: 'TL05',
    text: words('Người nộp không có quyền đối với việc hộ tịch này', 'The applicant has no right to this entry'),
    remedy: words('Nhờ người có tên trong sổ hoặc người đại diện yêu cầu', 'Let the person in the register or a representative ask'),
    outcome: 'refuse',
    field: 'relation',
    basis: `${law}, Điều 64`,
  },
  {
    code: 'TL06',
    text: words('Thiếu văn bản ủy quyền', 'The power of attorney is missing'),
    remedy: words('Gửi văn bản ủy quyền', 'Send the power of attorney'),
    outcome: 'supplement',
    component: 'authority',
    basis: `${law}, Điều 6`,
  },
  {
    code: 'TL07',
    text: words('Cơ quan, tổ chức chưa nêu lý do', 'The organisation gives no reason'),
    remedy: words('Gửi văn bản yêu cầu có nêu lý do', 'Send the request with its reason'),
    outcome: 'supplement',
    field: 'reason',
    component: 'request',
    basis: `${law}, Điều 64`,
  },
  {
    code: 'TL08',
    text: words('Việc này mới có trong sổ giấy, chưa số hóa', 'The entry is on paper only'),
    remedy: words(
      'Bạn không phải làm gì: nơi giữ sổ được hỏi và số hóa trước',
      'Nothing to do: the office that keeps it digitises it first',
    ),
    outcome: 'ask',
    basis: 'Nghị định 87/2020/NĐ-CP',
  },
  {
    code: 'TL09',
    text: words('Mục này đang được cải chính hoặc có tranh chấp', 'The entry is being corrected or disputed'),
    remedy: words('Chờ việc cải chính xong; chúng tôi sẽ báo', 'Wait until that is settled; we will tell you'),
    outcome: 'ask',
    basis: law,
  },
  {
    code: 'TL10',
    text: words('Trang sổ rách nát, không đọc được', 'The page is torn or unreadable'),
    remedy: words('Làm thủ tục đăng ký lại tại xã, phường', 'Have the event registered anew'),
    outcome: 'refuse',
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 24',
  },
  {
    code: 'TL11',
    text: words('Chưa nộp phí cấp bản sao', 'The fee is not paid'),
    remedy: words('Nộp 8.000 đồng mỗi bản tại quầy khi nhận', 'Pay 8.000 đ a copy at the counter'),
    outcome: 'supplement',
    field: 'copies',
    basis: 'Thông tư 281/2016/TT-BTC',
  },
  {
    code: 'TL12',
    text: words('Thông tin của người này đã thay đổi sau khi đăng ký', 'The person’s data has changed since'),
    remedy: words('Bản sao in kèm phần ghi chú thay đổi', 'The copy prints the notes as well'),
    outcome: 'ask',
    basis: law,
  },
] as const

export const extractDefects = [...common, ...own] as const
