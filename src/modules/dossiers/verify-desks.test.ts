import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { registerTasks } from '#platform/jobs'
import { assertWhole } from '#test/audit-after'
import { birthWorld, fileBirth } from '#test/birth'
import {
  answerConsultation,
  apologise,
  approve,
  askForMore,
  confirmDraft,
  consult,
  correctDraft,
  getCase,
  propose,
  receive,
  refuse,
  sendBack,
  supplement,
  transfer,
  verifyDesks,
  withdraw,
} from './index.ts'

async function office(t: TestContext) {
  const w = await birthWorld(t)
  await registerTasks(w.database.owner, Object.keys(w.tasks))
  const received = async () => {
    const filed = await fileBirth(w)
    assert.ok(filed.ok)
    await receive(w.as(w.a.receptionist), filed.code)
    return filed.code
  }
  const found = (code: string) => getCase(w.as(w.a.registrar), code)
  return { w, ...w.a, received, found }
}

test('desks follow from the acts whatever way a case goes', async (t) => {
  const { w, registrar, supervisor, received, found } = await office(t)
  const [more, refused, asked, apologised] = [await received(), await received(), await received(), await received()]
  const defect = (await found(more)).procedure.defects[0]?.code ?? ''
  await askForMore(w.as(registrar), more, [{ code: defect }], undefined)
  await assertWhole(w)
  const brought = await supplement(w.as(w.hong), more, { answers: {}, files: [], replaced: [] })
  assert.equal(brought.ok, true)
  await withdraw(w.as(w.hong), more, 'Không cần nữa')

  await refuse(w.as(registrar), refused, { reason: 'Không đúng thẩm quyền', basis: 'Luật Hộ tịch' })
  await sendBack(w.as(supervisor), refused, 'Xem lại')
  await assertWhole(w)
  await refuse(w.as(registrar), refused, { reason: 'Không đúng thẩm quyền', basis: 'Luật Hộ tịch' })
  await approve(w.as(supervisor), refused)

  const kind = (await found(asked)).procedure.consultations[0]?.id ?? ''
  await consult(w.as(registrar), asked, { consultation: kind, toUnit: w.units.b, text: 'Đã đăng ký kết hôn?' })
  await w.runJobs()
  await assertWhole(w)
  const question = await w.db.selectFrom('work_item').select('code').where('kind', '=', 'consultation').executeTakeFirstOrThrow()
  await answerConsultation(w.as(w.b.registrar), question.code, 'found', 'Có')
  await w.runJobs()

  await apologise(w.as(registrar), apologised, 'Mất điện', '2026-11-27T10:00:00.000Z')
  await propose(w.as(registrar), apologised, 'Đủ điều kiện')
  await correctDraft(w.as(w.hong), apologised, 'Sai dấu')
  await propose(w.as(registrar), apologised, 'Đã sửa')
  await confirmDraft(w.as(w.hong), apologised)
  await assertWhole(w)
})

test('a case that is passed on stands at the other unit as its acts say', async (t) => {
  const { w, receptionist } = await office(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await transfer(w.as(receptionist), filed.code, w.units.b, 'Cư trú ở phường khác')
  await w.runJobs()
  await assertWhole(w)
  assert.equal((await getCase(w.as(w.b.receptionist), `${filed.code}-C1`)).status, 'submitted')
})

test('a present table that says something else is told, column by column', async (t) => {
  const { w, received } = await office(t)
  await received()
  const told = async (text: string) => {
    await w.owner.trip([{ text, values: [] }])
    return (await verifyDesks(w.owner)).map(({ column, stored, derived }) => [column, stored, derived])
  }
  assert.deepEqual(await told("update work_state set step = 'sign', version = 7"), [
    ['work_state.step', 'sign', 'verify'],
    ['work_state.version', '7', '2'],
  ])
  await w.owner.trip([{ text: "update work_state set step = 'verify', version = 2", values: [] }])
  assert.deepEqual(await told("update desk set due_at = due_at + interval '1 day'"), [
    ['desk.due_at', '2026-11-21T04:00:00.000Z', '2026-11-20T04:00:00.000Z'],
  ])
  assert.deepEqual(await told('delete from desk'), [['desk', null, 'có']])
})
