import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { instantAt, localDate, localTime } from '#platform/clock'
import { reference } from '#test/reference-data'
import { type Calendar, type CalendarRows, CalendarUnknown, calendarOf, dayOf, shiftWorkingDays } from './calendar.ts'
import { calendarDays, type Deadline, months, type Pause, postingDays, sameDay, workingDays, workingHours } from './deadline.ts'
import { dueDate } from './due.ts'
import { commonHours, saturdayMorning, shippedCalendar } from './holidays.ts'

type Published = {
  years: {
    year: number
    status: 'announced' | 'provisional'
    off: { date: string; name: string; kind: 'statutory' | 'compensatory' | 'swap' }[]
    makeupWorkDays: { date: string; worksInsteadOf: string }[]
  }[]
}

const holidays = reference('public_holidays.json')

function published(): CalendarRows {
  const { years }: Published = JSON.parse(readFileSync(holidays.path, 'utf8'))
  const source = 'public_holidays.json'
  return {
    years: years.map(({ year, status }) => ({ year, status, source })),
    closed: years.flatMap(({ off }) => off.map(({ date, name, kind }) => ({ on: date, name, kind, source }))),
    makeUp: years.flatMap(({ makeupWorkDays }) => makeupWorkDays.map((day) => ({ on: day.date, insteadOf: day.worksInsteadOf, source }))),
    hours: commonHours.map((row) => ({ ...row, validFrom: '2020-01-01' })),
  }
}

const birth = sameDay({ until: '15:00', otherwise: workingDays(1) })
const calendar = calendarOf(shippedCalendar)

/** "2026-08-21 15:01" read in Vietnam. */
const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11))
const pause = (from: string, until: string | null, cause = 'supplement'): Pause => ({
  from: at(from),
  until: until === null ? null : at(until),
  cause,
})

function due(deadline: Deadline, received: string, pauses: Pause[] = [], of: Calendar = calendar): string | null {
  const { dueAt } = dueDate(of, { deadline, startedAt: at(received), pauses })
  return dueAt && `${localDate(dueAt)} ${localTime(dueAt)}`
}

function golden(of: Calendar) {
  assert.equal(due(birth, '2026-08-21 15:01', [], of), '2026-08-22 17:00', 'the make-up Saturday is worked')
  assert.equal(due(birth, '2026-08-22 15:30', [], of), '2026-08-24 17:00')
  assert.equal(due(birth, '2026-08-28 15:30', [], of), '2026-09-03 17:00', 'National Day and its swap')
  assert.equal(due(birth, '2026-11-23 16:00', [], of), '2026-11-25 17:00', 'Day of Culture, new in 2026')
  assert.equal(due(birth, '2026-02-13 15:10', [], of), '2026-02-23 17:00', 'Tết')
  assert.equal(due(birth, '2026-04-24 15:01', [], of), '2026-04-28 17:00', 'Hùng Kings on a Sunday')
  assert.equal(due(workingDays(3), '2026-04-28 09:00', [], of), '2026-05-05 17:00')
}

test('the golden cases with the shipped calendar', () => golden(calendar))
test('the golden cases with the published table', { skip: holidays.skip }, () => golden(calendarOf(published())))

test('the shipped table closes and opens the days of the published one', { skip: holidays.skip }, () => {
  const days = (rows: CalendarRows) => ({
    years: rows.years.filter(({ year }) => year >= 2025).map(({ year, status }) => `${year} ${status}`),
    closed: rows.closed.filter(({ on }) => on >= '2025').map(({ on, name, kind }) => `${on} ${name} ${kind}`),
    makeUp: rows.makeUp.filter(({ on }) => on >= '2025').map(({ on, insteadOf }) => `${on} ${insteadOf}`),
  })
  const shown = days(published())
  const swapNames = (list: string[]) => list.map((row) => row.replace(/Hoán đổi.*dịp .* swap/, 'swap'))
  assert.deepEqual(
    { ...days(shippedCalendar), closed: swapNames(days(shippedCalendar).closed) },
    { ...shown, closed: swapNames(shown.closed) },
  )
})

test('received up to and including 15:00 is due the same day, when the office closes', () => {
  assert.equal(due(birth, '2026-08-20 15:00'), '2026-08-20 17:00')
  assert.equal(due(birth, '2026-08-20 15:01'), '2026-08-21 17:00')
  assert.equal(due(birth, '2026-08-20 05:00'), '2026-08-20 17:00')
  assert.equal(due(birth, '2026-08-23 10:00'), '2026-08-24 17:00', 'received on a Sunday')
})

test('received on a closed day or after the close is not received in time for the same day', () => {
  const orThree = sameDay({ until: '18:00', otherwise: workingDays(3) })
  assert.equal(due(orThree, '2026-08-16 10:00'), '2026-08-19 17:00', 'a Sunday')
  assert.equal(due(orThree, '2026-08-17 17:00'), '2026-08-20 17:00')
  assert.equal(due(orThree, '2026-08-17 16:59'), '2026-08-17 17:00')
})

test('an amount of hours runs in office time', () => {
  assert.equal(due(workingHours(2), '2026-08-20 10:30'), '2026-08-20 14:30')
  assert.equal(due(workingHours(2), '2026-08-20 16:00'), '2026-08-21 08:30')
  assert.equal(due(workingHours(8), '2026-08-28 16:00'), '2026-09-03 16:30')
  assert.equal(due(workingHours(4), '2026-08-22 23:00'), '2026-08-24 11:30')
})

test('calendar days and months end on the next working day when their end is a closed one', () => {
  assert.equal(due(calendarDays(7), '2026-08-20 09:00'), '2026-08-27 17:00')
  assert.equal(due(calendarDays(10), '2026-08-21 09:00'), '2026-09-03 17:00')
  assert.equal(due(months(1), '2026-01-31 09:00'), '2026-03-02 17:00', '28/02 is a Saturday')
  assert.equal(due(postingDays(7), '2026-08-20 09:00', [pause('2026-08-21 09:00', '2026-08-26 09:00')]), '2026-08-27 17:00')
})

test('a pause gives back its working minutes; a day is due at its close', () => {
  assert.equal(due(workingDays(5), '2026-08-03 09:00'), '2026-08-10 17:00')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-05 10:00', '2026-08-06 10:00')]), '2026-08-11 17:00')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-05 17:30', '2026-08-06 07:00')]), '2026-08-10 17:00', 'overnight')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-03 10:00', '2026-08-03 16:00')]), '2026-08-10 17:00', 'first day')
  assert.equal(
    due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-10 17:00', '2026-09-10 17:00')]),
    '2026-08-10 17:00',
    'after the end',
  )
  assert.equal(due(workingHours(4), '2026-08-20 08:00', [pause('2026-08-20 09:00', '2026-08-20 10:00')]), '2026-08-20 15:00')
  assert.equal(due(calendarDays(7), '2026-08-03 09:00', [pause('2026-08-05 10:00', '2026-08-07 10:00')]), '2026-08-12 17:00')
})

test('a pause that begins in the hours left of the last day moves the end to the day on which work goes on', () => {
  const first = pause('2026-08-10 16:59', '2026-08-11 07:30')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [first]), '2026-08-11 17:00', 'one minute is left')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [first, pause('2026-08-11 10:00', '2026-08-13 10:00')]), '2026-08-13 17:00')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [first, pause('2026-08-11 10:00', null)]), null)
  assert.equal(
    due(calendarDays(6), '2026-08-03 09:00', [pause('2026-08-10 10:00', '2026-08-12 18:00')]),
    '2026-08-13 17:00',
    'ended on a Sunday',
  )
})

test('a pause of no length changes nothing', () => {
  for (const deadline of [birth, workingDays(5), workingHours(4), calendarDays(7), months(1)]) {
    assert.equal(due(deadline, '2026-08-03 09:00', [pause('2026-08-03 09:30', '2026-08-03 09:30')]), due(deadline, '2026-08-03 09:00'))
    assert.equal(due(deadline, '2026-08-03 09:00', [pause('2026-08-03 09:00', '2026-08-03 09:00')]), due(deadline, '2026-08-03 09:00'))
  }
})

test('a pause across Tết gives back only working time', () => {
  const across = pause('2026-02-12 10:00', '2026-02-23 10:00')
  // Two working days lie in the pause: 12/02 from 10:00 (5 h), 13/02 (7.5 h), 23/02 until 10:00 (2.5 h).
  assert.equal(due(workingDays(5), '2026-02-09 09:00'), '2026-02-23 17:00')
  assert.equal(due(workingDays(5), '2026-02-09 09:00', [across]), '2026-02-25 17:00')
  assert.equal(due(workingHours(10), '2026-02-12 08:00', [across]), '2026-02-24 10:30')
  assert.equal(due(birth, '2026-02-12 09:00', [across]), '2026-02-23 17:00')
})

test('supplemented after 15:00, a same-day dossier goes on the next working day', () => {
  const answered = (time: string) => [pause('2026-08-20 10:00', `2026-08-21 ${time}`)]
  assert.equal(due(birth, '2026-08-20 09:00', answered('09:00')), '2026-08-21 17:00')
  assert.equal(due(birth, '2026-08-20 09:00', answered('15:30')), '2026-08-22 17:00')
})

test('while a pause is open nobody can say; once the time was up it no longer matters', () => {
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-05 10:00', null)]), null)
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-10 16:59', null)]), null)
  assert.equal(due(workingDays(5), '2026-08-03 09:00', [pause('2026-08-10 17:00', null)]), '2026-08-10 17:00')
  assert.equal(due(calendarDays(7), '2026-08-03 09:00', [pause('2026-08-05 10:00', null)]), null)
})

test('pauses may overlap and come in any order; one that ends before it begins is refused', () => {
  const pauses = [pause('2026-08-06 09:00', '2026-08-07 10:00', 'fee'), pause('2026-08-05 10:00', '2026-08-06 10:00')]
  assert.equal(due(workingDays(5), '2026-08-03 09:00', pauses), '2026-08-12 17:00')
  assert.equal(due(workingDays(5), '2026-08-03 09:00', pauses.toReversed()), '2026-08-12 17:00')
  assert.equal(
    due(calendarDays(7), '2026-08-03 09:00', pauses),
    due(calendarDays(7), '2026-08-03 09:00', [pause('2026-08-05 10:00', '2026-08-07 10:00')]),
  )
  assert.throws(() => due(birth, '2026-08-03 09:00', [pause('2026-08-06 10:00', '2026-08-06 09:00')]), RangeError)
})

test('a unit with Saturday mornings', () => {
  const rows = { ...shippedCalendar, hours: [...commonHours, saturdayMorning('police', '2026-01-01')] }
  const police = calendarOf(rows, 'police')
  assert.equal(due(birth, '2026-08-14 15:30', [], police), '2026-08-15 11:30')
  assert.equal(due(birth, '2026-08-15 09:00', [], police), '2026-08-15 11:30')
  assert.equal(due(birth, '2026-08-15 12:00', [], police), '2026-08-17 17:00', 'received after it closed')
  assert.equal(due(birth, '2026-08-21 15:30', [], police), '2026-08-22 17:00', 'a make-up Saturday has the hours of the Monday')
  assert.equal(due(birth, '2026-08-14 15:30', [], calendarOf(rows, 'town hall')), '2026-08-17 17:00')
})

test('a closure of one unit, and hours that change on a date', () => {
  const flood = { on: '2026-08-20', name: 'Nghỉ do mưa lũ', kind: 'local', unit: 'u1', source: 'Thông báo' } as const
  const summer = {
    weekday: 4,
    sessions: [
      ['07:00', '11:00'],
      ['13:00', '16:30'],
    ],
    validFrom: '2026-08-20',
    validTo: '2026-08-20',
    unit: 'u2',
    source: 'QĐ',
  } as const
  const rows = { ...shippedCalendar, closed: [...shippedCalendar.closed, flood], hours: [...commonHours, summer] }
  assert.equal(due(birth, '2026-08-19 16:00', [], calendarOf(rows, 'u1')), '2026-08-21 17:00')
  assert.equal(due(birth, '2026-08-19 16:00', [], calendarOf(rows, 'u2')), '2026-08-20 16:30')
  assert.deepEqual(dayOf(calendarOf(rows, 'u1'), '2026-08-20'), {
    on: '2026-08-20',
    kind: 'closed',
    name: 'Nghỉ do mưa lũ',
    spans: [],
    minutes: 0,
    provisional: false,
  })
})

test('a year without calendar is an error that names it', () => {
  for (const deadline of [birth, workingDays(3), workingHours(2), calendarDays(3), months(1)]) {
    assert.throws(
      () => due(deadline, '2028-01-05 09:00'),
      (error) => error instanceof CalendarUnknown && error.year === 2028,
    )
  }
  assert.throws(() => due(workingDays(1), '2027-12-31 09:00'), CalendarUnknown)
  assert.throws(() => due(months(2), '2027-12-10 09:00'), CalendarUnknown)
})

test('a date in a year that is not announced yet says so', () => {
  const provisional = (received: string) => dueDate(calendar, { deadline: workingDays(3), startedAt: at(received), pauses: [] }).provisional
  assert.equal(provisional('2026-12-24 09:00'), false)
  assert.equal(provisional('2026-12-30 09:00'), true)
  assert.equal(provisional('2027-03-01 09:00'), true)
})

test('working days are counted forward and back', () => {
  assert.equal(shiftWorkingDays(calendar, '2026-09-03', -1), '2026-08-28')
  assert.equal(shiftWorkingDays(calendar, '2026-08-21', 1), '2026-08-22')
  assert.equal(shiftWorkingDays(calendar, '2026-02-13', 2), '2026-02-24')
  assert.equal(shiftWorkingDays(calendar, '2026-02-13', 0), '2026-02-13')
})

test('amounts are whole and positive', () => {
  for (const amount of [0, -1, 1.5, Number.NaN]) assert.throws(() => workingDays(amount), RangeError)
})
