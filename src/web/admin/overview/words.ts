import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Việc cần người quản trị', en: 'What needs an administrator' },
})
