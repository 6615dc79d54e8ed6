import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  confirmDraft,
  deliver,
  enter,
  feeStateOf,
  getCase,
  type Noted,
  propose,
  receive,
  recordPayment,
  seal,
  sign,
} from '#modules/dossiers'
import { asActor } from '#platform/db'
import { newRandomKey } from '#platform/id'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'

const copies: Noted = { kind: 'paid', receipt: '0001234', dong: 16_000n, paidAt: '2026-11-20T02:00:00Z', reason: '' }

/** A birth with two copies asked for: 16.000 đ. */
async function owing(w: BirthWorld): Promise<string> {
  const filed = await fileBirth(w, { copies: 2 })
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  return filed.code
}

const refused = (status: number, reason: string) => ({ name: 'Refusal', status, reason })

test('a receipt is noted once, by those who take money, in the commune where the dossier lies', async (t) => {
  const w = await birthWorld(t)
  const code = await owing(w)
  const now = copies.paidAt < w.now ? copies.paidAt : w.now
  const note = { ...copies, paidAt: now }
  await assert.rejects(recordPayment(w.as(w.a.registrar), code, note), refused(403, 'not-for-you'))
  await assert.rejects(recordPayment(w.as(w.b.receptionist), code, note), refused(404, 'no-such-dossier'))
  await assert.rejects(recordPayment(w.as(w.hong), code, note), refused(403, 'not-for-you'))
  const key = { value: newRandomKey(), bodyHash: Buffer.alloc(32) }
  await recordPayment(w.as(w.a.receptionist, { key }), code, note)
  await recordPayment(w.as(w.a.receptionist, { key }), code, note)
  await assert.rejects(recordPayment(w.as(w.a.receptionist), code, { ...note, reason: 'lần nữa' }), refused(409, 'receipt-recorded'))
  const state = await feeStateOf(w.as(w.hong), await getCase(w.as(w.hong), code))
  assert.deepEqual(
    state.standing.map(({ kind, receipt, dong, computed }) => ({ kind, receipt, dong, computed })),
    [{ kind: 'paid', receipt: '0001234', dong: 16_000n, computed: 16_000n }],
  )
  assert.equal(state.settled, true)
  for (const stranger of [w.b.registrar, w.lan]) {
    const [, seen] = await w.pool.trip([asActor(w.as(stranger).actor), { text: 'select id from fee_payment', values: [] }])
    assert.deepEqual(seen?.rows, [], stranger.key)
  }
})

test('a difference, an exemption and a correction are given a reason; what cannot be is not stored', async (t) => {
  const w = await birthWorld(t)
  const code = await owing(w)
  const note = (change: Partial<Noted>) => recordPayment(w.as(w.a.receptionist), code, { ...copies, paidAt: w.now, ...change })
  await assert.rejects(note({ dong: 8_000n }), refused(422, 'difference-needs-reason'))
  await assert.rejects(note({ kind: 'exempt', dong: 0n, receipt: '' }), refused(422, 'exemption-needs-reason'))
  await assert.rejects(note({ receipt: '  ' }), refused(422, 'receipt-missing'))
  await assert.rejects(note({ receipt: '9'.repeat(41) }), refused(422, 'receipt-missing'))
  await assert.rejects(note({ dong: 0n }), refused(422, 'amount-wrong'))
  await assert.rejects(note({ dong: 10n ** 12n, reason: 'x' }), refused(422, 'amount-wrong'))
  await assert.rejects(note({ paidAt: '2031-01-01T00:00:00Z' }), refused(422, 'payment-ahead'))
  await assert.rejects(note({ paidAt: '2026-01-01T00:00:00Z' }), refused(422, 'payment-before'))
  await assert.rejects(note({ kind: 'void', dong: 0n, reason: 'nhầm' }), refused(422, 'payment-missing'))
  assert.deepEqual(await w.db.selectFrom('act').where('name', '=', 'recordPayment').selectAll().execute(), [])
  await note({ dong: 8_000n, reason: 'Lấy một bản' })
})

test('a correction is a new row: the old one stays, is put right once, and nobody can change it', async (t) => {
  const w = await birthWorld(t)
  const code = await owing(w)
  const ctx = w.as(w.a.receptionist)
  const state = async () => feeStateOf(ctx, await getCase(ctx, code))
  await recordPayment(ctx, code, { ...copies, paidAt: w.now, receipt: '0001235', reason: '' })
  const [wrong] = (await state()).standing
  assert.ok(wrong)
  const right = { ...copies, paidAt: w.now, replaces: wrong.id }
  await assert.rejects(recordPayment(ctx, code, right), refused(422, 'correction-needs-reason'))
  await recordPayment(ctx, code, { ...right, reason: 'Ghi nhầm số biên lai' })
  await assert.rejects(recordPayment(ctx, code, { ...right, reason: 'lần nữa' }), refused(409, 'payment-replaced'))
  const after = await state()
  assert.deepEqual(
    [after.standing.map(({ receipt }) => receipt), after.replaced.map(({ receipt }) => receipt), after.paid],
    [['0001234'], ['0001235'], 16_000n],
  )
  for (const text of ['update fee_payment set dong = 1', 'delete from fee_payment']) {
    await assert.rejects(w.pool.trip([asActor(ctx.actor), { text, values: [] }]), /permission denied/)
  }
  const [standing] = after.standing
  await recordPayment(ctx, code, {
    ...copies,
    kind: 'void',
    receipt: '',
    dong: 0n,
    paidAt: w.now,
    reason: 'Biên lai của hồ sơ khác',
    replaces: standing?.id ?? '',
  })
  assert.deepEqual([(await state()).paid, (await state()).settled], [0n, false])
})

test('a result is handed over when what it costs was noted, as paid or as not owed; one that costs nothing waits for nobody', async (t) => {
  const w = await birthWorld(t)
  const code = await owing(w)
  const { a } = w
  await receive(w.as(a.receptionist), code)
  await propose(w.as(a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.hong), code)
  await enter(w.as(a.registrar), code)
  await w.runJobs()
  await sign(w.as(a.chair), w.means, code, undefined)
  await seal(w.as(a.clerk), w.means, code)
  await assert.rejects(deliver(w.as(a.receptionist), code, 'counter'), refused(409, 'fee-not-recorded'))
  const exempt: Noted = { kind: 'exempt', receipt: '', dong: 0n, paidAt: w.now, reason: 'Cơ quan cấp lại do lỗi đánh máy' }
  await recordPayment(w.as(a.receptionist), code, exempt)
  assert.equal((await deliver(w.as(a.receptionist), code, 'counter')).status, 'delivered')
})
