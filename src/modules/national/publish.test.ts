import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inForce } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { derivedCode, incompleteCode, openCode, rowsForService } from '#test/policy/service'
import { webWorld } from '#test/web-world'
import { decideRoute, putAllIntoService, putIntoService } from './index.ts'

const today = '2026-11-20'

test('what is ours and complete goes into service once; what is not is refused, and nothing is stored', async (t) => {
  const w = await webWorld(t)
  await rowsForService(w)
  const officer = w.as(w.province.procedureOfficer)
  await assert.rejects(putIntoService(w.as(w.mai), derivedCode), (error: unknown) => error instanceof Refusal && error.status === 403)
  assert.equal(await inForce(officer, derivedCode, today), undefined)
  assert.deepEqual(await putIntoService(officer, derivedCode), { ok: true, code: derivedCode, revision: 1, as: 'new' })
  assert.deepEqual(await putIntoService(officer, derivedCode), { ok: true, code: derivedCode, revision: 1, as: 'same' })
  const incomplete = await putIntoService(officer, incompleteCode)
  assert.ok(!incomplete.ok && incomplete.because === 'gaps')
  assert.deepEqual(
    incomplete.gaps.filter(({ stops }) => stops).map(({ id }) => id),
    ['components', 'results'],
  )
  assert.deepEqual(await putIntoService(officer, '9.999999'), { ok: false, code: '9.999999', because: 'unknown', gaps: [] })
  await decideRoute(officer, { code: incompleteCode, target: 'undecided', reason: 'Chờ phân công', from: today })
  const elsewhere = await putIntoService(officer, incompleteCode)
  assert.ok(!elsewhere.ok && elsewhere.because === 'elsewhere')

  const all: unknown[] = []
  for await (const done of putAllIntoService(officer)) all.push(done)
  assert.deepEqual(all, [
    { ok: true, code: derivedCode, revision: 1, as: 'same' },
    { ok: true, code: openCode, revision: 1, as: 'new' },
  ])
  const [stored] = await w.owner.trip([
    { text: 'select count(*)::int as n from procedure_revision where code = any ($1)', values: [[derivedCode, incompleteCode]] },
  ])
  assert.deepEqual(stored?.rows, [{ n: 1 }])
})

test('what the province sets makes a second revision, which citizens read at once', async (t) => {
  const w = await webWorld(t)
  await rowsForService(w)
  const officer = w.as(w.province.procedureOfficer)
  await putIntoService(officer, derivedCode)
  const fee = { id: 'fee', name: { vi: 'Lệ phí', en: 'Fee' }, dong: 15_000n, setBy: 'provincialCouncil', basis: 'Nghị quyết mẫu' } as const
  const overlay = {
    times: [],
    cases: [],
    results: [],
    places: [],
    levels: [],
    texts: [],
    fees: [{ basis: 'Nghị quyết mẫu', validFrom: today, fee }],
  }
  const again = await putIntoService(officer, derivedCode, async () => overlay)
  assert.deepEqual(again, { ok: true, code: derivedCode, revision: 2, as: 'new' })
  const visitor = await w.visitor(w.hong)
  assert.match((await visitor.get(`/thu-tuc/${derivedCode}`)).html, /15\.000/)
})
