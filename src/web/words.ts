import { messages } from '#platform/i18n'

export const words = messages({
  area: { vi: 'thành phố Bắc Ninh', en: 'Bac Ninh City' },
  signInCitizen: { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' },
  signInStaff: { vi: 'Đăng nhập dành cho cán bộ', en: 'Staff sign-in' },
  or: { vi: 'hoặc', en: 'or' },
  requestCode: { vi: 'Mã yêu cầu', en: 'Request code' },
  toHome: { vi: 'Về trang chủ', en: 'To the start page' },
})
