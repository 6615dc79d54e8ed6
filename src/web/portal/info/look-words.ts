import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Cỡ chữ, tương phản', en: 'Text size, contrast' },
  lead: {
    vi: 'Chọn xong bạn trở lại trang đang xem. Máy này nhớ lựa chọn một năm.',
    en: 'Afterwards you are back on the page you were reading. This device remembers for a year.',
  },
})
