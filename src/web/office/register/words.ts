import { messages } from '#platform/i18n'

export const words = messages({
  card: { vi: 'Mục sổ để cấp bản sao', en: 'The entry to copy' },
  none: { vi: 'Chưa chọn mục sổ. Tra sổ trước khi đề xuất.', en: 'No entry chosen yet. Search the registers before proposing.' },
  search: { vi: 'Tra sổ hộ tịch', en: 'Search the registers' },
  again: { vi: 'Tra lại', en: 'Search again' },
  title: { vi: 'Tra sổ hộ tịch', en: 'Search the registers' },
  toDesk: { vi: 'Về hồ sơ {code}', en: 'Back to case {code}' },
  wanted: { vi: 'Cần tìm: {event}, {name}, sinh {bornOn}', en: 'Searched for: {event}, {name}, born {bornOn}' },
  choose: { vi: 'Mục nào là của người này?', en: 'Which entry is this person’s?' },
  entry: { vi: 'Số {number}, quyển {book}, ngày {date}', en: 'No. {number}, book {book}, {date}' },
  kept: { vi: '{agency} · {source}', en: '{agency} · {source}' },
  'kept.us': { vi: 'sổ của hệ thống này', en: 'register of this system' },
  'kept.national': { vi: 'CSDL hộ tịch điện tử', en: 'national civil-status database' },
  use: { vi: 'Dùng mục này', en: 'Use this entry' },
  cancel: { vi: 'Không làm nữa', en: 'Cancel' },
  chooseOne: { vi: 'Chọn một mục trong sổ.', en: 'Choose an entry.' },
  notFound: { vi: 'Không có mục nào khớp họ tên và ngày sinh.', en: 'No entry fits name and date of birth.' },
  notFoundNext: {
    vi: 'Hỏi nơi đã đăng ký (họ trả lời trong 3 ngày làm việc), yêu cầu người nộp bổ sung thông tin, hoặc từ chối với lý do TL01.',
    en: 'Ask the office that registered it (it answers within 3 working days), ask the applicant for more, or refuse with ground TL01.',
  },
  onPaper: {
    vi: 'Việc này còn nằm trong sổ giấy, chưa số hóa. Hỏi nơi giữ sổ.',
    en: 'It stands in a paper register that is not digitised. Ask the office that keeps it.',
  },
  silent: {
    vi: 'CSDL hộ tịch điện tử chưa trả lời; dưới đây chỉ là sổ của hệ thống này. Thử lại sau ít phút.',
    en: 'The national database does not answer; below are our own registers alone. Try again in a few minutes.',
  },
  askUnit: { vi: 'Hỏi nơi giữ sổ', en: 'Ask the office that keeps it' },
  done: { vi: 'Đã chọn mục sổ lúc {at}.', en: 'The entry was chosen at {at}.' },
})
