import { type Ctx, Refusal } from '#platform/act'
import type { Id } from '#platform/id'
import { type Calendar, type CalendarRows, CalendarUnknown, calendarOf, type Session } from './calendar.ts'

type Kept = { reading: Promise<CalendarRows>; readAt: number; calendars: Map<Id | undefined, Calendar> }

// Calendars change a few times a year; a minute-old copy only delays the recomputation that a change starts anyway.
const keptForMs = 60_000
const kept = new WeakMap<object, Kept>()

/** The working calendar of a unit, from the dated rows. Provinces swap days by announcement: nothing here is a constant. */
export async function calendarFor(ctx: Ctx, unit: Id | undefined): Promise<Calendar> {
  const { calendars, reading } = keptFor(ctx)
  const rows = await reading
  // Units without days or hours of their own share one calendar, with the days that were read from it.
  const isOwn = unit !== undefined && (rows.closed.some((row) => row.unit === unit) || rows.hours.some((row) => row.unit === unit))
  const whose = isOwn ? unit : undefined
  const calendar = calendars.get(whose) ?? calendarOf(rows, whose)
  calendars.set(whose, calendar)
  return calendar
}

function keptFor(ctx: Ctx): Kept {
  const nowMs = Date.parse(ctx.now)
  const before = kept.get(ctx.pool)
  if (before !== undefined && Math.abs(nowMs - before.readAt) < keptForMs) return before
  // Kept while it is still read: a list asks for the calendars of fifty units at once.
  const known: Kept = { reading: readRows(ctx), readAt: nowMs, calendars: new Map() }
  kept.set(ctx.pool, known)
  known.reading.catch(() => kept.delete(ctx.pool))
  return known
}

/** The calendar of all these units, where every one of them keeps the same days and hours; undefined where they differ or there are none. */
export async function sharedCalendar(ctx: Ctx, units: readonly Id[]): Promise<Calendar | undefined> {
  const rows = await keptFor(ctx).reading
  const own = Map.groupBy([...rows.closed, ...rows.hours], ({ unit }) => unit)
  const kinds = new Set(units.map((unit) => JSON.stringify((own.get(unit) ?? []).map((row) => ({ ...row, unit: undefined })))))
  return kinds.size === 1 ? calendarFor(ctx, units[0]) : undefined
}

/** Forgets the kept copy: after a row was added in this process. */
export function calendarChanged(ctx: Pick<Ctx, 'pool'>): void {
  kept.delete(ctx.pool)
}

/** Reckons with a calendar, and says plainly when a year is unknown: nothing is stored then. */
export function reckon<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarUnknown) throw new Refusal(409, 'calendar-unknown', { year: error.year })
    throw error
  }
}

/** All dated rows as the pure functions take them. */
export async function readRows(ctx: Ctx): Promise<CalendarRows> {
  const days = await ctx.db.selectFrom('calendar_day').selectAll().orderBy('day').execute()
  const years = await ctx.db.selectFrom('calendar_year').selectAll().execute()
  const hours = await ctx.db.selectFrom('office_hours').selectAll().orderBy('opens').execute()
  const flagged = (row: { unverified: boolean }) => (row.unverified ? { unverified: true as const } : {})
  const ofUnit = (row: { unit_id: string | null }) => (row.unit_id === null ? {} : { unit: row.unit_id })
  return {
    years: years.map((row) => ({ year: row.year, status: row.status === 'provisional' ? 'provisional' : 'announced', source: row.source })),
    closed: days.flatMap((row) =>
      row.kind === 'make-up'
        ? []
        : [{ on: row.day, name: row.name, kind: closedKind(row.kind), source: row.source, ...ofUnit(row), ...flagged(row) }],
    ),
    makeUp: days.flatMap((row) =>
      row.instead_of === null ? [] : [{ on: row.day, insteadOf: row.instead_of, source: row.source, ...flagged(row) }],
    ),
    hours: gathered(hours).map((row) => ({
      weekday: weekdayOf(row.weekday),
      sessions: row.sessions,
      validFrom: row.valid_from,
      source: row.source,
      ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
      ...ofUnit(row),
      ...flagged(row),
    })),
  }
}

type HoursRow = {
  unit_id: string | null
  weekday: number
  opens: string
  closes: string
  valid_from: string
  valid_to: string | null
  source: string
  unverified: boolean
}

function gathered(rows: readonly HoursRow[]): (HoursRow & { sessions: Session[] })[] {
  const byDay = new Map<string, HoursRow & { sessions: Session[] }>()
  for (const row of rows) {
    const key = `${row.unit_id} ${row.weekday} ${row.valid_from}`
    const found = byDay.get(key) ?? { ...row, sessions: [] }
    found.sessions.push([row.opens, row.closes] as Session)
    byDay.set(key, found)
  }
  return [...byDay.values()]
}

const closedKinds = ['statutory', 'compensatory', 'swap', 'local'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

function closedKind(kind: string): (typeof closedKinds)[number] {
  return closedKinds.find((one) => one === kind) ?? 'local'
}

function weekdayOf(day: number): (typeof weekdays)[number] {
  return weekdays.find((one) => one === day) ?? 7
}
