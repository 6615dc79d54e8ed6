import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Đăng nhập dành cho cán bộ', en: 'Staff sign-in' },
  lead: {
    vi: 'Dùng tài khoản của đơn vị và mã sáu số trong ứng dụng xác thực.',
    en: 'Use your office account and the six digits of your authenticator app.',
  },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'Mã xác thực', en: 'Authenticator code' },
  codeHint: {
    vi: 'Sáu số đang hiện trong ứng dụng. Mật khẩu dùng một lần thì để trống.',
    en: 'The six digits shown in the app. Leave empty with a one-time password.',
  },
  enter: { vi: 'Đăng nhập', en: 'Sign in' },
  withPasskey: { vi: 'Đăng nhập bằng khóa truy cập', en: 'Sign in with a passkey' },
  passkeyHint: {
    vi: 'Khóa truy cập nằm trong điện thoại, máy tính hoặc khóa bảo mật của bạn; không cần mật khẩu và mã.',
    en: 'A passkey lies in your phone, computer or security key; neither password nor code is needed.',
  },
  passkeyFailed: {
    vi: 'Chưa đăng nhập được bằng khóa truy cập. Thử lại, hoặc dùng mật khẩu và mã.',
    en: 'The passkey did not work. Try again, or use password and code.',
  },
  citizen: { vi: 'Bạn là người dân? Đăng nhập bằng VNeID', en: 'A citizen? Sign in with VNeID' },
  forgotten: {
    vi: 'Quên mật khẩu hoặc mất điện thoại: nhờ người quản trị cấp mật khẩu dùng một lần.',
    en: 'Forgot the password or lost the phone: ask an administrator for a one-time password.',
  },
  sampleAccounts: { vi: 'Bản mẫu: xem danh sách tài khoản', en: 'Sample: see the list of accounts' },
  'wrong.wrong': {
    vi: 'Tên đăng nhập, mật khẩu hoặc mã chưa đúng. Xem lại rồi thử lần nữa.',
    en: 'Login, password or code is not right. Check them and try again.',
  },
  'wrong.code-used': {
    vi: 'Mã này vừa được dùng. Đợi ứng dụng hiện mã mới (chưa đến 30 giây) rồi thử lại.',
    en: 'This code was just used. Wait for the next one (less than 30 seconds) and try again.',
  },
  'wrong.locked': {
    vi: 'Tài khoản tạm khóa đến {until} vì thử sai nhiều lần. Đợi đến lúc đó, hoặc nhờ người quản trị.',
    en: 'The account is shut until {until} after too many wrong tries. Wait, or ask an administrator.',
  },
  renewTitle: { vi: 'Đặt mật khẩu mới', en: 'Choose a new password' },
  renewLead: {
    vi: 'Mật khẩu dùng một lần đã đúng. Đặt mật khẩu của riêng bạn và nối ứng dụng xác thực cho tài khoản {login}.',
    en: 'The one-time password was right. Choose your own and connect the authenticator app for {login}.',
  },
  renewApp: { vi: 'Ứng dụng xác thực', en: 'Authenticator app' },
  renewScan: {
    vi: 'Quét mã này bằng ứng dụng xác thực, hoặc chép khóa dưới đây.',
    en: 'Scan this with your authenticator app, or copy the key below.',
  },
  renewQr: { vi: 'Mã QR của khóa xác thực', en: 'QR code of the authenticator key' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  newPasswordHint: {
    vi: 'Ít nhất {least} ký tự. Một câu dễ nhớ là tốt; không cần ký tự lạ.',
    en: 'At least {least} characters. A sentence is fine; no odd signs needed.',
  },
  firstCode: { vi: 'Mã đầu tiên của ứng dụng', en: 'First code of the app' },
  renew: { vi: 'Lưu và đăng nhập', en: 'Save and sign in' },
  'renewWrong.ticket.stale': {
    vi: 'Đã quá lâu. Hãy đăng nhập lại bằng mật khẩu dùng một lần.',
    en: 'It took too long. Sign in with the one-time password again.',
  },
  'renewWrong.code.wrong': { vi: 'Mã chưa đúng. Xem lại giờ của điện thoại.', en: 'The code is not right. Check the clock of the phone.' },
  'renewWrong.password.too-short': {
    vi: 'Mật khẩu còn ngắn: cần ít nhất {least} ký tự.',
    en: 'The password is too short: at least {least} characters.',
  },
  'renewWrong.password.too-long': {
    vi: 'Mật khẩu dài quá: nhiều nhất 200 ký tự.',
    en: 'The password is too long: 200 characters at most.',
  },
  'renewWrong.password.like-login': {
    vi: 'Mật khẩu chứa tên đăng nhập. Chọn một câu khác.',
    en: 'The password holds the login. Choose another sentence.',
  },
  signedOut: { vi: 'Bạn đã đăng xuất.', en: 'You have signed out.' },
})
