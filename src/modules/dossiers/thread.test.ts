import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextFor } from '#platform/act'
import { nobody } from '#platform/db'
import { assertWhole } from '#test/audit-after'
import { type BirthWorld, birthWorld } from '#test/birth'
import { fileNewborn, issueNewborn } from '#test/newborn'
import { approve, deliver, getCase, getThread, ownThreads, propose, receive, refuse, seal, sign, threadOf } from './index.ts'

async function filed(w: BirthWorld, changes = {}) {
  const answer = await fileNewborn(w, changes)
  assert.ok(answer.ok, JSON.stringify(answer))
  const thread = await threadOf(w.as(w.hong), answer.id)
  assert.ok(thread)
  return { ...answer, thread }
}

test('a life event is asked once and falls into three dossiers, each with its own office, clock and result', async (t) => {
  const w = await birthWorld(t)
  const { a, province } = w
  const { code, thread } = await filed(w)
  const now = () => getThread(w.as(w.hong), thread)
  assert.deepEqual(
    (await now()).parts.map(({ part }) => part),
    ['birth'],
  )
  await issueNewborn(w, code)
  const parts = (await now()).parts
  assert.deepEqual(parts.map(({ part }) => part).toSorted(), ['birth', 'healthCard', 'residence'])
  const residence = parts.find(({ part }) => part === 'residence')
  const card = parts.find(({ part }) => part === 'healthCard')
  assert.ok(residence && card)
  assert.equal(residence.unit, w.unit('09187-CA'))
  assert.equal(card.unit, w.unit('24-BH'))

  const police = await getCase(w.as(a.residenceOfficer), residence.code)
  const { personName, personId, birthNumber, from, dwelling } = police.filed.answers
  assert.equal(personName, 'Trần Nguyễn Minh Khuê')
  assert.match(String(personId), /^\d{12}$/)
  assert.deepEqual([birthNumber, from], ['01/2026', '2026-11-20'])
  assert.deepEqual(dwelling, police.filed.answers.dwelling)
  await receive(w.as(a.residenceOfficer), residence.code)
  // Two working days of the police's own calendar, with its Saturday morning, after a Friday at eight.
  assert.notEqual((await getCase(w.as(w.hong), residence.code)).dueAt, null)
  await propose(w.as(a.residenceOfficer), residence.code, 'Đủ điều kiện')
  await sign(w.as(a.policeChief), w.means, residence.code, undefined)
  await w.runJobs()
  await seal(w.as(a.policeClerk), w.means, residence.code)
  await deliver(w.as(a.residenceOfficer), residence.code, 'online')

  await receive(w.as(province.insuranceOfficer), card.code)
  await propose(w.as(province.insuranceOfficer), card.code, 'Đủ điều kiện')
  await sign(w.as(province.insuranceChief), w.means, card.code, undefined)
  await seal(w.as(province.insuranceClerk), w.means, card.code)
  await deliver(w.as(province.insuranceOfficer), card.code, 'online')
  await deliver(w.as(a.receptionist), code, 'online')
  assert.deepEqual(new Set((await now()).parts.map(({ status }) => status)), new Set(['delivered']))
  await assertWhole(w)
})

test('the later parts are opened once, however often the job runs, and each office sees its own alone', async (t) => {
  const w = await birthWorld(t)
  const { code, thread } = await filed(w)
  await issueNewborn(w, code)
  const first = (await getThread(w.as(w.hong), thread)).parts
  const job = contextFor(w.house, { id: nobody, kind: 'job', system: 'state', posts: [], units: [w.units.a] }, w.now)
  const run = { id: 'again', attempt: 2, signal: new AbortController().signal, once: () => job }
  await w.tasks['continue-thread']?.(job, { thread, after: 'birth', unit: w.units.a, system: 'state' }, run)
  assert.deepEqual((await getThread(w.as(w.hong), thread)).parts, first)
  const residence = first.find(({ part }) => part === 'residence')
  assert.ok(residence)
  await assert.rejects(getCase(w.as(w.a.registrar), residence.code), { status: 404 })
  await assert.rejects(getCase(w.as(w.a.residenceOfficer), code), { status: 404 })
  await assert.rejects(getThread(w.as(w.lan), thread), { status: 404 })
  assert.deepEqual(await ownThreads(w.as(w.lan)), [])
})

test('a refused birth opens nothing more; a child of six gets no card', async (t) => {
  const w = await birthWorld(t)
  const refused = await filed(w)
  await refuse(w.as(w.a.receptionist), refused.code, { reason: 'Trẻ đã được khai sinh', basis: 'Luật Hộ tịch' })
  await approve(w.as(w.a.supervisor), refused.code)
  await w.runJobs()
  assert.deepEqual(
    (await getThread(w.as(w.hong), refused.thread)).parts.map(({ part, status }) => [part, status]),
    [['birth', 'refused']],
  )

  const older = await filed(w, { childName: 'Trần Minh Quân', childBornOn: '2020-01-05', lateReason: 'Ở xa', proof: 'clinic' })
  await issueNewborn(w, older.code)
  assert.deepEqual((await getThread(w.as(w.hong), older.thread)).parts.map(({ part }) => part).toSorted(), ['birth', 'residence'])
})
