import { words } from '#modules/procedures'
import { commonDefects } from './common-defects.ts'

const family = 'Luật Hôn nhân và gia đình 52/2014/QH13'
const law = 'Luật Hộ tịch 60/2014/QH13'
const decree = 'Nghị định 123/2015/NĐ-CP'

/** Those common to civil status, at the questions and papers of a marriage. */
export const commonMarriageDefects = [
  { ...commonDefects.C01, field: 'truthful' },
  { ...commonDefects.C02, field: 'relation' },
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

/** What goes wrong with marriages in particular. Composed for this project from the rules cited; not an official list. */
export const marriageDefects = [
  {
    code: 'KH01',
    text: words('Một bên chưa đủ tuổi kết hôn', 'One of them is under age'),
    remedy: words('Nộp lại từ ngày đủ tuổi: nam 20, nữ 18', 'File again from the day of the legal age: a man at 20, a woman at 18'),
    outcome: 'refuse',
    field: 'wifeBornOn',
    basis: `${family}, Điều 8`,
  },
  {
    code: 'KH02',
    text: words('Dữ liệu ghi một bên đang có vợ, có chồng', 'By the data one of them is married'),
    remedy: words(
      'Đã ly hôn hoặc vợ, chồng đã chết thì cho biết số, ngày, nơi ban hành để sửa dữ liệu',
      'After a divorce or death give number, date and office, so that the data is corrected',
    ),
    outcome: 'refuse',
    field: 'wifeStatus',
    component: 'maritalStatus',
    basis: `${family}, Điều 5`,
  },
  {
    code: 'KH03',
    text: words('Chưa tra được tình trạng hôn nhân', 'The marital status was not found'),
    remedy: words(
      'Bạn không phải làm gì: nơi cư trú trước đây được hỏi, trả lời trong 3 ngày làm việc',
      'Nothing to do: the earlier place of residence is asked and answers within 3 working days',
    ),
    outcome: 'ask',
    field: 'husbandResidence',
    component: 'maritalStatus',
    basis: 'Nghị định 120/2025/NĐ-CP',
  },
  {
    code: 'KH04',
    text: words(
      'Thiếu hoặc không tìm thấy việc ly hôn, việc vợ hoặc chồng chết',
      'The divorce or the death of the spouse is missing or not found',
    ),
    remedy: words(
      'Cho biết số, ngày và nơi ban hành bản án, quyết định hoặc trích lục khai tử',
      'Give number, date and office of the judgment or the death extract',
    ),
    outcome: 'supplement',
    field: 'wifeStatus',
    component: 'maritalStatus',
    basis: `${decree}, Điều 10`,
  },
  {
    code: 'KH05',
    text: words('Ly hôn ở nước ngoài chưa được ghi chú', 'A divorce abroad has not been noted'),
    remedy: words('Làm thủ tục ghi chú ly hôn 2.000554 trước', 'Have the divorce noted first, procedure 2.000554'),
    outcome: 'supplement',
    field: 'foreignDivorceNote',
    component: 'foreignDivorce',
    basis: `${decree}, Điều 10`,
  },
  {
    code: 'KH06',
    text: words('Hai bên có quan hệ bị cấm kết hôn với nhau', 'The two are related in a way that forbids marriage'),
    remedy: words(
      'Không đăng ký được: cùng dòng máu trực hệ, có họ trong phạm vi ba đời, quan hệ nuôi dưỡng, thông gia theo luật',
      'It cannot be registered: direct line, within three generations, adoption, in-laws as the law says',
    ),
    outcome: 'refuse',
    basis: `${family}, Điều 5`,
  },
  {
    code: 'KH07',
    text: words('Một bên không tự nguyện hoặc mất năng lực hành vi dân sự', 'One of them does not consent or lacks capacity'),
    remedy: words('Chỉ đăng ký khi cả hai tự nguyện và có năng lực hành vi', 'It is registered only when both consent and are capable'),
    outcome: 'refuse',
    field: 'freeWill',
    basis: `${family}, Điều 8`,
  },
  {
    code: 'KH08',
    text: words('Một bên vắng mặt lúc ký', 'One of them was absent at the signing'),
    remedy: words('Chọn một giờ hẹn khác; cả hai cùng đến', 'Choose another time; both come'),
    outcome: 'ask',
    basis: `${law}, Điều 18`,
  },
  {
    code: 'KH09',
    text: words('Hai bên cùng giới tính', 'Both are of the same sex'),
    remedy: words(
      'Nhà nước không thừa nhận hôn nhân giữa những người cùng giới tính',
      'Marriage between persons of the same sex is not recognised',
    ),
    outcome: 'refuse',
    field: 'husbandId',
    basis: `${family}, Điều 8`,
  },
  {
    code: 'KH10',
    text: words('Một bên là người nước ngoài hoặc cư trú ở nước ngoài', 'One of them is a foreigner or lives abroad'),
    remedy: words('Nộp theo thủ tục 2.000806', 'File under procedure 2.000806'),
    outcome: 'switch',
    field: 'wifeNationality',
    basis: `${law}, Điều 37`,
  },
  {
    code: 'KH11',
    text: words('Không bên nào cư trú tại xã, phường này', 'Neither resides in this commune'),
    remedy: words(
      'Bạn không phải làm gì: hồ sơ được chuyển đến nơi cư trú của một bên',
      'Nothing to do: it is passed on to the commune of one of you',
    ),
    outcome: 'transfer',
    field: 'wifeResidence',
    component: 'residence',
    basis: `${law}, Điều 17`,
  },
  {
    code: 'KH12',
    text: words('Chưa chứng minh được nhân thân', 'The identity is not proven'),
    remedy: words('Xuất trình căn cước hoặc hộ chiếu khi đến ký', 'Show the identity card or passport when you come to sign'),
    outcome: 'supplement',
    field: 'wifeId',
    component: 'identity',
    basis: `${decree}, Điều 2`,
  },
  {
    code: 'KH13',
    text: words('Một bên ký thay bên kia hoặc ủy quyền', 'One signs for the other, or by proxy'),
    remedy: words('Kết hôn không được ủy quyền: cả hai phải tự đến', 'Nobody marries by proxy: both must come'),
    outcome: 'refuse',
    basis: `${law}, Điều 18`,
  },
  {
    code: 'KH14',
    text: words('Số lần kết hôn khác dữ liệu', 'The number of marriages differs from the data'),
    remedy: words('Cho biết những lần kết hôn trước đã chấm dứt thế nào', 'Say how the earlier marriages ended'),
    outcome: 'ask',
    field: 'wifeTimes',
    component: 'maritalStatus',
    basis: `${decree}, Điều 10`,
  },
] as const
