import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '#catalogue'
import { directoryOn } from '#modules/directory'
import { atCounter, beginAtCounter, type Channel, getCase, receive, submit, takeIn } from '#modules/dossiers'
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
  timeFor,
} from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { asActor } from '#platform/db'
import { newId } from '#platform/id'
import { acceptedNow } from '../src/web/portal/forecast.ts'
import { servingOf } from '../src/web/portal/serving.ts'
import { answerAll } from './answer-all.ts'
import { standing } from './at-counter.ts'
import { type BirthWorld, birthWorld, smallPdf } from './birth.ts'
import { walkToEachCase } from './guide-walks.ts'

const home = '09187'

/** A Thursday morning: three working days on, the police have a Saturday morning between and the others have not. */
const saturdayCounts = '2026-11-26T01:00:00.000Z'

/** Stores a file for every upload that the answers speak of, and says so in them. */
async function withFiles(w: BirthWorld, ctx: Ctx, draft: string, answers: Answers) {
  const stored = new Map<string, string>()
  for (const [field, answer] of Object.entries(answers)) {
    if (!isFiles(answer)) continue
    const kept = await storeWhole(ctx, w.vault, { draft, field, name: `${field}.pdf`, bytes: [smallPdf] })
    assert.ok(kept.ok, field)
    stored.set(field, kept.file)
  }
  return {
    answers: { ...answers, ...Object.fromEntries([...stored].map(([field, file]) => [field, [file]])) },
    files: [...stored].map(([component, file]) => ({ component, file })),
  }
}

/** A draft, also of what is taken in at a counter alone: this is about what is owed, not about the door. */
async function draftOf(w: BirthWorld, { code, revision }: Procedure, unit: string, now: string): Promise<string> {
  const ctx = w.as(w.hong, { now })
  const id = newId(Date.parse(now))
  await w.pool.trip([
    asActor(ctx.actor),
    {
      text: `insert into draft (id, account_id, party_id, procedure_code, revision, unit_id, answers, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      values: [id, ctx.actor.id, ctx.actor.party ?? null, code, revision, unit, w.keys.sealJson({}, 'draft.answers'), now],
    },
  ])
  return id
}

async function fileFrom(w: BirthWorld, procedure: Procedure, given: Answers, now: string) {
  const ctx = w.as(w.hong, { now })
  const complete = answerAll(procedure, given, now)
  if (complete === undefined) return undefined
  const unit = (await directoryOn(ctx)).servingUnit(home, procedure.counter)?.id
  assert.ok(unit, 'a unit serves the commune')
  const draft = await draftOf(w, procedure, unit, now)
  const { answers, files } = await withFiles(w, ctx, draft, complete)
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
async function takenIn(w: BirthWorld, procedure: Procedure, code: string, now: string) {
  const role = procedure.steps[procedure.begins]?.by
  const who = Object.entries(w.a).find(([name]) => name === role)?.[1]
  assert.ok(who, `somebody of the office takes it in as ${role}`)
  await receive(w.as(who, { now }), code)
  return getCase(w.as(w.hong, { now }), code)
}

/** Files what is only taken in at a counter there, with the clerk's own sheet; taking in begins the clock. */
async function takenAtCounter(w: BirthWorld, procedure: Procedure, given: Answers, now: string) {
  const clerk = w.as(w.a.receptionist, { now })
  const ctx = await atCounter(clerk)
  const complete = answerAll(procedure, given, now)
  if (complete === undefined) return undefined
  const present = { submitter: standing('ca') }
  const sheet = await beginAtCounter(ctx, w.sources, { procedure, unit: w.units.a, present }, newId(Date.parse(now)))
  assert.ok(sheet.ok, JSON.stringify(sheet))
  const { answers } = await withFiles(w, ctx, sheet.id, complete)
  const [row] = await w.db.selectFrom('draft').where('id', '=', sheet.id).select('answers').execute()
  assert.ok(row)
  const kept = { ...w.keys.openJson<object>(row.answers, 'draft.answers'), answers }
  await w.owner.trip([{ text: 'update draft set answers = $2 where id = $1', values: [sheet.id, w.keys.sealJson(kept, 'draft.answers')] }])
  const taken = await takeIn(clerk, w.means, sheet.id)
  assert.ok(taken.ok, JSON.stringify(taken))
  return getCase(clerk, taken.code)
}

/** A part of a life event is filed by nobody: it is compared by its complete answers. */
function promisedAlike(procedure: Procedure, { outcome, reckoned }: Pick<Guide, 'outcome' | 'reckoned'>, now: string): boolean {
  const answers = answerAll(procedure, reckoned, now)
  if (answers === undefined || outcome === undefined) return false
  assert.deepEqual(idsOf(componentsFor(procedure, answers, { now })), idsOf(outcome.papers))
  assert.deepEqual(feesFor(procedure, answers, now), outcome.fees)
  return true
}

const idsOf = (papers: readonly PaperNeeded[]) => papers.map(({ component }) => component.id)

async function dossierFrom(w: BirthWorld, procedure: Procedure, reckoned: Answers, now: string) {
  if (procedure.channels?.includes('online') === false) return takenAtCounter(w, procedure, reckoned, now)
  const code = await fileFrom(w, procedure, reckoned, now)
  return code === undefined ? undefined : takenIn(w, procedure, code, now)
}

async function promisesKept(
  w: BirthWorld,
  procedure: Procedure,
  { outcome, reckoned }: Pick<Guide, 'outcome' | 'reckoned'>,
  now: string,
): Promise<boolean> {
  assert.ok(outcome)
  if (procedure.channels?.length === 0) return promisedAlike(procedure, { outcome, reckoned }, now)
  const dossier = await dossierFrom(w, procedure, reckoned, now)
  if (dossier === undefined) return false
  assert.deepEqual(idsOf(componentsFor(dossier.procedure, dossier.filed.answers, { now })), idsOf(outcome.papers))
  assert.deepEqual(feesFor(dossier.procedure, dossier.filed.answers, now), outcome.fees)
  assert.deepEqual(casesOf(dossier.procedure, dossier.filed.answers, now), outcome.cases)
  const due = dossier.dueAt === null ? undefined : Date.parse(dossier.dueAt)
  // The same day is told to whoever chose the commune and to whoever did not.
  for (const commune of [home, undefined]) {
    const { calendar } = await servingOf(w.as(w.hong, { now }), procedure, commune)
    const promised = acceptedNow(calendar, timeFor(procedure, reckoned), now)
    assert.equal(promised === undefined ? undefined : Date.parse(promised.dueAt), due)
  }
  if (now === saturdayCounts) {
    const common = acceptedNow(await calendarFor(w.as(w.hong, { now }), undefined), timeFor(procedure, reckoned), now)
    assert.notEqual(common && Date.parse(common.dueAt), due, 'at this instant the Saturday morning decides')
  }
  return true
}

test('for every case of every procedure, papers, cost and day of the guide are those of the dossier filed from it', async (t) => {
  const w = await birthWorld(t)
  for (const { code } of catalogue) {
    const procedure = await inForce(w.as(w.hong), code, w.now.slice(0, 10))
    assert.ok(procedure, code)
    const now = procedure.counter === 'communePolice' ? saturdayCounts : w.now
    const filed: string[] = []
    for (const [id, { guide }] of walkToEachCase(procedure, now)) {
      if (guide.outcome?.goesTo !== undefined) continue
      assert.ok(await promisesKept(w, procedure, guide, now), `${code}: no right answers were found for ${id}`)
      filed.push(id)
    }
    const how = procedure.channels?.length === 0 ? 'compared' : 'filed'
    t.diagnostic(`${code}, ${how}: ${filed.join(', ')}`)
    assert.ok(filed.length > 0)
  }
})
