import { words } from '#modules/procedures'
import { commonDefects } from './common-defects.ts'

const law = 'Luật Hộ tịch 60/2014/QH13'
const decree = 'Nghị định 123/2015/NĐ-CP'

const common = [
  { ...commonDefects.C01, field: 'truthful' },
  { ...commonDefects.C02, field: 'relation', component: 'authority' },
  { ...commonDefects.C03, component: 'identity' },
  { ...commonDefects.C04, component: 'residence' },
  commonDefects.C05,
  commonDefects.C06,
  commonDefects.C07,
  { ...commonDefects.C08, component: 'legalised' },
  commonDefects.C09,
  commonDefects.C10,
  commonDefects.C11,
  commonDefects.C12,
] as const

/** What goes wrong with deaths in particular. Composed for this project from the rules cited; not an official list. */
const own = [
  {
    code: 'KT01',
    text: words('Thiếu cả giấy báo tử lẫn giấy tờ thay cho nó', 'Neither a death notice nor what stands for it'),
    remedy: words(
      'Gửi giấy tờ đúng với trường hợp chết: giấy báo tử, văn bản công an, biên bản hoặc bản án',
      'Send the paper of that kind of death: notice, police document, record or judgment',
    ),
    outcome: 'supplement',
    field: 'circumstance',
    component: 'deathNote',
    basis: `${decree}, Điều 4`,
  },
  {
    code: 'KT02',
    text: words(
      'Giấy tờ do nơi không có thẩm quyền cấp cho trường hợp này',
      'The paper is by somebody not competent for this kind of death',
    ),
    remedy: words('Xin giấy tờ ở đúng nơi: cơ sở y tế, xã, phường nơi chết, công an hoặc tòa án', 'Get it from the right body'),
    outcome: 'supplement',
    field: 'noteIssuer',
    component: 'deathNote',
    basis: `${decree}, Điều 4`,
  },
  {
    code: 'KT03',
    text: words('Lời khai khác giấy báo tử', 'The form differs from the death notice'),
    remedy: words(
      'Cho biết nội dung đúng; giấy báo tử sai thì đề nghị nơi cấp sửa',
      'Say which is right; if the notice is wrong, have it corrected',
    ),
    outcome: 'ask',
    component: 'deathNote',
    basis: `${law}, Điều 34`,
  },
  {
    code: 'KT04',
    text: words('Nơi cư trú cuối cùng thuộc xã, phường khác', 'The last residence is in another commune'),
    remedy: words('Bạn không phải làm gì: hồ sơ được chuyển đến đúng nơi', 'Nothing to do: the dossier is passed on to the right office'),
    outcome: 'transfer',
    field: 'lastResidence',
    basis: `${law}, Điều 32`,
  },
  {
    code: 'KT05',
    text: words('Người này đã được đăng ký khai tử', 'This death is registered already'),
    remedy: words('Xin bản sao trích lục khai tử ở bất kỳ xã, phường nào', 'Ask any commune for a copy of the extract'),
    outcome: 'refuse',
    field: 'deceasedName',
    basis: law,
  },
  {
    code: 'KT06',
    text: words('Dữ liệu dân cư không có người này, hoặc ghi đã chết', 'The population data lacks this person, or has them as dead'),
    remedy: words(
      'Xuất trình giấy tờ của người đã chết; công an xã, phường cập nhật dữ liệu',
      'Show that person’s papers; the police update the data',
    ),
    outcome: 'correctData',
    field: 'deceasedId',
    component: 'identity',
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  {
    code: 'KT07',
    text: words('Chết đã lâu mà chưa có chứng cứ hợp lệ', 'Long ago, and no valid evidence'),
    remedy: words(
      'Gửi giấy của chính quyền nơi chết, của đơn vị cũ hoặc chứng cứ hợp lệ khác',
      'Send a paper given or confirmed by a competent body',
    ),
    outcome: 'supplement',
    component: 'evidence',
    basis: 'Thông tư 04/2020/TT-BTP',
  },
  {
    code: 'KT08',
    text: words('Người nộp không thuộc diện đi đăng ký khai tử', 'The applicant is not among those who register a death'),
    remedy: words(
      'Nhờ vợ, chồng, con, cha, mẹ, người thân thích nộp, hoặc gửi văn bản ủy quyền',
      'Let a relative file, or send a power of attorney',
    ),
    outcome: 'supplement',
    field: 'relation',
    component: 'authority',
    basis: `${law}, Điều 33`,
  },
  {
    code: 'KT09',
    text: words('Ngày chết trước ngày sinh hoặc chưa đến', 'The death is before the birth or lies ahead'),
    remedy: words('Xem lại ngày chết trên giấy báo tử', 'Check the date on the notice'),
    outcome: 'supplement',
    field: 'diedOn',
    basis: law,
  },
  {
    code: 'KT10',
    text: words('Trẻ chết sau khi sinh từ 24 giờ mà chưa khai sinh', 'A child who lived 24 hours has no birth entry yet'),
    remedy: words(
      'Đăng ký khai sinh trước, thủ tục 1.001193; hai việc làm cùng lúc được',
      'Register the birth first, procedure 1.001193; both at once is possible',
    ),
    outcome: 'switch',
    field: 'deceasedBornOn',
    basis: decree,
  },
  {
    code: 'KT11',
    text: words('Chết có nghi vấn mà chưa có văn bản của công an', 'A suspicious death without a document of the police'),
    remedy: words('Chờ công an kết luận; hồ sơ được giữ lại cho bạn', 'Wait for the police; the dossier is kept for you'),
    outcome: 'supplement',
    component: 'policeDocument',
    basis: `${decree}, Điều 4`,
  },
  {
    code: 'KT12',
    text: words('Bản án, quyết định chưa có hiệu lực', 'The judgment is not in force yet'),
    remedy: words('Gửi bản án, quyết định khi đã có hiệu lực pháp luật', 'Send it once it is in force'),
    outcome: 'supplement',
    component: 'courtJudgment',
    basis: `${decree}, Điều 4`,
  },
  {
    code: 'KT13',
    text: words('Người đã chết là người nước ngoài', 'The deceased was a foreigner'),
    remedy: words('Làm theo thủ tục 1.001766 tại Trung tâm Phục vụ hành chính công', 'Use procedure 1.001766 at the public service centre'),
    outcome: 'switch',
    field: 'deceasedNationality',
    basis: `${law}, Điều 51`,
  },
  {
    code: 'KT14',
    text: words('Ngày khai là âm lịch', 'The date is by the lunar calendar'),
    remedy: words(
      'Đổi sang dương lịch; nhờ công chức hộ tịch đổi giúp nếu chưa rõ',
      'Convert it to the solar calendar; the registrar can help',
    ),
    outcome: 'supplement',
    field: 'diedOn',
    basis: decree,
  },
] as const

export const deathDefects = [...common, ...own] as const
