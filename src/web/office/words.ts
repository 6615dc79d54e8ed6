import { messages } from '#platform/i18n'

/** What the frame of every office page says. */
export const words = messages({
  noPost: { vi: 'Hiện không giữ chức danh nào', en: 'Holds no post at present' },
  myWork: { vi: 'Việc của tôi', en: 'My work' },
  counter: { vi: 'Tại quầy', en: 'Counter' },
  unitWork: { vi: 'Việc của đơn vị', en: 'Work of the unit' },
  find: { vi: 'Tìm hồ sơ', en: 'Find a case' },
  substitutes: { vi: 'Người thay', en: 'Substitutes' },
  figures: { vi: 'Thống kê', en: 'Figures' },
  catalogue: { vi: 'Danh mục thủ tục', en: 'Catalogue' },
  editor: { vi: 'Soạn thủ tục', en: 'Write procedures' },
  administration: { vi: 'Quản trị', en: 'Administration' },
  account: { vi: 'Tài khoản', en: 'Account' },
  outage: { vi: 'Đang có sự cố từ {since}: {reason}', en: 'Outage since {since}: {reason}' },
  filters: { vi: 'Lọc việc', en: 'Filter the work' },
})
