import { messages } from '#platform/i18n'

/** Refusals that citizens meet on the portal: what is wrong, and what to do. */
export const citizenReasons = messages({
  'no-such-draft': {
    vi: 'Bản viết dở này đã nộp, đã bỏ, hoặc không phải của bạn. Xem ở «Hồ sơ của tôi».',
    en: 'This form was filed, thrown away, or is not yours. See «My dossiers».',
  },
  'no-such-field': {
    vi: 'Câu hỏi này không còn trong hồ sơ. Hãy tải lại trang.',
    en: 'This question is no longer asked. Reload the page.',
  },
  'no-such-file': {
    vi: 'Không có tệp này, hoặc tệp không thuộc hồ sơ của bạn.',
    en: 'There is no such file, or it is not of your dossier.',
  },
  'no-such-upload': { vi: 'Lần gửi tệp này đã kết thúc. Hãy chọn lại tệp.', en: 'That upload has ended. Choose the file again.' },
  'file-gone': { vi: 'Tệp này đã được xóa theo thời hạn lưu giữ.', en: 'This file was deleted under the retention rules.' },
  'file-not-announced': { vi: 'Hãy chọn lại tệp rồi gửi.', en: 'Choose the file again and send it.' },
  'upload-over': { vi: 'Tệp này đã gửi xong. Hãy tải lại trang để xem.', en: 'This file has arrived already. Reload the page to see it.' },
  'not-complete': { vi: 'Tệp chưa tới đủ. Hãy gửi tiếp.', en: 'The file has not fully arrived. Go on sending.' },
  'more-than-announced': { vi: 'Tệp dài hơn cỡ đã báo. Hãy chọn lại tệp.', en: 'The file is longer than announced. Choose it again.' },
  'no-such-look-up': { vi: 'Không có lần tra cứu này trong hồ sơ của bạn.', en: 'Your dossier has no such look-up.' },
  'sign-in': {
    vi: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại; những gì đã lưu vẫn còn.',
    en: 'Your session has ended. Sign in again; what was saved is still there.',
  },
  'vneid-unreachable': {
    vi: 'VNeID chưa trả lời. Hãy thử lại sau ít phút; cần gấp thì nộp tại quầy.',
    en: 'VNeID does not answer. Try again in a few minutes; in a hurry, file at a counter.',
  },
  'fee-before-result': {
    vi: 'Bản sao đã có nhưng còn phí chưa nộp. Nộp tại quầy, rồi tải bản điện tử ở đây.',
    en: 'The copy is ready, but its fee is not paid yet. Pay at the counter, then download it here.',
  },
  'another-person': {
    vi: 'Người vừa đồng ý trên VNeID không phải người đang đăng nhập ở đây. Chưa có gì được lấy.',
    en: 'Somebody else agreed on VNeID than is signed in here. Nothing was taken.',
  },
})
