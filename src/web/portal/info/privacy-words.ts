import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Quyền về dữ liệu cá nhân', en: 'Your data rights' },
  lead: {
    vi: 'Chúng tôi dùng dữ liệu của bạn để giải quyết việc bạn nhờ, và chỉ để làm việc đó.',
    en: 'We use your data to handle what you asked for, and for nothing else.',
  },
  // What is kept.
  kept: { vi: 'Chúng tôi giữ gì', en: 'What we keep' },
  kept1: {
    vi: 'Từ VNeID khi bạn đăng nhập: họ tên, số định danh, ngày sinh, nơi ở, cách liên hệ.',
    en: 'From VNeID when you sign in: name, personal number, birth date, address, contacts.',
  },
  kept2: { vi: 'Câu trả lời và tệp bạn gửi, kể cả bản đang viết dở.', en: 'Your answers and files, unfinished forms too.' },
  kept3: {
    vi: 'Điều tra cứu được ở cơ sở dữ liệu dân cư và hộ tịch, với giờ tra và mục đích.',
    en: 'What the population and civil-status databases told us, with hour and purpose.',
  },
  kept4: { vi: 'Giấy tờ đã cấp cho bạn và mục trong sổ đăng ký.', en: 'Papers issued to you and the entry in the register.' },
  kept5: { vi: 'Nhật ký: ai đã làm gì, ai đã xem gì, lúc nào.', en: 'The log: who did what, who looked at what, and when.' },
  sealed: {
    vi: 'Họ tên, số định danh, câu trả lời và tệp được mã hóa khi lưu: ai lấy được ổ đĩa cũng không đọc được.',
    en: 'Names, numbers, answers and files are encrypted where they lie: a stolen disk cannot be read.',
  },
  cookies: {
    vi: 'Trên máy bạn chỉ có cookie cần để trang chạy: phiên đăng nhập, ngôn ngữ, cách hiển thị. Không có quảng cáo, không có công cụ theo dõi.',
    en: 'On your device there are only the cookies the site needs: session, language, display. No advertising, no trackers.',
  },
  // Why without asking.
  why: { vi: 'Vì sao không hỏi bạn đồng ý', en: 'Why we do not ask for consent' },
  why1: {
    vi: 'Giải quyết thủ tục là việc luật giao; luật cho phép dùng dữ liệu cần thiết mà không phải hỏi (Luật 91/2025/QH15, Điều 19).',
    en: 'Handling procedures is what the law charges us with; it allows the data needed to be used without asking (Law 91/2025/QH15, article 19).',
  },
  why2: {
    vi: 'Việc không bắt buộc thì chúng tôi hỏi trước, ví dụ lấy giấy chứng sinh từ ví VNeID. Không đồng ý thì bạn vẫn nộp được.',
    en: 'What is not necessary we ask first, such as taking the birth note from your VNeID wallet. You can file without it.',
  },
  // Who sees it.
  who: { vi: 'Ai xem được', en: 'Who can see it' },
  who1: {
    vi: 'Cán bộ của xã, phường giải quyết hồ sơ và người theo dõi của thành phố, theo chức danh. Xã, phường khác không thấy.',
    en: 'Officials of the commune that handles the dossier and supervisors of the city, by their post. Other communes do not see it.',
  },
  who2: {
    vi: 'Đơn vị được hỏi ý kiến chỉ thấy câu hỏi gửi cho mình.',
    en: 'An office that is consulted sees only the question put to it.',
  },
  who3: {
    vi: 'Người có mã QR trên giấy tiếp nhận: thấy hồ sơ đến đâu, không thấy tên và giấy tờ.',
    en: 'Whoever has the QR code of the receipt: sees where it is, but no name and no papers.',
  },
  who4: {
    vi: 'Mỗi lần cán bộ mở hồ sơ để lại một dòng: chức danh, đơn vị, giờ, mục đích. Bạn xem ở hồ sơ, mục “Ai đã xem hồ sơ của tôi”.',
    en: 'Each time an official opens the dossier a line is left: post, office, hour, purpose. You read it in the dossier under “Who looked at my dossier”.',
  },
  toDossiers: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  // How to correct.
  mend: { vi: 'Sửa, xoá, tải về', en: 'Correct, delete, download' },
  mend1: {
    vi: 'Dữ liệu tra cứu sai: bấm “Sai” khi đang viết, hoặc “Báo sai” trong hồ sơ đã nộp.',
    en: 'Looked-up data is wrong: press “Wrong” while you write, or “Report as wrong” in a filed dossier.',
  },
  mend2: {
    vi: 'Chưa nộp: sửa câu trả lời nào cũng được; “Bỏ hồ sơ này” xoá cả câu trả lời và tệp.',
    en: 'Not filed yet: change any answer; “Throw this form away” deletes answers and files.',
  },
  mend3: {
    vi: 'Đã nộp: sửa khi xem bản nháp hoặc khi bổ sung; rút hồ sơ khi chưa có kết quả.',
    en: 'Filed: correct the draft or when you hand in more; withdraw before there is a result.',
  },
  mend4: { vi: 'Cách liên hệ: sửa ở trang tài khoản.', en: 'Contacts: change them on the account page.' },
  mend5: {
    vi: 'Tải về: kết quả, giấy tiếp nhận, và bằng chứng xử lý để người khác kiểm tra được.',
    en: 'Download: the result, the receipt, and the proof of handling that others can check.',
  },
  mend6: {
    vi: 'Giấy tờ đã cấp và sổ đăng ký: chỉ sửa bằng thủ tục cải chính.',
    en: 'Issued papers and registers: corrected only by the procedure for it.',
  },
  toAccount: { vi: 'Tài khoản', en: 'Account' },
  // How long.
  long: { vi: 'Giữ trong bao lâu', en: 'For how long' },
  long1: {
    vi: 'Tệp không hồ sơ nào dùng đến bị xoá sau {days} ngày.',
    en: 'Files that no dossier uses are deleted after {days} {days|day|days}.',
  },
  long2: {
    vi: 'Hồ sơ đã nộp và sổ đăng ký được giữ theo thời hạn lưu trữ của luật; hiện chưa có hồ sơ nào bị xoá tự động.',
    en: 'Filed dossiers and registers are kept as the law on archives says; at present none is deleted automatically.',
  },
  // Requests and clocks.
  terms: { vi: 'Yêu cầu của bạn được trả lời khi nào', en: 'When a request is answered' },
  termsLead: {
    vi: 'Ngoài những việc tự làm được ở trên, bạn có quyền yêu cầu bằng văn bản. Trang này chưa có mẫu gửi trên mạng: nộp tại Trung tâm Phục vụ hành chính công.',
    en: 'Beyond what you can do yourself above, you may ask in writing. This site has no online form for it yet: hand it in at the one-stop centre.',
  },
  request: { vi: 'Yêu cầu', en: 'Request' },
  within: { vi: 'Trong', en: 'Within' },
  withOthers: { vi: 'Có bên xử lý khác', en: 'With another processor' },
  extended: { vi: 'Gia hạn một lần', en: 'Extended once' },
  'request.acknowledge': { vi: 'Báo đã nhận yêu cầu', en: 'Tell you it was received' },
  'request.see': { vi: 'Xem, được cung cấp dữ liệu', en: 'See the data, get a copy' },
  'request.correct': { vi: 'Sửa dữ liệu', en: 'Correct the data' },
  'request.withdraw': { vi: 'Rút đồng ý, hạn chế, phản đối', en: 'Withdraw consent, restrict, object' },
  'request.erase': { vi: 'Xoá dữ liệu', en: 'Delete the data' },
  'request.protect': { vi: 'Áp dụng biện pháp bảo vệ', en: 'Take protective measures' },
  days: { vi: '{days} ngày', en: '{days} {days|day|days}' },
  workingDays: { vi: '{days} ngày làm việc', en: '{days} working {days|day|days}' },
  upTo: { vi: 'tối đa {days} ngày', en: 'at most {days} {days|day|days}' },
  notSet: { vi: 'không quy định', en: 'not set' },
  basis: { vi: 'Căn cứ: {basis}, từ {from}.', en: 'Basis: {basis}, since {from}.' },
  breach: {
    vi: 'Nếu lộ dữ liệu, chúng tôi phải báo Bộ Công an trong {hours} giờ ({basis}).',
    en: 'If data leaks, we must tell the Ministry of Public Security within {hours} hours ({basis}).',
  },
  centre: { vi: 'Nơi nhận yêu cầu', en: 'Where to hand it in' },
})
