import { asCounted, type Case, termText, timeOf } from '#modules/dossiers'
import type { Calendar, Clock, StripDay } from '#modules/rules'
import { strip } from '#modules/rules'
import { type Instant, localDate, localTime, weekday } from '#platform/clock'
import { type Language, messages } from '#platform/i18n'
import { dateText, weekdayDate, weekdayName } from '#platform/text'
import type { Day, DayKind } from './components/index.ts'

const words = messages({
  received: { vi: 'Nhận {at}. Thời hạn: {term}.', en: 'Received {at}. Term: {term}.' },
  paused: { vi: 'Dừng từ {from} đến {until}: {cause}.', en: 'Stopped from {from} to {until}: {cause}.' },
  pausing: { vi: 'Đang dừng từ {from}: {cause}.', en: 'Stopped since {from}: {cause}.' },
  holiday: { vi: '{day}: {name}, không tính.', en: '{day}: {name}, not counted.' },
  swapped: { vi: '{day}: {name}, được làm bù ngày khác, không tính.', en: '{day}: {name}, worked on another day, not counted.' },
  makeUp: { vi: '{day}: làm bù, có tính.', en: '{day}: worked instead of another day, counted.' },
  weekend: { vi: 'Thứ Bảy, Chủ nhật không tính.', en: 'Saturdays and Sundays are not counted.' },
  sunday: { vi: 'Chủ nhật không tính; sáng thứ Bảy có tính.', en: 'Sundays are not counted; Saturday mornings are.' },
  due: { vi: 'Hẹn trả {at}.', en: 'Promised for {at}.' },
  moved: { vi: 'Theo cách tính là {reckoned}; ngày đã hẹn muộn hơn được giữ.', en: 'By reckoning {reckoned}; the later promise is kept.' },
  lateSince: { vi: 'Đã quá hẹn.', en: 'The promise is overdue.' },
  'cause.supplement': { vi: 'chờ người nộp bổ sung', en: 'waiting for the applicant' },
  'cause.draft': { vi: 'chờ người nộp xem bản nháp', en: 'waiting for the applicant to read the draft' },
  'cause.consultation': { vi: 'chờ đơn vị khác trả lời', en: 'waiting for another unit' },
  'cause.posting': { vi: 'niêm yết công khai', en: 'posted publicly' },
  'cause.choose': { vi: 'chờ người nộp chọn giờ hẹn', en: 'waiting for the applicant to choose a time' },
  'cause.appear': { vi: 'chờ đến giờ hẹn', en: 'waiting for the appointment' },
  'cause.other': { vi: 'chờ ngoài cơ quan', en: 'waiting outside the office' },
})

/** What is needed of a case to reckon its deadline before a reader's eyes. */
export type Reckoned = Pick<Case, 'procedure' | 'receivedAt' | 'pauses' | 'dueAt'> & { filed?: Case['filed'] }

/** A sentence of the ledger; `kind` is the sign of the days it speaks of. */
export type Sentence = { kind: Exclude<DayKind, 'out'>; text: string }

/** The reckoning of a promised hour: every day from receipt on, and the same in sentences. Empty before the receipt. */
export function reckoning(calendar: Calendar, found: Reckoned, now: Instant, lang: Language): { days: Day[]; sentences: Sentence[] } {
  if (found.receivedAt === null) return { days: [], sentences: [] }
  const deadline = asCounted(timeOf(found))
  if (deadline === undefined) return { days: [], sentences: sentencesOf(found, [], now, lang) }
  const clock: Clock = { deadline, startedAt: found.receivedAt, pauses: found.pauses }
  const days = strip(calendar, clock, now)
  return { days: days.map((day) => cellOf(day, found.dueAt, now)), sentences: sentencesOf(found, days, now, lang) }
}

function cellOf(day: StripDay, dueAt: Instant | null, now: Instant): Day {
  const base = { date: day.on, ...(day.nth !== null && { nth: day.nth }) }
  if (day.due) return { ...base, kind: dueAt !== null && dueAt < now ? 'late' : 'due' }
  if (day.received) return { ...base, kind: 'received' }
  if (day.kind === 'weekend') return { ...base, kind: 'weekend' }
  if (day.kind === 'holiday' || day.kind === 'swapped' || day.kind === 'closed') return { ...base, kind: 'holiday' }
  if (day.runningMinutes === 0 && day.paused.length > 0) return { ...base, kind: 'paused' }
  if (day.today) return { ...base, kind: 'today' }
  return { ...base, kind: day.on < localDate(now) ? 'counted' : 'ahead' }
}

function sentencesOf(found: Reckoned, days: readonly StripDay[], now: Instant, lang: Language): Sentence[] {
  const say = words(lang)
  const { receivedAt, dueAt, pauses } = found
  if (receivedAt === null) return []
  const received = say('received', { at: hour(receivedAt, lang), term: termText(timeOf(found), lang) })
  const stops = pauses.map(({ from, until, cause }): Sentence => {
    const told = { from: hour(from, lang), cause: causeText(cause, lang) }
    return { kind: 'paused', text: until === null ? say('pausing', told) : say('paused', { ...told, until: hour(until, lang) }) }
  })
  const end: Sentence[] =
    dueAt === null
      ? []
      : [{ kind: dueAt < now ? 'late' : 'due', text: `${say('due', { at: hour(dueAt, lang) })}${moved(days, dueAt, lang)}` }]
  return [{ kind: 'received', text: received }, ...stops, ...specialDays(days, lang), ...end]
}

/** A promise that lies later than the reckoning: once given, it is kept. */
function moved(days: readonly StripDay[], dueAt: Instant, lang: Language): string {
  const due = days.find((day) => day.due)
  if (due === undefined || due.on >= localDate(dueAt)) return ''
  return ` ${words(lang)('moved', { reckoned: dateText(due.on) })}`
}

function specialDays(days: readonly StripDay[], lang: Language): Sentence[] {
  const say = words(lang)
  const named = days.flatMap((day): Sentence[] => {
    const told = { day: weekdayDate(day.on, lang), name: day.name ?? '' }
    if (day.kind === 'make-up') return [{ kind: 'counted', text: capital(say('makeUp', { day: told.day })) }]
    if (day.kind === 'swapped') return [{ kind: 'holiday', text: capital(say('swapped', told)) }]
    return day.kind === 'holiday' || day.kind === 'closed' ? [{ kind: 'holiday', text: capital(say('holiday', told)) }] : []
  })
  const closed = days.filter((day) => day.kind === 'weekend')
  if (closed.length === 0) return named
  // A counter that works on Saturday mornings: only Sundays are left out.
  const worksSaturdays = days.some((day) => day.kind === 'working' && weekday(day.on) === 6)
  return [...named, { kind: 'weekend', text: say(worksSaturdays ? 'sunday' : 'weekend') }]
}

const causes = ['supplement', 'draft', 'consultation', 'posting', 'choose', 'appear'] as const

/** Why a clock stands still, in words. */
export function causeText(cause: string, lang: Language): string {
  const known = causes.find((one) => one === cause)
  return words(lang)(`cause.${known ?? 'other'}`)
}

/** "08:05 thứ Tư 25/11". */
function hour(at: Instant, lang: Language): string {
  const day = localDate(at)
  return `${localTime(at)} ${weekdayName(day, lang)} ${dateText(day).slice(0, 5)}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
