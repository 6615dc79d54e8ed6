import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rememberCitizen } from '#modules/identity'
import { contextFor } from '#platform/act'
import { newId } from '#platform/id'
import { personCalled } from '#sandbox'
import { diploma, formKey, getProcedure, sheetForCa, standing, takenInForCa } from '#test/at-counter'
import { assertWhole } from '#test/audit-after'
import { type BirthWorld, birthWorld } from '#test/birth'
import { beginDraft, getDraft, ownDrafts } from '../drafts.ts'
import { withdraw } from '../forward.ts'
import { receiptOf } from '../receipt.ts'
import { surroundingsOf } from '../store/history.ts'
import { ownCases } from '../store/lists.ts'
import { getCase } from '../store/load.ts'
import { submit } from '../submit.ts'
import { atCounter, beginAtCounter, caseAtCounter, getSheet, noteShown, ownSheets, saveSheet, takeIn, takenInSince } from './index.ts'

const ca = personCalled('ca')
const caClaims = {
  issuer: 'test',
  subject: 'ca',
  name: ca.name,
  number: ca.number,
  details: { bornOn: ca.bornOn, phone: ca.phone },
}

/** Cả signs in with VNeID weeks later: as whom, the context tells. */
async function signsInLater(w: BirthWorld) {
  const known = await rememberCitizen(w.house, caClaims, w.now)
  return contextFor(w.house, { id: known.account, kind: 'citizen', system: 'state', posts: [], units: [], party: known.party }, w.now)
}

test('a grandmother without an account is taken in at once: handed in and received, her roles kept, hers when she signs in later', async (t) => {
  const w = await birthWorld(t)
  const mai = w.as(w.mai, { key: formKey() })
  const sheet = await sheetForCa(w, mai)
  await noteShown(mai, sheet, ['identity', 'birthNote'])
  const taken = await takeIn(mai, w.means, sheet)
  assert.ok(taken.ok, JSON.stringify(taken))
  const found = await getCase(w.as(w.a.registrar), taken.code)
  assert.equal(found.step, 'verify')
  assert.equal(found.channel, 'counter')
  assert.equal(found.dueAt, '2026-11-20T10:00:00Z')
  assert.deepEqual(found.filed.shown, ['identity'], 'a paper that is kept is not one that was only shown')
  assert.equal(found.filed.provenance.applicantName?.from, 'card')
  assert.equal(found.filed.answers.applicantId, ca.number)
  const later = await signsInLater(w)
  assert.deepEqual(
    (await ownCases(later)).map((one) => one.code),
    [taken.code],
  )
  const { events } = await surroundingsOf(later, taken.id)
  const [submitted, received] = events
  assert.deepEqual([submitted?.name, received?.name], ['submit', 'receive'])
  assert.equal(submitted?.params.counter, w.units.a)
  assert.match(String(received?.post), /tiếp nhận/)
  await assertWhole(w)
})

test('sent twice, and twice at once, one dossier comes of a sheet; half of it done is finished by the next sending', async (t) => {
  const w = await birthWorld(t)
  const mai = w.as(w.mai)
  const sheet = await sheetForCa(w, mai)
  const [one, two] = await Promise.all([takeIn(mai, w.means, sheet), takeIn(mai, w.means, sheet)])
  assert.ok(one.ok && two.ok && one.code === two.code)
  const third = await takeIn(mai, w.means, sheet)
  assert.ok(third.ok && third.code === one.code)
  const { events } = await surroundingsOf(w.as(w.a.registrar), one.id)
  assert.deepEqual(
    events.map(({ name }) => name),
    ['submit', 'receive'],
  )
})

test('a counter takes in for another commune of the province: received here, decided there, and open to this counter alone', async (t) => {
  const w = await birthWorld(t)
  const { code, id } = await takenInForCa(w, w.as(w.mai), w.units.b)
  const there = await getCase(w.as(w.b.registrar), code)
  assert.equal(there.unit, w.units.b)
  assert.equal(there.receivingUnit, w.units.a)
  assert.equal(there.step, 'verify')
  await assert.rejects(getCase(w.as(w.mai), code), { status: 404 }, 'her desk does not see it')
  const { found, ctx } = await caseAtCounter(w.as(w.mai), code)
  assert.equal(found.id, id, 'her counter does')
  await assert.rejects(caseAtCounter(w.as(w.c.receptionist), code), { status: 404 })
  await assert.rejects(caseAtCounter(w.as(w.a.registrar), code), { status: 403 })
  assert.equal((await caseAtCounter(w.as(w.b.receptionist), code)).found.id, id, 'the counter of the unit in which it lies, too')
  await receiptOf(ctx, w.means, code)
  assert.equal((await withdraw(ctx, code, 'Con gái bà đã tự nộp')).status, 'withdrawn')
  const { events } = await surroundingsOf(ctx, id)
  const last = events.findLast(({ name }) => name === 'withdraw')
  assert.equal(last?.params.counter, w.units.a, 'who did it in her place, and where')
  assert.equal(last?.actorId, w.mai.account)
  assert.deepEqual(
    (await takenInSince(w.as(w.mai), '2026-11-20T00:00:00Z')).map((one) => one.code),
    [code],
  )
  assert.deepEqual(await takenInSince(w.as(w.c.receptionist), '2026-11-20T00:00:00Z'), [])
  await assertWhole(w)
})

test('a sheet is its writer’s alone: no colleague, no other counter, not even the person whose it will be', async (t) => {
  const w = await birthWorld(t)
  const sheet = await sheetForCa(w, w.as(w.mai))
  assert.equal((await getSheet(w.as(w.mai), sheet)).id, sheet)
  assert.equal((await ownSheets(w.as(w.mai))).length, 1)
  for (const other of [w.b.receptionist, w.a.registrar, w.a.supervisor]) await assert.rejects(getDraft(w.as(other), sheet), { status: 404 })
  const later = await signsInLater(w)
  assert.deepEqual(await ownDrafts(later), [])
  await assert.rejects(getDraft(later, sheet), { status: 404 })
  await assert.rejects(takeIn(w.as(w.b.receptionist), w.means, sheet), { status: 404 })
  await assert.rejects(takeIn(w.as(w.a.clerk), w.means, sheet), { status: 403 })
  await assert.rejects(takeIn(w.as(w.hong), w.means, sheet), { status: 403 })
})

test('who is said to stand there is compared, the question kept with its purpose; wrong data and a dead database send nobody away', async (t) => {
  const w = await birthWorld(t)
  const mai = w.as(w.mai)
  const procedure = await getProcedure(mai, '1.001193')
  const begin = (submitter: ReturnType<typeof standing>) =>
    beginAtCounter(mai, w.sources, { procedure, unit: w.units.a, present: { submitter } }, newId(Date.parse(w.now)))
  const doubt = async (submitter: ReturnType<typeof standing>) => {
    const begun = await begin(submitter)
    return begun.ok ? 'none' : begun.problem
  }
  assert.equal(await doubt(standing('ca', { name: 'Vũ Thị Cà' })), 'mismatch')
  assert.equal(await doubt(standing('ca', { name: 'Vũ Thị Cà', cardSeen: true })), 'none')
  assert.equal(await doubt(standing('hong', { name: 'Nguyễn Thị Hoa', cardSeen: true })), 'another-person', 'known here under another name')
  w.sandbox.setMode('population', 'dead')
  assert.equal(await doubt(standing('mui')), 'unavailable')
  assert.equal(await doubt(standing('mui', { cardSeen: true })), 'none')
  w.sandbox.setMode('population', 'ok')
  const asked = await w.db.selectFrom('look_up').select(['purpose', 'status', 'asked_by', 'asked_post', 'unit_id', 'party_id']).execute()
  assert.equal(asked.length, 5)
  assert.ok(
    asked.every(
      (one) => one.purpose === '1.001193' && one.asked_by === w.mai.account && one.asked_post !== null && one.unit_id === w.units.a,
    ),
  )
  await assert.rejects(
    beginAtCounter(w.as(w.a.clerk), w.sources, { procedure, unit: w.units.a, present: { submitter: standing('mui') } }),
    {
      status: 403,
    },
  )
})

test('whose matter it is, who hands it in and who helps are three people', async (t) => {
  const w = await birthWorld(t)
  const mai = w.as(w.mai)
  const procedure = await getProcedure(mai, '1.001193')
  const present = {
    submitter: standing('minh'),
    applicant: standing('ca'),
    helper: { name: 'Nguyễn Văn Giúp', details: {}, cardSeen: false },
  }
  const begun = await beginAtCounter(mai, w.sources, { procedure, unit: w.units.a, present })
  assert.ok(begun.ok)
  const { counter, card } = await getSheet(mai, begun.id)
  assert.equal(counter.submitter, w.minh.person)
  assert.equal(card?.number, ca.number)
  assert.equal(new Set([counter.applicant, counter.submitter, counter.helper]).size, 3)
})

test('what is taken in at counters only cannot be begun or filed online', async (t) => {
  const w = await birthWorld(t)
  const hong = w.as(w.hong)
  const procedure = await getProcedure(hong, '2.000815')
  await assert.rejects(beginDraft(hong, procedure, w.units.a), { status: 409, reason: 'not-online' })
  const party = w.hong.person
  const filing = {
    procedure,
    answers: {},
    provenance: {},
    channel: 'online',
    unit: w.units.a,
    receivingUnit: w.units.a,
    files: [],
    words: [],
  } as const
  const trackBy = { bornOn: '1998-03-14', number: '027198990001' }
  await assert.rejects(submit(hong, { ...filing, applicant: party, submitter: party, trackBy }), { status: 409, reason: 'not-online' })
})

test('whoever asks for a certified copy needs no number; a copy is certified in any commune', async (t) => {
  const w = await birthWorld(t)
  const mai = w.as(w.mai)
  const procedure = await getProcedure(mai, '2.000815')
  const submitter = { name: 'Trần Thị Bưởi', details: {}, cardSeen: false }
  const begun = await beginAtCounter(mai, w.sources, { procedure, unit: w.units.a, present: { submitter } })
  assert.ok(begun.ok)
  const { answers, known } = await getSheet(mai, begun.id)
  assert.equal(answers.applicantName, 'Trần Thị Bưởi')
  assert.deepEqual(known, {}, 'told by mouth is not proved by a card')
  assert.deepEqual(await w.db.selectFrom('look_up').select('id').execute(), [], 'nobody is asked about')
  const identifiers = await w.db
    .selectFrom('identifier')
    .innerJoin('person', 'person.id', 'identifier.person_id')
    .where('source', '=', 'counter')
    .select('person.id')
    .execute()
  assert.deepEqual(identifiers, [])
})

test('a copy asked for by 15:00 is due the same day, later the next working day, a complex one in two; a longer time is said on the desk', async (t) => {
  const w = await birthWorld(t)
  const dueOfCopy = async (now: string, returnTerm: string) => {
    const mai = w.as(w.mai, { now })
    const procedure = await getProcedure(mai, '2.000815')
    const submitter = { name: 'Trần Thị Bưởi', details: {}, cardSeen: false }
    const begun = await beginAtCounter(mai, w.sources, { procedure, unit: w.units.a, present: { submitter } })
    assert.ok(begun.ok)
    await saveSheet(await atCounter(mai), begun.id, { ...diploma, returnTerm })
    const taken = await takeIn(mai, w.means, begun.id)
    assert.ok(taken.ok, JSON.stringify(taken))
    const { step, dueAt } = await getCase(mai, taken.code)
    return `${step} ${dueAt}`
  }
  // Friday 20/11/2026, in Vietnamese time 15:00 and a minute later.
  assert.equal(await dueOfCopy('2026-11-20T08:00:00.000Z', 'day'), 'compare 2026-11-20T10:00:00Z')
  assert.equal(await dueOfCopy('2026-11-20T08:01:00.000Z', 'day'), 'compare 2026-11-23T10:00:00Z')
  // Monday is the first working day; Tuesday 24/11 is the Day of Culture.
  assert.equal(await dueOfCopy('2026-11-20T02:00:00.000Z', 'complex'), 'compare 2026-11-25T10:00:00Z')
  assert.equal(await dueOfCopy('2026-11-20T02:00:00.000Z', 'agreed'), 'receive null')
})
