import { dayNumber, epochMs, type Instant, instantOfLocalMinute, localDate } from '#platform/clock'
import type { Calendar } from './calendar.ts'
import type { Clock } from './deadline.ts'
import { dueDate } from './due.ts'

/** A dossier's running clock and what was promised; nothing is promised while it is paused. */
export type OpenDeadline = { readonly id: string; readonly clock: Clock; readonly promisedAt: Instant | null }

export type DueChange = { readonly id: string; readonly from: Instant | null; readonly to: Instant }

/**
 * What changes for open dossiers of one unit under a new calendar (a swap announced, a year confirmed): old and new due moments of
 * those that move. None moves to an earlier moment than was promised, so asking twice changes nothing more. A promise that now falls
 * on a closed day moves to the close of the next working day. Throws `CalendarUnknown`; then nothing is answered for any of them.
 */
export function recompute(open: readonly OpenDeadline[], calendar: Calendar): DueChange[] {
  return open.flatMap(({ id, clock, promisedAt }) => {
    const { dueAt } = dueDate(calendar, clock)
    if (dueAt === null) return []
    const to = promisedAt === null ? dueAt : later(dueAt, onWorkingDay(calendar, promisedAt))
    return promisedAt !== null && epochMs(to) === epochMs(promisedAt) ? [] : [{ id, from: promisedAt, to }]
  })
}

function later(a: Instant, b: Instant): Instant {
  return epochMs(a) >= epochMs(b) ? a : b
}

function onWorkingDay(calendar: Calendar, promised: Instant): Instant {
  const promisedDay = dayNumber(localDate(promised))
  if (calendar.day(promisedDay).minutes > 0) return promised
  let day = promisedDay
  while (calendar.day(day).minutes === 0) day += 1
  return instantOfLocalMinute(calendar.day(day).spans.at(-1)?.[1] ?? 0)
}
