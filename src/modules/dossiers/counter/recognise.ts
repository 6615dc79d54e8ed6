import { type AtCounter, whoStandsHere } from '#modules/identity'
import type { Procedure } from '#modules/procedures'
import { lookUpPerson } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import { asActor, nobody } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { type Proof, proofOf, proofRow } from '../proofs.ts'
import type { Sources } from '../sources.ts'

/** Somebody at the counter. `cardSeen`: the official says that the card itself shows what he typed, whatever the database says. */
export type Standing = AtCounter & { cardSeen: boolean }

/**
 * Why somebody is not taken as who he is said to be: the database says otherwise, knows nobody of that number, did not answer, or the
 * number belongs to somebody known here under another name.
 */
export type Doubt = 'mismatch' | 'missing' | 'unavailable' | 'another-person'

export type Recognised = { ok: true; person: Id } | { ok: false; problem: Doubt }

/**
 * Asks the population database whether number, name and birth date belong together, keeps the question with its purpose whatever comes of
 * it, and knows the person. Without a number nothing is asked. Data that is wrong or silent sends nobody away: the card itself is enough.
 * @param draft the sheet with which the proof is kept
 */
export async function recognise(ctx: Ctx, sources: Sources, procedure: Procedure, draft: Id, one: Standing): Promise<Recognised> {
  const { number, cardSeen, ...said } = one
  if (number === undefined) return whoStandsHere(ctx, said, { confirmed: false, purpose: procedure.code })
  const asking = { queryId: newId(Date.parse(ctx.now)), purpose: procedure.code, now: () => ctx.now }
  const { bornOn } = said.details
  const declared = { number, name: said.name, ...(bornOn === undefined ? {} : { bornOn }) }
  const found = await lookUpPerson(sources.population, asking, { ...declared, want: [] })
  const proof = proofOf(procedure, 'identity', found)
  const confirmed = found.status === 'match'
  if (!confirmed && !cardSeen) return doubted(ctx, procedure, draft, proof, found.status)
  const known = await whoStandsHere(ctx, { ...said, number }, { confirmed, purpose: procedure.code })
  await keep(ctx, procedure, draft, proof, known.ok ? known.person : nobody)
  return known
}

async function doubted(ctx: Ctx, procedure: Procedure, draft: Id, proof: Proof, status: Proof['status']): Promise<Recognised> {
  await keep(ctx, procedure, draft, proof, nobody)
  return { ok: false, problem: status === 'match' ? 'mismatch' : status }
}

function keep(ctx: Ctx, procedure: Procedure, draft: Id, proof: Proof, party: Id): Promise<unknown> {
  return ctx.pool.trip([asActor(ctx.actor), proofRow(ctx, procedure, draft, proof, party)])
}
