import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'
import { apologise, approve, askForMore, getCase, receive, refuse, stop } from './index.ts'

async function received(w: BirthWorld): Promise<string> {
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  return filed.code
}

const forms = (w: BirthWorld) =>
  w.db.selectFrom('issued_paper').select(['kind', 'number', 'stage']).where('kind', 'like', 'form-%').orderBy('at').orderBy('id').execute()

test('a request for more, an apology, a refusal and a stop are papers with the agency’s seal and a number of its series', async (t) => {
  const w = await birthWorld(t)
  const { a } = w
  const [one, two, three] = [await received(w), await received(w), await received(w)]
  await askForMore(w.as(a.registrar), one, [{ code: 'KS01' }, { code: 'C06', note: 'Trang hai bị mờ' }], undefined)
  const due = (await getCase(w.as(a.registrar), two)).dueAt ?? ''
  await apologise(w.as(a.registrar), two, 'Chờ xác minh việc kết hôn', new Date(Date.parse(due) + 86_400_000 * 3).toISOString())
  await refuse(w.as(a.registrar), three, { reason: 'Trẻ đã được đăng ký khai sinh', basis: 'Luật Hộ tịch, Điều 12' })
  await approve(w.as(a.supervisor), three)
  await stop(w.as(a.registrar), two, 'Người nộp đề nghị dừng')
  await w.runJobs()
  assert.deepEqual(await forms(w), [
    { kind: 'form-02', number: '1/PYC', stage: 'sealed' },
    { kind: 'form-04', number: '1/VBXL', stage: 'sealed' },
    { kind: 'form-03', number: '1/PTC', stage: 'sealed' },
    { kind: 'form-05', number: '1/TB', stage: 'sealed' },
  ])
})

test('while the time-stamping authority is away no number is taken; afterwards the series goes on without a gap', async (t) => {
  const w = await birthWorld(t)
  const code = await received(w)
  await askForMore(w.as(w.a.registrar), code, [{ code: 'KS01' }], undefined)
  w.sandbox.setMode('pki', 'dead')
  await assert.rejects(w.runJobs(), { status: 503 })
  assert.deepEqual(await w.db.selectFrom('number_series').selectAll().execute(), [])
  w.sandbox.setMode('pki', 'ok')
  await w.runJobs()
  assert.deepEqual(await forms(w), [{ kind: 'form-02', number: '1/PYC', stage: 'sealed' }])
})
