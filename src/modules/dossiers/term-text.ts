import type { Deadline } from '#modules/procedures'
import { type Language, messages } from '#platform/i18n'

const words = messages({
  workingHours: { vi: '{amount} giờ làm việc', en: '{amount} working {amount|hour|hours}' },
  workingDays: { vi: '{amount} ngày làm việc', en: '{amount} working {amount|day|days}' },
  days: { vi: '{amount} ngày', en: '{amount} {amount|day|days}' },
  months: { vi: '{amount} tháng', en: '{amount} {amount|month|months}' },
  asked: { vi: 'Do nơi tiếp nhận hẹn khi nhận hồ sơ', en: 'Set by the office when it accepts the dossier' },
  sameDay: { vi: 'Trong ngày; nhận sau {until} thì trong {otherwise}', en: 'The same day; received after {until}, within {otherwise}' },
})

/** The time that the law gives, in words: "Trong ngày; nhận sau 15:00 thì trong 1 ngày làm việc". */
export function termText(deadline: Deadline, language: Language): string {
  const say = words(language)
  if (deadline.unit === 'asked') return say('asked')
  if (deadline.unit !== 'sameDay') return say(deadline.unit, { amount: deadline.amount })
  const { unit, amount } = deadline.otherwise
  return say('sameDay', { until: deadline.until, otherwise: say(unit, { amount }) })
}
