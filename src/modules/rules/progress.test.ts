import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantAt } from '#platform/clock'
import { calendarOf } from './calendar.ts'
import { calendarDays, type Deadline, type Pause, sameDay, workingDays, workingHours } from './deadline.ts'
import { shippedCalendar } from './holidays.ts'
import { isLate, progress, type StripDay, strip, workingMinutes } from './progress.ts'

const calendar = calendarOf(shippedCalendar)
const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11))
const pause = (from: string, until: string | null, cause = 'supplement'): Pause => ({
  from: at(from),
  until: until === null ? null : at(until),
  cause,
})
const clock = (deadline: Deadline, received: string, ...pauses: Pause[]) => ({ deadline, startedAt: at(received), pauses })

/** A strip as a clerk would read it: one short line a day. */
function lines(days: StripDay[]): string[] {
  return days.map((day) => {
    const marks = [
      day.received && 'received',
      day.kind !== 'working' && day.kind,
      day.name,
      day.nth !== null && `day ${day.nth}`,
      day.paused.length > 0 && `paused: ${day.paused}`,
      day.today && `today ${Math.round(day.passed * 100)} %`,
      day.due && 'due',
    ]
    return `${day.on.slice(8)}/${day.on.slice(5, 7)} ${marks.filter(Boolean).join(', ')}`.trim()
  })
}

test('the strip names every day from receipt to result', () => {
  const birth = sameDay({ until: '15:00', otherwise: workingDays(1) })
  assert.deepEqual(lines(strip(calendar, clock(birth, '2026-08-28 15:30'), at('2026-08-28 16:00'))), [
    '28/08 received, today 87 %',
    '29/08 weekend',
    '30/08 weekend',
    '31/08 swapped, Hoán đổi ngày làm việc dịp Quốc khánh',
    '01/09 holiday, Quốc khánh',
    '02/09 holiday, Quốc khánh',
    '03/09 day 1, due',
  ])
  assert.deepEqual(lines(strip(calendar, clock(birth, '2026-08-21 15:01'), at('2026-08-22 09:30'))), [
    '21/08 received',
    '22/08 make-up, day 1, today 27 %, due',
  ])
  assert.deepEqual(lines(strip(calendar, clock(birth, '2026-08-20 09:00'), at('2026-08-20 13:00'))), [
    '20/08 received, day 1, today 53 %, due',
  ])
})

test('the strip shows pauses with their cause, and which days still count', () => {
  const paused = clock(
    workingDays(3),
    '2026-11-20 09:00',
    pause('2026-11-23 13:30', '2026-11-25 13:30'),
    pause('2026-11-25 13:30', '2026-11-25 15:00', 'fee'),
  )
  assert.deepEqual(lines(strip(calendar, paused, at('2026-11-23 14:00'))), [
    '20/11 received',
    '21/11 weekend',
    '22/11 weekend',
    '23/11 paused: supplement, today 60 %',
    '24/11 holiday, Ngày Văn hóa Việt Nam, paused: supplement',
    '25/11 paused: supplement,fee',
    '26/11 day 1',
    '27/11 day 2',
    '28/11 weekend',
    '29/11 weekend',
    '30/11 day 3, due',
  ])
})

test('while a pause is open the strip goes to the present day', () => {
  const open = clock(workingDays(3), '2026-08-17 09:00', pause('2026-08-18 10:00', null))
  assert.deepEqual(lines(strip(calendar, open, at('2026-08-20 09:00'))), [
    '17/08 received',
    '18/08 paused: supplement',
    '19/08 paused: supplement',
    '20/08 paused: supplement, today 20 %',
  ])
})

test('a pause of no length does not show', () => {
  const days = strip(
    calendar,
    clock(workingDays(1), '2026-08-17 09:00', pause('2026-08-18 10:00', '2026-08-18 10:00')),
    at('2026-08-17 09:00'),
  )
  assert.deepEqual(lines(days), ['17/08 received, today 20 %', '18/08 day 1, due'])
})

test('calendar days are counted through holidays', () => {
  assert.deepEqual(lines(strip(calendar, clock(calendarDays(4), '2026-04-27 09:00'), at('2026-04-01 09:00'))), [
    '27/04 received, holiday, Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    '28/04 day 1',
    '29/04 day 2',
    '30/04 holiday, Ngày Chiến thắng, day 3',
    '01/05 holiday, Ngày Quốc tế lao động, day 4',
    '02/05 weekend',
    '03/05 weekend',
    '04/05 due',
  ])
})

test('what is used and what is left, in working minutes', () => {
  const three = clock(workingDays(3), '2026-08-17 09:00')
  const shown = (now: string, of = three) => {
    const { state, usedMinutes, leftMinutes, lateMinutes } = progress(calendar, of, at(now))
    return [state, usedMinutes, leftMinutes, lateMinutes]
  }
  assert.deepEqual(shown('2026-08-17 10:00'), ['running', 0, 1350, 0])
  assert.deepEqual(shown('2026-08-18 09:30'), ['running', 120, 1230, 0])
  assert.deepEqual(shown('2026-08-20 17:00'), ['running', 1350, 0, 0])
  assert.deepEqual(shown('2026-08-20 17:01'), ['late', 1350, 0, 0])
  assert.deepEqual(shown('2026-08-21 08:30'), ['late', 1350, 0, 60])
  assert.deepEqual(shown('2026-08-17 12:00', clock(workingHours(2), '2026-08-17 11:00')), ['running', 30, 90, 0])
})

test('a paused clock keeps what was left', () => {
  const paused = clock(workingDays(3), '2026-08-17 09:00', pause('2026-08-18 09:30', null))
  for (const now of ['2026-08-18 10:30', '2026-08-19 09:30', '2026-08-27 09:30']) {
    const seen = progress(calendar, paused, at(now))
    assert.equal(seen.state, 'paused')
    assert.equal(seen.dueAt, null)
    assert.equal(seen.usedMinutes, 120)
    assert.ok(seen.leftMinutes >= 1230 && seen.leftMinutes < 1230 + 450, `${seen.leftMinutes} at ${now}`)
  }
})

test('a pause that begins later is not known yet', () => {
  const later = clock(workingDays(3), '2026-08-17 09:00', pause('2026-08-20 09:30', null))
  assert.equal(progress(calendar, later, at('2026-08-18 09:30')).dueAt, at('2026-08-20 17:00'))
})

test('late is after the promised moment, not at it', () => {
  assert.equal(isLate(at('2026-08-20 17:00'), at('2026-08-20 17:00')), false)
  assert.equal(isLate(at('2026-08-20 17:00'), '2026-08-20T10:00:00.001Z'), true)
  assert.equal(isLate(null, at('2026-08-20 17:00')), false)
})

test('working minutes between two moments', () => {
  assert.equal(workingMinutes(calendar, at('2026-08-21 16:00'), at('2026-08-24 08:00')), 60 + 450 + 30, 'the Saturday is worked')
  assert.equal(workingMinutes(calendar, at('2026-08-24 08:00'), at('2026-08-21 16:00')), 0)
})
