import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertWhole } from '#test/audit-after'
import { birthWorld, fileBirth } from '#test/birth'
import { confirmDraft, deliver, enter, getCase, propose, rate, receive, seal, sign } from './index.ts'

test('a birth goes from the mother’s phone to a sealed certificate', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok, JSON.stringify(filed))
  const { code } = filed
  const { a } = w
  const step = async () => (await getCase(w.as(a.registrar), code)).step

  const received = await receive(w.as(a.receptionist), code)
  assert.equal(received.step, 'verify')
  // Received on a Friday at 08:00: due the same day at close of office.
  assert.equal((await getCase(w.as(w.hong), code)).dueAt, '2026-11-20T10:00:00Z')
  assert.equal((await propose(w.as(a.registrar), code, 'Đủ điều kiện')).step, 'draft')
  assert.equal((await confirmDraft(w.as(w.hong), code)).step, 'enter')
  assert.equal((await enter(w.as(a.registrar), code)).status, 'waiting-number')
  await w.runJobs()
  assert.equal(await step(), 'sign')
  assert.equal((await sign(w.as(a.chair), w.means, code, undefined)).step, 'seal')
  assert.equal((await seal(w.as(a.clerk), w.means, code)).status, 'resolved')
  assert.equal((await deliver(w.as(a.receptionist), code, 'online')).status, 'delivered')
  assert.deepEqual(await rate(w.as(w.hong), code, 3, 'Nhanh'), { ok: true, code })
  await assertWhole(w)
})

test('silence for a working day counts as agreement, and is written down as silence', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await propose(w.as(w.a.registrar), filed.code, 'Đủ điều kiện')
  await w.runJobs('2026-11-23T09:59:00.000Z')
  assert.equal((await getCase(w.as(w.hong), filed.code)).step, 'draft')
  await w.runJobs('2026-11-23T10:01:00.000Z')
  assert.equal((await getCase(w.as(w.hong), filed.code)).step, 'enter')
  const acts = await w.db.selectFrom('act').where('name', '=', 'confirmDraft').select('params').execute()
  assert.deepEqual(
    acts.map(({ params }) => params !== null && typeof params === 'object' && 'silence' in params && params.silence),
    [true],
  )
  await assertWhole(w)
})
