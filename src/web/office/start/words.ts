import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Bản mẫu này có những ai', en: 'Who is in this sample' },
  lead: {
    vi: 'Mọi người ở đây đều không có thật. Mật khẩu và mã được in ra vì đây là bản mẫu; bản dùng thật không có trang này.',
    en: 'Nobody here is real. Passwords and codes are printed because this is a sample; an install in real use has no such page.',
  },
  officials: { vi: 'Cán bộ', en: 'Officials' },
  codeNote: {
    vi: 'Mã đổi mỗi 30 giây và dùng được một lần: tải lại trang để có mã mới.',
    en: 'A code changes every 30 seconds and works once: reload the page for a new one.',
  },
  who: { vi: 'Ai', en: 'Who' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'Mã lúc này', en: 'Code now' },
  secret: { vi: 'Khóa của ứng dụng xác thực', en: 'Authenticator key' },
  signIn: { vi: 'Đăng nhập dành cho cán bộ', en: 'Staff sign-in' },
  citizens: { vi: 'Người dân', en: 'Citizens' },
  citizensLead: {
    vi: 'Đăng nhập bằng VNeID đóng thế với số định danh và mật mã của một người dưới đây.',
    en: 'Sign in with the played VNeID, with the personal number and passcode of somebody below.',
  },
  number: { vi: 'Số định danh', en: 'Personal number' },
  passcode: { vi: 'Mật mã VNeID', en: 'VNeID passcode' },
  lives: { vi: 'Nơi cư trú', en: 'Residence' },
  levelOne: { vi: 'tài khoản mức 1, chưa đủ để nộp hồ sơ', en: 'account of level 1, not enough to file' },
  actsFor: { vi: 'thay mặt {organisation}', en: 'for {organisation}' },
  root: { vi: 'Chứng thư gốc thử nghiệm, để kiểm chữ ký', en: 'The test root certificate, to check signatures' },
  api: { vi: 'Cửa cho máy', en: 'Doors for machines' },
  citizenSignIn: { vi: 'Đăng nhập bằng VNeID đóng thế', en: 'Sign in with the played VNeID' },
  systems: { vi: 'Các hệ thống đóng thế', en: 'The played systems' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  mail: { vi: 'Thư đã gửi', en: 'Mails that were sent' },
  inbox: { vi: 'Thông báo VNeID', en: 'VNeID notices' },
  page: { vi: 'Bản mẫu', en: 'Sample' },
})
