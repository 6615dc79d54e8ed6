import { type Instant, instantOfLocalMinute, MINUTES_A_DAY } from '#platform/clock'
import { type Budget, budgetOf, dayOfMinute, runningSpans } from './budget.ts'
import type { Calendar } from './calendar.ts'
import type { Clock } from './deadline.ts'

/** When the result is due. */
export type Due = {
  /** Null while an open pause stands before the end: then nobody can say. */
  readonly dueAt: Instant | null
  /** True when a day that was reckoned with lies in a year whose holidays are not announced yet. */
  readonly provisional: boolean
}

/**
 * The one due-date function: a budget of minutes, less the suspensions, under a unit's calendar.
 * Seconds are dropped. Deadlines in days end when the office closes on their last working day, also when suspensions leave a part
 * of a day (the law counts days, Civil Code 2015, Article 148); deadlines in hours end to the minute.
 * Throws `CalendarUnknown` when a day of a year without calendar would have to be counted: then nothing is reckoned.
 */
export function dueDate(calendar: Calendar, clock: Clock): Due {
  const budget = budgetOf(calendar, clock)
  const end = budget.measure === 'wall' ? wallEnd(calendar, budget) : officeEnd(calendar, budget)
  const last = end ?? budget.from
  const provisional = calendar.day(dayOfMinute(budget.from)).provisional || calendar.day(dayOfMinute(last)).provisional
  return { dueAt: end === null ? null : instantOfLocalMinute(end), provisional }
}

function officeEnd(calendar: Calendar, budget: Budget): number | null {
  const usedUp = useUp(calendar, budget)
  return usedUp === null || !budget.endsAtClose ? usedUp : closeOfLastDay(calendar, usedUp, budget)
}

/** The minute at which the last minute of the budget has run. */
function useUp(calendar: Calendar, { from, minutes, pauses }: Budget): number | null {
  const openFrom = openPauseFrom(pauses)
  let left = minutes
  for (let day = dayOfMinute(from); day * MINUTES_A_DAY < openFrom; day += 1) {
    for (const [start, until] of runningSpans(calendar, day, from, pauses)) {
      if (left <= until - start) return start + left
      left -= until - start
    }
  }
  return null
}

/** Close of office on the day of `usedUp`; a pause that begins before it moves the end to the day on which work goes on. */
function closeOfLastDay(calendar: Calendar, usedUp: number, { pauses }: Budget): number | null {
  let close = closeAfter(calendar, dayOfMinute(usedUp - 1), usedUp - 1)
  for (const [from, until] of pauses) {
    if (until <= usedUp) continue
    if (from >= close) break
    if (until === Number.POSITIVE_INFINITY) return null
    close = Math.max(close, closeAfter(calendar, dayOfMinute(until), until))
  }
  return close
}

function wallEnd(calendar: Calendar, { from, minutes, pauses }: Budget): number | null {
  let end = from + minutes
  let close = closeAfter(calendar, dayOfMinute(end - 1), 0)
  for (const [start, until] of pauses) {
    if (start >= close) break
    if (until === Number.POSITIVE_INFINITY) return null
    end += until - start
    close = closeAfter(calendar, dayOfMinute(end - 1), until)
  }
  return close
}

/** The first close of office on or after a day that lies after a minute. */
function closeAfter(calendar: Calendar, fromDay: number, minute: number): number {
  for (let day = fromDay; ; day += 1) {
    const close = calendar.day(day).spans.at(-1)?.[1]
    if (close !== undefined && close > minute) return close
  }
}

function openPauseFrom(pauses: Budget['pauses']): number {
  const last = pauses.at(-1)
  return last?.[1] === Number.POSITIVE_INFINITY ? last[0] : Number.POSITIVE_INFINITY
}
