import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertWhole } from '#test/audit-after'
import { birthWorld, fileBirth } from '#test/birth'
import { paperAt } from '#test/issued-birth'
import { readPaper } from '#test/read-paper'
import { askForMore, confirmDraft, enter, getCase, propose, receive, seal, sendBack, sign, supplement } from './index.ts'

test('what the leader sends back after the entry keeps its number and its personal number, and the paper tells the corrected answers', async (t) => {
  const w = await birthWorld(t)
  const { a } = w
  const filed = await fileBirth(w, { childName: 'Trần Nguyễn Minh Khê' })
  assert.ok(filed.ok)
  const { code } = filed
  const again = async (now = w.now) => {
    await propose(w.as(a.registrar, { now }), code, 'Đủ điều kiện')
    await confirmDraft(w.as(w.hong, { now }), code)
    assert.equal((await enter(w.as(a.registrar, { now }), code)).status, 'waiting-number')
    await w.runJobs(now)
  }
  await receive(w.as(a.receptionist), code)
  await again()
  const numberOf = async () => w.db.selectFrom('register_note').where('kind', '=', 'personal-number').select('body').execute()
  const [first] = await numberOf()
  await sign(w.as(a.chair), w.means, code, undefined)
  await sendBack(w.as(a.clerk), code, 'Sai tên cháu')
  await sendBack(w.as(a.chair), code, 'Tên cháu thiếu chữ u')
  await askForMore(w.as(a.registrar), code, [{ code: 'C06', note: 'Xem lại tên cháu' }], undefined)
  const brought = { answers: { childName: 'Trần Nguyễn Minh Khuê' }, files: [], replaced: [] }
  assert.ok((await supplement(w.as(w.hong), code, brought)).ok)
  const later = '2026-11-20T03:00:00.000Z'
  await again(later)
  assert.equal((await getCase(w.as(a.registrar), code)).step, 'sign')
  await sign(w.as(a.chair, { now: later }), w.means, code, undefined)
  assert.equal((await seal(w.as(a.clerk, { now: later }), w.means, code)).status, 'resolved')
  await w.runJobs(later)

  const entries = await w.db.selectFrom('register_entry').select(['number', 'year']).execute()
  assert.deepEqual(entries, [{ number: 1, year: 2026 }])
  assert.deepEqual(await numberOf(), [first])
  const [correction] = await w.db.selectFrom('register_correction').select('body').execute()
  assert.ok(correction)
  const { answers } = w.keys.openJson<{ answers: { childName: string } }>(correction.body, 'register_entry.body')
  assert.equal(answers.childName, 'Trần Nguyễn Minh Khuê')
  const { text, valid } = await readPaper(await paperAt(w, code, 'sealed'))
  for (const line of ['TRẦN NGUYỄN MINH KHUÊ', '01/2026']) assert.ok(text.includes(line), text)
  assert.equal(valid, 2)
  await assertWhole(w)
})
