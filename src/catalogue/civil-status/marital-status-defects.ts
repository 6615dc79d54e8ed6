import { words } from '#modules/procedures'
import { commonDefects } from './common-defects.ts'

const decree = 'Nghị định 123/2015/NĐ-CP'
const circular = 'Thông tư 04/2020/TT-BTP'

/** Those common to civil status, at the questions and papers of a marital status certificate. */
export const commonMaritalStatusDefects = [
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

/** What goes wrong with these certificates in particular. Composed for this project from the rules cited; not an official list. */
export const maritalStatusDefects = [
  {
    code: 'HN01',
    text: words('Dữ liệu ghi người này đang có vợ, có chồng', 'By the data this person is married'),
    remedy: words(
      'Đã ly hôn hoặc vợ, chồng đã chết thì cho biết số, ngày, nơi ban hành',
      'After a divorce or death give number, date and office',
    ),
    outcome: 'refuse',
    field: 'subjectStatus',
    component: 'maritalStatus',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN02',
    text: words('Không tìm thấy việc ly hôn', 'The divorce was not found'),
    remedy: words('Cho biết tòa án, số và ngày của bản án, quyết định', 'Give court, number and date of the judgment'),
    outcome: 'supplement',
    field: 'divorceNumber',
    component: 'maritalStatus',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN03',
    text: words('Việc vợ hoặc chồng chết chưa đăng ký khai tử', 'The spouse’s death is not registered'),
    remedy: words('Đăng ký khai tử trước, thủ tục 1.000656', 'Have the death registered first, procedure 1.000656'),
    outcome: 'supplement',
    field: 'deathNumber',
    component: 'maritalStatus',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN04',
    text: words('Mục đích sử dụng để trống hoặc chung chung', 'The purpose is missing or vague'),
    remedy: words('Ghi rõ làm việc gì, ở đâu', 'Say exactly what it is for, and where'),
    outcome: 'supplement',
    field: 'purposeDetail',
    basis: `${decree}, Điều 23`,
  },
  {
    code: 'HN05',
    text: words('Xin giấy để kết hôn mà thiếu thông tin người sẽ kết hôn', 'For a marriage, but the other person is missing'),
    remedy: words(
      'Điền họ tên, ngày sinh, quốc tịch, giấy tờ và nơi cư trú của người đó',
      'Enter name, birth date, nationality, paper and residence of that person',
    ),
    outcome: 'supplement',
    field: 'partnerName',
    basis: `${circular}, Điều 12`,
  },
  {
    code: 'HN06',
    text: words(
      'Kết hôn cùng giới, hoặc kết hôn tại cơ quan đại diện nước ngoài ở Việt Nam',
      'A marriage of the same sex, or to a foreigner at a foreign mission in Viet Nam',
    ),
    remedy: words('Không cấp giấy cho mục đích này', 'It is not issued for this purpose'),
    outcome: 'refuse',
    field: 'purpose',
    basis: `${circular}, Điều 12`,
  },
  {
    code: 'HN07',
    text: words('Chưa đủ tuổi kết hôn mà xin giấy để kết hôn', 'Under age, for a marriage'),
    remedy: words('Nộp lại từ ngày đủ tuổi: nam 20, nữ 18', 'File again from the day of the legal age: a man at 20, a woman at 18'),
    outcome: 'refuse',
    field: 'subjectBornOn',
    basis: 'Luật Hôn nhân và gia đình 52/2014/QH13, Điều 8',
  },
  {
    code: 'HN08',
    text: words('Xin nhiều hơn một bản để kết hôn', 'More than one original for a marriage'),
    remedy: words('Sửa số bản thành 1', 'Change the number to 1'),
    outcome: 'supplement',
    field: 'sheets',
    basis: `${circular}, Điều 12`,
  },
  {
    code: 'HN09',
    text: words('Chưa nộp lại giấy cũ và chưa giải trình', 'The earlier one was neither handed in nor explained'),
    remedy: words('Nộp lại giấy cũ, hoặc nói vì sao không còn', 'Hand it in, or say why it is gone'),
    outcome: 'supplement',
    field: 'whyNotReturned',
    component: 'earlier',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN10',
    text: words('Không thường trú ở đây mà có thường trú nơi khác', 'Permanent residence is elsewhere'),
    remedy: words(
      'Bạn không phải làm gì: hồ sơ được chuyển đến nơi thường trú',
      'Nothing to do: it is passed on to the commune of permanent residence',
    ),
    outcome: 'transfer',
    field: 'subjectResidence',
    component: 'residence',
    basis: `${decree}, Điều 21`,
  },
  {
    code: 'HN11',
    text: words('Thời gian cư trú có chỗ trống', 'There are gaps between the residences'),
    remedy: words('Cho biết trong khoảng trống đó ở đâu', 'Say where you lived in between'),
    outcome: 'ask',
    field: 'firstPlace',
    component: 'maritalStatus',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN12',
    text: words('Ly hôn ở nước ngoài chưa được ghi chú', 'A divorce abroad has not been noted'),
    remedy: words('Làm thủ tục ghi chú ly hôn 2.000554 trước', 'Have the divorce noted first, procedure 2.000554'),
    outcome: 'supplement',
    field: 'foreignDivorceNote',
    component: 'foreignDivorce',
    basis: `${decree}, Điều 22`,
  },
  {
    code: 'HN13',
    text: words('Làm thay mà không có văn bản ủy quyền', 'On behalf of another, without a power of attorney'),
    remedy: words('Gửi văn bản ủy quyền', 'Send the power of attorney'),
    outcome: 'supplement',
    field: 'authority',
    component: 'authority',
    basis: `${circular}, Điều 2`,
  },
  {
    code: 'HN14',
    text: words('Cam đoan sai sự thật', 'The declaration is false'),
    remedy: words('Giấy không được cấp, hoặc bị thu hồi nếu đã cấp', 'It is not issued, or revoked'),
    outcome: 'refuse',
    field: 'truthful',
    basis: `${decree}, Điều 22`,
  },
] as const
