import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishDerived } from '#modules/procedures'
import { check } from './faults/catalogue-check.ts'
import type { RawRow } from './faults/catalogue-row.ts'
import { catalogueWorld } from './faults/catalogue-world.ts'
import { nationalRows, rawNationalRows, noNationalRows as skip } from './national-rows.ts'

/** One of each shape and of most fields; the whole list is filed by `npm run faults -- catalogue`. */
const sample = [
  '1.011607', // poor households: one form, days
  '1.001662', // water: plain, working days
  '1.003956', // fishery: no time on the row
  '1.004478', // fishery: a number without its unit
  '2.001827', // food: a fee typed in thousands
  '1.012766', // land: times that differ by way of filing
  '1.013965', // land: four results
  '1.001612', // household business: proxies, two fees
  '1.014034', // household business: cases, four results
  '2.002636', // cooperatives: electronic filing and proxies
  '2.002668', // cooperatives: further papers by case
  '1.004827', // civil status: shown papers, interactive form, notes
  '1.000689', // civil status: two results
  '2.000942', // certification: a result without code
  '2.001035', // certification: land data instead of a paper
  '1.003005', // adoption: a fee in millions
  '1.008603', // charges: one way of filing
  '1.013227', // building: fee of the council
  '1.014159', // planning: one paper
  '2.002165', // compensation: cases by letter
]

test('twenty procedures of the national catalogue are filed, handled and answered as it says', { skip }, async (t) => {
  const w = await catalogueWorld(t)
  const rows = new Map(nationalRows().map((row) => [row.code, row]))
  const raws = new Map((rawNationalRows() as RawRow[]).map((row) => [row.code, row]))
  for (const code of sample) {
    const [row, raw] = [rows.get(code), raws.get(code)]
    assert.ok(row && raw, code)
    const published = await publishDerived(w.as(w.province.procedureOfficer), { row, routedHere: true })
    if (!published.ok && published.because === 'authored') continue
    assert.equal(published.ok, true, code)
    assert.deepEqual((await check(raw, w.citizen, w.officials)).wrong, [], code)
  }
})
