import { counterCodes, type Directory, directoryOn, shortUnitName, type Unit, unitName } from '#modules/directory'
import { type Calendar, CalendarUnknown, calendarFor, dayOf, shiftWorkingDays } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { addDays, dayNumber, instantOfLocalMinute, localDate, localMinute, localTime } from '#platform/clock'

/** When a counter serves, as the calendar of its office says; `unknown` where the calendar has no rows for the year. */
export type OpenHours =
  | { state: 'open'; until: string }
  | { state: 'later'; at: string }
  | { state: 'closed'; next: string; at: string }
  | { state: 'unknown' }

export type Counter = {
  code: string
  name: string
  /** The place it serves: "Phường Kinh Bắc". */
  area: string
  address: string
  phone: string
  /** The hours of a working day as the office writes them. */
  written: string
  /** Nobody has confirmed address, telephone and hours. */
  unverified: boolean
  hours: OpenHours
}

/** One-stop centres in the order of their communes; the provincial one first. */
export async function allCounters(ctx: Ctx): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  return countersIn(ctx, directory, [directory.province(), ...directory.communes()])
}

/** The centres of some communes, in the order asked. */
export async function countersOf(ctx: Ctx, codes: readonly string[]): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const homes = codes.flatMap((code) => directory.findUnitByCode(code) ?? [])
  return countersIn(ctx, directory, homes)
}

/** One after the other: the first reads the calendar, the others find it read. */
async function countersIn(ctx: Ctx, directory: Directory, homes: readonly Unit[]): Promise<Counter[]> {
  const found: Counter[] = []
  for (const home of homes) {
    const centre = directory.centreOf(home.id)
    if (centre !== undefined) found.push(await counterOf(ctx, home, centre, home))
  }
  return found
}

const kinds = Object.keys(counterCodes) as (keyof typeof counterCodes)[]

/** The offices with a counter of their own in a commune: its police, its economic office. */
export async function officesIn(ctx: Ctx, commune: string): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const serving = kinds.flatMap((kind) => directory.servingUnit(commune, kind) ?? [])
  return officeCounters(
    ctx,
    serving.filter((unit) => directory.communeServed(unit).code === commune),
  )
}

/** The offices with a counter of their own that serve every commune from one place: the social insurance. */
export async function officesForAll(ctx: Ctx): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const serving = directory.communes().flatMap(({ code }) => kinds.flatMap((kind) => directory.servingUnit(code, kind) ?? []))
  return officeCounters(
    ctx,
    [...new Set(serving)].filter((unit) => directory.communeServed(unit).id === unit.id),
  )
}

/** The counters that offices beside the People's Committees keep themselves, with the place that each serves, in the order given. */
export async function officeCounters(ctx: Ctx, offices: readonly Unit[]): Promise<Counter[]> {
  const directory = await directoryOn(ctx)
  const found: Counter[] = []
  for (const office of offices) found.push(await counterOf(ctx, homeOf(directory, office), office, office))
  return found
}

const homeOf = (directory: Directory, office: Unit): Unit => {
  const commune = directory.communeServed(office)
  return commune.id === office.id ? directory.province() : commune
}

/** A counter in a place; `hoursOf` is the unit whose calendar it keeps. */
async function counterOf(ctx: Ctx, home: Unit, centre: Unit, hoursOf: Unit): Promise<Counter> {
  const today = localDate(ctx.now)
  const contact = centre.contact ?? home.contact
  return {
    code: home.code,
    name: unitName(centre, today),
    area: shortUnitName(home, today),
    address: contact?.address ?? '',
    phone: contact?.phone ?? '',
    written: contact?.hours ?? '',
    unverified: contact?.unverified ?? true,
    hours: unlessUnknown<OpenHours>(hoursAt, await calendarFor(ctx, hoursOf.id), ctx.now) ?? { state: 'unknown' },
  }
}

/** A page still opens in a year for which nobody has entered the calendar: it then says nothing about hours. */
function unlessUnknown<T>(work: (calendar: Calendar, now: string) => T, calendar: Calendar, now: string): T | undefined {
  try {
    return work(calendar, now)
  } catch (error) {
    if (error instanceof CalendarUnknown) return undefined
    throw error
  }
}

/** Whether a counter with this calendar is open at an instant, until when, or when it opens next. Throws `CalendarUnknown`. */
export function hoursAt(calendar: Calendar, now: string): OpenHours {
  const minute = localMinute(now)
  const today = localDate(now)
  const { spans } = dayOf(calendar, today)
  const open = spans.find(([from, until]) => from <= minute && minute < until)
  if (open) return { state: 'open', until: localTime(instantOfLocalMinute(open[1])) }
  const later = spans.find(([from]) => minute < from)
  if (later) return { state: 'later', at: localTime(instantOfLocalMinute(later[0])) }
  const next = shiftWorkingDays(calendar, today, 1)
  const [first] = dayOf(calendar, next).spans
  return { state: 'closed', next, at: first === undefined ? '' : localTime(instantOfLocalMinute(first[0])) }
}

/** The next day off with a name within a week, and the working day after it: people plan by it. */
export async function nextHoliday(ctx: Ctx): Promise<{ on: string; name: string; next: string } | undefined> {
  return unlessUnknown(holidayAfter, await calendarFor(ctx, undefined), ctx.now)
}

function holidayAfter(calendar: Calendar, now: string): { on: string; name: string; next: string } | undefined {
  const today = localDate(now)
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = calendar.day(dayNumber(addDays(today, ahead)))
    if (day.name !== undefined && day.minutes === 0) return { on: day.on, name: day.name, next: shiftWorkingDays(calendar, day.on, 1) }
  }
  return undefined
}
