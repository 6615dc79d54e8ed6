import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Trợ giúp', en: 'Help' },
  lead: {
    vi: 'Đọc dưới đây, hoặc đến quầy: người ở quầy làm cùng bạn.',
    en: 'Read on, or go to a counter: the people there do it with you.',
  },
  onThisPage: { vi: 'Trong trang này:', en: 'On this page:' },
  // Filing.
  file: { vi: 'Nộp hồ sơ trên mạng', en: 'Filing online' },
  file1: { vi: 'Tìm thủ tục. Gõ không dấu cũng được.', en: 'Find the procedure. Accents are not needed.' },
  file2: {
    vi: 'Đọc bốn điều ở đầu trang: khi nào xong, bao nhiêu tiền, giấy tờ gì, làm ở đâu.',
    en: 'Read the four facts at the top: when, how much, which papers, where.',
  },
  file3: { vi: 'Bấm “Bắt đầu nộp hồ sơ” và đăng nhập bằng VNeID mức 2.', en: 'Press “Start filing” and sign in with VNeID of level 2.' },
  file4: {
    vi: 'Chọn xã, phường giải quyết. Chỉ nhớ tên cũ thì gõ tên cũ.',
    en: 'Choose the commune that handles it. If you only know the old name, type that.',
  },
  file5: {
    vi: 'Trả lời từng trang. Điều đã có trong dữ liệu thì bạn chỉ xem; thấy sai thì bấm “Sai”.',
    en: 'Answer page by page. What is known already you only check; if it is wrong, press “Wrong”.',
  },
  file6: {
    vi: 'Xem lại tất cả, rồi bấm “Nộp hồ sơ”. Trước đó chưa có gì được gửi đi.',
    en: 'Check everything, then press “File the dossier”. Nothing is sent before that.',
  },
  file7: {
    vi: 'Tải giấy tiếp nhận: có số hồ sơ, mã QR và tên từng tệp bạn đã gửi.',
    en: 'Download the receipt: it has the dossier number, a QR code and the name of each file you sent.',
  },
  toProcedures: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  // VNeID.
  vneid: { vi: 'VNeID mức 2 là gì?', en: 'What is VNeID of level 2?' },
  vneid1: {
    vi: 'VNeID là ứng dụng của Bộ Công an để chứng minh bạn là ai trên mạng. Mức 1 mới đối chiếu thông tin; mức 2 đã đối chiếu cả khuôn mặt hoặc vân tay.',
    en: 'VNeID is the app of the Ministry of Public Security that shows who you are online. At level 1 your details were compared; at level 2 your face or fingerprints too.',
  },
  vneid2: {
    vi: 'Chưa có mức 2: mang căn cước và số điện thoại của chính bạn đến công an xã, phường.',
    en: 'No level 2 yet: take your identity card and your own telephone number to the commune police.',
  },
  vneid3: {
    vi: 'Không dùng điện thoại thông minh: nộp tại quầy bất kỳ, mang theo căn cước. Quyền lợi như nhau.',
    en: 'No smartphone: file at any counter with your identity card. Your rights are the same.',
  },
  vneidBasis: { vi: 'Căn cứ: Nghị định 69/2024/NĐ-CP.', en: 'Basis: Decree 69/2024/NĐ-CP.' },
  // Afterwards.
  after: { vi: 'Sau khi nộp', en: 'After filing' },
  after1: {
    vi: 'Bộ phận tiếp nhận kiểm tra hồ sơ rồi nhận. Từ lúc đó thời hạn được tính và bạn có giờ hẹn trả.',
    en: 'Reception checks the dossier and accepts it. From then on time runs, and you have a promised hour.',
  },
  after2: {
    vi: 'Thiếu giấy tờ, chúng tôi báo một lần, nói rõ thiếu gì. Thời hạn dừng tính đến khi bạn gửi.',
    en: 'If papers are missing we say so once and name each of them. Time stands still until you send them.',
  },
  after3: {
    vi: 'Có bản nháp, bạn đọc và sửa trước khi ký. Hết thời hạn xem mà không trả lời thì coi như đồng ý.',
    en: 'When there is a draft, you read and correct it before it is signed. No answer in time counts as agreement.',
  },
  after4: {
    vi: 'Kết quả là tệp PDF có chữ ký số của lãnh đạo và dấu của cơ quan. Ai cũng kiểm tra được.',
    en: 'The result is a PDF with the digital signature of the head and the seal of the office. Anyone can check it.',
  },
  toVerify: { vi: 'Kiểm tra một giấy tờ', en: 'Check a paper' },
  // Tracking.
  track: { vi: 'Xem hồ sơ đến đâu', en: 'Where your dossier is' },
  track1: {
    vi: 'Nhanh nhất: quét mã QR trên giấy tiếp nhận. Không cần đăng nhập.',
    en: 'Quickest: scan the QR code on the receipt. No sign-in needed.',
  },
  track2: {
    vi: 'Có số hồ sơ: điền số đó, ngày sinh và số định danh của người nộp.',
    en: 'With the number: fill in the number, the birth date and the personal number of the applicant.',
  },
  track3: {
    vi: 'Muốn xem giấy tờ, bổ sung hoặc tải kết quả: đăng nhập bằng VNeID.',
    en: 'To see papers, hand in more or download the result: sign in with VNeID.',
  },
  toTrack: { vi: 'Tra số hồ sơ', en: 'Look a dossier up' },
  // Questions.
  questions: { vi: 'Hay hỏi', en: 'Often asked' },
  q1: { vi: 'Tôi làm thay cha mẹ, ông bà', en: 'I do it for my parents or grandparents' },
  a1: {
    vi: 'Đăng nhập bằng VNeID của chính bạn. Câu hỏi đầu tiên hỏi bạn là ai đối với người đó; trang sẽ nói có cần giấy ủy quyền không.',
    en: 'Sign in with your own VNeID. The first question asks who you are to them; the page says whether a power of attorney is needed.',
  },
  q2: { vi: 'Đang viết dở thì mất mạng', en: 'The connection broke while I was writing' },
  a2: {
    vi: 'Câu trả lời được lưu mỗi khi bạn bấm “Lưu và đi tiếp”. Mở lại ở “Hồ sơ của tôi”, trên máy nào cũng được.',
    en: 'Answers are stored each time you press “Save and go on”. Open them again under “My dossiers”, on any device.',
  },
  q3: { vi: 'Dữ liệu lấy về bị sai', en: 'The data taken over is wrong' },
  a3: {
    vi: 'Bấm “Sai” ngay cạnh dòng đó và điền điều đúng. Hồ sơ vẫn nộp được; cán bộ đối chiếu lại.',
    en: 'Press “Wrong” beside the line and type what is right. You can still file; the office compares.',
  },
  q4: { vi: 'Tôi bấm nộp hai lần', en: 'I pressed “File” twice' },
  a4: {
    vi: 'Vẫn chỉ có một hồ sơ. Bấm lại không làm hồ sơ bị nộp hai lần.',
    en: 'There is one dossier only. Pressing again does not file it twice.',
  },
  q5: { vi: 'Đã quá giờ hẹn mà chưa có kết quả', en: 'The promised hour is over and there is no result' },
  a5: {
    vi: 'Trang hồ sơ nói hồ sơ đang ở chức danh nào. Cơ quan phải xin lỗi và báo ngày mới; bạn có thể phản ánh.',
    en: 'The page of the dossier says with which post it lies. The office must apologise and give a new date; you may report it.',
  },
  q6: { vi: 'Có người gọi, xưng là cán bộ', en: 'Somebody calls and says they are an official' },
  a6: {
    vi: 'Cán bộ không yêu cầu cài ứng dụng, đọc mã OTP hay chuyển tiền. Cúp máy, rồi tự mở trang này để xem hồ sơ có cần gì không.',
    en: 'Officials do not ask you to install an app, read out a code or send money. Hang up, then open this site yourself to see whether anything is needed.',
  },
  // Who to ask.
  ask: { vi: 'Hỏi ai?', en: 'Whom to ask' },
  call: { vi: 'Gọi {number}', en: 'Call {number}' },
  callSample: { vi: 'Số mẫu: không có ai trực cho bản mẫu này.', en: 'A sample number: nobody answers for this sample.' },
  anyCounter: { vi: 'Xem quầy của xã, phường', en: 'See the counters of the communes' },
  report: { vi: 'Phản ánh, kiến nghị', en: 'Report a problem' },
})
