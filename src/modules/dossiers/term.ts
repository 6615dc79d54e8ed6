import { type Deadline as AsWritten, timeFor } from '#modules/procedures'
import { type Calendar, type Deadline, dueDate, type Pause, reckon, workingMinutes } from '#modules/rules'
import type { Case } from './case.ts'

const kinds = { workingHours: 'workingHours', workingDays: 'workingDays', days: 'calendarDays', months: 'months' } as const

/** The time within which this case is resolved: its answers are looked at only where the procedure has times for cases. */
export function timeOf(found: Pick<Case, 'procedure'> & { filed?: Case['filed'] }): AsWritten {
  const { procedure } = found
  return procedure.otherTimes === undefined ? procedure.resolvedWithin : timeFor(procedure, found.filed?.answers ?? {})
}

/** A deadline as the procedure writes it, as the clock counts it; undefined for one that the office sets at receipt. */
export function asCounted(written: AsWritten): Deadline | undefined {
  if (written.unit === 'asked') return undefined
  if (written.unit === 'sameDay') {
    const { until, otherwise } = written
    return { kind: 'sameDay', until, otherwise: { kind: kinds[otherwise.unit], amount: otherwise.amount } } as Deadline
  }
  return { kind: kinds[written.unit], amount: written.amount }
}

/**
 * When something that started is due; null while a pause is open before the end, and where nothing but a promise says it.
 * @throws Refusal 409 'calendar-unknown' when a year has no calendar: nothing is stored then
 */
export function dueOf(calendar: Calendar, written: AsWritten, startedAt: string, pauses: readonly Pause[]): string | null {
  const deadline = asCounted(written)
  return deadline === undefined ? null : reckon(() => dueDate(calendar, { deadline, startedAt, pauses }).dueAt)
}

/** A promise that the office made by itself, later by the working hours of what the dossier waited for; whole hours, never fewer. */
export function movedBy(calendar: Calendar, promised: string, pause: { from: string; until: string }): string {
  if (Date.parse(pause.from) >= Date.parse(promised)) return promised
  const minutes = reckon(() => workingMinutes(calendar, pause.from, pause.until))
  const hours = Math.ceil(minutes / 60)
  if (hours === 0) return promised
  const deadline = { kind: 'workingHours', amount: hours } as const
  return reckon(() => dueDate(calendar, { deadline, startedAt: promised, pauses: [] }).dueAt) ?? promised
}

/** A promise once made is never taken back by reckoning: the later of both counts. */
export function laterOf(reckoned: string | null, promised: string | null): string | null {
  if (reckoned === null || promised === null) return reckoned
  return Date.parse(reckoned) > Date.parse(promised) ? reckoned : promised
}

type Clock = { receivedAt: string; pauses: readonly Pause[]; ending: Pause | undefined }

/** The hour that follows from the deadline; where the office itself set it, from its promise and the pause that ends now. */
export function dueAfter(calendar: Calendar, found: Case, { receivedAt, pauses, ending }: Clock, now: string): string | null {
  const { promisedAt } = found
  const within = timeOf(found)
  if (within.unit !== 'asked') return dueOf(calendar, within, receivedAt, pauses)
  if (promisedAt === null || pauses.some((pause) => pause.until === null)) return null
  return ending === undefined ? promisedAt : movedBy(calendar, promisedAt, { from: ending.from, until: now })
}
