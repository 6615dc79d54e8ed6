import { messages } from '#platform/i18n'

export const words = messages({
  help: { vi: 'Trợ giúp', en: 'Help' },
  helpCall: { vi: 'Gọi 1022, miễn phí, cả ngày lẫn đêm.', en: 'Call 1022, free of charge, day and night.' },
  helpCounter: { vi: 'Hoặc đến quầy: người ở quầy làm cùng bạn, hỏi gì cũng được.', en: 'Or go to a counter: they do it with you.' },
  q1: { vi: 'Tôi không có VNeID mức 2', en: 'I have no VNeID of level 2' },
  a1: {
    vi: 'Bạn nộp tại quầy bất kỳ, mang căn cước. Muốn nộp trên mạng thì nâng mức tại công an xã, phường.',
    en: 'File at any counter with your identity card. To file online, have your account raised at the commune police.',
  },
  q2: { vi: 'Tôi làm thay cha mẹ, ông bà', en: 'I do it for my parents or grandparents' },
  a2: {
    vi: 'Đăng nhập bằng VNeID của bạn; câu hỏi đầu tiên hỏi bạn là ai đối với người đó.',
    en: 'Sign in with your own VNeID; the first question asks who you are to them.',
  },
  q3: { vi: 'Tôi đang viết dở thì mất mạng', en: 'The connection broke while I was writing' },
  a3: {
    vi: 'Câu trả lời được lưu mỗi khi bạn bấm “Lưu và đi tiếp”. Mở lại ở “Hồ sơ của tôi”, trên máy nào cũng được.',
    en: 'Answers are stored each time you press “Save and go on”. Open them again under “My dossiers”, on any device.',
  },
  q4: { vi: 'Dữ liệu lấy về bị sai', en: 'The data taken over is wrong' },
  a4: {
    vi: 'Bấm “Sai” ngay cạnh dòng đó và điền điều đúng. Hồ sơ vẫn nộp được; cán bộ đối chiếu lại.',
    en: 'Press “Wrong” beside the line and type what is right. You can still file; the office compares.',
  },
  q5: { vi: 'Tôi bấm nộp hai lần', en: 'I pressed “File” twice' },
  a5: {
    vi: 'Chỉ có một hồ sơ. Bấm lại không làm hồ sơ bị nộp hai lần.',
    en: 'There is one dossier only. Pressing again does not file it twice.',
  },
  privacy: { vi: 'Quyền về dữ liệu cá nhân', en: 'Your data rights' },
  privacyLead: {
    vi: 'Chúng tôi giữ dữ liệu của bạn để giải quyết việc bạn nhờ, và chỉ để làm việc đó.',
    en: 'We keep your data to handle what you asked for, and for nothing else.',
  },
  p1t: { vi: 'Chúng tôi giữ gì', en: 'What we keep' },
  p1: {
    vi: 'Câu trả lời, tệp bạn gửi, kết quả tra cứu ở cơ quan khác, và sổ ghi ai đã làm gì. Tất cả được mã hóa.',
    en: 'Your answers and files, what other agencies told us, and the record of who did what. All of it is encrypted.',
  },
  p2t: { vi: 'Ai xem được', en: 'Who can see it' },
  p2: {
    vi: 'Đơn vị giải quyết hồ sơ. Mỗi lần cán bộ mở hồ sơ đều để lại một dòng mà bạn xem được ở “Ai đã xem hồ sơ của tôi”.',
    en: 'The office that handles the dossier. Each time an official opens it, a line is left that you can read.',
  },
  p3t: { vi: 'Bạn có thể làm gì', en: 'What you can do' },
  p3: {
    vi: 'Xem mọi thứ trong hồ sơ, báo dữ liệu sai, rút hồ sơ, tải bằng chứng xử lý, bỏ bản đang viết.',
    en: 'See everything in your dossier, report wrong data, withdraw it, download its proof, throw drafts away.',
  },
  p4t: { vi: 'Giữ trong bao lâu', en: 'For how long' },
  p4: {
    vi: 'Theo thời hạn lưu trữ của từng loại hồ sơ. Sổ hộ tịch được giữ vĩnh viễn. Tệp không dùng đến bị xóa sau 30 ngày.',
    en: 'As long as the retention rules of each kind of dossier say. Civil-status registers are kept for ever; unused files go after 30 days.',
  },
  access: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  accessLead: {
    vi: 'Trang này làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, chữ to, mạng yếu, không cần script.',
    en: 'These pages are made for everybody: by keyboard, by screen reader, with large type, on a weak line, without scripts.',
  },
  x1t: { vi: 'Đã kiểm tra', en: 'What was checked' },
  x1: {
    vi: 'Mỗi trang được kiểm tra tự động theo WCAG 2.2 mức AA, ở màn hình 360 và 1280 điểm, tiếng Việt và tiếng Anh.',
    en: 'Each page is checked automatically against WCAG 2.2 AA, at 360 and 1280 pixels, in both languages.',
  },
  x2t: { vi: 'Chưa kiểm tra', en: 'What was not' },
  x2: {
    vi: 'Chưa có đợt thử với người dùng trình đọc màn hình và điện thoại rẻ ngoài nắng. Tệp PDF do người khác gửi có thể khó đọc.',
    en: 'No trial yet with users of screen readers, nor on cheap phones in the sun. PDF files sent by others may be hard to read.',
  },
  x3t: { vi: 'Gặp chỗ khó dùng?', en: 'Something hard to use?' },
  x3: { vi: 'Gọi 1022. Chúng tôi làm giúp ngay, rồi sửa trang.', en: 'Call 1022. We help at once, and mend the page.' },
  feedback: { vi: 'Phản ánh, kiến nghị', en: 'Report a problem' },
  feedbackLead: {
    vi: 'Trang nhận phản ánh chưa mở ở đây. Bạn gọi 1022, hoặc gửi đến Trung tâm dưới đây.',
    en: 'The page for reports is not open here yet. Call 1022, or write to the centre below.',
  },
  counters: { vi: 'Quầy gần bạn', en: 'Counters near you' },
  countersLead: { vi: 'Quầy nào trong thành phố cũng nhận hồ sơ của bạn.', en: 'Any counter in the city takes your dossier.' },
  find: { vi: 'Tên xã, phường hôm nay hoặc tên cũ', en: 'Commune of today, or its old name' },
  example: { vi: 'Ví dụ: nha nam', en: 'For example: nha nam' },
  noneFound: { vi: 'Không tìm thấy xã, phường như “{asked}”.', en: 'No commune like “{asked}” was found.' },
  phone: { vi: 'Điện thoại {phone}', en: 'Telephone {phone}' },
  look: { vi: 'Cỡ chữ, tương phản', en: 'Text size, contrast' },
  lookLead: { vi: 'Giữ trên máy này một năm.', en: 'Kept on this device for a year.' },
})
