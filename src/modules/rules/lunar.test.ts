import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { addDays } from '#platform/clock'
import { reference } from '#test/reference-data'
import { dayOfLunar, lunarDate } from './lunar.ts'

const holidays = reference('public_holidays.json')

test('Tết and Hùng Kings 2020–2040 fall on the days of the table', { skip: holidays.skip }, () => {
  const table: { lunarNewYear: Record<string, string>; hungKings: Record<string, string> } = JSON.parse(readFileSync(holidays.path, 'utf8'))
  assert.equal(Object.keys(table.lunarNewYear).length, 21)
  for (const [year, day] of Object.entries(table.lunarNewYear)) assert.equal(dayOfLunar(Number(year), 1, 1), day)
  for (const [year, day] of Object.entries(table.hungKings)) assert.equal(dayOfLunar(Number(year), 3, 10), day)
})

test('every holiday of the table carries its lunar date', { skip: holidays.skip }, () => {
  const { years }: { years: { off: { date: string; lunar?: string }[] }[] } = JSON.parse(readFileSync(holidays.path, 'utf8'))
  const shown = years.flatMap(({ off }) => off.flatMap((day) => (day.lunar ? [{ date: day.date, lunar: day.lunar }] : [])))
  assert.ok(shown.length > 50)
  for (const { date, lunar } of shown) {
    const { day, month } = lunarDate(date)
    assert.equal(`${day}/${month}`, lunar, date)
  }
})

test('years in which the Vietnamese and the Chinese calendar differ', () => {
  assert.equal(dayOfLunar(1985, 1, 1), '1985-01-21')
  assert.equal(dayOfLunar(2007, 1, 1), '2007-02-17')
  assert.equal(dayOfLunar(2030, 1, 1), '2030-02-02')
})

test('leap months', () => {
  assert.deepEqual(lunarDate('2023-03-22'), { year: 2023, month: 2, day: 1, leap: true })
  assert.deepEqual(lunarDate('2025-07-25'), { year: 2025, month: 6, day: 1, leap: true })
  assert.deepEqual(lunarDate('2028-06-23'), { year: 2028, month: 5, day: 1, leap: true })
  assert.deepEqual(lunarDate('2026-11-24'), { year: 2026, month: 10, day: 16, leap: false })
})

test('each day follows the one before, and goes back to its date', () => {
  let before = lunarDate('1999-12-31')
  for (let n = 0; n < 366 * 60; n += 1) {
    const date = addDays('2000-01-01', n)
    const lunar = lunarDate(date)
    const sameMonth = lunar.day === before.day + 1 && lunar.month === before.month && lunar.leap === before.leap
    const newMonth =
      lunar.day === 1 && before.day >= 29 && (lunar.month === (before.month % 12) + 1 || (lunar.leap && lunar.month === before.month))
    assert.ok(sameMonth || newMonth, date)
    assert.equal(lunar.year - before.year, newMonth && lunar.month === 1 && !lunar.leap ? 1 : 0, date)
    if (!lunar.leap && lunar.day % 10 === 0) assert.equal(dayOfLunar(lunar.year, lunar.month, lunar.day), date)
    before = lunar
  }
})
