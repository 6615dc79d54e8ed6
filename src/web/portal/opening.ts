import { type Language, messages } from '#platform/i18n'
import { weekdayDate } from '#platform/text'
import type { Counter } from './counters.ts'

const words = messages({
  open: { vi: 'Đang mở, đến {until}', en: 'Open until {until}' },
  later: { vi: 'Mở lúc {at} hôm nay', en: 'Opens at {at} today' },
  closed: { vi: 'Đã đóng, mở lại {at} {day}', en: 'Closed, opens {day} at {at}' },
  unknown: { vi: 'Chưa có lịch làm việc của ngày này; gọi trước khi đến', en: 'No calendar for this day yet; call before you come' },
})

/** Whether a counter is open now, in one phrase; closed, it says when it opens again. */
export function openText(lang: Language, { hours }: Pick<Counter, 'hours'>): string {
  const say = words(lang)
  if (hours.state === 'open') return say('open', { until: hours.until })
  if (hours.state === 'later') return say('later', { at: hours.at })
  return hours.state === 'closed' ? say('closed', { at: hours.at, day: weekdayDate(hours.next, lang) }) : say('unknown')
}
