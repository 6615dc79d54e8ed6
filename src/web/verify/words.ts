import { messages } from '#platform/i18n'

/** What the pages that check a paper say themselves; each finding has its own sentence in `#modules/signing`. */
export const words = messages({
  title: { vi: 'Kiểm tra giấy tờ', en: 'Check a paper' },
  lead: {
    vi: 'Chọn tệp PDF bạn nhận được. Chúng tôi cho biết ai đã ký, ở chức danh nào, lúc nào, và tệp có bị sửa từ khi ký hay không.',
    en: 'Choose the PDF you were given. We tell you who signed it, in which post, when, and whether anything changed since.',
  },
  file: { vi: 'Tệp PDF cần kiểm tra', en: 'PDF to check' },
  fileHint: {
    vi: 'Không quá 50 MB. Gửi đúng tệp đã nhận: ảnh chụp hoặc bản in không mang chữ ký số.',
    en: '50 MB at most. Send the very file you received: a photo or a print carries no signature.',
  },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  notKept: { vi: 'Tệp của bạn không bị lưu lại.', en: 'Your file is not kept.' },
  onPaper: { vi: 'Bạn cầm bản in?', en: 'Do you hold a print?' },
  onPaperHow: {
    vi: 'Quét mã QR trên giấy bằng máy ảnh của điện thoại, rồi so từng dòng với những gì cơ quan đã phát hành.',
    en: 'Scan the QR code on the paper with your phone and compare it line by line with what was issued.',
  },
  noFile: { vi: 'Hãy chọn tệp cần kiểm tra.', en: 'Choose the file to check.' },
  notPdf: {
    vi: 'Tệp này không phải PDF. Giấy tờ điện tử do cơ quan phát hành luôn là tệp PDF; hãy chọn đúng tệp ấy.',
    en: 'This file is not a PDF. Papers issued electronically are always PDF files; choose that file.',
  },
  tooBig: {
    vi: 'Tệp lớn hơn 50 MB. Giấy tờ do cơ quan phát hành nhỏ hơn nhiều.',
    en: 'The file is larger than 50 MB. Issued papers are far smaller.',
  },
  another: { vi: 'Kiểm tra giấy tờ khác', en: 'Check another paper' },
  about: { vi: '{file} · kiểm tra lúc {time} ngày {date}', en: '{file} · checked at {time} on {date}' },
  checked: { vi: 'Đã kiểm tra', en: 'What was checked' },
  why: { vi: 'Vì sao', en: 'Why' },

  genuine: { vi: 'Giấy tờ thật, còn nguyên vẹn', en: 'Genuine and unchanged' },
  genuineSays: {
    vi: 'Tệp này do {unit} ký số và không thay đổi từ khi ký.',
    en: 'This file was signed by {unit} and has not changed since.',
  },
  changed: { vi: 'Giấy tờ đã bị sửa sau khi ký', en: 'Changed after it was signed' },
  forged: { vi: 'Chữ ký trong tệp đã bị thay hoặc làm giả', en: 'A signature in the file was replaced or forged' },
  notIssued: { vi: 'Không phải tệp đã phát hành', en: 'Not the file that was issued' },
  beforeIssue: { vi: 'Bản này chưa được ban hành', en: 'This copy was not issued' },
  replaced: { vi: 'Giấy này đã có bản mới thay thế', en: 'A newer paper replaces this one' },
  replacedSays: {
    vi: 'Tệp này từng được phát hành lúc {at}, nhưng sau đó cơ quan đã phát hành bản khác thay nó.',
    en: 'This file was issued at {at}, but the agency has since issued another in its place.',
  },
  revoked: { vi: 'Người ký đã mất quyền ký trước lúc ký', en: 'The signer had lost the right to sign' },
  untrusted: { vi: 'Chữ ký không thuộc hệ thống được tin cậy', en: 'The signature does not belong to a trusted system' },
  unreadable: { vi: 'Không có chữ ký số để kiểm tra', en: 'There is no signature to check' },
  unproven: { vi: 'Chưa đủ căn cứ để kết luận', en: 'There is not enough proof yet' },
  foreign: {
    vi: 'Chữ ký còn nguyên, nhưng không phải giấy do chúng tôi phát hành',
    en: 'The signature holds, but we did not issue this paper',
  },
  foreignSays: {
    vi: 'Người ký không thuộc các cơ quan trong hệ thống này. Hãy kiểm tra ở trang của cơ quan đã ký.',
    en: 'The signer belongs to none of the agencies here. Check it with the agency that signed.',
  },
  doNotUse: { vi: '{sentence} Không dùng tệp này.', en: '{sentence} Do not use this file.' },

  unchanged: { vi: 'Nội dung không bị sửa', en: 'The content is unchanged' },
  asIssued: { vi: 'Trùng từng byte với bản {unit} phát hành lúc {at}', en: 'Byte for byte what {unit} issued at {at}' },
  signer: { vi: 'Người ký: {name}', en: 'Signed by {name}' },
  sealOf: { vi: 'Con dấu số: {name}', en: 'Seal of {name}' },
  postAt: { vi: '{post}, {at}', en: '{post}, {at}' },
  certificate: { vi: 'Chứng thư số còn hiệu lực lúc ký', en: 'The certificate was valid when signing' },
  certificateOf: { vi: '{issuer} cấp; có dấu thời gian', en: 'Issued by {issuer}; time-stamped' },
  stillInside: { vi: 'Phần {name} đã ký vẫn nằm trong tệp', en: 'What {name} signed is still in the file' },

  fromOthers: {
    vi: 'Nhận tệp này từ người khác? Đề nghị họ gửi bản gốc',
    en: 'Did you get this file from somebody? Ask them for the original',
  },
  orTell: { vi: ', hoặc báo cho {unit}', en: ', or tell {unit}' },
  phone: { vi: 'điện thoại {phone}', en: 'phone {phone}' },
  report: { vi: 'Tải biên bản kiểm tra', en: 'Download the report' },

  keyTitle: { vi: 'So bản in với bản đã phát hành', en: 'Compare your print with what was issued' },
  keyVerdict: { vi: 'Mã QR này là của giấy đã phát hành', en: 'This QR code belongs to a paper that was issued' },
  keySays: {
    vi: 'Mã có thể bị chép sang giấy khác, nên mã không chứng minh tờ giấy trong tay bạn. Hãy so từng dòng dưới đây với bản in; chắc chắn nhất là kiểm tra tệp PDF gốc.',
    en: 'A code can be copied onto another paper, so it does not prove the one you hold. Compare each line below with the print; surest is to check the original PDF.',
  },
  keyNothing: { vi: 'Chưa có giấy nào được phát hành với mã này', en: 'No paper has been issued with this code' },
  keyNothingSays: {
    vi: 'Hồ sơ còn đang giải quyết, hoặc mã không đúng. Nếu tờ giấy trong tay bạn đã có chữ ký và con dấu, đừng dùng nó trước khi hỏi cơ quan.',
    en: 'The case is still open, or the code is wrong. If the paper you hold is already signed and sealed, ask the agency before you use it.',
  },
  paper: { vi: 'Giấy', en: 'Paper' },
  number: { vi: 'Số', en: 'Number' },
  office: { vi: 'Cơ quan phát hành', en: 'Issued by' },
  signedBy: { vi: 'Người ký', en: 'Signed by' },
  issuedAt: { vi: 'Phát hành lúc', en: 'Issued at' },
  checkFile: { vi: 'Kiểm tra tệp PDF gốc', en: 'Check the original PDF' },
})
