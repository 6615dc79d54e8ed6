import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertWhole } from '#test/audit-after'
import { birthWorld } from '#test/birth'
import { fileMarriage } from '#test/marriage'
import type { World } from '#test/world'
import {
  agreeTime,
  askOtherTime,
  chooseTime,
  confirmDraft,
  enter,
  getCase,
  offerTimes,
  propose,
  receive,
  recordAbsence,
  recordAppearance,
  roundsOf,
  stop,
  withdraw,
} from './index.ts'

// The world begins on Friday 20/11/2026 at 08:00; the 24th is a holiday.
const monday = '2026-11-23T01:30:00.000Z'
const wednesday = '2026-11-25T07:00:00.000Z'
const both = { appeared: ['wifeName', 'husbandName'], confirmed: ['identity', 'freeWill', 'signed'] }

async function invited(w: Awaited<ReturnType<typeof birthWorld>>, code: string): Promise<void> {
  await receive(w.as(w.a.receptionist), code)
  await propose(w.as(w.a.registrar), code, '')
  await confirmDraft(w.as(w.somebody('yen')), code)
}

const yen = (w: World, now?: string) => w.as(w.somebody('yen'), now === undefined ? {} : { now })

test('the office offers working times, she picks one, both come: only then it is entered; waiting does not count', async (t) => {
  const w = await birthWorld(t)
  const code = await fileMarriage(w)
  await invited(w, code)
  const registrar = w.as(w.a.registrar)
  await assert.rejects(enter(registrar, code), { status: 409, reason: 'not-in-this-step' })
  await assert.rejects(offerTimes(registrar, code, ['2026-11-22T02:00:00.000Z']), { status: 422, reason: 'not-a-working-time' })
  await assert.rejects(offerTimes(registrar, code, ['2026-11-23T04:15:00.000Z']), { status: 422, reason: 'not-a-working-time' })
  await assert.rejects(offerTimes(registrar, code, []), { status: 422, reason: 'no-time-named' })
  await offerTimes(registrar, code, [monday, wednesday])
  const waiting = await getCase(registrar, code)
  assert.deepEqual([waiting.status, waiting.dueAt], ['waiting-applicant', null])

  await assert.rejects(chooseTime(yen(w), code, '2026-11-23T02:30:00.000Z'), { status: 422, reason: 'not-offered' })
  await chooseTime(yen(w), code, monday)
  const appointed = await getCase(registrar, code)
  assert.equal(appointed.step, 'appear')
  assert.equal(appointed.desks[0]?.dueAt, '2026-11-23T02:00:00Z', 'the desk shows it at its hour')
  assert.equal(appointed.dueAt, null, 'the deadline stands still until they come')

  await assert.rejects(recordAppearance(registrar, code, both), { status: 409, reason: 'not-the-day' })
  const onTheDay = w.as(w.a.registrar, { now: '2026-11-23T01:40:00.000Z' })
  await assert.rejects(recordAppearance(onTheDay, code, { ...both, appeared: ['wifeName'] }), { status: 422, reason: 'not-all-appeared' })
  await assert.rejects(recordAppearance(onTheDay, code, { ...both, confirmed: ['identity'] }), { status: 422, reason: 'not-confirmed' })
  await recordAppearance(onTheDay, code, both)
  await enter(onTheDay, code)
  const entered = await getCase(onTheDay, code)
  assert.equal(entered.step, 'sign')
  assert.notEqual(entered.dueAt, null, 'time runs again')
})

test('somebody did not come: recorded after the hour, the hour is free again, another is offered; the office may stop', async (t) => {
  const w = await birthWorld(t)
  const code = await fileMarriage(w)
  await invited(w, code)
  await offerTimes(w.as(w.a.registrar), code, [monday])
  await chooseTime(yen(w), code, monday)
  await assert.rejects(recordAbsence(w.as(w.a.registrar), code, ['husbandName'], ''), { status: 422, reason: 'not-yet-time' })
  const later = w.as(w.a.registrar, { now: '2026-11-23T02:10:00.000Z' })
  await assert.rejects(recordAbsence(later, code, [], ''), { status: 422, reason: 'nobody-absent' })
  await recordAbsence(later, code, ['husbandName'], 'Anh Khoa đi công tác')
  assert.deepEqual(await w.db.selectFrom('taken_hour').selectAll().execute(), [])
  assert.equal((await getCase(later, code)).step, 'invite')
  await agreeTime(later, code, wednesday)
  const rounds = await roundsOf(later, code)
  assert.deepEqual(
    rounds.map(({ no, outcome, chosen }) => [no, outcome?.absent, chosen?.startsAt]),
    [
      [1, ['husbandName'], '2026-11-23T01:30:00Z'],
      [2, undefined, '2026-11-25T07:00:00Z'],
    ],
  )
  await assertWhole(w)
  await stop(w.as(w.a.registrar, { now: '2026-11-25T08:00:00.000Z' }), code, 'Hai lần không đến')
  assert.deepEqual(await w.db.selectFrom('taken_hour').selectAll().execute(), [])
})

test('of two couples who choose the same hour at once one gets it; the other is told and chooses again', async (t) => {
  const w = await birthWorld(t)
  const codes = [await fileMarriage(w), await fileMarriage(w)]
  for (const code of codes) {
    await invited(w, code)
    await offerTimes(w.as(w.a.registrar), code, [monday, wednesday])
  }
  const [one, other] = await Promise.allSettled(codes.map((code) => chooseTime(yen(w), code, monday)))
  const [lost] = [one, other].filter((each) => each?.status === 'rejected')
  assert.ok(lost?.status === 'rejected')
  assert.equal((lost.reason as { reason: string }).reason, 'hour-taken')
  const [again] = await w.db.selectFrom('work_state').select('work_item_id').where('step', '=', 'choose').execute()
  assert.ok(again)
  await chooseTime(yen(w), (await getCase(w.as(w.a.registrar), again.work_item_id)).code, wednesday)
  assert.equal((await w.db.selectFrom('taken_hour').selectAll().execute()).length, 2)
})

test('she asks for another time, says nothing, or withdraws: nothing is left open, and the same choice sent twice is one', async (t) => {
  const w = await birthWorld(t)
  const code = await fileMarriage(w)
  await invited(w, code)
  await offerTimes(w.as(w.a.registrar), code, [monday])
  await askOtherTime(yen(w), code, 'Chiều thứ Tư')
  await offerTimes(w.as(w.a.registrar), code, [wednesday])
  await w.runJobs('2026-11-27T01:00:00.000Z')
  const silent = await getCase(w.as(w.a.registrar), code)
  assert.equal(silent.step, 'invite', 'three working days of silence: the office offers anew')
  await offerTimes(w.as(w.a.registrar), code, [wednesday])
  const sent = () =>
    chooseTime(w.as(w.somebody('yen'), { key: { value: 'choose-wednesday', bodyHash: Buffer.from('w') } }), code, wednesday)
  assert.deepEqual(await sent(), await sent())
  assert.equal((await w.db.selectFrom('appointment').selectAll().execute()).length, 1)
  await withdraw(yen(w), code, 'Đổi ý')
  assert.deepEqual(await w.db.selectFrom('taken_hour').selectAll().execute(), [])
})

test('who files for both at the counter needs no appointment; a stranger neither sees nor chooses', async (t) => {
  const w = await birthWorld(t)
  const code = await fileMarriage(w, {}, 'counter')
  await receive(w.as(w.a.receptionist), code)
  await propose(w.as(w.a.registrar), code, '')
  assert.equal((await getCase(w.as(w.a.registrar), code)).step, 'appear')
  await assert.rejects(recordAppearance(w.as(w.a.chair), code, both), { status: 403 })
  await assert.rejects(recordAppearance(w.as(w.b.registrar), code, both), { status: 404 })
  await assert.rejects(chooseTime(w.as(w.lan), code, monday), { status: 404 })
  await recordAppearance(w.as(w.a.registrar), code, both)
  const events = await w.db.selectFrom('audit_entry').select('act').orderBy('at').orderBy('seq').execute()
  assert.deepEqual(events.at(-1), { act: 'recordAppearance' })
})
