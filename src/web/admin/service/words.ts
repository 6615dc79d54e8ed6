import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Đưa vào phục vụ', en: 'Put into service' },
  lead: {
    vi: 'Biểu mẫu, giấy tờ và các bước lập từ danh mục quốc gia và điều thành phố đã đặt.',
    en: 'Form, papers and steps follow from the national catalogue and from what the city has set.',
  },
  look: { vi: 'Xem và đưa vào phục vụ', en: 'Look and put into service' },
  toRow: { vi: 'Thủ tục trong danh mục', en: 'The procedure in the catalogue' },
  becomes: { vi: 'Người dân sẽ thấy', en: 'What citizens will see' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  papersCount: {
    vi: '{send} gửi qua mạng, {show} mang bản chính, {data} do dữ liệu thay',
    en: '{send} sent online, {show} brought to be seen, {data} replaced by data',
  },
  notes: { vi: 'Lưu ý', en: 'Notes' },
  cases: { vi: 'Trường hợp', en: 'Cases' },
  noCases: { vi: 'Không chia trường hợp', en: 'No cases' },
  noResults: { vi: 'Chưa có', en: 'None yet' },
  results: { vi: 'Kết quả', en: 'Results' },
  term: { vi: 'Thời hạn', en: 'Time' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  toKnow: { vi: 'Điều cần biết trước', en: 'What to know before' },
  mustDo: { vi: 'Phải bổ sung trước khi đưa vào phục vụ', en: 'To be completed first' },
  nothing: { vi: 'Danh mục ghi đủ, không có gì phải xem lại.', en: 'The catalogue is complete; nothing to look at.' },
  publish: { vi: 'Đưa vào phục vụ', en: 'Put into service' },
  again: { vi: 'Cập nhật bản đang phục vụ', en: 'Bring the one in service up to date' },
  serving: { vi: 'Đang phục vụ bản số {revision}.', en: 'Revision {revision} is in service.' },
  open: { vi: 'Xem như người dân', en: 'See it as citizens do' },
  done: {
    vi: 'Đã đưa vào phục vụ bản số {revision}. Người dân nộp được ngay.',
    en: 'Revision {revision} is in service. Citizens can file now.',
  },
  same: {
    vi: 'Bản đang phục vụ đã đúng như danh mục; không tạo bản mới.',
    en: 'What is in service says the same already; no new revision.',
  },
  'not.elsewhere': {
    vi: 'Thủ tục này do hệ thống khác giải quyết hoặc chưa ai quyết định. Quyết định nơi giải quyết trước.',
    en: 'Another system deals with it, or nobody has decided. Decide where it is dealt with first.',
  },
  'not.authored': {
    vi: 'Thủ tục này đã có bản do cán bộ soạn. Sửa bản đó trong trình soạn thủ tục.',
    en: 'Somebody has written this procedure by hand. Change it in the editor.',
  },
  'not.gaps': {
    vi: 'Chưa đưa vào phục vụ được: danh mục thiếu điều người dân cần. Bổ sung những điều dưới đây rồi thử lại.',
    en: 'Not possible yet: the catalogue lacks what citizens need. Complete what is listed below, then try again.',
  },
  'not.unknown': { vi: 'Danh mục quốc gia không còn thủ tục này.', en: 'The national catalogue does not have this procedure any more.' },
})
