import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalRows, noNationalRows as skip } from '#test/national-rows'
import { definitionProblems } from '../definition-problems.ts'
import { flawText } from '../flaw.ts'
import { fingerprint, fromRow, toRow } from '../row.ts'
import { fromNational } from './from-national.ts'
import { noOverlay } from './overlay.ts'

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
