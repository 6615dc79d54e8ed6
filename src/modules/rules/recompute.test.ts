import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes, epochMs, instantAt } from '#platform/clock'
import { type CalendarRows, CalendarUnknown, calendarOf } from './calendar.ts'
import { sameDay, workingDays } from './deadline.ts'
import { dueDate } from './due.ts'
import { shippedCalendar } from './holidays.ts'
import { type OpenDeadline, recompute } from './recompute.ts'

const announced = calendarOf(shippedCalendar)
const withoutSwap: CalendarRows = {
  ...shippedCalendar,
  closed: shippedCalendar.closed.filter(({ on }) => on !== '2026-08-31'),
  makeUp: shippedCalendar.makeUp.filter(({ on }) => on !== '2026-08-22'),
}
const before = calendarOf(withoutSwap)
const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11))

function open(id: string, received: string, days: number): OpenDeadline {
  const clock = { deadline: workingDays(days), startedAt: at(received), pauses: [] }
  return { id, clock, promisedAt: dueDate(before, clock).dueAt }
}

test('a swap announced moves what falls on the closed day, and nothing to an earlier one', () => {
  const dossiers = [
    open('falls on the swap', '2026-08-28 09:00', 1),
    open('gains the Saturday', '2026-08-21 09:00', 1),
    open('as it was', '2026-08-10 09:00', 3),
  ]
  assert.deepEqual(recompute(dossiers, announced), [{ id: 'falls on the swap', from: at('2026-08-31 17:00'), to: at('2026-09-03 17:00') }])
})

test('10,000 open dossiers: none earlier than promised, none on a closed day, and asking again changes nothing', (t) => {
  const deadlines = [sameDay({ until: '15:00', otherwise: workingDays(1) }), workingDays(3), workingDays(5), workingDays(15)]
  const start = at('2026-07-20 07:30')
  const dossiers = Array.from({ length: 10_000 }, (_, n): OpenDeadline => {
    const startedAt = addMinutes(start, (n * 7919) % (60 * 24 * 42))
    const pauses =
      n % 5 === 0
        ? [{ from: addMinutes(startedAt, 600), until: n % 50 === 0 ? null : addMinutes(startedAt, 600 + n), cause: 'supplement' }]
        : []
    const clock = { deadline: deadlines[n % 4] ?? workingDays(1), startedAt, pauses }
    return { id: String(n), clock, promisedAt: dueDate(before, clock).dueAt }
  })
  const began = performance.now()
  const changes = recompute(dossiers, announced)
  t.diagnostic(`${changes.length} of ${dossiers.length} moved, reckoned in ${Math.round(performance.now() - began)} ms`)

  assert.ok(changes.length > 500)
  for (const { from, to } of changes) assert.ok(from !== null && epochMs(to) > epochMs(from))
  const moved = new Map(changes.map(({ id, to }) => [id, to]))
  assert.deepEqual(
    recompute(
      dossiers.map((dossier) => ({ ...dossier, promisedAt: moved.get(dossier.id) ?? dossier.promisedAt })),
      announced,
    ),
    [],
  )
})

test('a later promise stands; one on a day that is now closed moves on', () => {
  const apologised = { ...open('a', '2026-08-10 09:00', 3), promisedAt: at('2026-09-10 17:00') }
  const onTheSwap = { ...open('b', '2026-08-10 09:00', 3), promisedAt: at('2026-08-31 10:00') }
  assert.deepEqual(recompute([apologised, onTheSwap], announced), [{ id: 'b', from: at('2026-08-31 10:00'), to: at('2026-09-03 17:00') }])
})

test('one dossier in an unknown year, and nothing is answered', () => {
  assert.throws(
    () =>
      recompute([open('a', '2026-08-10 09:00', 3), { ...open('b', '2026-08-10 09:00', 3), promisedAt: at('2028-01-05 09:00') }], announced),
    CalendarUnknown,
  )
})
