/**
 * `npm run faults -- catalogue`: every procedure of communes that is ours is put into service from the published list, filed over the doors,
 * carried to its results and compared with what the list says of it; those that may not be published are refused. Some two minutes.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { compare, importList, putIntoService, readEntry, routedHere } from '#modules/national'
import { publishDerived } from '#modules/procedures'
import { nationalRows, rawNationalRows, noNationalRows as skip } from '../national-rows.ts'
import { type Checked, check } from './catalogue-check.ts'
import type { RawRow } from './catalogue-row.ts'
import { owed } from './catalogue-row.ts'
import { catalogueWorld } from './catalogue-world.ts'

const today = '2026-11-20'
const key = (row: RawRow): string => row.code

test('every procedure that is ours is filed and carried to its results', { skip, timeout: 900_000 }, async (t) => {
  const w = await catalogueWorld(t)
  const raws = rawNationalRows() as RawRow[]
  const officer = () => w.as(w.province.procedureOfficer)
  const entries = raws.map((raw, i) => readEntry(raw, i + 1))
  const sha256 = createHash('sha256').update(JSON.stringify(raws)).digest()
  await importList(officer(), await compare(officer(), 'communes', entries), { name: 'communes.json', sha256 })
  const ours = new Set(await routedHere(officer(), today))
  const wrong: string[] = []
  const checked: Checked[] = []
  const authored: string[] = []
  for (const raw of raws.filter((row) => ours.has(row.code))) {
    const published = await putIntoService(officer(), raw.code)
    if (!published.ok && published.because === 'authored') authored.push(raw.code)
    else if (!published.ok) wrong.push(`${raw.code} ${published.because}`)
    else {
      assert.deepEqual(await putIntoService(officer(), raw.code), { ...published, as: 'same' })
      const found = await check(raw, w.citizen, w.officials).catch((error: Error) => error.message.slice(0, 400))
      if (typeof found === 'string') wrong.push(`${raw.code} ${found}`)
      else {
        checked.push(found)
        wrong.push(...found.wrong.map((one) => `${raw.code} ${one}`))
      }
    }
  }
  print(checked, authored, ours.size)
  for (const one of wrong) console.error(one)
  assert.deepEqual(wrong, [])
  assert.equal(checked.length + authored.length, ours.size)
})

test('what lacks a paper or a result, or is not ours, is refused', { skip }, async (t) => {
  const w = await catalogueWorld(t)
  const raws = new Map((rawNationalRows() as RawRow[]).map((row) => [key(row), row]))
  let refused = 0
  for (const row of nationalRows()) {
    const raw = raws.get(row.code)
    assert.ok(raw)
    const lacks = owed(raw).length === 0 || raw.results.length === 0
    if (!lacks) continue
    const ctx = w.as(w.province.procedureOfficer)
    const published = await publishDerived(ctx, { row, routedHere: true })
    assert.equal(published.ok, false, row.code)
    assert.ok(!published.ok && published.because === 'gaps' && published.gaps.some(({ stops }) => stops), row.code)
    assert.deepEqual((await publishDerived(ctx, { row, routedHere: false })).ok, false)
    if (refused === 0)
      console.log(
        `${row.code} is refused: ${published.gaps
          .filter(({ stops }) => stops)
          .map(({ says }) => says.en)
          .join('; ')}`,
      )
    refused += 1
  }
  const visitor = await w.visitor()
  console.log(`${refused} rows without paper or result are refused`)
  assert.ok(refused > 0)
  assert.equal((await visitor.get('/thu-tuc/1.000014')).status, 404)
})

/** One line a kind of form, then the whole. */
function print(checked: readonly Checked[], authored: readonly string[], ours: number): void {
  const kinds: [string, (one: Checked) => boolean][] = [
    ['with cases', ({ cases }) => cases > 0],
    ['without cases, with notes', ({ cases, notes }) => cases === 0 && notes > 0],
    ['plain', ({ cases, notes }) => cases === 0 && notes === 0],
    ['several results', ({ results }) => results > 1],
    ['day asked of the clerk', ({ asked }) => asked.due],
    ['fee asked of the clerk', ({ asked }) => asked.fee],
  ]
  const sum = (of: (one: Checked) => number, all = checked) => all.reduce((total, one) => total + of(one), 0)
  for (const [name, is] of kinds) {
    const all = checked.filter(is)
    const failed = all.filter(({ wrong }) => wrong.length > 0).length
    console.log(
      `${name.padEnd(28)} ${String(all.length).padStart(4)} procedures ${String(sum((one) => one.papers, all)).padStart(5)} papers, ${failed} wrong`,
    )
  }
  const papers = sum((one) => one.papers)
  const [cases, notes, results] = [sum((one) => one.cases), sum((one) => one.notes), sum((one) => one.results)]
  console.log(`${checked.length} filed of ${ours} that are ours (${authored.length} written by hand: ${authored.join(' ')})`)
  console.log(`${papers} papers asked for once, ${cases} further cases walked, ${notes} notes told, ${results} results issued`)
}
