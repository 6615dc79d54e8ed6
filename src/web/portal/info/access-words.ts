import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  lead: {
    vi: 'Trang này làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, chữ to, màn hình nhỏ, mạng yếu.',
    en: 'These pages are made for everybody: by keyboard, by screen reader, with large type, on a small screen, on a weak line.',
  },
  aim: { vi: 'Mức chúng tôi theo', en: 'What we aim at' },
  aim1: {
    vi: 'WCAG 2.2 mức AA cho mọi trang. Thông tư 39/2017/TT-BTTTT nêu WCAG 2.0; Thông tư 26/2020/TT-BTTTT khuyến nghị WCAG 2.0 và 2.1.',
    en: 'WCAG 2.2 AA for every page. Circular 39/2017/TT-BTTTT names WCAG 2.0; circular 26/2020/TT-BTTTT recommends 2.0 and 2.1.',
  },
  aim2: {
    vi: 'Chưa kiểm chứng: quy định nào thay hai thông tư này sau tháng 7/2026.',
    en: 'Not verified: which rule has followed these two circulars since July 2026.',
  },
  help: { vi: 'Để dễ dùng hơn', en: 'To make it easier' },
  help1: {
    vi: 'Chữ to hơn một phần tư, màu tối hoặc tương phản cao: chọn một lần, máy này nhớ.',
    en: 'Type a quarter larger, dark colours or high contrast: choose once, this device remembers.',
  },
  help2: {
    vi: 'Không cần chuột: phím Tab đi qua mọi chỗ bấm được; chỗ đang đứng có viền vàng và viền đậm.',
    en: 'No mouse needed: Tab goes to everything that can be pressed; where you are has a gold and a dark edge.',
  },
  help3: {
    vi: 'Không cần script: mọi việc của người dân làm được khi trình duyệt tắt JavaScript.',
    en: 'No script needed: everything citizens do here works with JavaScript switched off.',
  },
  help4: {
    vi: 'Không giới hạn giờ: câu trả lời được lưu từng trang, mai làm tiếp cũng được.',
    en: 'No hurry: answers are stored page by page, and tomorrow is early enough.',
  },
  toLook: { vi: 'Chọn cỡ chữ, màu', en: 'Choose text size and colours' },
  checked: { vi: 'Đã kiểm tra', en: 'What was checked' },
  checkedLead: {
    vi: 'Kiểm tra tự động mỗi khi sửa trang, trên trình duyệt Chromium thật:',
    en: 'Checked by machine at every change of the site, in a real Chromium browser:',
  },
  checked1: {
    vi: 'Mọi trang, ở chiều rộng 360 và 1280 điểm ảnh, tiếng Việt và tiếng Anh: công cụ axe không tìm thấy lỗi WCAG 2.0 đến 2.2 mức A, AA.',
    en: 'Every page at 360 and 1280 pixels, in Vietnamese and English: the tool axe finds no failure of WCAG 2.0 to 2.2 A and AA.',
  },
  checked2: {
    vi: 'Không trang nào phải cuộn ngang ở 320 điểm ảnh và khi phóng 200 %; trang cho người dân cũng vậy khi chọn chữ to.',
    en: 'No page scrolls sideways at 320 pixels and at 200 % zoom; pages for citizens do not with large type either.',
  },
  checked3: {
    vi: 'Trên mỗi trang, 25 điểm dừng đầu tiên của phím Tab đều nhìn thấy được.',
    en: 'On every page the first 25 stops of the Tab key can be seen.',
  },
  checked4: {
    vi: 'Màu tối, tương phản cao: kiểm tra trên trang mẫu có mọi thành phần, chưa kiểm tra trên từng trang.',
    en: 'Dark colours and high contrast: on a page that holds all components, not yet on every page.',
  },
  notChecked: { vi: 'Chưa kiểm tra', en: 'What was not' },
  notChecked1: {
    vi: 'Chưa có người dùng trình đọc màn hình nào thử, kể cả giọng đọc tiếng Việt.',
    en: 'Nobody who uses a screen reader has tried it yet, nor any Vietnamese voice.',
  },
  notChecked2: {
    vi: 'Chưa thử trên điện thoại rẻ ngoài nắng, trên Firefox và Safari, và bằng giọng nói.',
    en: 'Not tried on cheap phones in the sun, in Firefox and Safari, or by voice.',
  },
  notChecked3: {
    vi: 'Tệp PDF kết quả và giấy tiếp nhận chưa kiểm tra với trình đọc màn hình. Trang hồ sơ có cùng nội dung chính bằng chữ.',
    en: 'The PDF of result and receipt was not tried with a screen reader. The page of the dossier says the main facts in text.',
  },
  notChecked4: {
    vi: 'Giấy tờ do người khác gửi lên (ảnh chụp, bản quét) có thể không đọc được bằng máy.',
    en: 'Papers sent by others (photos, scans) may not be readable by machine.',
  },
  stuck: { vi: 'Gặp chỗ khó dùng?', en: 'Something hard to use?' },
  stuckText: {
    vi: 'Đến quầy bất kỳ: cán bộ làm cùng bạn, kết quả như nhau. Và cho chúng tôi biết trang nào, để sửa.',
    en: 'Go to any counter: they do it with you, with the same result. And tell us which page it was, so that we mend it.',
  },
  toCounters: { vi: 'Xem các quầy', en: 'See the counters' },
  toReport: { vi: 'Cách phản ánh', en: 'How to report it' },
})
