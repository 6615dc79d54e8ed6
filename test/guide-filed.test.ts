import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '#catalogue'
import { directoryOn } from '#modules/directory'
import { beginDraft, type Channel, dueOf, getCase, receive, submit } from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import {
  type Answers,
  casesOf,
  componentsFor,
  feesFor,
  type Guide,
  inForce,
  isFiles,
  type PaperNeeded,
  type Procedure,
  roles,
} from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { answerAll } from './answer-all.ts'
import { type BirthWorld, birthWorld, smallPdf } from './birth.ts'
import { walkToEachCase } from './guide-walks.ts'

/** Stores a file for every upload that the answers speak of, and says so in them. */
async function withFiles(w: BirthWorld, draft: string, answers: Answers, now: string) {
  const stored = new Map<string, string>()
  for (const [field, answer] of Object.entries(answers)) {
    if (!isFiles(answer)) continue
    const kept = await storeWhole(w.as(w.hong, { now }), w.vault, { draft, field, name: `${field}.pdf`, bytes: [smallPdf] })
    assert.ok(kept.ok, field)
    stored.set(field, kept.file)
  }
  return {
    answers: { ...answers, ...Object.fromEntries([...stored].map(([field, file]) => [field, [file]])) },
    files: [...stored].map(([component, file]) => ({ component, file })),
  }
}

async function fileFrom(w: BirthWorld, procedure: Procedure, given: Answers) {
  const { now } = w
  const ctx = w.as(w.hong, { now })
  const complete = answerAll(procedure, given, now)
  if (complete === undefined) return undefined
  const unit = (await directoryOn(ctx)).servingUnit('09187', procedure.counter)?.id
  assert.ok(unit, 'a unit serves the commune')
  const draft = await beginDraft(ctx, procedure, unit)
  const { answers, files } = await withFiles(w, draft, complete, now)
  const channel: Channel = given.channel === 'counter' || given.channel === 'post' ? given.channel : 'online'
  const filed = await submit(ctx, {
    procedure,
    answers,
    provenance: {},
    channel,
    unit,
    receivingUnit: unit,
    applicant: w.hong.person,
    submitter: w.hong.person,
    files,
    draft,
    trackBy: { bornOn: '1998-03-12', number: '027198000001' },
    words: [],
  })
  assert.ok(filed.ok, JSON.stringify(filed))
  return filed.code
}

/** Takes it in as whoever holds the first desk, in the minute in which it was filed. */
async function takenIn(w: BirthWorld, procedure: Procedure, code: string) {
  const first = procedure.steps[procedure.begins]?.by
  assert.ok(first !== undefined && roles[first].staff, 'somebody of the office takes it in')
  await receive(w.as(w.a.receptionist), code)
  return getCase(w.as(w.hong), code)
}

async function promisesKept(w: BirthWorld, procedure: Procedure, { outcome, reckoned }: Guide): Promise<boolean> {
  assert.ok(outcome)
  const code = await fileFrom(w, procedure, reckoned)
  if (code === undefined) return false
  const dossier = await takenIn(w, procedure, code)
  const ids = (papers: readonly PaperNeeded[]) => papers.map(({ component }) => component.id)
  assert.deepEqual(ids(componentsFor(dossier.procedure, dossier.filed.answers, { now: w.now })), ids(outcome.papers))
  assert.deepEqual(feesFor(dossier.procedure, dossier.filed.answers, w.now), outcome.fees)
  assert.deepEqual(casesOf(dossier.procedure, dossier.filed.answers, w.now), outcome.cases)
  const promised = dueOf(await calendarFor(w.as(w.hong), dossier.unit), procedure.resolvedWithin, w.now, [])
  assert.equal(dossier.dueAt === null ? null : Date.parse(dossier.dueAt), promised === null ? null : Date.parse(promised))
  return true
}

test('for every case of every procedure, papers, cost and day of the guide are those of the dossier filed from it', async (t) => {
  const w = await birthWorld(t)
  for (const { code } of catalogue) {
    const procedure = await inForce(w.as(w.hong), code, w.now.slice(0, 10))
    assert.ok(procedure, code)
    const filed: string[] = []
    for (const [id, { guide }] of walkToEachCase(procedure, w.now)) {
      if (guide.outcome?.goesTo !== undefined) continue
      assert.ok(await promisesKept(w, procedure, guide), `${code}: no right answers were found for ${id}`)
      filed.push(id)
    }
    t.diagnostic(`${code}: ${filed.join(', ')}`)
    assert.ok(filed.length > 0)
  }
})
