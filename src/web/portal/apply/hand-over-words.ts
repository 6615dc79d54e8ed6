import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Nộp ở Cổng quốc gia: {procedure}', en: 'File at the National Portal: {procedure}' },
  lead: {
    vi: 'Thủ tục này hiện nộp ở Cổng Dịch vụ công quốc gia, đăng nhập bằng cùng tài khoản VNeID. In hoặc lưu trang này để chuẩn bị.',
    en: 'This procedure is filed at the National Public Service Portal, with the same VNeID account. Print or keep this page to prepare.',
  },
  open: { vi: 'Mở Cổng Dịch vụ công quốc gia', en: 'Open the National Portal' },
  code: { vi: 'Tìm ở đó bằng mã {code}.', en: 'Search there for the code {code}.' },
  print: { vi: 'In trang này', en: 'Print this page' },
  prepare: { vi: 'Chuẩn bị trước', en: 'Prepare first' },
  prepareHow: {
    vi: 'Trả lời vài câu để biết đúng giấy tờ của mình, rồi in ra mang theo.',
    en: 'A few questions tell exactly your papers; print them to take along.',
  },
  guide: { vi: 'Hỏi trước khi nộp', en: 'Ask before you file' },
  prepared: { vi: 'Đã chuẩn bị cho bạn', en: 'Prepared for you' },
  papers: { vi: 'Giấy tờ của bạn', en: 'Your papers' },
  noPapers: { vi: 'Không phải mang giấy tờ nào', en: 'There is no paper to bring' },
})
