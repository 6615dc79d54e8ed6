import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, importList, readEntry } from '#modules/national'
import { publishedRow } from '#test/policy/national'
import { type World, world } from '#test/world'
import {
  announcements,
  answerUpdate,
  endOverlay,
  importReplacements,
  nationalStanding,
  noteDecision,
  noteOpening,
  noteText,
  overlayEntries,
  overlayOf,
  readReplacements,
  replacementsFor,
  setOverlay,
} from './index.ts'

const code = '2.000635'
const file = { name: 'danh-muc.json', sha256: new Uint8Array(32) }

async function bring(w: World, now: string, ...rows: Record<string, unknown>[]): Promise<void> {
  const ctx = w.as(w.province.procedureOfficer, { now })
  const compared = await compare(
    ctx,
    'chi-tiet',
    rows.map((row, at) => readEntry(row, at + 1)),
  )
  await importList(ctx, compared, file)
}

test('what the province sets stands with its ground until it is ended; what has no ground is not stored', async (t) => {
  const w = await world(t)
  const linh = w.as(w.province.procedureOfficer)
  const ground = { basis: '07/2026/NQ-HĐND', validFrom: '2026-07-01' }
  const fee = { name: { vi: 'Phí bản sao', en: 'Copy' }, dong: '8000', unit: 'copy', setBy: 'provincialCouncil', basis: '07/2026/NQ-HĐND' }
  assert.equal((await setOverlay(linh, code, 'fees', { fee })).ok, false)
  const set = await setOverlay(linh, code, 'fees', { fee, ...ground })
  assert.ok(set.ok)
  assert.ok((await setOverlay(linh, code, 'levels', { level: 'part', ...ground })).ok)
  const overlay = await overlayOf(linh, code)
  assert.deepEqual([overlay?.fees[0]?.fee.dong, overlay?.fees[0]?.fee.id, overlay?.levels[0]?.level], [8_000n, 'local1', 'part'])
  assert.deepEqual(await endOverlay(linh, set.id, ''), { ok: false })
  assert.deepEqual(await endOverlay(linh, set.id, 'Nghị quyết mới thay thế'), { ok: true })
  assert.deepEqual([(await overlayOf(linh, code))?.fees, (await overlayEntries(linh, code)).length], [[], 2])
  await assert.rejects(setOverlay(w.as(w.province.administrator), code, 'levels', { level: 'full', ...ground }), { status: 403 })
})

test('an update of the national row is answered part by part; what was declined stays, and is not asked again while the row says the same', async (t) => {
  const w = await world(t)
  const linh = w.as(w.province.procedureOfficer)
  await bring(w, '2026-11-20T02:01:00.000Z', publishedRow(code))
  const first = await nationalStanding(linh, code)
  assert.deepEqual(first?.open, [])
  await bring(w, '2026-11-20T02:02:00.000Z', publishedRow(code, { name: 'Tên mới', decision: '9/QĐ-BTP' }))
  const second = await nationalStanding(linh, code)
  assert.deepEqual([second?.row.name, second?.open.map(({ part }) => part).sort()], [first?.row.name, ['decision', 'name']])
  const answers = [
    { part: 'name', answer: 'decline' },
    { part: 'decision', answer: 'accept' },
  ] as const
  assert.deepEqual(await answerUpdate(linh, code, second?.version ?? 0, answers, ''), { ok: false })
  assert.deepEqual(await answerUpdate(linh, code, second?.version ?? 0, answers, 'Tên cũ dễ hiểu hơn'), { ok: true })
  const third = await nationalStanding(linh, code)
  assert.deepEqual([third?.row.name, third?.row.decision, third?.open], [first?.row.name, '9/QĐ-BTP', []])
  await bring(w, '2026-11-20T02:03:00.000Z', publishedRow(code, { name: 'Tên mới', decision: '10/QĐ-BTP' }))
  assert.deepEqual(
    (await nationalStanding(linh, code))?.open.map(({ part }) => part),
    ['decision'],
  )
})

test('a decision is due five working days before the text takes effect, the opening five after it; what is late comes first', async (t) => {
  const w = await world(t)
  const linh = w.as(w.province.procedureOfficer)
  assert.equal((await noteText(linh, { level: 'province', legalText: '', effectiveOn: 'x', codes: [] })).ok, false)
  const early = await noteText(linh, { level: 'province', legalText: '12/2026/QĐ-UBND', effectiveOn: '2026-12-15', codes: [code] })
  const late = await noteText(linh, { level: 'province', legalText: '11/2026/QĐ-UBND', effectiveOn: '2026-11-23', codes: [code] })
  assert.ok(early.ok && late.ok)
  assert.deepEqual(
    (await announcements(linh)).map(({ legalText, decideBy, late: amiss }) => [legalText, decideBy, amiss]),
    [
      ['11/2026/QĐ-UBND', '2026-11-16', 'decision'],
      ['12/2026/QĐ-UBND', '2026-12-08', undefined],
    ],
  )
  assert.equal((await noteDecision(linh, early.id, { number: '5/QĐ-UBND', on: '2026-12-01' })).ok, false, 'what will be is not noted')
  assert.ok((await noteDecision(linh, early.id, { number: '5/QĐ-UBND', on: '2026-11-19' })).ok)
  assert.ok((await noteOpening(linh, early.id, '2026-11-20')).ok)
  const done = (await announcements(linh)).find(({ id }) => id === early.id)
  // The 24th of November is a day of rest.
  assert.deepEqual([done?.openBy, done?.late, done?.openedOn], ['2026-11-27', undefined, '2026-11-20'])
})

test('a list of papers that data replaces is taken in once, and shown for its procedure; what cannot be read is counted', async (t) => {
  const w = await world(t)
  const line = {
    code,
    paper: 'Giấy chứng nhận kết hôn',
    databases: ['ho-tich'],
    databaseText: 'Cơ sở dữ liệu hộ tịch',
    legal: '123/2015/NĐ-CP',
    article: 'Điều 9',
  }
  const read = readReplacements([line, line, { ...line, paper: 'Giấy khai sinh' }, { code: 'x' }, 7])
  assert.deepEqual([read?.lines.length, read?.unread], [3, 2])
  assert.deepEqual(await importReplacements(w.job(), read?.lines ?? []), { added: 2, known: 1 })
  assert.deepEqual(await importReplacements(w.job(), read?.lines ?? []), { added: 0, known: 3 })
  assert.deepEqual(
    (await replacementsFor(w.as(w.province.procedureOfficer), code)).map(({ paper }) => paper),
    ['Giấy chứng nhận kết hôn', 'Giấy khai sinh'],
  )
  await assert.rejects(importReplacements(w.as(w.province.procedureOfficer), []), { status: 403 })
  assert.equal(readReplacements({}), undefined)
})

test('the list that brings the papers completes a row that had only their number, and asks nobody', async (t) => {
  const w = await world(t)
  const linh = w.as(w.province.procedureOfficer)
  await bring(w, '2026-11-20T02:01:00.000Z', publishedRow(code, { components: 3 }))
  assert.equal((await nationalStanding(linh, code))?.row.listed, false)
  await bring(w, '2026-11-20T02:02:00.000Z', publishedRow(code))
  const standing = await nationalStanding(linh, code)
  assert.deepEqual([standing?.row.listed, standing?.open], [true, []])
})
