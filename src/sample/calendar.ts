import { shippedCalendar } from '#modules/rules'
import type { Instant } from '#platform/clock'
import type { Statement } from '#platform/db'
import { insertAll } from './insert.ts'

/** The working calendar as shipped, for the whole province. */
export function calendarRows(now: Instant): Statement[] {
  const { years, closed, makeUp, hours } = shippedCalendar
  const closedDays = closed.map(({ on, kind, name, source, unverified }) => ({ on, kind, name, insteadOf: null, source, unverified }))
  const workedDays = makeUp.map(({ on, insteadOf, source, unverified }) => ({
    on,
    kind: 'make-up',
    name: 'Ngày làm bù',
    insteadOf,
    source,
    unverified,
  }))
  return [
    insertAll('calendar_year', ['year', 'status', 'source'], years),
    insertAll(
      'calendar_day',
      ['day', 'kind', 'name', 'instead_of', 'source', 'unverified', 'recorded_at'],
      [...closedDays, ...workedDays].map((row) => ({
        day: row.on,
        kind: row.kind,
        name: row.name,
        instead_of: row.insteadOf,
        source: row.source,
        unverified: row.unverified === true,
        recorded_at: now,
      })),
    ),
    insertAll(
      'office_hours',
      ['weekday', 'opens', 'closes', 'valid_from', 'source', 'unverified'],
      hours.flatMap((row) =>
        row.sessions.map(([opens, closes]) => ({
          weekday: row.weekday,
          opens,
          closes,
          valid_from: row.validFrom,
          source: row.source,
          unverified: row.unverified === true,
        })),
      ),
    ),
  ]
}
