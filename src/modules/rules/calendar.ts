import {
  dateOfDay,
  dayNumber,
  type LocalDate,
  MINUTES_A_DAY,
  minuteOfDay,
  type TimeOfDay,
  type Weekday,
  weekday,
  weekdayOfDay,
  yearOf,
} from '#platform/clock'

/** Part of a working day, such as 07:30–11:30. */
export type Session = readonly [from: TimeOfDay, until: TimeOfDay]

/** Office hours of one weekday for a span of time; rows of a unit stand before the common rows. */
export type OfficeHours = {
  readonly unit?: string
  readonly weekday: Weekday
  readonly sessions: readonly Session[]
  readonly validFrom: LocalDate
  /** The last day on which the row holds. */
  readonly validTo?: LocalDate
  readonly source: string
  readonly unverified?: true
}

/** A closed day. `swap` is worked on another day; `local` is a closure of a unit or a province (flood, local festival). */
export type ClosedDay = {
  readonly on: LocalDate
  readonly name: string
  readonly kind: 'statutory' | 'compensatory' | 'swap' | 'local'
  readonly unit?: string
  readonly source: string
  readonly unverified?: true
}

/** A day of rest that is worked, with the hours of the weekday that it replaces. */
export type MakeUpDay = { readonly on: LocalDate; readonly insteadOf: LocalDate; readonly source: string; readonly unverified?: true }

/** Only a year that stands here may be reckoned with. */
export type CalendarYear = { readonly year: number; readonly status: 'announced' | 'provisional'; readonly source: string }

export type CalendarRows = {
  readonly years: readonly CalendarYear[]
  readonly closed: readonly ClosedDay[]
  readonly makeUp: readonly MakeUpDay[]
  readonly hours: readonly OfficeHours[]
}

/** What one day is. Spans are whole minutes since 1970-01-01 00:00 Vietnamese time, in order, not touching each other. */
export type CalendarDay = {
  readonly on: LocalDate
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday' | 'swapped' | 'closed'
  /** Name of the holiday or closure. */
  readonly name?: string
  readonly spans: readonly Span[]
  readonly minutes: number
  readonly provisional: boolean
}
export type Span = readonly [from: number, until: number]

/** The working calendar of one unit. `day` takes days since 1970-01-01 (`dayNumber`) and throws `CalendarUnknown`. */
export type Calendar = { readonly day: (day: number) => CalendarDay }

/** The calendar has no rows for a year, so nothing may be reckoned or promised. */
export class CalendarUnknown extends Error {
  readonly year: number
  constructor(year: number) {
    super(`no working calendar for ${year}`)
    this.name = 'CalendarUnknown'
    this.year = year
  }
}

const closedAs = { statutory: 'holiday', compensatory: 'holiday', swap: 'swapped', local: 'closed' } as const

/** The calendar of a unit (its own rows before the common ones), or the common calendar when no unit is named. */
export function calendarOf(rows: CalendarRows, unit?: string): Calendar {
  const mine = <R extends { unit?: string }>(row: R) => row.unit === undefined || row.unit === unit
  const years = new Map(rows.years.map((row) => [row.year, row]))
  const closed = new Map(rows.closed.filter(mine).map((row) => [row.on, row]))
  const makeUp = new Map(rows.makeUp.map((row) => [row.on, row]))
  const hours = rows.hours.filter(mine).sort((a, b) => Number(b.unit !== undefined) - Number(a.unit !== undefined))
  const known = new Map<number, CalendarDay>()

  const sessionsOn = (on: LocalDate, day: Weekday) =>
    hours.find((row) => row.weekday === day && row.validFrom <= on && (row.validTo === undefined || on <= row.validTo))?.sessions ?? []

  const read = (day: number): CalendarDay => {
    const on = dateOfDay(day)
    const year = years.get(yearOf(on))
    if (!year) throw new CalendarUnknown(yearOf(on))
    const provisional = year.status === 'provisional'
    const shut = closed.get(on)
    if (shut) return { on, kind: closedAs[shut.kind], name: shut.name, spans: [], minutes: 0, provisional }
    const extra = makeUp.get(on)
    const spans = spansOf(day, sessionsOn(on, extra ? weekday(extra.insteadOf) : weekdayOfDay(day)))
    const minutes = spans.reduce((sum, [from, until]) => sum + until - from, 0)
    const kind = minutes === 0 ? 'weekend' : extra ? 'make-up' : 'working'
    return { on, kind, spans, minutes, provisional }
  }
  return {
    day: (day) => {
      const seen = known.get(day) ?? read(day)
      known.set(day, seen)
      return seen
    },
  }
}

function spansOf(day: number, sessions: readonly Session[]): Span[] {
  return sessions.map(([from, until]) => [day * MINUTES_A_DAY + minuteOfDay(from), day * MINUTES_A_DAY + minuteOfDay(until)])
}

/** What the calendar says about a date. */
export function dayOf(calendar: Calendar, on: LocalDate): CalendarDay {
  return calendar.day(dayNumber(on))
}

/** The n-th working day after a date (before it, when n is negative); the date itself is never counted. */
export function shiftWorkingDays(calendar: Calendar, from: LocalDate, n: number): LocalDate {
  const step = Math.sign(n)
  let day = dayNumber(from)
  for (let left = Math.abs(n); left > 0; ) {
    day += step
    if (calendar.day(day).minutes > 0) left -= 1
  }
  return dateOfDay(day)
}
