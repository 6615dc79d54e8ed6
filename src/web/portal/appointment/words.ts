import { messages } from '#platform/i18n'

export const words = messages({
  chooseTitle: { vi: 'Chọn giờ đến ký', en: 'Choose when to come and sign' },
  chooseLead: {
    vi: 'Phải có mặt đủ: {names}. Mỗi người mang căn cước hoặc hộ chiếu. Buổi hẹn khoảng {minutes} phút.',
    en: 'All must come: {names}. Everybody brings an identity card or passport. It takes about {minutes} minutes.',
  },
  and: { vi: 'và', en: 'and' },
  where: { vi: 'Tại {place}, {address}.', en: 'At {place}, {address}.' },
  standsStill: {
    vi: 'Thời hạn giải quyết dừng tính từ lúc chờ bạn chọn đến giờ hẹn.',
    en: 'The time for handling stands still while we wait for your choice and until the appointment.',
  },
  times: { vi: 'Giờ nào tiện cho cả hai?', en: 'Which time suits everybody?' },
  keep: { vi: 'Giữ giờ này', en: 'Keep this time' },
  missing: { vi: 'Chọn một giờ, hoặc xin giờ khác ở dưới.', en: 'Choose a time, or ask for others below.' },
  noneLeft: {
    vi: 'Các giờ đã đề nghị không còn trống. Hãy xin giờ khác.',
    en: 'None of the offered times is free any more. Please ask for others.',
  },
  otherTitle: { vi: 'Không giờ nào tiện?', en: 'Does none suit you?' },
  otherTitleLater: { vi: 'Không đến được?', en: 'You cannot come?' },
  wish: { vi: 'Khi nào thì tiện?', en: 'When would it suit?' },
  wishHint: { vi: 'Ví dụ: buổi chiều trong tuần sau', en: 'For example: an afternoon next week' },
  askOther: { vi: 'Xin giờ khác', en: 'Ask for another time' },
  agreedTitle: { vi: 'Lịch hẹn', en: 'Your appointment' },
  at: { vi: 'Giờ hẹn', en: 'Time' },
  placeKey: { vi: 'Nơi đến', en: 'Place' },
  bring: { vi: 'Mang theo', en: 'Bring' },
  bringWhat: { vi: 'Căn cước hoặc hộ chiếu của mỗi người', en: 'Everybody’s identity card or passport' },
  comes: { vi: 'Người phải đến', en: 'Who must come' },
  addToCalendar: { vi: 'Thêm vào lịch (.ics)', en: 'Add to your calendar (.ics)' },
  noAppointment: { vi: 'Hồ sơ này chưa có lịch hẹn.', en: 'This dossier has no appointment yet.' },
  summary: { vi: '{procedure} – hồ sơ {code}', en: '{procedure} – dossier {code}' },
})
