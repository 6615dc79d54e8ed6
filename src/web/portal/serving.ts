import { type Directory, directoryOn, type Counter as OfficeKind, shortUnitName, type Unit } from '#modules/directory'
import type { Procedure } from '#modules/procedures'
import { type Calendar, calendarFor, sharedCalendar } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { type Counter, countersOf, officeCounters } from './counters.ts'

/** Who serves a reader: by which calendar his day is reckoned, and where he goes. */
export type Serving = {
  readonly calendar: Calendar
  readonly counters: readonly Counter[]
  /** The commune that he chose. */
  readonly commune?: { readonly code: string; readonly name: string }
  /** The offices of this kind keep different hours: until he chooses a commune, the day is only that of the common calendar. */
  readonly differs?: true
}

/**
 * Who serves somebody for a procedure. In the commune that he chose, its own office by that office's calendar. Without one, the calendar that
 * all offices of the kind share (every commune's police has its Saturday morning), else the common one.
 */
export async function servingOf(ctx: Ctx, { counter }: Pick<Procedure, 'counter'>, commune = ''): Promise<Serving> {
  const directory = await directoryOn(ctx)
  const home = directory.competentUnit(commune)
  if (home !== undefined) return servingIn(ctx, directory, home, counter)
  if (counter === undefined) {
    return { calendar: await calendarFor(ctx, undefined), counters: await countersOf(ctx, [directory.province().code]) }
  }
  const offices = [...new Set(directory.communes().flatMap(({ code }) => directory.servingUnit(code, counter) ?? []))]
  const shared = await sharedCalendar(
    ctx,
    offices.map(({ id }) => id),
  )
  // One office for the whole province is where everybody goes; one of a hundred is nobody's but its own commune's.
  const counters = offices.length === 1 ? await officeCounters(ctx, offices) : []
  return shared ? { calendar: shared, counters } : { calendar: await calendarFor(ctx, undefined), counters, differs: true }
}

async function servingIn(ctx: Ctx, directory: Directory, home: Unit, counter: OfficeKind | undefined): Promise<Serving> {
  const office = directory.servingUnit(home.code, counter)
  const counters = counter === undefined ? countersOf(ctx, [home.code]) : officeCounters(ctx, office ? [office] : [])
  return {
    calendar: await calendarFor(ctx, office?.id),
    counters: await counters,
    commune: { code: home.code, name: shortUnitName(home, localDate(ctx.now)) },
  }
}
