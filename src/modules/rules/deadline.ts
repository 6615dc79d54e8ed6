import type { Instant, TimeOfDay } from '#platform/clock'

/**
 * How long the law gives. Plain data: a procedure's revision keeps it.
 * - `workingDays`: the day of receipt is not counted (Civil Code 2015, Article 147); ends when the office closes on the last day.
 * - `workingHours`: minutes of office time from the moment of receipt.
 * - `calendarDays`, `months`: every day counts; an end on a closed day moves to the next working day (Article 148).
 * - `postingDays`: full days during which a notice hangs; nothing suspends them.
 * - `sameDay`: received up to and including the minute `until` on a working day, the result is due that day; else `otherwise`.
 */
export type Deadline = Term | { readonly kind: 'sameDay'; readonly until: TimeOfDay; readonly otherwise: Term }
export type Term = { readonly kind: 'workingDays' | 'workingHours' | 'calendarDays' | 'months' | 'postingDays'; readonly amount: number }

/** A suspension. `until` is null while it lasts. `cause` is a code; words are found when it is shown. */
export type Pause = { readonly from: Instant; readonly until: Instant | null; readonly cause: string }

/** Everything the due date depends on, besides the calendar. */
export type Clock = { readonly deadline: Deadline; readonly startedAt: Instant; readonly pauses: readonly Pause[] }

export const workingDays = (amount: number): Term => ({ kind: 'workingDays', amount: positive(amount) })
export const workingHours = (amount: number): Term => ({ kind: 'workingHours', amount: positive(amount) })
export const calendarDays = (amount: number): Term => ({ kind: 'calendarDays', amount: positive(amount) })
export const months = (amount: number): Term => ({ kind: 'months', amount: positive(amount) })
export const postingDays = (amount: number): Term => ({ kind: 'postingDays', amount: positive(amount) })

/** Due on the day of receipt when received up to and including the minute `until`; else after `otherwise`. */
export const sameDay = (rule: { until: TimeOfDay; otherwise: Term }): Deadline => ({ kind: 'sameDay', ...rule })

function positive(amount: number): number {
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`not a whole amount of time: ${amount}`)
  return amount
}
