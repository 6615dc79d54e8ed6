import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: {
    vi: 'Dùng tài khoản VNeID của bạn. Chúng tôi nhận họ tên, số định danh, ngày sinh, nơi ở và cách liên hệ để bạn khỏi điền lại.',
    en: 'Use your VNeID account. We receive your name, personal number, birth date, address and contacts, so that you need not type them.',
  },
  go: { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' },
  level: { vi: 'Nộp hồ sơ cần tài khoản mức 2, đã xác thực sinh trắc.', en: 'Filing needs an account of level 2, verified by biometrics.' },
  organisation: {
    vi: 'Doanh nghiệp, hợp tác xã: chọn tài khoản tổ chức trên VNeID.',
    en: 'Companies and cooperatives: choose the organisation’s account on VNeID.',
  },
  staff: { vi: 'Bạn là cán bộ?', en: 'Are you an official?' },
  staffLink: { vi: 'Đăng nhập dành cho cán bộ', en: 'Staff sign-in' },
  sample: {
    vi: 'Bản mẫu: trên trang VNeID mẫu, chọn một người trong danh sách.',
    en: 'Sample: on the sample VNeID page choose somebody from the list.',
  },
  declined: {
    vi: 'Bạn chưa đồng ý chia sẻ dữ liệu, nên chưa đăng nhập. Bạn có thể thử lại, hoặc đến quầy.',
    en: 'You did not agree to share data, so you are not signed in. Try again, or go to a counter.',
  },
  stale: {
    vi: 'Lần đăng nhập này đã quá lâu hoặc đã dùng rồi. Hãy bấm đăng nhập lại.',
    en: 'This sign-in took too long or was used already. Please try again.',
  },
  wrongLevel: {
    vi: 'Tài khoản VNeID này ở mức 1. Để nộp hồ sơ, hãy nâng lên mức 2 tại công an xã, phường; hoặc nộp tại quầy.',
    en: 'This VNeID account is of level 1. Have it raised to level 2 at the commune police; or file at a counter.',
  },
  failed: {
    vi: 'VNeID chưa xác nhận được bạn. Hãy thử lại sau ít phút, hoặc nộp tại quầy.',
    en: 'VNeID could not confirm who you are. Try again in a few minutes, or file at a counter.',
  },
  notIn: { vi: 'Chưa đăng nhập được', en: 'Not signed in' },
  actFor: { vi: 'Bạn làm việc này cho ai?', en: 'For whom do you act?' },
  actForHint: { vi: 'Bạn có thể đổi lại ở trang tài khoản', en: 'You can change it on the account page' },
  myself: { vi: 'Cho tôi: {name}', en: 'For myself: {name}' },
  representative: { vi: '{name} – người đại diện theo pháp luật', en: '{name} – legal representative' },
  delegate: { vi: '{name} – người được ủy quyền', en: '{name} – delegate' },
  taxCode: { vi: 'Mã số thuế {code}', en: 'Tax code {code}' },
  go2: { vi: 'Tiếp tục', en: 'Continue' },
  choose: { vi: 'Chọn bạn làm cho ai', en: 'Choose for whom you act' },
  signedOut: { vi: 'Bạn đã đăng xuất', en: 'You are signed out' },
})
