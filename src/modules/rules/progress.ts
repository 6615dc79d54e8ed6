import {
  dateOfDay,
  epochMs,
  type Instant,
  instantAt,
  instantOfLocalMinute,
  type LocalDate,
  localMinute,
  MINUTES_A_DAY,
} from '#platform/clock'
import { budgetOf, dayOfMinute, officeMinutes, unpaused } from './budget.ts'
import type { Calendar, CalendarDay } from './calendar.ts'
import type { Clock, Pause } from './deadline.ts'
import { dueDate } from './due.ts'

/** Where a clock stands at a moment. All amounts are working minutes of the unit. */
export type Progress = {
  readonly state: 'running' | 'paused' | 'late'
  /** Null while paused: `leftMinutes` then says what would be left if the pause ended now. */
  readonly dueAt: Instant | null
  readonly usedMinutes: number
  readonly leftMinutes: number
  readonly lateMinutes: number
}

/** Where a clock stands at `now`. Throws `CalendarUnknown`. */
export function progress(calendar: Calendar, clock: Clock, now: Instant): Progress {
  const minute = localMinute(now)
  const seen = asOf(clock, now)
  const budget = budgetOf(calendar, seen)
  const { dueAt } = dueDate(calendar, seen)
  const due = dueAt === null ? minute : localMinute(dueAt)
  const late = isLate(dueAt, now)
  const paused = !late && budget.pauses.length > 0 && clock.pauses.some((pause) => covers(pause, now))
  return {
    state: late ? 'late' : paused ? 'paused' : 'running',
    dueAt: paused ? null : dueAt,
    usedMinutes: officeMinutes(calendar, budget.from, Math.min(minute, due), budget.pauses),
    leftMinutes: officeMinutes(calendar, Math.max(minute, budget.from), due),
    lateMinutes: officeMinutes(calendar, due, minute),
  }
}

/** A promised moment has passed. What has no due moment (a pause is open) is never late. */
export function isLate(dueAt: Instant | null, now: Instant): boolean {
  return dueAt !== null && epochMs(now) > epochMs(dueAt)
}

/** Working minutes of a unit between two instants; 0 when `to` is not later. Throws `CalendarUnknown`. */
export function workingMinutes(calendar: Calendar, from: Instant, to: Instant): number {
  return officeMinutes(calendar, localMinute(from), localMinute(to))
}

/** The clock as it is known at a moment: what has not begun is left out, what is open lasts until then. */
function asOf(clock: Clock, now: Instant): Clock {
  const begun = clock.pauses.filter((pause) => epochMs(pause.from) <= epochMs(now))
  return { ...clock, pauses: begun.map((pause) => (covers(pause, now) ? { ...pause, until: now } : pause)) }
}

function covers(pause: Pause, now: Instant): boolean {
  return epochMs(pause.from) <= epochMs(now) && (pause.until === null || epochMs(pause.until) > epochMs(now))
}

/** One calendar day of the strip that explains a deadline. */
export type StripDay = {
  readonly on: LocalDate
  readonly kind: CalendarDay['kind']
  /** Name of the holiday or closure. */
  readonly name?: string
  readonly received: boolean
  readonly due: boolean
  readonly today: boolean
  /** The first, second, … day of the deadline is used up on this day. */
  readonly nth: number | null
  /** Working minutes that run on this day, and how many of the office's minutes have passed at `now` (0 to 1). */
  readonly runningMinutes: number
  readonly passed: number
  /** Causes of the pauses that touch this day. */
  readonly paused: readonly string[]
}

/** Why a result is due when it is: every calendar day from receipt to due date; while a pause is open, to the present day. */
export function strip(calendar: Calendar, clock: Clock, now: Instant): StripDay[] {
  const budget = budgetOf(calendar, clock)
  const { dueAt } = dueDate(calendar, clock)
  const received = dayOfMinute(localMinute(clock.startedAt))
  const today = dayOfMinute(localMinute(now))
  const due = dueAt === null ? null : dayOfMinute(localMinute(dueAt))
  const days: StripDay[] = []
  let used = 0
  for (let day = received; day <= (due ?? Math.max(today, received)); day += 1) {
    const { on, kind, name, minutes } = calendar.day(day)
    const midnight = (day + 1) * MINUTES_A_DAY
    const from = Math.max(budget.from, day * MINUTES_A_DAY)
    const running = officeMinutes(calendar, from, midnight, budget.pauses)
    const counts = budget.measure === 'office' ? running : wallMinutes(from, midnight, budget.pauses)
    const nth = budget.days.filter((end) => end <= used + counts).length
    const before = budget.days.filter((end) => end <= used).length
    used += counts
    days.push({
      on,
      kind,
      ...(name === undefined ? {} : { name }),
      received: day === received,
      due: day === due,
      today: day === today,
      nth: nth > before ? nth : null,
      runningMinutes: running,
      passed: day < today ? 1 : day > today || minutes === 0 ? 0 : officeMinutes(calendar, day * MINUTES_A_DAY, localMinute(now)) / minutes,
      paused: budget.pauses.length === 0 ? [] : causesOn(clock, day),
    })
  }
  return days
}

function wallMinutes(from: number, until: number, pauses: readonly (readonly [number, number])[]): number {
  return from >= until ? 0 : unpaused([from, until], pauses).reduce((sum, [start, end]) => sum + end - start, 0)
}

function causesOn(clock: Clock, day: number): string[] {
  const start = Math.max(epochMs(instantAt(dateOfDay(day), '00:00')), epochMs(clock.startedAt))
  const end = epochMs(instantOfLocalMinute((day + 1) * MINUTES_A_DAY))
  const touching = clock.pauses.filter(({ from, until }) => {
    const last = until === null ? Number.POSITIVE_INFINITY : epochMs(until)
    return epochMs(from) < end && last > start && last > epochMs(from)
  })
  return [...new Set(touching.map(({ cause }) => cause))]
}
