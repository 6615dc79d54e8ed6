import { words } from '#modules/procedures'

const grounds = 'Nghị định 23/2015/NĐ-CP, Điều 22'
const copying = 'Nghị định 23/2015/NĐ-CP, Điều 20'

/** What must not be certified (six grounds), and what else stops a copy. */
export const certifiedCopyDefects = [
  {
    code: 'CB01',
    text: words(
      'Bản chính bị tẩy xóa, sửa chữa, thêm, bớt nội dung không hợp lệ',
      'The original was erased, corrected or added to in a way that is not valid',
    ),
    remedy: words('Đề nghị cơ quan đã cấp cấp lại hoặc đính chính bản chính', 'Ask the issuer for a new or corrected original'),
    outcome: 'refuse',
    component: 'original',
    basis: `${grounds}, khoản 1`,
  },
  {
    code: 'CB02',
    text: words('Bản chính bị hư hỏng, cũ nát, không xác định được nội dung', 'The original is damaged, its content cannot be made out'),
    remedy: words('Xin bản sao từ sổ gốc hoặc cấp lại tại cơ quan đã cấp', 'Ask the issuer for a copy from its register or a new original'),
    outcome: 'refuse',
    component: 'original',
    basis: `${grounds}, khoản 2`,
  },
  {
    code: 'CB03',
    text: words(
      'Bản chính đóng dấu mật, hoặc ghi rõ không được sao chụp',
      'The original bears a secret stamp or says that it must not be copied',
    ),
    remedy: words(
      'Liên hệ cơ quan đã ban hành để được sao theo quy định về bảo vệ bí mật',
      'Ask the issuer, who may copy it under the rules on secrets',
    ),
    outcome: 'refuse',
    component: 'original',
    basis: `${grounds}, khoản 3`,
  },
  {
    code: 'CB04',
    text: words(
      'Nội dung trái pháp luật, đạo đức xã hội; kích động chiến tranh; xúc phạm danh dự, nhân phẩm của người khác',
      'Content against law or morals, inciting to war, or insulting somebody',
    ),
    remedy: words('Giấy tờ này không chứng thực được', 'This paper cannot be certified'),
    outcome: 'refuse',
    component: 'original',
    basis: `${grounds}, khoản 4`,
  },
  {
    code: 'CB05',
    text: words('Giấy tờ nước ngoài chưa được hợp pháp hóa lãnh sự', 'A foreign paper that was not legalised'),
    remedy: words('Hợp pháp hóa tại cơ quan ngoại giao rồi mang lại', 'Have it legalised and come again'),
    outcome: 'refuse',
    field: 'legalisation',
    basis: `${grounds}, khoản 5`,
  },
  {
    code: 'CB06',
    text: words(
      'Giấy tờ do cá nhân tự lập, không có xác nhận và đóng dấu của cơ quan, tổ chức',
      'A self-made paper without confirmation and stamp of an agency',
    ),
    remedy: words('Nếu cần, yêu cầu chứng thực chữ ký thay cho chứng thực bản sao', 'A certified signature may serve instead'),
    outcome: 'refuse',
    component: 'original',
    basis: `${grounds}, khoản 6`,
  },
  {
    code: 'CB07',
    text: words(
      'Bản sao không đúng bản chính, hoặc thiếu trang, kể cả bìa có ghi thông tin',
      'The copy differs or lacks pages, cover included',
    ),
    remedy: words('Chụp lại đủ các trang từ bản chính', 'Copy all pages of the original again'),
    outcome: 'supplement',
    field: 'pages',
    basis: copying,
  },
  {
    code: 'CB08',
    text: words('Chỉ có bản sao, không có bản chính', 'Only a copy is shown, no original'),
    remedy: words('Mang bản chính, hoặc mở giấy tờ đó trên VNeID', 'Bring the original or open it in VNeID'),
    outcome: 'supplement',
    component: 'original',
    basis: copying,
  },
  {
    code: 'CB09',
    text: words('Có căn cứ nghi bản chính là giả', 'There is reason to think the original is false'),
    remedy: words(
      'Cơ quan lập biên bản, giữ giấy tờ và chuyển cơ quan có thẩm quyền xác minh',
      'The office draws up a record, keeps the paper and hands it to the competent body',
    ),
    outcome: 'refuse',
    component: 'original',
    basis: 'Nghị định 23/2015/NĐ-CP, Điều 9',
  },
  {
    code: 'CB10',
    text: words('Bản sao mờ, không đọc được', 'The copy cannot be read'),
    remedy: words('Chụp hoặc quét lại cho rõ', 'Copy or scan it again'),
    outcome: 'supplement',
    component: 'original',
    basis: copying,
  },
  {
    code: 'CB11',
    text: words('Giấy tờ trên VNeID đã hết hạn hoặc không đọc được', 'The paper in VNeID has expired or cannot be read'),
    remedy: words('Mang bản chính, hoặc cập nhật giấy tờ trên VNeID', 'Bring the original or bring VNeID up to date'),
    outcome: 'supplement',
    component: 'shownOnVneid',
    basis: 'Nghị định 280/2025/NĐ-CP',
  },
  {
    code: 'CB12',
    text: words('Chưa nộp phí chứng thực', 'The fee is not paid'),
    remedy: words('Nộp phí tại quầy', 'Pay at the counter'),
    outcome: 'supplement',
    basis: 'Thông tư 226/2016/TT-BTC',
  },
  {
    code: 'CB13',
    text: words('Giấy tờ đưa ra chính là một bản sao có chứng thực', 'What is shown is itself a certified copy'),
    remedy: words('Mang bản chính', 'Bring the original'),
    outcome: 'refuse',
    component: 'original',
    basis: copying,
  },
] as const
