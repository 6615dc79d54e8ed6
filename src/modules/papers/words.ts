import { messages } from '#platform/i18n'

/** Why a paper was not taken in, as its sender reads it. Every fault of a paper has its sentence. */
export const paperWords = messages({
  empty: { vi: 'Tệp không có nội dung. Hãy chọn tệp khác.', en: 'The file is empty. Choose another file.' },
  'too-big': {
    vi: 'Tệp lớn hơn 50 MB. Hãy chụp lại nhỏ hơn hoặc tách thành nhiều tệp.',
    en: 'The file is larger than 50 MB. Take a smaller picture or split it.',
  },
  'too-many-files': {
    vi: 'Hồ sơ đã có quá nhiều tệp. Hãy bỏ bớt tệp không cần.',
    en: 'There are too many files. Remove those that are not needed.',
  },
  'type-not-allowed': {
    vi: 'Loại tệp này không dùng được. Hãy gửi ảnh (JPG, PNG, WebP) hoặc tệp PDF.',
    en: 'This kind of file cannot be used. Send a picture (JPG, PNG, WebP) or a PDF file.',
  },
  'ending-differs': {
    vi: 'Tên tệp không khớp với nội dung. Hãy lưu lại tệp với đúng đuôi rồi gửi lại.',
    en: 'The file name does not match its content. Save the file with the right ending and send it again.',
  },
  unreadable: { vi: 'Không đọc được tệp này. Hãy chụp hoặc quét lại.', en: 'This file cannot be read. Take the picture or scan again.' },
  'too-many-pixels': {
    vi: 'Ảnh có kích thước quá lớn. Hãy chụp lại ở cỡ nhỏ hơn.',
    en: 'The picture is too large. Take it again at a smaller size.',
  },
  bomb: {
    vi: 'Tệp này có cấu trúc bất thường nên không nhận được. Hãy chụp hoặc quét lại.',
    en: 'This file is built in an unusual way and cannot be taken in. Take the picture or scan again.',
  },
  locked: {
    vi: 'Tệp PDF này có đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
    en: 'This PDF is locked with a password. Remove the password and send it again.',
  },
  malware: { vi: 'Tệp này chứa mã độc nên không được nhận.', en: 'This file contains malware and was not taken in.' },
  secret: {
    vi: 'Tệp này có dấu chỉ độ mật. Tài liệu mật không được gửi qua mạng; hãy nộp trực tiếp tại cơ quan.',
    en: 'This file carries a secrecy mark. Secret papers must not be sent over the network; hand them in at the office.',
  },
})

/** How a paper was scanned, as the desk shows it. */
export const scanWords = messages({
  clean: { vi: 'Đã quét, không có mã độc', en: 'Scanned, no malware' },
  unscanned: { vi: 'Chưa quét', en: 'Not scanned' },
  'made-here': { vi: 'Do cơ quan lập', en: 'Made by the office' },
  malware: { vi: 'Có mã độc, đã gỡ bỏ', en: 'Malware, removed' },
})
