import { directoryOn } from '#modules/directory'
import type { Procedure } from '#modules/procedures'
import { type Calendar, calendarFor } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { type Counter, countersOf } from './counters.ts'

/**
 * By which calendar a day is named to a reader who has not chosen a commune yet, and which counters serve him. Offices with a counter of
 * their own keep the same hours in every commune (the police a Saturday morning), so any of them tells the day; where to go follows from the
 * commune that he chooses.
 */
export async function servingOf(ctx: Ctx, { counter }: Procedure): Promise<{ calendar: Calendar; counters: Counter[] }> {
  const directory = await directoryOn(ctx)
  if (counter === undefined) {
    const [calendar, counters] = await Promise.all([calendarFor(ctx, undefined), countersOf(ctx, [directory.province().code])])
    return { calendar, counters }
  }
  const [office] = directory.communes().flatMap(({ code }) => directory.servingUnit(code, counter) ?? [])
  return { calendar: await calendarFor(ctx, office?.id), counters: [] }
}
