import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, epochMs, instantAt, localDate, localMinute } from '#platform/clock'
import { calendarOf, dayOf } from './calendar.ts'
import { type Clock, calendarDays, type Deadline, months, type Pause, postingDays, sameDay, workingDays, workingHours } from './deadline.ts'
import { dueDate } from './due.ts'
import { commonHours, saturdayMorning, shippedCalendar } from './holidays.ts'
import { progress, strip } from './progress.ts'

const rows = { ...shippedCalendar, hours: [...commonHours, saturdayMorning('police', '2025-01-01')] }
const units = [calendarOf(rows), calendarOf(rows, 'police')]

const unit = fc.constantFrom(...units)
const moment = fc.integer({ min: 0, max: 60 * 24 * 500 }).map((minutes) => addMinutes(instantAt('2025-06-01', '00:00'), minutes))
const amount = fc.integer({ min: 1, max: 20 })
const lasting: ((amount: number) => Exclude<Deadline, { kind: 'sameDay' }>)[] = [workingDays, workingHours, calendarDays, postingDays]
const deadline: fc.Arbitrary<Deadline> = fc.oneof(
  fc.tuple(fc.constantFrom(...lasting), amount).map(([kind, n]) => kind(n)),
  fc.integer({ min: 1, max: 3 }).map(months),
  amount.map((n) => sameDay({ until: '15:00', otherwise: workingDays(n) })),
)
const span = fc.record({ after: fc.integer({ min: 0, max: 60 * 24 * 10 }), lasts: fc.integer({ min: 0, max: 60 * 24 * 10 }) })

type Given = { deadline: Deadline; startedAt: string; spans: { after: number; lasts: number }[] }
const given = fc.record({ deadline, startedAt: moment, spans: fc.array(span, { maxLength: 3 }) })

function clockOf({ deadline: law, startedAt, spans }: Given): Clock {
  const pauses = spans.map(({ after, lasts }): Pause => {
    const from = addMinutes(startedAt, after)
    return { from, until: addMinutes(from, lasts), cause: 'supplement' }
  })
  return { deadline: law, startedAt, pauses }
}

function due(calendar: (typeof units)[number], clock: Clock): number {
  const { dueAt } = dueDate(calendar, clock)
  assert.ok(dueAt !== null)
  return epochMs(dueAt)
}

test('a result is due after receipt, on an open day, within office hours; days end at the close', () => {
  fc.assert(
    fc.property(unit, given, (calendar, one) => {
      const clock = clockOf(one)
      const { dueAt } = dueDate(calendar, clock)
      assert.ok(dueAt !== null && epochMs(dueAt) > epochMs(clock.startedAt))
      const minute = localMinute(dueAt)
      const { spans } = dayOf(calendar, localDate(dueAt))
      assert.ok(spans.some(([from, until]) => from < minute && minute <= until))
      if (clock.deadline.kind !== 'workingHours') assert.equal(minute, spans.at(-1)?.[1])
    }),
  )
})

test('no result is due in the middle of a pause', () => {
  fc.assert(
    fc.property(unit, given, (calendar, one) => {
      fc.pre(one.deadline.kind !== 'postingDays')
      const clock = clockOf(one)
      const at = due(calendar, clock)
      for (const { from, until } of clock.pauses) assert.ok(at <= epochMs(from) || (until !== null && at >= epochMs(until)))
    }),
  )
})

test('received later is never due earlier', () => {
  // With "same day, or else after three days" one does gain by waiting until the next morning: that law is left out.
  const law = deadline.filter((one) => one.kind !== 'sameDay' || one.otherwise.amount === 1)
  fc.assert(
    fc.property(unit, law, moment, fc.integer({ min: 0, max: 60 * 24 * 30 }), (calendar, one, startedAt, later) => {
      const at = (minutes: number) => due(calendar, { deadline: one, startedAt: addMinutes(startedAt, minutes), pauses: [] })
      assert.ok(at(later) >= at(0))
    }),
  )
})

test('more time is never due earlier', () => {
  const kinds = fc.constantFrom(...lasting, (n: number) => sameDay({ until: '15:00', otherwise: workingDays(n) }))
  fc.assert(
    fc.property(unit, kinds, amount, given, (calendar, kind, n, one) => {
      assert.ok(due(calendar, clockOf({ ...one, deadline: kind(n + 1) })) >= due(calendar, clockOf({ ...one, deadline: kind(n) })))
    }),
  )
})

test('one more pause, or a longer one, never makes a result due earlier', () => {
  fc.assert(
    fc.property(unit, given, span, fc.integer({ min: 0, max: 60 * 24 * 5 }), (calendar, one, more, longer) => {
      const without = due(calendar, clockOf(one))
      const with1 = due(calendar, clockOf({ ...one, spans: [...one.spans, more] }))
      const withLonger = due(calendar, clockOf({ ...one, spans: [...one.spans, { ...more, lasts: more.lasts + longer }] }))
      assert.ok(without <= with1 && with1 <= withLonger)
    }),
    { numRuns: 300 },
  )
})

test('pauses of no length, in any order, change nothing', () => {
  fc.assert(
    fc.property(unit, given, fc.integer({ min: 0, max: 60 * 24 * 10 }), (calendar, one, after) => {
      const clock = clockOf({ ...one, spans: [{ after, lasts: 0 }, ...one.spans] })
      assert.equal(due(calendar, { ...clock, pauses: clock.pauses.toReversed() }), due(calendar, clockOf(one)))
    }),
  )
})

test('a pause of whole working days moves a result by as many', () => {
  fc.assert(
    fc.property(unit, moment, amount, fc.integer({ min: 0, max: 10 }), (calendar, startedAt, n, days) => {
      const closeAfter = (count: number) => dueDate(calendar, { deadline: workingDays(count), startedAt, pauses: [] }).dueAt
      const [from, until] = [closeAfter(1), closeAfter(1 + days)]
      assert.ok(from !== null && until !== null)
      const { dueAt } = dueDate(calendar, { deadline: workingDays(n + 1), startedAt, pauses: [{ from, until, cause: 'x' }] })
      // With Saturday mornings the days given back are not of one length: the result may be due at the close of a neighbouring day.
      if (calendar === units[0]) assert.equal(dueAt, closeAfter(n + 1 + days))
    }),
  )
})

test('the strip ends on the due day and numbers its days in order', () => {
  fc.assert(
    fc.property(unit, given, (calendar, one) => {
      const clock = clockOf(one)
      const { dueAt } = dueDate(calendar, clock)
      const days = strip(calendar, clock, clock.startedAt)
      assert.ok(dueAt !== null && days[0]?.received && days.at(-1)?.on === localDate(dueAt) && days.at(-1)?.due)
      const numbers = days.flatMap(({ nth }) => (nth === null ? [] : [nth]))
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      )
      for (const day of days) assert.ok(day.runningMinutes === 0 || day.kind === 'working' || day.kind === 'make-up')
    }),
  )
})

test('time used grows and time left shrinks with the clock, and late is exactly after the due moment', () => {
  fc.assert(
    fc.property(
      unit,
      deadline,
      moment,
      fc.integer({ min: 0, max: 60 * 24 * 20 }),
      fc.integer({ min: 0, max: 600 }),
      (calendar, law, startedAt, first, more) => {
        const clock = { deadline: law, startedAt, pauses: [] }
        const [now, later] = [addMinutes(startedAt, first), addMinutes(startedAt, first + more)]
        const [a, b] = [progress(calendar, clock, now), progress(calendar, clock, later)]
        assert.ok(a.usedMinutes <= b.usedMinutes && a.leftMinutes >= b.leftMinutes && a.lateMinutes <= b.lateMinutes)
        assert.equal(a.state === 'late', epochMs(now) > due(calendar, clock))
      },
    ),
  )
})
