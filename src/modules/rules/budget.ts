import { addMonths, dateOfDay, dayNumber, localMinute, MINUTES_A_DAY, minuteOfDay } from '#platform/clock'
import type { Calendar, Span } from './calendar.ts'
import type { Clock, Pause, Term } from './deadline.ts'

/** A deadline turned into minutes to be used up: working minutes (`office`) or minutes of the wall clock (`wall`). */
export type Budget = {
  readonly measure: 'office' | 'wall'
  /** From when minutes count; minutes since 1970-01-01 00:00 Vietnamese time. */
  readonly from: number
  readonly minutes: number
  /** Minutes after which the first, second, … day is used up; empty where the law counts hours. */
  readonly days: readonly number[]
  /** Days end when the office closes; hours end to the minute. */
  readonly endsAtClose: boolean
  /** Suspensions that matter: merged, in order, none before `from`; an open one lasts for ever. */
  readonly pauses: readonly Span[]
}

/** The budget of a clock under a calendar. Throws `CalendarUnknown`. */
export function budgetOf(calendar: Calendar, clock: Clock): Budget {
  const start = localMinute(clock.startedAt)
  const today = calendar.day(dayOfMinute(start))
  const close = today.spans.at(-1)?.[1] ?? 0
  const deadline = clock.deadline
  if (deadline.kind !== 'sameDay') return after(calendar, clock, start, deadline)
  const received = start - dayOfMinute(start) * MINUTES_A_DAY
  if (received > minuteOfDay(deadline.until) || start >= close) return after(calendar, clock, start, deadline.otherwise)
  const minutes = officeMinutes(calendar, start, close)
  return { measure: 'office', from: start, minutes, days: [minutes], endsAtClose: true, pauses: merged(clock.pauses, start) }
}

function after(calendar: Calendar, clock: Clock, start: number, deadline: Term): Budget {
  if (deadline.kind === 'workingHours') {
    const pauses = merged(clock.pauses, start)
    return { measure: 'office', from: start, minutes: deadline.amount * 60, days: [], endsAtClose: false, pauses }
  }
  const first = dayOfMinute(start) + 1
  const from = first * MINUTES_A_DAY
  const pauses = deadline.kind === 'postingDays' ? [] : merged(clock.pauses, from)
  const measure = deadline.kind === 'workingDays' ? 'office' : 'wall'
  const days = measure === 'office' ? workingDayEnds(calendar, first, deadline.amount) : wallDayEnds(first, deadline)
  return { measure, from, minutes: days.at(-1) ?? 0, days, endsAtClose: true, pauses }
}

function workingDayEnds(calendar: Calendar, first: number, amount: number): number[] {
  const ends: number[] = []
  let used = 0
  for (let day = first; ends.length < amount; day += 1) {
    const { minutes } = calendar.day(day)
    used += minutes
    if (minutes > 0) ends.push(used)
  }
  return ends
}

function wallDayEnds(first: number, { kind, amount }: Term): number[] {
  const count = kind === 'months' ? dayNumber(addMonths(dateOfDay(first - 1), amount)) - first + 1 : amount
  return Array.from({ length: count }, (_, n) => (n + 1) * MINUTES_A_DAY)
}

/** Pauses as spans: cut at `from`, empty ones dropped, overlapping ones joined. */
function merged(pauses: readonly Pause[], from: number): Span[] {
  const spans = pauses
    .map((pause): Span => {
      const until = pause.until === null ? Number.POSITIVE_INFINITY : localMinute(pause.until)
      if (until < localMinute(pause.from)) throw new RangeError(`a pause ends before it begins: ${pause.from}`)
      return [Math.max(localMinute(pause.from), from), until]
    })
    .filter(([start, until]) => until > start)
    .sort((a, b) => a[0] - b[0])
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])]
    else joined.push(span)
  }
  return joined
}

/** The parts of a span that no pause covers. */
export function unpaused(span: Span, pauses: readonly Span[]): Span[] {
  const parts: Span[] = []
  let from = span[0]
  for (const [start, until] of pauses) {
    if (until <= from) continue
    if (start >= span[1]) break
    if (start > from) parts.push([from, start])
    from = until
  }
  if (from < span[1]) parts.push([from, span[1]])
  return parts
}

/** The running office time of one day from a minute on. */
export function runningSpans(calendar: Calendar, day: number, from: number, pauses: readonly Span[]): Span[] {
  return calendar.day(day).spans.flatMap(([start, until]) => (until <= from ? [] : unpaused([Math.max(start, from), until], pauses)))
}

/** Office minutes between two minutes, without those that were paused. */
export function officeMinutes(calendar: Calendar, from: number, until: number, pauses: readonly Span[] = []): number {
  let sum = 0
  for (let day = dayOfMinute(from); day * MINUTES_A_DAY < until; day += 1) {
    for (const [start, end] of runningSpans(calendar, day, from, pauses)) sum += Math.max(0, Math.min(end, until) - start)
  }
  return sum
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_A_DAY)
}
