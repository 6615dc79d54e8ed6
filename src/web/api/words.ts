import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Cổng máy của Liên Thông', en: 'Machine doors of Liên Thông' },
  intro: {
    vi: 'Những gì người dân và cán bộ làm trên trang, máy làm được ở đây, qua cùng các hàm và cùng quyền.',
    en: 'What citizens and officials do on the pages, machines do here, through the same functions and with the same rights.',
  },
  who: {
    vi: 'Đăng nhập trên trang rồi gửi mã phiên trong «Authorization: Bearer …». Trình duyệt gửi kèm cookie thì còn phải gửi mã của biểu mẫu trong X-Form-Token với mọi yêu cầu không phải GET.',
    en: 'Sign in on the pages and send the session’s token in «Authorization: Bearer …». A browser that sends the cookie must also send a form’s token in X-Form-Token with every request that is no GET.',
  },
  once: {
    vi: 'Yêu cầu nào cần Idempotency-Key thì gửi lại cùng khóa và cùng nội dung sẽ nhận đúng câu trả lời cũ; cùng khóa mà nội dung khác bị từ chối với 422.',
    en: 'Where an Idempotency-Key is needed, the same key with the same content brings the first answer again; with another content it is refused with 422.',
  },
  problems: {
    vi: 'Điều gì sai được trả lời theo RFC 9457 (application/problem+json): «detail» nói sai gì và làm gì tiếp, «reason» là mã để máy đọc, «faults» chỉ từng chỗ. Địa chỉ cũ sống mãi; thay đổi không tương thích sẽ là /api/v2 bên cạnh.',
    en: 'What goes wrong is answered by RFC 9457 (application/problem+json): «detail» says what is wrong and what to do, «reason» is for machines, «faults» points at each place. Addresses live for ever; a breaking change will be /api/v2 beside this one.',
  },
  bearer: { vi: 'Mã phiên, như trong cookie sau khi đăng nhập', en: 'The session’s token, as the cookie holds it after sign-in' },
  cookie: { vi: 'Phiên của trình duyệt', en: 'The browser’s session' },
  key: { vi: 'Do bên gửi đặt, từ 8 đến 200 ký tự', en: 'Chosen by the sender, 8 to 200 characters' },
  problem: { vi: 'Không làm được: nói vì sao', en: 'It could not be done, and why' },
  file: { vi: 'Tải mô tả OpenAPI 3.1 (JSON)', en: 'Download as OpenAPI 3.1 (JSON)' },
  contents: { vi: 'Các cửa', en: 'The doors' },
  request: { vi: 'Gửi', en: 'What is sent' },
  answer: { vi: 'Trả lời', en: 'What comes back' },
  example: { vi: 'Ví dụ: {shows}', en: 'Example: {shows}' },
  may: { vi: 'Ai được gọi', en: 'Who may' },
  'may.anyone': { vi: 'Bất kỳ ai', en: 'Anyone' },
  'may.citizen': { vi: 'Người dân, tổ chức đã đăng nhập', en: 'A citizen or organisation signed in' },
  'may.staff': { vi: 'Cán bộ đã đăng nhập', en: 'An official signed in' },
  'may.signed-in': { vi: 'Bất kỳ ai đã đăng nhập, trong phạm vi của mình', en: 'Anyone signed in, within his own scope' },
  name: { vi: 'Tên', en: 'Name' },
  place: { vi: 'Ở đâu', en: 'Where' },
  what: { vi: 'Là gì', en: 'What it is' },
  required: { vi: 'bắt buộc', en: 'required' },
  schema: { vi: 'Lược đồ', en: 'Schema' },
  bytes: { vi: 'Thân yêu cầu: các byte, kiểu {type}', en: 'Body: bytes, type {type}' },
})

export const groups = {
  procedures: { vi: 'Thủ tục và nơi giải quyết', en: 'Procedures and who is competent' },
  filing: { vi: 'Nộp hồ sơ', en: 'Filing' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  office: { vi: 'Cán bộ', en: 'Officials' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  install: { vi: 'Tình trạng', en: 'How the install does' },
} as const
