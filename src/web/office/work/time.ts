import { type Calendar, CalendarUnknown, workingMinutes } from '#modules/rules'
import { addDays, dayNumber, type Instant, instantAt, localDate, localTime } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { dateText, durationText, weekdayName } from '#platform/text'
import type { Segment, Urgency } from '../../components/index.ts'
import { words } from './words.ts'

/** How work stands to its deadline, in words and segments. */
export type Left = { urgency: Urgency; left: string; due: string; segments: Segment[] }

type Timed = { since: Instant; dueAt: Instant | null; pausedSince: Instant | null }

/** The instant at which today ends in Vietnam. */
export function endOfDay(now: Instant): Instant {
  return instantAt(addDays(localDate(now), 1), '00:00')
}

/** What is left until `dueAt` in working time; where the year has no calendar, only the hour itself is said. */
export function leftOf(calendar: Calendar, { since, dueAt, pausedSince }: Timed, now: Instant, lang: Language): Left {
  const say = words(lang)
  if (pausedSince !== null) {
    const segments: Segment[] = ['used', 'paused', 'left']
    return { urgency: 'paused', left: say('stopped'), due: say('pausedSince', { since: hourText(pausedSince, now, lang) }), segments }
  }
  if (dueAt === null) return { urgency: 'ahead', left: say('noDue'), due: '', segments: [] }
  const urgency = dueAt < now ? 'late' : localDate(dueAt) === localDate(now) ? 'today' : 'ahead'
  const due = hourText(dueAt, now, lang)
  try {
    const left = urgency === 'late' ? lateText(calendar, dueAt, now, lang) : leftText(calendar, dueAt, now, lang)
    return { urgency, left, due: urgency === 'late' ? say('wasDue', { due }) : due, segments: segmentsOf(calendar, since, dueAt, now) }
  } catch (error) {
    if (!(error instanceof CalendarUnknown)) throw error
    return { urgency, left: due, due: '', segments: [] }
  }
}

/** "17:00 hôm nay", "17:00 thứ Sáu 27/11": without the year while it is the same. */
export function hourText(at: Instant, now: Instant, lang: Language): string {
  const [day, today] = [localDate(at), localDate(now)]
  if (day === today) return words(lang)('isToday', { time: localTime(at) })
  const date = day.slice(0, 4) === today.slice(0, 4) ? dateText(day.slice(5)) : dateText(day)
  return `${localTime(at)} ${weekdayName(day, lang)} ${date}`
}

/** "08:05 hôm nay", earlier only the day: when something came. */
export function sinceText(at: Instant, now: Instant, lang: Language): string {
  return localDate(at) === localDate(now) ? hourText(at, now, lang) : hourText(at, now, lang).slice(localTime(at).length + 1)
}

function leftText(calendar: Calendar, dueAt: Instant, now: Instant, lang: Language): string {
  const say = words(lang)
  const days = workingDaysAfter(calendar, now, dueAt)
  return days === 0 ? say('leftTime', { time: durationText(workingMinutes(calendar, now, dueAt), lang) }) : say('leftDays', { days })
}

function lateText(calendar: Calendar, dueAt: Instant, now: Instant, lang: Language): string {
  const say = words(lang)
  const minutes = workingMinutes(calendar, dueAt, now)
  const days = Math.floor(minutes / minutesADay(calendar, now))
  return days === 0 ? say('lateTime', { time: durationText(minutes, lang) }) : say('lateDays', { days })
}

/** Working days after today up to the day of the deadline. */
function workingDaysAfter(calendar: Calendar, now: Instant, dueAt: Instant): number {
  let days = 0
  for (let day = dayNumber(localDate(now)) + 1; day <= dayNumber(localDate(dueAt)); day += 1) if (calendar.day(day).minutes > 0) days += 1
  return days
}

const usualDay = 480

function minutesADay(calendar: Calendar, now: Instant): number {
  return calendar.day(dayNumber(localDate(now))).minutes || usualDay
}

const mostSegments = 8

/** A segment a working day; what is due within a day is drawn in three parts. */
function segmentsOf(calendar: Calendar, since: Instant, dueAt: Instant, now: Instant): Segment[] {
  const whole = workingMinutes(calendar, since, dueAt)
  const used = workingMinutes(calendar, since, now)
  const count = Math.min(mostSegments, Math.max(3, Math.ceil(whole / usualDay)))
  const reached = whole === 0 ? count : (used / whole) * count
  return Array.from({ length: count }, (_, index) => (reached >= index + 1 ? 'used' : reached > index ? 'now' : 'left'))
}
