import { messages } from '#platform/i18n'

/** Refusals that officials meet at the counter: what is wrong, and what to do. */
export const counterReasons = messages({
  'not-at-counter': {
    vi: 'Thủ tục này không nhận tại quầy. Xem cách nộp ở trang của thủ tục.',
    en: 'This procedure is not taken in at a counter. See its page for how to file.',
  },
  'scan-undrawable': {
    vi: 'Có ảnh quét không mở được, nên chưa lập được bản sao. Yêu cầu bổ sung ảnh quét rõ, đủ trang rồi làm tiếp.',
    en: 'A scan cannot be opened, so the copy cannot be made. Ask for clear scans of all pages, then go on.',
  },
  'nothing-in-place': {
    vi: 'Hiện hồ sơ không chờ việc này từ người dân. Mở lại hồ sơ để xem đang ở bước nào.',
    en: 'The dossier does not wait for this now. Open it again to see where it lies.',
  },
})
