import { createHash } from 'node:crypto'
import type { Answers, Evidence, Procedure, SourceName } from '#modules/procedures'
import type { Asking, LookUp, Source, Status } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import type { Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'

/** One look-up as it is kept: who was asked, which paper it stands for, and what came back. */
export type Proof = {
  readonly id: Id
  readonly source: Source | 'vneid'
  /** The paper of the dossier that the data replaces. */
  readonly component: string | null
  readonly status: Status
  readonly queryId: Id
  readonly at: string
  readonly hash: Buffer
  readonly result: object
}

const namedIn: Readonly<Record<Source, SourceName>> = {
  population: 'population',
  'civil-status': 'civilStatus',
  'vneid-wallet': 'wallet',
  health: 'health',
  land: 'land',
  tax: 'business',
}

/** A look-up as proof; `item` is what a component's substitute calls it. */
export function proofOf(procedure: Procedure, item: string, found: LookUp<object>): Proof {
  const stands = procedure.components.find((one) =>
    one.substitutes.some((each) => each.from === namedIn[found.source] && each.item === item),
  )
  return {
    id: newId(Date.parse(found.at)),
    source: found.source,
    component: stands?.id ?? null,
    status: found.status,
    queryId: found.queryId,
    at: found.at,
    hash: found.resultHash === null ? hashOf(found) : Buffer.from(found.resultHash, 'hex'),
    result: found,
  }
}

/** What VNeID told when the person signed in. */
export function toldByVneid(asking: Asking, fields: Answers): Proof {
  const at = asking.now()
  const result = { queryId: asking.queryId, source: 'vneid', purpose: asking.purpose, at, status: 'match', differs: [], fields }
  const { queryId } = asking
  return { id: newId(Date.parse(at)), source: 'vneid', component: null, status: 'match', queryId, at, hash: hashOf(result), result }
}

function hashOf(result: object): Buffer {
  return createHash('sha256').update(JSON.stringify(result)).digest()
}

/** The row that keeps a look-up with its draft: seen by the citizen, and by the office once the draft is filed. */
export function proofRow(ctx: Ctx, procedure: Procedure, draft: Id, proof: Proof, party: Id = ctx.actor.party ?? ctx.actor.id): Statement {
  return {
    text: `insert into look_up (id, draft_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, at, asked_post, unit_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      proof.id,
      draft,
      party,
      proof.source,
      procedure.code,
      proof.component,
      proof.status,
      proof.queryId,
      ctx.keys.sealJson(proof.result, 'look_up.result'),
      proof.hash,
      ctx.actor.id,
      ctx.actor.system,
      proof.at,
      // A citizen asks in his own name; an official in his post, for his counter.
      ctx.actor.posts[0] ?? null,
      ctx.actor.counter ?? null,
    ],
  }
}

/**
 * How the data stands for each paper that it may replace: wrong where any look-up says so, missing where one found nothing, found
 * where all agree. A service that did not answer leaves the paper waiting.
 */
export function evidenceOf(procedure: Procedure, lookUps: readonly { component: string | null; status: string }[]): Evidence {
  return procedure.components.flatMap((component) => {
    const states = lookUps.filter((one) => one.component === component.id).map((one) => one.status)
    const result = resultOf(states)
    return result === undefined ? [] : component.substitutes.map(({ from, item }) => ({ from, item, result }))
  })
}

function resultOf(states: readonly string[]): Evidence[number]['result'] | undefined {
  if (states.includes('mismatch')) return 'wrong'
  if (states.includes('unavailable')) return undefined
  if (states.includes('missing')) return 'missing'
  return states.length > 0 ? 'found' : undefined
}
