import { asActor, ask, type Pool, rowsOf, type Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { jobActor } from '#platform/jobs'
import type { Keyring } from '#platform/keys'
import { beforeTheFirst, bodyHash, bodyOver, type Checkpoint, checkpointKey, publicBytes, signBody } from './checkpoint.ts'
import { exportCheckpoint } from './folder.ts'
import { type Head, headsOf, leafHash, leafOf, rootOf } from './merkle.ts'

/** Stamps bytes with the time of an authority: an RFC 3161 token, or undefined when none could be had. */
export type Stamp = (bytes: Uint8Array) => Promise<Uint8Array | undefined>

export type GatherOptions = {
  pool: Pool
  keys: Keyring
  /** Outside the database: a mounted share, an object store with locks, another agency's folder. */
  folder: string
  now: string
  stamp?: Stamp
  /** Look at every chain, not only at those with entries since the last checkpoint. */
  sweep?: boolean
}

const machine = jobActor({})
const mostHeads = 20_000

// An entry carries the hour of its act and is stored some moments later: so far back the look goes beyond the last checkpoint.
const lookBack = "interval '5 minutes'"

const uncovered = 'c.seq is null or c.seq < h.seq'
const recentHeads = `select h.chain_id, h.seq, encode(h.hash, 'hex') as hash from (select distinct chain_id from audit_entry where at > $1::timestamptz - ${lookBack}) r
  cross join lateral (select * from audit_entry e where e.chain_id = r.chain_id order by e.seq desc limit 1) h
  left join audit_covered c on c.chain_id = h.chain_id where ${uncovered} order by h.chain_id limit ${mostHeads}`
const allHeads = `select h.chain_id, h.seq, encode(h.hash, 'hex') as hash from (select distinct on (chain_id) chain_id, seq, hash from audit_entry order by chain_id, seq desc) h
  left join audit_covered c on c.chain_id = h.chain_id where ${uncovered} order by h.chain_id limit ${mostHeads}`

type CheckpointRow = {
  no: bigint
  at: string
  leaves: Buffer
  body: string
  signature: Buffer
  time_stamp: Buffer | null
  exported_at: string | null
}

/**
 * Writes down, outside the database, how far every chain has come: new heads since the last checkpoint become a tree, its root is
 * signed, stamped and exported. What an earlier run stored and could not export is exported first.
 * @returns how many heads were covered; 0 when nothing happened since
 */
export async function gatherCheckpoints(options: GatherOptions): Promise<number> {
  await exportPending(options)
  let covered = 0
  for (;;) {
    const [last, heads] = await newHeads(options)
    if (heads.length === 0) return covered
    await store(options, last, heads)
    await exportPending(options)
    covered += heads.length
    if (heads.length < mostHeads) return covered
  }
}

async function newHeads({ pool, sweep }: GatherOptions): Promise<[last: CheckpointRow | undefined, heads: Head[]]> {
  const [answer] = await ask(pool, machine, [{ text: 'select * from audit_checkpoint order by no desc limit 1', values: [] }])
  const [last] = rowsOf<CheckpointRow>(answer)
  const all = sweep === true || last === undefined
  const [found] = await ask(pool, machine, [all ? { text: allHeads, values: [] } : { text: recentHeads, values: [last.at] }])
  return [
    last,
    rowsOf<{ chain_id: Id; seq: number; hash: string }>(found).map((row) => ({ chain: row.chain_id, seq: row.seq, hash: row.hash })),
  ]
}

async function store({ pool, keys, now }: GatherOptions, last: CheckpointRow | undefined, heads: readonly Head[]): Promise<void> {
  const no = Number(last?.no ?? 0n) + 1
  const previous = last === undefined ? beforeTheFirst : bodyHash(last.body).toString('hex')
  const key = checkpointKey(keys.current('checkpoint'))
  const body = bodyOver(heads, { no, at: now, previous, key: publicBytes(key).toString('base64') })
  const leaves = heads.map(leafOf)
  await pool.trip([
    asActor(machine),
    {
      text: 'insert into audit_checkpoint (no, at, heads, root, previous, leaves, body, signature) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      values: [
        no,
        now,
        heads.length,
        rootOf(leaves.map(leafHash)),
        Buffer.from(previous, 'hex'),
        Buffer.concat(leaves),
        body,
        signBody(body, key),
      ],
    },
    {
      text: `insert into audit_covered (chain_id, seq, checkpoint_no) select chain, seq, $3 from unnest($1::uuid[], $2::int[]) as head (chain, seq)
             on conflict (chain_id) do update set seq = excluded.seq, checkpoint_no = excluded.checkpoint_no`,
      values: [heads.map((head) => head.chain), heads.map((head) => String(head.seq)), no],
    },
  ])
}

const pending = 'select * from audit_checkpoint where exported_at is null order by no limit 100'

async function exportPending(options: GatherOptions): Promise<void> {
  const { pool, folder, now } = options
  const [answer] = await ask(pool, machine, [{ text: pending, values: [] }])
  for (const row of rowsOf<CheckpointRow>(answer)) {
    const stamped = row.time_stamp ?? (await stampOf(options, row.body))
    await exportCheckpoint(folder, Number(row.no), asFile(row, stamped))
    await pool.trip([
      asActor(machine),
      { text: 'update audit_checkpoint set exported_at = $2, time_stamp = $3 where no = $1', values: [row.no, now, stamped ?? null] },
      ...(stamped === undefined && options.stamp !== undefined ? [unstamped(row, now)] : []),
    ])
  }
}

async function stampOf({ stamp }: GatherOptions, body: string): Promise<Uint8Array | undefined> {
  return stamp?.(Buffer.from(body)).catch(() => undefined)
}

/** Told once at the beginning of a span in which no authority stamps: when the checkpoint before still has its stamp. */
function unstamped(row: CheckpointRow, now: string): Statement {
  return {
    text: `insert into operator_alert (id, kind, params, at) select $1, 'checkpoint-unstamped', jsonb_build_object('no', $2::bigint), $3
           where not exists (select from audit_checkpoint k where k.no = $2::bigint - 1 and k.time_stamp is null)`,
    values: [newId(), row.no, now],
  }
}

function asFile(row: CheckpointRow, stamped: Uint8Array | undefined): Checkpoint {
  return {
    body: row.body,
    signature: row.signature.toString('base64'),
    timeStamp: stamped === undefined ? null : Buffer.from(stamped).toString('base64'),
    heads: headsOf(row.leaves).map(({ chain, seq, hash }) => [chain, seq, hash]),
  }
}
