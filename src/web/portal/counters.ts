import { directoryOn, shortUnitName, type Unit, unitName } from '#modules/directory'
import { type Calendar, calendarFor, dayOf, shiftWorkingDays } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { addDays, dayNumber, instantOfLocalMinute, localDate, localMinute, localTime } from '#platform/clock'

/** When a counter serves today, as the calendar of its office says. */
export type OpenHours = { state: 'open'; until: string } | { state: 'later'; at: string } | { state: 'closed' }

export type Counter = { code: string; name: string; area: string; address: string; phone: string; written: string; hours: OpenHours }

/** One-stop centres in the order of their communes; the provincial one first. */
export async function allCounters(ctx: Ctx): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const homes = [directory.province(), ...directory.communes()]
  const found = await Promise.all(homes.map(async (home) => counterOf(ctx, home, directory.centreOf(home.id))))
  return found.flatMap((one) => (one === undefined ? [] : [one]))
}

/** The centres of some communes, in the order asked. */
export async function countersOf(ctx: Ctx, codes: readonly string[]): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const homes = codes.flatMap((code) => directory.findUnitByCode(code) ?? [])
  const found = await Promise.all(homes.map(async (home) => counterOf(ctx, home, directory.centreOf(home.id))))
  return found.flatMap((one) => (one === undefined ? [] : [one]))
}

async function counterOf(ctx: Ctx, home: Unit, centre: Unit | undefined): Promise<Counter | undefined> {
  if (centre === undefined) return undefined
  const today = localDate(ctx.now)
  const contact = centre.contact ?? home.contact
  return {
    code: home.code,
    name: unitName(centre, today),
    area: shortUnitName(home, today),
    address: contact?.address ?? '',
    phone: contact?.phone ?? '',
    written: contact?.hours ?? '',
    hours: hoursNow(await calendarFor(ctx, home.id), ctx.now),
  }
}

function hoursNow(calendar: Calendar, now: string): OpenHours {
  const minute = localMinute(now)
  const { spans } = dayOf(calendar, localDate(now))
  const open = spans.find(([from, until]) => from <= minute && minute < until)
  if (open) return { state: 'open', until: localTime(instantOfLocalMinute(open[1])) }
  const later = spans.find(([from]) => minute < from)
  return later ? { state: 'later', at: localTime(instantOfLocalMinute(later[0])) } : { state: 'closed' }
}

/** The next day off with a name within a week, and the working day after it: people plan by it. */
export async function nextHoliday(ctx: Ctx): Promise<{ on: string; name: string; next: string } | undefined> {
  const calendar = await calendarFor(ctx, undefined)
  const today = localDate(ctx.now)
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = calendar.day(dayNumber(addDays(today, ahead)))
    if (day.name !== undefined && day.minutes === 0) return { on: day.on, name: day.name, next: shiftWorkingDays(calendar, day.on, 1) }
  }
  return undefined
}
