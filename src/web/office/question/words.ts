import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Trả lời {unit}: {about}', en: 'Answer {unit}: {about}' },
  askedAt: { vi: 'hỏi lúc {at}', en: 'asked at {at}' },
  dueAt: { vi: 'trả lời trước {at}', en: 'to be answered by {at}' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  onlyThis: {
    vi: 'Bạn chỉ thấy những gì đơn vị hỏi gửi kèm, không thấy hồ sơ của họ. Chỉ dùng để tra cứu cho câu hỏi này.',
    en: 'You see only what was sent along, not their case. Use it for this question alone.',
  },
  basis: { vi: 'Căn cứ: {basis}', en: 'Basis: {basis}' },
  outcome: { vi: 'Kết quả tra cứu', en: 'Result of the search' },
  'outcome.found': { vi: 'Có trong sổ', en: 'Found' },
  'outcome.not-found': { vi: 'Không có trong sổ', en: 'Not found' },
  'outcome.other': { vi: 'Trả lời khác', en: 'Another answer' },
  text: { vi: 'Nội dung trả lời', en: 'Answer' },
  textHint: {
    vi: 'Ví dụ: số, ngày vào sổ và tên hai bên như trong sổ.',
    en: 'For example: number and date of the entry, and the names as they stand there.',
  },
  send: { vi: 'Gửi câu trả lời', en: 'Send the answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  answeredBy: { vi: '{post} trả lời lúc {at}', en: '{post} answered at {at}' },
  notYours: { vi: 'Câu hỏi này thuộc bàn của {post}.', en: 'This question lies with {post}.' },
  chooseOutcome: { vi: 'Chọn kết quả tra cứu.', en: 'Choose the result of the search.' },
  textMissing: { vi: 'Viết nội dung trả lời.', en: 'Write the answer.' },
  myWork: { vi: 'Việc của tôi', en: 'My work' },
})
