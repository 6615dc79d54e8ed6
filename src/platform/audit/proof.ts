import type { Ctx } from '#platform/act'
import { type Answer, ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { headsOf, leafHash, leafOf, pathTo } from './merkle.ts'

/** An entry as the chain hashes it, with what it stands for where that may be shown. Times as stored, bytes in hexadecimal. */
export type ProofEntry = {
  seq: number
  act: string
  actor: Id
  post: Id | null
  subject: Id | null
  at: string
  payloadHash: string
  hash: string
  payload?: { salt: string; text: string }
  /** Erased by rule; the entry of the erasure follows further on. */
  erased?: { at: string; by: Id; rule: string }
}

/** Everything by which anybody can check, offline, that one chain is what it was when it was written down outside. */
export type Proof = {
  format: 'lien-thong-proof-1'
  chain: Id
  madeAt: string
  entries: ProofEntry[]
  /** The checkpoint up to whose entry `seq` the chain is covered; null before the first. */
  checkpoint: { seq: number; index: number; path: string[]; body: string; signature: string; timeStamp: string | null } | null
}

const entries = `select e.seq, e.act, e.actor_id, e.post_id, e.subject_id, e.at, encode(e.payload_hash, 'hex') as payload_hash, encode(e.hash, 'hex') as hash,
    p.salt, p.payload, x.erased_at, x.erased_by, x.rule
  from audit_entry e left join audit_payload p using (chain_id, seq) left join audit_erasure x using (chain_id, seq) where e.chain_id = $1 order by e.seq`

type Row = {
  seq: number
  act: string
  actor_id: Id
  post_id: Id | null
  subject_id: Id | null
  at: string
  payload_hash: string
  hash: string
  salt: Buffer | null
  payload: Buffer | null
  erased_at: string | null
  erased_by: Id | null
  rule: string | null
}

/**
 * The proof of one chain, as far as the actor sees it; undefined when he sees nothing of it.
 * @param shows which acts' contents he may read; the others stay hashes and can be checked all the same
 */
export async function proofOf(ctx: Ctx, chain: Id, shows: (act: string, actor: Id) => boolean): Promise<Proof | undefined> {
  const [found, checkpoint] = await ask(ctx.pool, ctx.actor, [
    { text: entries, values: [chain] },
    { text: 'select * from checkpoint_over($1)', values: [chain] },
  ])
  const rows = rowsOf<Row>(found)
  if (rows.length === 0) return undefined
  return {
    format: 'lien-thong-proof-1',
    chain,
    madeAt: ctx.now,
    entries: rows.map((row) => entryOf(ctx, row, shows(row.act, row.actor_id))),
    checkpoint: covering(chain, checkpoint),
  }
}

function entryOf(ctx: Ctx, row: Row, shown: boolean): ProofEntry {
  const open = shown && row.salt !== null && row.payload !== null
  const { erased_at: at, erased_by: by, rule } = row
  return {
    seq: row.seq,
    act: row.act,
    actor: row.actor_id,
    post: row.post_id,
    subject: row.subject_id,
    at: row.at,
    payloadHash: row.payload_hash,
    hash: row.hash,
    ...(open && row.payload && row.salt
      ? { payload: { salt: row.salt.toString('hex'), text: ctx.keys.openText(row.payload, 'audit.payload') } }
      : {}),
    ...(at === null || by === null || rule === null ? {} : { erased: { at, by, rule } }),
  }
}

function covering(chain: Id, answer: Answer | undefined): Proof['checkpoint'] {
  type Covering = { seq: number; leaves: Buffer; body: string; signature: Buffer; time_stamp: Buffer | null }
  const [row] = rowsOf<Covering>(answer)
  if (row === undefined) return null
  const heads = headsOf(row.leaves)
  const index = heads.findIndex((head) => head.chain === chain)
  const path = pathTo(
    index,
    heads.map((head) => leafHash(leafOf(head))),
  )
  return {
    seq: row.seq,
    index,
    path: path.map((hash) => hash.toString('hex')),
    body: row.body,
    signature: row.signature.toString('base64'),
    timeStamp: row.time_stamp === null ? null : row.time_stamp.toString('base64'),
  }
}
