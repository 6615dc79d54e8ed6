import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, int } from './ask.ts'
import { definitionProblems } from './definition-problems.ts'
import type { Fee } from './fee.ts'
import { feeRuleText, howText } from './fee-text.ts'
import { feesFor } from './fees-due.ts'
import type { Procedure } from './procedure.ts'
import { fromRow, toRow } from './row.ts'
import { sampleLetter } from './sample.ts'
import { words } from './words.ts'

const now = '2026-11-20T02:00:00Z'

/** The sample letter with pages and copies to count, a group that is exempt, and these fees. */
function charging(...fees: Fee[]): Procedure {
  const fields = {
    ...sampleLetter.fields,
    pageCount: int(words('Số trang', 'Pages'), { least: 0, most: 1_000 }),
    copyCount: int(words('Số bản', 'Copies'), { least: 0, most: 1_000 }),
    group: choice(words('Diện', 'Group'), { none: words('Không', 'None'), poor: words('Hộ nghèo', 'Poor household') }),
  }
  const [first, ...pages] = sampleLetter.pages
  if (first === undefined) throw new Error('the sample has no page')
  return { ...sampleLetter, fields, pages: [{ ...first, asks: [...first.asks, 'pageCount', 'copyCount', 'group'] }, ...pages], fees }
}

const certified: Fee = {
  id: 'certified',
  name: words('Phí chứng thực bản sao', 'Certified copies'),
  dong: 2_000n,
  unit: 'page',
  per: 'pageCount',
  tiers: [{ from: 3, dong: 1_000n }],
  most: 200_000n,
  times: 'copyCount',
  setBy: 'law',
  basis: '226/2016/TT-BTC',
}

const registration: Fee = {
  id: 'registration',
  name: words('Lệ phí đăng ký', 'Registration'),
  dong: 15_000n,
  exempt: [{ id: 'poor', who: words('hộ nghèo', 'poor household'), when: { group: 'poor' }, basis: '75/2022/TT-BTC' }],
  setBy: 'law',
  basis: '75/2022/TT-BTC',
}

const totalOf = (fees: Fee[], answers: Record<string, string | number>, at = now) => feesFor(charging(...fees), answers, at).total

test('two thousand for each of two pages, one thousand from the third on, never more than two hundred thousand a copy', () => {
  const paid = (pages: number, copies: number) => totalOf([certified], { pageCount: pages, copyCount: copies })
  assert.equal(paid(1, 1), 2_000n)
  assert.equal(paid(2, 1), 4_000n)
  assert.equal(paid(3, 1), 5_000n)
  assert.equal(paid(5, 3), 21_000n)
  assert.equal(paid(198, 1), 200_000n)
  assert.equal(paid(199, 1), 200_000n)
  assert.equal(paid(500, 2), 400_000n)
  assert.equal(paid(0, 2), 0n)
})

test('a line says how it came about, in both languages', () => {
  const [line] = feesFor(charging(certified), { pageCount: 5, copyCount: 3 }, now).lines
  assert.ok(line)
  assert.equal(howText(line, 'vi'), '2 trang × 2.000 đ + 3 trang × 1.000 đ, nhân 3 bản')
  assert.equal(howText(line, 'en'), '2 pages × 2.000 đ + 3 pages × 1.000 đ, for 3 copies')
  assert.equal(feeRuleText(certified, 'vi'), '2.000 đ/trang; từ trang thứ 3: 1.000 đ/trang; không quá 200.000 đ một bản')
  const [capped] = feesFor(charging(certified), { pageCount: 300, copyCount: 1 }, now).lines
  assert.ok(capped?.capped)
  assert.match(howText(capped, 'vi'), /không quá 200\.000 đ một bản$/)
})

test('who is exempt pays nothing, and the line names the reason', () => {
  const { lines, total } = feesFor(charging(registration), { group: 'poor' }, now)
  assert.equal(total, 0n)
  assert.ok(lines[0])
  assert.equal(howText(lines[0], 'vi'), 'miễn: hộ nghèo (75/2022/TT-BTC)')
  assert.equal(totalOf([registration], { group: 'none' }), 15_000n)
})

test('an amount that nobody has told leaves the total open, unless its payer is exempt', () => {
  const untold: Fee = { ...registration, dong: null, setBy: 'provincialCouncil' }
  assert.equal(totalOf([untold, certified], { group: 'none', pageCount: 1, copyCount: 1 }), null)
  assert.equal(totalOf([untold], { group: 'poor' }), 0n)
  assert.equal(feeRuleText(untold, 'vi'), 'mức thu hỏi tại nơi tiếp nhận')
})

test('the door by which it came and the day of filing choose the amount', () => {
  const online: Fee = { ...registration, id: 'online', dong: 7_000n, channels: ['online'] }
  const counter: Fee = { ...registration, id: 'counter', channels: ['counter', 'post'] }
  assert.equal(totalOf([online, counter], { channel: 'online' }), 7_000n)
  assert.equal(totalOf([online, counter], { channel: 'counter' }), 15_000n)
  assert.equal(totalOf([online, counter], {}), 7_000n)
  const before: Fee = { ...registration, id: 'before', validTo: '2026-12-31' }
  const after: Fee = { ...registration, id: 'after', dong: 20_000n, validFrom: '2027-01-01' }
  assert.equal(totalOf([before, after], {}, '2026-12-31T16:59:00Z'), 15_000n)
  assert.equal(totalOf([before, after], {}, '2026-12-31T17:00:00Z'), 20_000n)
})

test('a fee survives being stored: money as digits, nothing lost', () => {
  const all = charging(certified, { ...registration, dong: null }, { ...registration, id: 'dated', validFrom: '2026-07-01' })
  assert.deepEqual(fromRow(toRow(all)).fees, all.fees)
})

test('tiers out of order, money below nothing and fields that do not exist are found before publishing', () => {
  const flaws = (fee: Fee) => definitionProblems(charging(fee)).map(({ rule }) => rule)
  assert.deepEqual(flaws(certified), [])
  assert.deepEqual(
    flaws({
      ...certified,
      tiers: [
        { from: 5, dong: 1n },
        { from: 3, dong: 1n },
      ],
    }),
    ['badFee'],
  )
  assert.deepEqual(flaws({ ...certified, dong: -1n }), ['badFee'])
  assert.deepEqual(flaws({ ...certified, validFrom: '2027-01-01', validTo: '2026-01-01' }), ['badFee'])
  assert.deepEqual(flaws({ ...certified, times: 'sheets' }), ['unknownField'])
  assert.deepEqual(flaws({ ...registration, exempt: [{ id: 'x', who: words('ai', 'who'), when: { group: 'rich' }, basis: 'x' }] }), [
    'unknownValue',
  ])
})
