import { words } from '#modules/procedures'
import { commonDefects } from './common-defects.ts'

const law = 'Luật Hộ tịch 60/2014/QH13'
const decree = 'Nghị định 123/2015/NĐ-CP'
const dataFirst = 'Nghị quyết 66.7/2025/NQ-CP, Điều 8'

/** Those common to civil status, at the questions and papers of a birth. */
export const commonBirthDefects = [
  { ...commonDefects.C01, field: 'truthful' },
  { ...commonDefects.C02, field: 'relation', component: 'authority' },
  { ...commonDefects.C03, component: 'identity' },
  { ...commonDefects.C04, component: 'residence' },
  commonDefects.C05,
  commonDefects.C06,
  commonDefects.C07,
  { ...commonDefects.C08, component: 'foreignMarriage' },
  commonDefects.C09,
  commonDefects.C10,
  commonDefects.C11,
  commonDefects.C12,
] as const

/** What goes wrong with births in particular. Composed for this project from the rules cited; not an official list. */
export const birthDefects = [
  {
    code: 'KS01',
    text: words('Không có giấy chứng sinh, văn bản người làm chứng hay giấy cam đoan', 'No birth note, witness statement or own statement'),
    remedy: words('Gửi một trong ba giấy tờ này', 'Send one of the three'),
    outcome: 'supplement',
    field: 'proof',
    component: 'birthNote',
    basis: `${law}, Điều 16`,
  },
  {
    code: 'KS02',
    text: words('Thông tin về trẻ khác giấy chứng sinh', 'The child’s details differ from the birth note'),
    remedy: words(
      'Cho biết nội dung đúng; nếu giấy chứng sinh sai, đề nghị cơ sở y tế cấp lại',
      'Say which is right; if the note is wrong, ask the facility to reissue it',
    ),
    outcome: 'ask',
    component: 'birthNote',
    basis: `${law}, Điều 16`,
  },
  {
    code: 'KS03',
    text: words('Trẻ đã được khai sinh hoặc đã có số định danh', 'The child is already registered or already has a personal number'),
    remedy: words('Xin bản sao giấy khai sinh tại bất kỳ xã, phường nào', 'Ask any commune for a copy of the certificate'),
    outcome: 'refuse',
    field: 'childName',
    basis: law,
  },
  {
    code: 'KS04',
    text: words('Khai tên cha nhưng chưa kết hôn và chưa nhận con', 'A father is named without marriage or recognition'),
    remedy: words(
      'Để trống phần về cha, hoặc làm thủ tục kết hợp nhận con 1.000689',
      'Leave the father’s part empty, or use the combined procedure 1.000689',
    ),
    outcome: 'switch',
    field: 'parents',
    basis: `${decree}, Điều 15`,
  },
  {
    code: 'KS05',
    text: words('Chưa tra được việc kết hôn, hoặc kết hôn sau ngày sinh', 'The marriage was not found, or is later than the birth'),
    remedy: words('Cho biết nơi và năm đăng ký kết hôn; chúng tôi hỏi nơi đó', 'Say where and in which year; we ask that office'),
    outcome: 'ask',
    field: 'marriedAt',
    component: 'marriage',
    basis: 'Nghị định 07/2025/NĐ-CP',
  },
  {
    code: 'KS06',
    text: words('Tên trẻ không theo quy định', 'The name is against the rules'),
    remedy: words(
      'Chọn tên bằng tiếng Việt hoặc tiếng dân tộc của Việt Nam, không có số và ký hiệu',
      'Choose a name in Vietnamese or another language of Viet Nam, without digits or symbols',
    ),
    outcome: 'supplement',
    field: 'childName',
    basis: 'Bộ luật Dân sự 91/2015/QH13, Điều 26',
  },
  {
    code: 'KS07',
    text: words(
      'Họ hoặc quê quán chưa thống nhất, hoặc không theo cha hay mẹ',
      'Family name or origin is not agreed, or is neither parent’s',
    ),
    remedy: words('Cha mẹ thống nhất và chọn lại', 'The parents agree and choose again'),
    outcome: 'supplement',
    field: 'hometown',
    basis: `${decree}, Điều 4`,
  },
  {
    code: 'KS08',
    text: words('Ô quê quán ghi nơi sinh hoặc nơi ở', 'The place of origin holds the place of birth or residence'),
    remedy: words('Ghi quê quán như trong khai sinh của cha hoặc mẹ', 'Give the origin as in the father’s or mother’s birth entry'),
    outcome: 'supplement',
    field: 'hometown',
    basis: `${law}, Điều 4`,
  },
  {
    code: 'KS09',
    text: words('Cha hoặc mẹ là người nước ngoài', 'One parent is a foreigner'),
    remedy: words(
      'Nộp theo thủ tục 2.000528 tại Trung tâm Phục vụ hành chính công',
      'File under procedure 2.000528 at the public service centre',
    ),
    outcome: 'switch',
    field: 'parents',
    basis: `${law}, Điều 35`,
  },
  {
    code: 'KS10',
    text: words('Thiếu xác nhận của cơ sở y tế về mang thai hộ', 'The facility’s confirmation of surrogacy is missing'),
    remedy: words('Xin xác nhận của cơ sở đã làm kỹ thuật mang thai hộ', 'Get it from the facility that performed the technique'),
    outcome: 'supplement',
    component: 'surrogacy',
    basis: `${decree}, Điều 16`,
  },
  {
    code: 'KS11',
    text: words(
      'Trẻ bị bỏ rơi: thiếu biên bản hoặc chưa niêm yết đủ ngày',
      'Abandoned child: the record is missing or the posting has not ended',
    ),
    remedy: words('Chờ hết thời gian niêm yết; chúng tôi sẽ báo', 'Wait until the posting ends; we will tell you'),
    outcome: 'supplement',
    component: 'foundRecord',
    basis: `${decree}, Điều 14`,
  },
  {
    code: 'KS12',
    text: words('Thông tin của mẹ khác giấy chứng sinh', 'The mother’s details differ from the birth note'),
    remedy: words('Cho biết vì sao khác; nếu giấy chứng sinh sai, xin cấp lại', 'Say why; if the note is wrong, have it reissued'),
    outcome: 'ask',
    field: 'motherName',
    component: 'birthNote',
    basis: `${law}, Điều 16`,
  },
  {
    code: 'KS13',
    text: words('Ngày sinh sau hôm nay, hoặc đã quá hạn đăng ký', 'The date of birth lies ahead, or the time for registering has passed'),
    remedy: words(
      'Xem lại ngày sinh; nếu chỉ là muộn, cho biết lý do, hồ sơ vẫn được giải quyết',
      'Check the date; if it is only late, give the reason: the dossier is handled all the same',
    ),
    outcome: 'ask',
    field: 'childBornOn',
    basis: `${law}, Điều 15`,
  },
  {
    code: 'KS14',
    text: words('Không có dữ liệu của cha hoặc mẹ trong cơ sở dữ liệu dân cư', 'The father or mother is not in the population database'),
    remedy: words(
      'Xuất trình giấy tờ tùy thân và cập nhật dữ liệu tại công an xã, phường',
      'Show proof of identity and update the data at the commune police',
    ),
    outcome: 'correctData',
    field: 'motherId',
    component: 'identity',
    basis: dataFirst,
  },
  {
    code: 'KS15',
    text: words(
      'Người nộp không thuộc diện được đăng ký và không có ủy quyền',
      'The applicant is not entitled and has no power of attorney',
    ),
    remedy: words('Nhờ cha, mẹ, ông, bà nộp, hoặc gửi văn bản ủy quyền', 'Let a parent or grandparent file, or send a power of attorney'),
    outcome: 'supplement',
    component: 'authority',
    basis: `${law}, Điều 15`,
  },
] as const
