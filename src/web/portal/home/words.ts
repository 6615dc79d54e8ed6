import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Dịch vụ công', en: 'Public services' },
  question: { vi: 'Bạn cần làm việc gì?', en: 'What do you need to do?' },
  searchLabel: { vi: 'Tìm thủ tục', en: 'Search procedures' },
  example: { vi: 'Ví dụ: khai sinh', en: 'For example: birth' },
  often: { vi: 'Hay tìm:', en: 'Often sought:' },
  'often.birth': { vi: 'giấy khai sinh', en: 'birth certificate' },
  'often.single': { vi: 'xác nhận độc thân', en: 'single status' },
  'often.stay': { vi: 'tạm trú', en: 'temporary residence' },
  'often.copies': { vi: 'chứng thực', en: 'certified copies' },
  where: { vi: 'Hồ sơ của bạn đến đâu rồi?', en: 'Where is your dossier?' },
  number: { vi: 'Số hồ sơ', en: 'Dossier number' },
  numberHint: { vi: 'In trên giấy tiếp nhận, cạnh mã QR', en: 'On the receipt, beside the QR code' },
  see: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  events: { vi: 'Theo việc trong đời', en: 'By what happens in life' },
  all: { vi: 'Xem tất cả thủ tục của phường, xã', en: 'See all procedures of the communes' },
  counters: { vi: 'Quầy gần bạn', en: 'Counters near you' },
  allCounters: { vi: 'Xem quầy của xã, phường khác', en: 'See the counters of other communes' },
  anywhere: {
    vi: 'Nộp ở quầy nào trong thành phố cũng được, không phụ thuộc nơi ở.',
    en: 'You may file at any counter in the city, wherever you live.',
  },
  holiday: { vi: '{day} nghỉ {name}.', en: '{day} is a day off: {name}.' },
  holidayMeans: {
    vi: 'Vẫn nộp trực tuyến được; thời hạn tính từ {next}.',
    en: 'You may still file online; time runs from {next}.',
  },
  drafts: { vi: 'Bạn đang viết dở {count} hồ sơ', en: 'You have {count} unfinished {count|form|forms}' },
  continue: { vi: 'Viết tiếp', en: 'Go on' },
  sample: {
    vi: 'Đây là bản mẫu. Bạn có thể đăng nhập thử bằng những người mẫu trên VNeID mẫu; cán bộ mẫu đăng nhập ở trang dành cho cán bộ.',
    en: 'This is a sample. Sign in as one of the sample people of the sample VNeID; sample officials sign in on the staff page.',
  },
  sampleStaff: { vi: 'Trang dành cho cán bộ', en: 'Staff page' },
  samplePeople: { vi: 'Các hệ thống mẫu', en: 'The sample systems' },
})
