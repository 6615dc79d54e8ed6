import type { Appointment } from '#modules/procedures'
import type { Calendar } from '#modules/rules'
import { dayNumber, epochMs, instantOfLocalMinute, localDate, localMinute, MINUTES_A_DAY } from '#platform/clock'
import type { Span } from './store/appointments.ts'

// Nobody is asked to come sooner than the next working day, and a day offers two hours in the morning and two in the afternoon: ours, not law.
const hoursInSession = 2

/** Whether a time lies wholly within the office hours of a day and ahead. */
export function isWorkingTime(calendar: Calendar, startsAt: string, minutes: number, now: string): boolean {
  if (epochMs(startsAt) <= epochMs(now)) return false
  const start = localMinute(startsAt)
  return calendar.day(Math.floor(start / MINUTES_A_DAY)).spans.some(([from, until]) => start >= from && start + minutes <= until)
}

/** Whether a time meets one that is taken. */
export function isTaken(startsAt: string, minutes: number, taken: readonly Span[]): boolean {
  const [from, until] = [epochMs(startsAt), epochMs(startsAt) + minutes * 60_000]
  return taken.some((one) => epochMs(one.from) < until && epochMs(one.until) > from)
}

/** Free times within the office's calendar, spread over the days: what the office may offer. */
export function freeTimes(calendar: Calendar, { minutes, offers }: Appointment, now: string, taken: readonly Span[]): string[] {
  const found: string[] = []
  for (let day = dayNumber(localDate(now)) + 1, counted = 0; counted < offers.workingDays; day += 1) {
    const { spans } = calendar.day(day)
    if (spans.length === 0) continue
    counted += 1
    for (const [from, until] of spans) {
      const free = startsIn(from, until, minutes).filter((time) => !isTaken(time, minutes, taken))
      found.push(...spread(free, hoursInSession))
    }
  }
  return found
}

function startsIn(from: number, until: number, minutes: number): string[] {
  const starts: string[] = []
  for (let at = from; at + minutes <= until; at += minutes) starts.push(instantOfLocalMinute(at))
  return starts
}

/** So many of a list, far from one another. */
function spread(times: readonly string[], most: number): string[] {
  if (times.length <= most) return [...times]
  return Array.from({ length: most }, (_, i) => times[Math.floor(((i + 0.5) * times.length) / most)]).flatMap((time) => time ?? [])
}
