import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  epochMs,
  instantAt,
  instantOfMs,
  isDate,
  localDate,
  localMinute,
  localTime,
  weekday,
} from './index.ts'

test('an instant is read in Vietnamese time', () => {
  assert.equal(localDate('2026-08-21T16:59:59.999Z'), '2026-08-21')
  assert.equal(localDate('2026-08-21T17:00:00.000Z'), '2026-08-22')
  assert.equal(localTime('2026-08-21T08:01:00.000Z'), '15:01')
  assert.equal(localTime('2026-08-21T15:01:59+07:00'), '15:01')
  assert.equal(instantAt('2026-08-21', '15:01'), '2026-08-21T08:01:00.000Z')
})

test('weekdays, days and months', () => {
  assert.equal(weekday('2026-08-21'), 5)
  assert.equal(weekday('2026-08-23'), 7)
  assert.equal(weekday('1969-12-29'), 1)
  assert.equal(addDays('2026-02-28', 1), '2026-03-01')
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(addMonths('2026-11-30', 3), '2027-02-28')
  assert.equal(addMonths('2026-03-31', -1), '2026-02-28')
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1)
  assert.equal(ageOn('2006-09-02', '2026-09-01'), 19)
  assert.equal(ageOn('2006-09-02', '2026-09-02'), 20)
})

test('what is not a date or an instant is refused', () => {
  for (const wrong of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', '01/02/2026', '2026-01-01T00:00']) {
    assert.equal(isDate(wrong), false, wrong)
    assert.throws(() => daysBetween(wrong, '2026-01-01'), RangeError, wrong)
  }
  for (const wrong of ['2026-08-21', '2026-08-21T15:01', 'yesterday', '']) assert.throws(() => localDate(wrong), RangeError, wrong)
  assert.throws(() => instantAt('2026-08-21', '24:00'), RangeError)
  assert.throws(() => instantAt('2026-08-21', '7:30'), RangeError)
})

test('the fixed offset agrees with the zone database', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })
  const instants = fc.integer({ min: epochMs('1976-01-01T00:00:00Z'), max: epochMs('2100-01-01T00:00:00Z') })
  fc.assert(
    fc.property(instants, (ms) => {
      const instant = instantOfMs(ms)
      assert.equal(`${localDate(instant)} ${localTime(instant)}`, zone.format(ms))
      assert.equal(localMinute(instantAt(localDate(instant), localTime(instant))), localMinute(instant))
    }),
  )
})

test('the answer is the same whatever zone the process runs in', () => {
  const script = `
    import { localDate, localTime, instantAt, weekday, addDays, addMonths } from '${new URL('./index.ts', import.meta.url).href}'
    console.log([localDate('2026-03-29T17:30:00Z'), localTime('2026-10-25T00:30:00Z'), instantAt('2026-11-01', '01:30'),
      weekday('2026-03-08'), addDays('2026-03-28', 1), addMonths('2026-10-31', 1)].join(' '))`
  const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Europe/Berlin'].map((TZ) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
      timeout: 60_000,
    })
    assert.equal(run.status, 0, run.stderr)
    return run.stdout.trim()
  })
  assert.deepEqual(answers, Array(4).fill('2026-03-30 07:30 2026-10-31T18:30:00.000Z 7 2026-03-29 2026-11-30'))
})
