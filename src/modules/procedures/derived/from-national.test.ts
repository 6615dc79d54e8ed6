import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalRows, noNationalRows as skip } from '#test/national-rows'
import { workingDays } from '../deadline.ts'
import { definitionProblems } from '../definition-problems.ts'
import { flawText } from '../flaw.ts'
import { fingerprint, fromRow, toRow } from '../row.ts'
import { timeFor } from '../time-for.ts'
import { words } from '../words.ts'
import { fromNational } from './from-national.ts'
import { noOverlay, type Overlay } from './overlay.ts'

const when = { revision: 1, inForceFrom: '2026-11-20' } as const
const rows = nationalRows()

test('every national row becomes a procedure without a fault, and the same one from its stored text', { skip }, () => {
  for (const row of rows) {
    const { procedure, gaps } = fromNational(row, noOverlay, when)
    const flaws = definitionProblems(procedure).map((flaw) => flawText(flaw, 'en'))
    assert.deepEqual(flaws, [], `${row.code} ${flaws[0]}`)
    assert.equal(fingerprint(fromRow(toRow(procedure))), fingerprint(procedure))
    assert.equal(
      gaps.some(({ id, stops }) => stops && id === 'components'),
      row.components.every((one) => one.original + one.copy === 0),
    )
    assert.equal(
      gaps.some(({ id }) => id === 'results'),
      row.results.length === 0,
    )
  }
})

const row = rows.find(({ code }) => code === '1.011607')
const ground = { basis: 'Quyết định mẫu', validFrom: '2026-10-01' } as const

test('what the province sets over a row counts as long as it is valid, in place of what the row says', { skip }, () => {
  assert.ok(row)
  const paper = (name: string) => ({ name: words(name, name), originals: 1, copies: 0, handling: 'handIn' }) as const
  const overlay: Overlay = {
    ...noOverlay,
    times: [
      { ...ground, within: workingDays(10) },
      { ...ground, case: 'moved', within: workingDays(5) },
    ],
    fees: [{ ...ground, fee: { id: 'fee', name: words('Lệ phí', 'Fee'), dong: 20_000n, setBy: 'law', basis: '' } }],
    cases: [
      { ...ground, id: 'usual', name: words('Hộ đang cư trú', 'A household that lives here'), components: [paper('Đơn đề nghị')] },
      { ...ground, id: 'moved', name: words('Hộ mới chuyển đến', 'A household that moved here'), components: [paper('Xác nhận nơi cũ')] },
    ],
    levels: [
      { ...ground, level: 'full' },
      { ...ground, case: 'moved', level: 'part' },
      { ...ground, case: 'no-such-case', level: 'part' },
    ],
    places: [{ ...ground, unit: '09187-BD', name: words('Bưu điện văn hóa phường', 'Post office of the ward'), unverified: true }],
    texts: [{ ...ground, of: 'note', text: words('Gọi trước khi đến', 'Call before you come') }],
    results: [{ ...ground, name: words('Giấy xác nhận của phường', 'Certificate of the ward') }],
  }
  const { procedure } = fromNational(row, overlay, when)
  assert.deepEqual(definitionProblems(procedure), [])
  assert.deepEqual(procedure.resolvedWithin, { unit: 'workingDays', amount: 10, basis: 'Quyết định mẫu' })
  assert.deepEqual(timeFor(procedure, { case: 'c2' }), { unit: 'workingDays', amount: 5, basis: 'Quyết định mẫu' })
  assert.equal(procedure.fees[0]?.dong, 20_000n)
  assert.deepEqual(procedure.levels, [
    { level: 'full', basis: 'Quyết định mẫu' },
    { level: 'part', when: { case: 'c2' }, basis: 'Quyết định mẫu' },
  ])
  assert.deepEqual(
    procedure.places?.map(({ name, unverified }) => [name.vi, unverified]),
    [['Bưu điện văn hóa phường', true]],
  )
  assert.ok(procedure.pages.some(({ notes = [] }) => notes.some(({ text }) => text.vi === 'Gọi trước khi đến')))
  assert.deepEqual(
    procedure.components.map(({ name, when: under }) => [name.vi, under]),
    [
      ['Đơn đề nghị', { case: 'c1' }],
      ['Xác nhận nơi cũ', { case: 'c2' }],
    ],
  )
  assert.deepEqual(procedure.results.map(({ name }) => name.vi).at(-1), 'Giấy xác nhận của phường')
  // Before its first day the row alone counts.
  assert.equal(
    fingerprint(fromNational(row, overlay, { ...when, inForceFrom: '2026-09-30' }).procedure),
    fingerprint(fromNational(row, noOverlay, { ...when, inForceFrom: '2026-09-30' }).procedure),
  )
})

test('a paper that data replaces is not asked for as long as the rule lasts', { skip }, () => {
  const identity = rows.find(({ code }) => code === '1.004827')
  assert.ok(identity)
  const { components } = fromNational(identity, noOverlay, when).procedure
  const replaced = components.filter(({ substitutes }) => substitutes.length > 0)
  assert.ok(replaced.some(({ substitutes }) => substitutes[0]?.from === 'population' && substitutes[0].validTo === '2027-02-28'))
  assert.ok(replaced.every(({ field }) => field === undefined))
})
