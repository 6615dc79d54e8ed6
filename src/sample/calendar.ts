import { shippedCalendar } from '#modules/rules'
import type { Instant } from '#platform/clock'
import type { Statement } from '#platform/db'
import { insertAll } from './insert.ts'

/** The working calendar as shipped, for the whole province. */
export function calendarRows(now: Instant): Statement[] {
  const days = dayRows().map((row) => ({ ...row, unverified: row.unverified === true, recorded_at: now }))
  return [
    insertAll('calendar_year', ['year', 'status', 'source'], shippedCalendar.years),
    insertAll('calendar_day', ['day', 'kind', 'name', 'instead_of', 'source', 'unverified', 'recorded_at'], days),
    insertAll('office_hours', ['weekday', 'opens', 'closes', 'valid_from', 'source', 'unverified'], hourRows()),
  ]
}

function dayRows() {
  const { closed, makeUp } = shippedCalendar
  return [
    ...closed.map(({ on, kind, name, source, unverified }) => ({ day: on, kind, name, instead_of: null, source, unverified })),
    ...makeUp.map(({ on, insteadOf, source, unverified }) => {
      return { day: on, kind: 'make-up', name: 'Ngày làm bù', instead_of: insteadOf, source, unverified }
    }),
  ]
}

function hourRows() {
  return shippedCalendar.hours.flatMap(({ weekday, sessions, validFrom, source, unverified }) =>
    sessions.map(([opens, closes]) => ({ weekday, opens, closes, valid_from: validFrom, source, unverified: unverified === true })),
  )
}
