import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reference } from '#test/reference-data'
import { world } from '#test/world'
import { type CatalogueCounts, catalogueCounts, compare, importList, nationalRow, type Read, readEntry, routedHere } from './index.ts'

const index = reference('procedures_index.json')
const detail = reference('procedures_commune_detail.json')

function entriesOf(path: string): Read[] {
  const rows: unknown[] = JSON.parse(readFileSync(path, 'utf8'))
  return rows.map((row, at) => readEntry(row, at + 1))
}

const file = (name: string) => ({ name, sha256: new Uint8Array(32) })
const on = '2026-11-20'

function communesBy({ byDecision }: CatalogueCounts): Record<string, number> {
  return Object.fromEntries(byDecision.map((one) => [one.hand ? 'by hand' : (one.name?.en ?? ''), one.communes]))
}

test('both real lists are taken; brought again they change no row', { skip: index.skip || detail.skip }, async (t) => {
  const w = await world(t)
  const at = (minute: number) => w.as(w.province.procedureOfficer, { now: `2026-11-20T02:0${minute}:00.000Z` })
  const everything = async () => {
    const tables = ['select * from national_row order by code', 'select * from national_version order by code, version']
    return (await w.owner.trip(tables.map((text) => ({ text, values: [] })))).map(({ rows }) => rows)
  }
  const bring = async (minute: number, source: string, path: string) => {
    const compared = await compare(at(minute), source, entriesOf(path))
    return (await importList(at(minute), compared, file(source))).counts
  }
  const none = { new: 0, changed: 0, same: 0, dropped: 0, refused: 0, suspicious: 0 }
  assert.deepEqual(await bring(1, 'index', index.path), { ...none, new: 2642, suspicious: 79 })
  assert.deepEqual(await bring(2, 'detail', detail.path), { ...none, changed: 588, suspicious: 28 })
  const before = await everything()
  assert.deepEqual(await bring(3, 'index', index.path), { ...none, same: 2642 })
  assert.deepEqual(await bring(4, 'detail', detail.path), { ...none, same: 588 })
  assert.deepEqual(await everything(), before)

  // Of the 588 of the commune level, what central bodies lead is not ours.
  const counts = await catalogueCounts(at(5), on)
  assert.deepEqual(communesBy(counts), {
    Customs: 124,
    Taxes: 111,
    // The sample province takes one of the 81 itself: temporary residence.
    Police: 80,
    'by hand': 1,
    'State Treasury': 9,
    'Social insurance': 25,
    'Shipping and inland waterways': 25,
    Courts: 3,
    'Only with ministries or other bodies': 0,
    'People’s Committees of communes': 210,
    '': 0,
  })
  assert.equal((await routedHere(at(5), on)).length, 211)
  assert.deepEqual(
    counts.byTarget.map(({ target, communes }) => [target, communes]),
    [
      ['ours', 211],
      ['other-system', 377],
      ['undecided', 0],
    ],
  )
  // What the notes on the data count is counted here too.
  const flagged = Object.fromEntries(counts.byFlag.map(({ flag, rows }) => [flag, rows]))
  const told = ['feeSuspect', 'noChannel', 'noComponent', 'noResult', 'noLegal', 'notesAsComponents'].map((flag) => flagged[flag])
  assert.deepEqual(told, [58, 15, 51, 15, 378, 112])

  const birth = await nationalRow(at(5), '1.001193')
  assert.deepEqual([birth?.row.components.length, birth?.version, birth?.sources], [33, 2, ['detail', 'index']])
})
