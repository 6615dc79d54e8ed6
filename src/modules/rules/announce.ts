import { type Ctx, entryFor, later, once, Refusal } from '#platform/act'
import { addMinutes, isDate, type LocalDate } from '#platform/clock'
import { type Statement, stateOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { CalendarRows } from './calendar.ts'
import { calendarChanged } from './store.ts'

/** A day as it is announced. `make-up`: a day of rest on which the hours of `insteadOf` are worked. */
export type AnnouncedDay = {
  on: LocalDate
  kind: 'statutory' | 'compensatory' | 'swap' | 'local' | 'make-up'
  name: string
  insteadOf?: LocalDate
  /** A unit that alone is closed; without it the whole province. */
  unit?: Id
  /** The document that says so. */
  source: string
}

/** The job that reckons open dossiers anew after a change. */
export const recomputeTask = 'recompute-due'

// Other processes keep their copy of the calendar for a minute; what they promised by it is found by the second look.
const secondLookMinutes = 2

/**
 * Adds days to the working calendar; open dossiers are reckoned anew by a job, and none gets an earlier hour than it was promised.
 * @throws Refusal 403 for anybody but an administrator; 422 for a row without day or source; 409 when a day stands there already
 */
export async function addCalendarDays(ctx: Ctx, days: readonly AnnouncedDay[]): Promise<{ ok: true; days: number }> {
  refuseUnlessMayAnnounce(ctx)
  for (const day of days) refuseIncomplete(day)
  if (days.length === 0) throw new Refusal(422, 'no-day-named')
  const statements = [
    ...days.map((day) => row(day, ctx.now)),
    entryFor(ctx.keys, ctx.actor.id, 'calendar.add', null, ctx.now, { days }),
    later(recomputeTask, {}, { key: recomputeTask }),
    later(recomputeTask, {}, { key: `${recomputeTask} again`, runAt: addMinutes(ctx.now, secondLookMinutes) }),
  ]
  const plan = { as: ctx.actor, statements, answer: { ok: true as const, days: days.length } }
  const added = await once(ctx, async () => plan).catch((error: unknown) => {
    throw stateOf(error) === '23505' ? new Refusal(409, 'day-stands-already') : error
  })
  calendarChanged(ctx)
  return added
}

export type Swap = { off: LocalDate; worked: LocalDate; name: string; source: string }

/** A working day is given off and another is worked for it. */
export function announceSwap(ctx: Ctx, swap: Swap): Promise<{ ok: true; days: number }> {
  return addCalendarDays(ctx, daysOfSwap(swap))
}

/** The two days of a swap, as they are announced. */
export function daysOfSwap({ off, worked, name, source }: Swap): AnnouncedDay[] {
  return [
    { on: off, kind: 'swap', name, source },
    { on: worked, kind: 'make-up', name: `Làm bù – ${name}`, insteadOf: off, source },
  ]
}

/** The calendar as it would be with further days: for whoever wants to know what an announcement would move. */
export function withDays(rows: CalendarRows, days: readonly AnnouncedDay[]): CalendarRows {
  const closed = days.flatMap(({ on, kind, name, source, unit }) =>
    kind === 'make-up' ? [] : [{ on, kind, name, source, ...(unit !== undefined && { unit }) }],
  )
  const makeUp = days.flatMap(({ on, insteadOf, source }) => (insteadOf === undefined ? [] : [{ on, insteadOf, source }]))
  return { ...rows, closed: [...rows.closed, ...closed], makeUp: [...rows.makeUp, ...makeUp] }
}

function refuseUnlessMayAnnounce({ actor }: Ctx): void {
  const isAdministrator = actor.kind === 'staff' && actor.roles?.includes('administrator') === true
  if (!isAdministrator && actor.kind !== 'job') throw new Refusal(403, 'not-for-you')
}

function refuseIncomplete({ on, insteadOf, kind, source, name }: AnnouncedDay): void {
  if (!isDate(on) || (insteadOf !== undefined && !isDate(insteadOf))) throw new Refusal(422, 'not-a-date', { on })
  if ((kind === 'make-up') !== (insteadOf !== undefined)) throw new Refusal(422, 'make-up-for-what', { on })
  if (source.trim() === '' || name.trim() === '') throw new Refusal(422, 'source-needed', { on })
}

function row({ on, unit, kind, name, insteadOf, source }: AnnouncedDay, now: string): Statement {
  return {
    text: 'insert into calendar_day (day, unit_id, kind, name, instead_of, source, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [on, unit ?? null, kind, name, insteadOf ?? null, source, now],
  }
}
