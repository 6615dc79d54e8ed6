/** What a tester can try with some of the people: one line each, by key. */
export const stories: Readonly<Record<string, string>> = {
  hong: 'Vừa sinh con gái; giấy chứng sinh có trong ví; kết hôn có trong CSDL hộ tịch',
  minh: 'Chồng của Nguyễn Thị Hồng',
  lan: 'Vừa sinh con trai; chưa kết hôn',
  thu: 'Vừa sinh con trai; kết hôn ghi ở sổ giấy của Phường Vũ Ninh, phải hỏi',
  duc: 'Chồng của Đỗ Thị Thu',
  mui: 'Bà ngoại, khai giúp được con của Nguyễn Thị Hồng',
  suu: 'Chỉ biết năm sinh',
  ca: 'Chỉ biết tháng và năm sinh; tài khoản mức 1',
  ngoc: 'Vừa sinh đôi: hai giấy chứng sinh',
  huy: 'Chồng của Bùi Thị Ngọc',
  hien: 'Con đã năm tháng tuổi: đăng ký quá hạn',
  thai: 'Chồng của Lương Thị Hiền',
  bao: 'Mười lăm tuổi',
  huong: 'Tên bốn mươi ký tự; đang tạm trú',
  nam: 'Tài khoản mức 1: chưa đủ để nộp hồ sơ',
}
