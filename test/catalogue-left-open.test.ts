import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  askForMore,
  type Case,
  draftPaper,
  feeStateOf,
  getCase,
  preview,
  propose,
  receive,
  sendBack,
  sign,
  supplement,
  verifyDesks,
} from '#modules/dossiers'
import { publishDerived } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { file, walk } from './faults/catalogue-citizen.ts'
import { catalogueWorld } from './faults/catalogue-world.ts'
import { nationalRows, noNationalRows as skip } from './national-rows.ts'

const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

/** A dossier of a procedure that says neither its time nor its fee, in the making. */
async function filed(t: Parameters<typeof catalogueWorld>[0], code: string) {
  const w = await catalogueWorld(t)
  const row = nationalRows().find((one) => one.code === code)
  assert.ok(row)
  const published = await publishDerived(w.as(w.province.procedureOfficer), { row, routedHere: true })
  assert.ok(published.ok)
  const { draft } = await walk(w.citizen, code, {})
  const no = await file(w.citizen, draft)
  const at = (who: Parameters<typeof w.as>[0], now = w.now) => w.as(who, { now })
  return { ...w, no, at, specialist: w.somebody('chuyenvien.kinhbac'), found: (): Promise<Case> => getCase(at(w.a.receptionist), no) }
}

test('a day that no source says is set at receipt, promised, and moved by what the dossier waited for', { skip }, async (t) => {
  const w = await filed(t, '1.001266')
  const receptionist = w.at(w.a.receptionist)
  await assert.rejects(receive(receptionist, w.no, {}, {}), refused('fee-needed'))
  await assert.rejects(receive(receptionist, w.no, {}, { fees: { fee: 0n } }), refused('due-needed'))
  await assert.rejects(
    receive(receptionist, w.no, {}, { fees: { fee: 0n }, dueAt: '2026-11-19T10:00:00.000Z' }),
    refused('due-must-be-later'),
  )
  assert.equal((await w.found()).receivedAt, null)
  const dueAt = '2026-11-26T10:00:00.000Z'
  await receive(receptionist, w.no, {}, { fees: { fee: 50_000n }, dueAt })
  assert.equal((await w.found()).dueAt, '2026-11-26T10:00:00Z')
  assert.equal((await feeStateOf(receptionist, await w.found())).due.total, 50_000n)

  // Asked for more on Monday at eight, answered at ten the same day: two working hours later.
  await askForMore(w.at(w.specialist, '2026-11-23T01:00:00.000Z'), w.no, [{ code: 'D01' }], undefined)
  assert.equal((await w.found()).dueAt, null)
  await supplement(w.at(w.hong, '2026-11-23T03:00:00.000Z'), w.no, { answers: { request: 'Nói rõ hơn' }, files: [], replaced: [] })
  assert.equal((await w.found()).dueAt, '2026-11-27T02:30:00Z')
  assert.deepEqual(await verifyDesks(w.owner), [])
})

test('the papers that are issued are those proposed, and their texts come back when they are sent back', { skip }, async (t) => {
  const w = await filed(t, '1.004982')
  await receive(w.at(w.a.receptionist), w.no, {}, { fees: { fee: 0n } })
  const specialist = w.at(w.specialist)
  const [first, second, third] = (await w.found()).procedure.results.map(({ code }) => code)
  assert.ok(first && second && third)
  await assert.rejects(propose(specialist, w.no, ''), refused('result-needed'))
  await assert.rejects(propose(specialist, w.no, '', {}, [{ code: 'KQ.KHAC', content: 'Nội dung' }]), refused('result-needed'))
  await assert.rejects(propose(specialist, w.no, '', {}, [{ code: first, content: ' ' }]), refused('content-needed'))
  const proposed = [first, third].map((code) => ({ code, content: `Nội dung của ${code}` }))
  await propose(specialist, w.no, 'Đủ điều kiện', {}, proposed)
  const chair = w.at(w.a.chair)
  const seen = await preview(chair, w.means, await w.found())
  assert.deepEqual(
    seen.papers.map(({ result }) => result.code),
    [first, third],
  )
  await assert.rejects(sign(chair, w.means, w.no, seen.papers[0]?.sha256), refused('paper-changed'))
  await sendBack(chair, w.no, 'Viết lại')
  const form = await w.officials.specialist.get(`/viec/${w.no}/de-xuat`)
  assert.ok(form.html.includes(`Nội dung của ${third}`))
  await propose(specialist, w.no, '', {}, [{ code: second, content: 'Chỉ giấy này' }])
  const again = await preview(chair, w.means, await w.found())
  assert.deepEqual(
    again.papers.map(({ result }) => result.code),
    [second],
  )
  assert.ok((await draftPaper(specialist, w.means, await w.found(), second)).length > 1000)
  await sign(chair, w.means, w.no, again.sha256)
})
