import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Nơi nộp hồ sơ', en: 'Where dossiers are filed' },
  lead: {
    vi: 'Mỗi thủ tục nộp ở trang này, hoặc ở Cổng Dịch vụ công quốc gia với những gì đã chuẩn bị ở đây. Dòng mới có hiệu lực từ ngày ghi, dòng cũ vẫn giữ.',
    en: 'Each procedure is filed here, or at the National Portal with what was prepared here. A new row holds from its day on; old rows stay.',
  },
  done: { vi: 'Đã ghi. Trang nộp hồ sơ theo dòng mới từ ngày ghi.', en: 'Written down. Filing follows the new row from its day on.' },
  set: { vi: 'Đặt nơi nộp', en: 'Set where it is filed' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  every: { vi: 'Mọi thủ tục chưa có dòng riêng', en: 'Every procedure without a row of its own' },
  front: { vi: 'Nộp ở đâu', en: 'Filed where' },
  'front.own': { vi: 'Ở trang này', en: 'Here' },
  'front.national-portal': { vi: 'Ở Cổng Dịch vụ công quốc gia', en: 'At the National Portal' },
  from: { vi: 'Từ ngày', en: 'From' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Ghi văn bản cho phép, nếu có', en: 'Name the document that allows it, if there is one' },
  save: { vi: 'Đặt nơi nộp', en: 'Set it' },
  rows: { vi: 'Các dòng đã đặt', en: 'Rows that were set' },
  none: { vi: 'Chưa đặt dòng nào.', en: 'Nothing was set yet.' },
  usually: { vi: 'Chưa có dòng nào thì nộp: {front}.', en: 'Without any row: {front}.' },
  by: { vi: 'Người đặt', en: 'Set by' },
  'problem.procedure': { vi: 'Chọn thủ tục, hoặc mọi thủ tục.', en: 'Choose a procedure, or every procedure.' },
  'problem.front': { vi: 'Chọn nơi nộp.', en: 'Choose where it is filed.' },
  'problem.reason': { vi: 'Ghi lý do, ít nhất 3 chữ cái.', en: 'Give the reason, at least three letters.' },
  'problem.from': { vi: 'Ghi một ngày có thật, từ hôm nay trở đi.', en: 'Give a real day, today or later.' },
})
