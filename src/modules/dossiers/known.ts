import { type Answers, fillIn, forget, type LookUp, lookUpsFor, type Provenance } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { addMinutes } from '#platform/clock'
import { asActor, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { askSource, type Brought, isAskedAlone } from './ask-sources.ts'
import { type Draft, getDraft, knownOrDisputed } from './drafts.ts'
import { proofRow } from './proofs.ts'
import type { Sources } from './sources.ts'
import { type AskedSource, type CardSeen, type Change, changeDraft, type StoredDraft } from './store/drafts.ts'

type Answered = { readonly lookUp: LookUp; readonly brought: Brought }

// What one source tells may open the next question: the person signed in → the marriage → the other parent. More rounds bring nothing.
const mostRounds = 4
// A service that did not answer is asked again by a later page, not by every one.
const againAfterMinutes = 5

/**
 * Asks the sources for everything that nobody has to type, and keeps what they said with the proof. A dead service stops nobody: what
 * it would have told stays a question.
 */
export async function fillKnown(ctx: Ctx, sources: Sources, id: Id): Promise<Draft> {
  for (let round = 0; round < mostRounds; round += 1) {
    const draft = await getDraft(ctx, id)
    const wanted = stillToAsk(draft, ctx.now)
    if (wanted.length === 0) return draft
    const answered = await Promise.all(wanted.map((lookUp) => answeredBy(ctx, sources, draft, lookUp)))
    await changeDraft(ctx, id, (now) => taking(ctx, now, answered))
  }
  return getDraft(ctx, id)
}

async function answeredBy(ctx: Ctx, sources: Sources, draft: Draft, lookUp: LookUp): Promise<Answered> {
  if (lookUp.from === 'vneid' && draft.card !== undefined) return { lookUp, brought: readOffCard(ctx, draft.card, lookUp) }
  return { lookUp, brought: await askSource({ ctx, sources, procedure: draft.procedure, lookUp }) }
}

/** At a counter the card that lies there says what VNeID would; the look-up that compared it with the database is kept as proof already. */
function readOffCard(ctx: Ctx, { name, number, bornOn }: CardSeen, { items }: LookUp): Brought {
  const told: Readonly<Record<string, string | undefined>> = number === undefined ? {} : { fullName: name, citizenId: number, bornOn }
  const known = items.flatMap(({ item }) => (told[item] === undefined ? [] : [[item, told[item]] as const]))
  return { status: 'match', at: ctx.now, items: Object.fromEntries(known), proofs: [] }
}

function stillToAsk(draft: StoredDraft, now: string): LookUp[] {
  const wanted = lookUpsFor(draft.procedure, draft.answers, { now, known: knownOrDisputed(draft) })
  return wanted.filter((lookUp) => lookUp.consent !== true && isAskedAlone(lookUp.from) && !wasAsked(draft, lookUp, now))
}

/** The same question about the same person for the same fields; one without an answer may be put again after a while. */
function wasAsked(draft: StoredDraft, lookUp: LookUp, now: string): boolean {
  const fields = lookUp.items.map(({ field }) => field)
  return draft.asked.some(
    (one) =>
      one.key === keyOf(lookUp) &&
      fields.every((field) => one.fields.includes(field)) &&
      (one.status !== 'unavailable' || addMinutes(one.at, againAfterMinutes) > now),
  )
}

export function keyOf(lookUp: LookUp): string {
  return `${lookUp.from} ${JSON.stringify(lookUp.by)}`
}

/** Puts what came among the answers, on whatever the draft has become meanwhile. */
function taking(ctx: Ctx, draft: StoredDraft, answered: readonly Answered[]): Change {
  const rows: Statement[] = []
  const asked: AskedSource[] = [...draft.asked]
  let filled: { answers: Answers; known: Provenance } = { answers: draft.answers, known: knownOrDisputed(draft) }
  for (const { lookUp, brought } of answered) {
    const from = draft.card === undefined || lookUp.from !== 'vneid' ? lookUp.from : 'card'
    filled = fillIn(filled.answers, filled.known, { lookUp: { ...lookUp, from }, at: brought.at, items: brought.items })
    rows.push(...brought.proofs.map((proof) => proofRow(ctx, draft.procedure, draft.id, proof, draft.counter?.applicant)))
    asked.push({
      key: keyOf(lookUp),
      from: lookUp.from,
      fields: lookUp.items.map(({ field }) => field),
      status: brought.status,
      at: ctx.now,
      lookUps: brought.proofs.map((proof) => proof.id),
    })
  }
  return { answers: filled.answers, known: withoutDisputed(filled.known, draft), asked, rows }
}

export function withoutDisputed(known: Provenance, { disputed }: StoredDraft): Provenance {
  return Object.fromEntries(Object.entries(known).filter(([name]) => !disputed.includes(name)))
}

/**
 * "Sai": the citizen says that what a source told is wrong. The value becomes his own to type, what hung on it is forgotten, and the
 * proof carries the objection, which the desk sees.
 * @throws Refusal 404 for a field that no source filled
 */
export async function disputeKnown(ctx: Ctx, id: Id, field: string): Promise<void> {
  await changeDraft(ctx, id, (draft) => {
    const source = draft.known[field]
    if (source === undefined) throw new Refusal(404, 'no-such-field')
    const by = draft.asked.findLast((one) => one.from === source.from && one.fields.includes(field))
    const said = { field, said: draft.answers[field] ?? '' }
    const rows = (by?.lookUps ?? []).map((lookUp) => objection(ctx, lookUp, said, draft.counter?.applicant))
    return { ...forget(draft.procedure, draft.answers, draft.known, [field]), disputed: [...draft.disputed, field], rows }
  })
}

/** The same after filing, in the citizen's own words. @throws Refusal 404 for a look-up that is not his */
export async function objectTo(ctx: Ctx, lookUp: Id, note: string): Promise<void> {
  const row = await ctx.db.selectFrom('look_up').where('id', '=', lookUp).select('id').executeTakeFirst()
  if (row === undefined) throw new Refusal(404, 'no-such-look-up')
  if (note.trim() === '') throw new Refusal(422, 'reason-needed')
  await ctx.pool.trip([asActor(ctx.actor), objection(ctx, lookUp, { note: note.trim() })])
}

function objection(ctx: Ctx, lookUp: Id, note: object, party: Id = ctx.actor.party ?? ctx.actor.id): Statement {
  return {
    text: 'insert into look_up_challenge (look_up_id, party_id, note, at) values ($1, $2, $3, $4) on conflict (look_up_id) do nothing',
    values: [lookUp, party, ctx.keys.sealJson(note, 'look_up_challenge.note'), ctx.now],
  }
}
