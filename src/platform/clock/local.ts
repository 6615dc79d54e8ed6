/**
 * Vietnamese civil time. Dates, times and instants are strings on every face, so nothing depends on the zone of the process.
 * Instants are ISO 8601 in UTC ("2026-08-21T08:01:00.000Z"), dates "2026-08-21", times of day "15:01".
 */
export type Instant = string
export type LocalDate = string
export type TimeOfDay = string
/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 13/06/1975; instants in this product are never older.
const OFFSET_MINUTES = 7 * 60
const MINUTE_MS = 60_000
export const MINUTES_A_DAY = 24 * 60
const DAY_MS = MINUTES_A_DAY * MINUTE_MS

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970 of an instant; a RangeError for anything that is not an ISO instant with a zone. */
export function epochMs(instant: Instant): number {
  const ms = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

export function instantOfMs(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** Days since 1970-01-01; a RangeError for a date that the calendar does not have (2026-02-30). */
export function dayNumber(date: LocalDate): number {
  const parts = DATE.exec(date)
  const ms = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`)
  return ms / DAY_MS
}

export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function isDate(text: string): boolean {
  const parts = DATE.exec(text)
  if (!parts) return false
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(ms).toISOString().slice(0, 10) === text
}

export function isTime(text: string): boolean {
  return TIME.test(text)
}

/** Minutes since midnight of "HH:mm". */
export function minuteOfDay(time: TimeOfDay): number {
  const parts = TIME.exec(time)
  if (!parts) throw new RangeError(`not a time of day: ${time}`)
  return Number(parts[1]) * 60 + Number(parts[2])
}

/** Whole minutes since 1970-01-01 00:00 in Vietnam; seconds are dropped. The clock counts in these. */
export function localMinute(instant: Instant): number {
  return Math.floor(epochMs(instant) / MINUTE_MS) + OFFSET_MINUTES
}

export function instantOfLocalMinute(minute: number): Instant {
  return instantOfMs((minute - OFFSET_MINUTES) * MINUTE_MS)
}

/** The date in Vietnam at an instant. */
export function localDate(instant: Instant): LocalDate {
  return dateOfDay(Math.floor(localMinute(instant) / MINUTES_A_DAY))
}

/** The time of day in Vietnam at an instant, "HH:mm". */
export function localTime(instant: Instant): TimeOfDay {
  const minute = localMinute(instant)
  const inDay = minute - Math.floor(minute / MINUTES_A_DAY) * MINUTES_A_DAY
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** The instant at which clocks in Vietnam show this date and time. */
export function instantAt(date: LocalDate, time: TimeOfDay): Instant {
  return instantOfLocalMinute(dayNumber(date) * MINUTES_A_DAY + minuteOfDay(time))
}

export function weekday(date: LocalDate): Weekday {
  return weekdayOfDay(dayNumber(date))
}

export function weekdayOfDay(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** The same day of the month `months` later; where that month is shorter, its last day (31/01 + 1 month is 28/02). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = new Date(dayNumber(date) * DAY_MS)
  const month = start.getUTCMonth() + months
  const daysInMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return dateOfDay(Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), daysInMonth)) / DAY_MS)
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The instant that lies `minutes` (of the wall clock) after another. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOfMs(epochMs(instant) + minutes * MINUTE_MS)
}

/** Full years of age on a day; one born on 29/02 completes a year on 01/03 where the year has no 29/02. */
export function ageOn(bornOn: LocalDate, on: LocalDate): number {
  const years = yearOf(on) - yearOf(bornOn)
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** A source of the present instant; the program is given one and tests give their own. */
export type Now = () => Instant

/** The machine's clock: the one place that reads it. Only main hands it on. */
export const machineClock: Now = () => instantOfMs(Date.now())
