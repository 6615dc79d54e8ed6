import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { allocations } from './allocate.ts'
import { sameDate, sameName } from './compare.ts'

const register = { provinceCode: '24', agencyCode: '09187', book: '01/2026', number: '1/2026', date: '2026-10-08' }
const request = (i: number) => ({
  requestId: `request-${i}`,
  child: { name: 'Trẻ Mẫu', sex: 'male' as const, bornOn: '2026-10-02' },
  register,
})

test('the newborns of a year never share a number, and the last of them is told that none is left', () => {
  const numbers = allocations(undefined)
  const given = new Set<string>()
  for (let i = 0; i < 90_000; i++) {
    const allocated = numbers.allocate(request(i), '2026-10-08T02:00:00.000Z')
    if (allocated.outcome === 'new') given.add(allocated.allocation.number)
  }
  assert.equal(given.size, 90_000)
  for (const number of ['024226900000', '024226989999']) assert.ok(given.has(number))
  assert.equal(numbers.allocate(request(90_000), '2026-10-08T02:00:00.000Z').outcome, 'exhausted')
})

test('a half-written last line was never answered and is dropped', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'population-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const first = allocations(dir).allocate(request(1), '2026-10-08T02:00:00.000Z')
  appendFileSync(join(dir, 'allocations.jsonl'), '{"number":"0242')
  const second = allocations(dir)
  assert.equal(second.allocate(request(2), '2026-10-08T02:00:00.000Z').outcome, 'new')
  assert.deepEqual(allocations(dir).allocate(request(1), '2026-10-09T02:00:00.000Z'), { ...first, outcome: 'again' })
})

test('names agree whatever their capitals, spaces, composition and place of the tone mark', () => {
  assert.ok(sameName('Nguyễn Thị  Hòa', 'nguyễn thị hoà'))
  assert.ok(sameName('TRẦN VĂN THỦY', 'Trần Văn Thuỷ'.normalize('NFD')))
  assert.ok(!sameName('Nguyễn Thị Hoa', 'Nguyễn Thị Hoà'))
  assert.ok(!sameName('Lê Văn Dung', 'Lê Văn Đung'))
})

test('dates agree as far as both are known', () => {
  assert.ok(sameDate('1949', '1949-03-01'))
  assert.ok(sameDate('1931-05', '1931'))
  assert.ok(!sameDate('1931-05', '1931-06-02'))
  assert.ok(!sameDate('', '1931'))
})
