import { messages } from '#platform/i18n'

export const words = messages({
  lead: {
    vi: 'Khai một lần. Mỗi phần có cơ quan, số hồ sơ và thời hạn riêng; phần sau tự mở khi có kết quả phần trước.',
    en: 'Declared once. Each part has its own office, number and time; a later one opens by itself when the one before is done.',
  },
  filed: {
    vi: 'Đã nộp lúc {at}. Giấy tiếp nhận nằm trong từng hồ sơ dưới đây.',
    en: 'Filed at {at}. The receipts lie with each dossier below.',
  },
  parts: { vi: 'Các phần việc', en: 'The parts' },
  number: { vi: 'Số hồ sơ {code}', en: 'Dossier {code}' },
  at: { vi: 'Nơi giải quyết: {unit}', en: 'Handled by {unit}' },
  promised: { vi: 'Hẹn trả {due}', en: 'Promised for {due}' },
  notYetReceived: { vi: 'Giờ hẹn trả có ngay khi hồ sơ được nhận', en: 'The promised hour comes as soon as it is accepted' },
  ended: { vi: 'Kết thúc {at}', en: 'Ended {at}' },
  waitsFor: {
    vi: 'Tự mở khi có kết quả “{part}”. Bạn không phải làm gì.',
    en: 'Opens by itself after “{part}”. You need not do anything.',
  },
  waiting: { vi: 'Chưa đến lượt', en: 'Not yet' },
  neverOpens: {
    vi: 'Không mở, vì “{part}” đã dừng. Bạn có thể nộp riêng phần này tại quầy.',
    en: 'Not opened, since “{part}” has ended without a result. You may file this part at a counter.',
  },
  notOpened: { vi: 'Không mở', en: 'Not opened' },
  notForYou: { vi: 'Không áp dụng theo câu trả lời của bạn.', en: 'Does not apply by your answers.' },
  results: { vi: 'Kết quả', en: 'Results' },
  noResult: { vi: 'Chưa có kết quả nào.', en: 'No result yet.' },
  download: { vi: '{part}: tải kết quả (PDF có chữ ký số)', en: '{part}: download the result (signed PDF)' },
  total: {
    vi: 'Tất cả trong {within}, nếu không phải xác minh thêm.',
    en: 'All of it within {within}, unless something must be verified.',
  },
})
