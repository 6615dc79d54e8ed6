import { asCounted, dueOf } from '#modules/dossiers'
import type { Deadline, Procedure } from '#modules/procedures'
import { type Calendar, dayOf, shiftWorkingDays, strip } from '#modules/rules'
import { type Instant, instantAt, type LocalDate, localDate, localTime, weekday } from '#platform/clock'

/** "Filed then, ready then", with the days between that do not count and have a name. */
export type Forecast = {
  /** Filed on this day up to this time, or after it; without a time at any hour. */
  readonly on: LocalDate
  readonly until?: string
  readonly after?: string
  readonly dueAt: Instant
  readonly closed: readonly { readonly on: LocalDate; readonly name: string }[]
  /** Saturdays and Sundays lie between. */
  readonly weekend: boolean
}

/** When a result is there if the dossier is filed and accepted now, and if it is a little later. Never more than two lines. */
export function forecasts(calendar: Calendar, procedure: Procedure, now: Instant): Forecast[] {
  const today = localDate(now)
  const works = dayOf(calendar, today).minutes > 0
  const { resolvedWithin } = procedure
  if (resolvedWithin.unit === 'asked') return []
  if (resolvedWithin.unit !== 'sameDay') return [forecast(calendar, resolvedWithin, today, now, {})]
  const { until } = resolvedWithin
  const next = shiftWorkingDays(calendar, today, 1)
  const after = forecast(calendar, resolvedWithin, today, instantAt(today, '23:59'), { after: until })
  const tomorrow = forecast(calendar, resolvedWithin, next, instantAt(next, until), { until })
  if (!works) return [tomorrow]
  if (localTime(now) > until) return [{ ...forecast(calendar, resolvedWithin, today, now, {}) }, tomorrow]
  return [forecast(calendar, resolvedWithin, today, instantAt(today, until), { until }), after]
}

/** When it is ready if it is accepted this minute; undefined where the official sets the day. */
export function acceptedNow(calendar: Calendar, within: Deadline, now: Instant): Forecast | undefined {
  return within.unit === 'asked' ? undefined : forecast(calendar, within, localDate(now), now, {})
}

function forecast(calendar: Calendar, within: Deadline, on: LocalDate, at: Instant, when: Pick<Forecast, 'until' | 'after'>): Forecast {
  const dueAt = dueOf(calendar, within, at, [])
  const deadline = asCounted(within)
  if (dueAt === null || deadline === undefined) throw new Error('a deadline without a pause has an end')
  const days = strip(calendar, { deadline, startedAt: at, pauses: [] }, at)
  return {
    on,
    ...when,
    dueAt,
    closed: days.flatMap((day) => (day.name === undefined || day.kind === 'make-up' ? [] : [{ on: day.on, name: day.name }])),
    // Where Saturdays are worked the words about weekends would be wrong.
    weekend: days.some((day) => day.kind === 'weekend' && weekday(day.on) === 6),
  }
}
