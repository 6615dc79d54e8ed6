import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#platform/act'
import { asActor } from '#platform/db'
import { newId } from '#platform/id'
import { publishedRow } from '#test/policy/national'
import { type Somebody, type World, world } from '#test/world'
import {
  compare,
  decideRoute,
  importList,
  importRows,
  nationalRow,
  type Read,
  readEntry,
  routedHere,
  routingOf,
  versionsOf,
} from './index.ts'

const on = '2026-11-20'
const file = { name: 'danh-muc.json', sha256: new Uint8Array(32) }
const entries = (...rows: Record<string, unknown>[]): Read[] => rows.map((row, at) => readEntry(row, at + 1))

async function bring(w: World, source: string, now: string, ...rows: Record<string, unknown>[]) {
  const ctx = w.as(w.province.procedureOfficer, { now })
  const compared = await compare(ctx, source, entries(...rows))
  return { compared, ...(await importList(ctx, compared, file)) }
}

const at = (minute: number): string => `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`

test('what a list does not speak of stays; a code that no list names is dropped and may come back', async (t) => {
  const w = await world(t)
  const ctx = w.as(w.province.procedureOfficer)
  await bring(w, 'chi-tiet', at(1), publishedRow('2.000635'), publishedRow('2.000815', { name: 'Chứng thực bản sao' }))
  const index = { ...publishedRow('2.000635', { components: 4 }) }
  delete index.steps
  const second = await bring(w, 'chi-muc', at(2), index)
  assert.deepEqual(
    second.compared.entries.map(({ kind, doubts }) => [kind, doubts]),
    [['same', ['numberDiffers']]],
  )
  const kept = await nationalRow(ctx, '2.000635')
  assert.deepEqual([kept?.row.components.length, kept?.row.steps?.length, kept?.sources], [3, 40, ['chi-muc', 'chi-tiet']])

  assert.equal((await bring(w, 'chi-tiet', at(3), publishedRow('2.000635'))).counts.dropped, 1)
  assert.deepEqual(await routedHere(ctx, on), ['2.000635'])
  assert.notEqual((await nationalRow(ctx, '2.000815'))?.droppedAt, null)
  const back = await bring(w, 'chi-tiet', at(4), publishedRow('2.000635'), publishedRow('2.000815', { name: 'Chứng thực bản sao' }))
  assert.deepEqual(back.compared.entries[1]?.doubts, ['back'])
  assert.deepEqual([(await nationalRow(ctx, '2.000815'))?.droppedAt, (await versionsOf(ctx, '2.000815')).length], [null, 1])
})

test('an import that came in between is told; nothing of the second is stored', async (t) => {
  const w = await world(t)
  const ctx = w.as(w.province.procedureOfficer)
  const late = await compare(ctx, 'b', entries(publishedRow('2.000815')))
  await bring(w, 'a', at(1), publishedRow('2.000635'))
  await assert.rejects(importList(ctx, late, file), (error) => error instanceof Refusal && error.reason === 'catalogue-changed')
  assert.equal(await nationalRow(ctx, '2.000815'), undefined)
})

test('a person’s decision wins over the rule from its day on, until the rules hold again', async (t) => {
  const w = await world(t)
  const ctx = (minute: number) => w.as(w.province.procedureOfficer, { now: at(minute) })
  const read = readEntry(publishedRow('1.002755', { ministry: 'Bộ Công an', levels: ['xa'] }), 1)
  assert.ok('row' in read)
  await importRows(ctx(1), [read.row], 'mau')
  const { target, rule, system } = await routingOf(ctx(2), '1.002755', on)
  assert.deepEqual([target, rule?.name.vi, system?.name.en], ['other-system', 'Công an', 'The system of the Ministry of Public Security'])
  await decideRoute(ctx(3), { code: '1.002755', target: 'ours', reason: 'Văn bản phối hợp mẫu', from: '2026-12-01' })
  assert.equal((await routingOf(ctx(4), '1.002755', on)).target, 'other-system')
  const later = await routingOf(ctx(4), '1.002755', '2026-12-01')
  assert.deepEqual([later.target, later.choice?.reason, later.rule], ['ours', 'Văn bản phối hợp mẫu', undefined])
  assert.deepEqual([await routedHere(ctx(4), on), await routedHere(ctx(4), '2026-12-01')], [[], ['1.002755']])
  await decideRoute(ctx(5), { code: '1.002755', target: 'by-rule', reason: 'Hết hiệu lực phối hợp', from: '2026-12-01' })
  assert.equal((await routingOf(ctx(6), '1.002755', '2026-12-01')).target, 'other-system')
  // What lies with provinces alone is left to a person.
  await importRows(ctx(7), [{ ...read.row, code: '1.000001', ministry: 'Bộ Y tế', levels: ['province'] }], 'khac')
  assert.deepEqual(await routingOf(ctx(8), '1.000001', on), { code: '1.000001', target: 'undecided', system: null })
})

test('only an administrator or a procedure officer changes anything, at the module and at the tables', async (t) => {
  const w = await world(t)
  await bring(w, 'a', at(1), publishedRow('2.000635'))
  const others: Somebody[] = [w.a.receptionist, w.a.chair, w.province.supervisor, w.province.operator, w.hong]
  const decision = { code: '2.000635', target: 'undecided' as const, reason: 'Thử', from: on }
  for (const who of others) {
    const ctx = w.as(who)
    await assert.rejects(decideRoute(ctx, decision), (error) => error instanceof Refusal && error.status === 403, who.key)
    await assert.rejects(
      importRows(ctx, [], 'x').then(() => importList(ctx, empty, file)),
      who.key,
    )
    assert.equal(await changed(w, who), 0, who.key)
    await assert.rejects(inserted(w, who), /row-level security/, who.key)
    assert.equal((await nationalRow(ctx, '2.000635'))?.code, '2.000635')
  }
  for (const who of [w.province.procedureOfficer, w.province.administrator]) {
    await decideRoute(w.as(who), decision)
    assert.equal(await changed(w, who), 1)
    // Nobody signs with another's name.
    await assert.rejects(inserted(w, who), /row-level security/)
  }
})

const empty = {
  source: 'x',
  entries: [],
  dropped: [],
  refused: [],
  counts: { new: 0, changed: 0, same: 0, dropped: 0, refused: 0, suspicious: 0 },
  imports: 1,
}

async function changed(w: World, who: Somebody): Promise<number> {
  const [, answer] = await w.pool.trip([
    asActor(w.as(who).actor),
    { text: "update national_row set field = field where code = '2.000635'", values: [] },
  ])
  return answer?.count ?? -1
}

async function inserted(w: World, who: Somebody): Promise<unknown> {
  const text = `insert into routing_choice (id, code, target, reason, valid_from, decided_by, decided_at) values ($1, 'x', 'ours', 'thử', '2026-11-20', $2, now())`
  return w.pool.trip([asActor(w.as(who).actor), { text, values: [newId(), w.mai.account] }])
}
