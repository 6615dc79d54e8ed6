import type { Deadline as AsWritten } from '#modules/procedures'
import { type Calendar, type Deadline, dueDate, type Pause, reckon } from '#modules/rules'

const kinds = { workingHours: 'workingHours', workingDays: 'workingDays', days: 'calendarDays', months: 'months' } as const

/** A deadline as the procedure writes it, as the clock counts it. */
export function asCounted(written: AsWritten): Deadline {
  if (written.unit === 'sameDay') {
    const { until, otherwise } = written
    return { kind: 'sameDay', until, otherwise: { kind: kinds[otherwise.unit], amount: otherwise.amount } } as Deadline
  }
  return { kind: kinds[written.unit], amount: written.amount }
}

/**
 * When something that started is due; null while a pause is open before the end.
 * @throws Refusal 409 'calendar-unknown' when a year has no calendar: nothing is stored then
 */
export function dueOf(calendar: Calendar, written: AsWritten, startedAt: string, pauses: readonly Pause[]): string | null {
  return reckon(() => dueDate(calendar, { deadline: asCounted(written), startedAt, pauses }).dueAt)
}

/** A promise once made is never taken back by reckoning: the later of both counts. */
export function laterOf(reckoned: string | null, promised: string | null): string | null {
  if (reckoned === null || promised === null) return reckoned
  return Date.parse(reckoned) > Date.parse(promised) ? reckoned : promised
}
