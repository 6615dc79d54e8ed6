import { randomBytes } from 'node:crypto'
import type { Statement, Value } from '#platform/db'
import { type Id, newId, newRandomKey } from '#platform/id'

/**
 * A journey as the product wrote it once: its writing trips, and what in them was there before. What the product does around them – HTTP,
 * sessions, pages, questions, decisions, sealing – is left out of the ceiling.
 */
export type Recorded = { trips: Statement[][]; code: string; prepared: Prepared }

/** What lies ready before a journey begins: a draft with one stored file. */
export type Prepared = { draft: Id; upload: Id; file: Id }

export type Way = 'statement' | 'function'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const keyPlace = 9
const hashLength = 32

/**
 * The recorded journey for another draft: every id that it made itself is replaced by a fresh one (the same by the same), number, key and
 * hashes likewise. Whatever stood in the database before it stays.
 * @param before ids that were there before the recorded journey
 */
export function renew({ trips, code, prepared }: Recorded, before: ReadonlySet<string>, next: Prepared): Statement[][] {
  const ids = new Map<string, string>([
    [prepared.draft, next.draft],
    [prepared.upload, next.upload],
    [prepared.file, next.file],
  ])
  const idOf = (old: string) => {
    const known = ids.get(old) ?? (before.has(old) ? old : newId())
    ids.set(old, known)
    return known
  }
  const newCode = `C${randomBytes(8).toString('hex')}`
  const renewed = (value: Value): Value => {
    if (typeof value === 'string') return value.replace(uuid, idOf).replaceAll(code, newCode)
    // Hashes that must be unique: of tracking keys and contents.
    return value instanceof Uint8Array && value.length === hashLength ? randomBytes(hashLength) : value
  }
  return trips.map((trip) =>
    trip.map(({ text, values }) => ({
      text,
      values: values.map((value, place) =>
        text.startsWith('select open_act(') && place === keyPlace && value !== null ? newRandomKey() : renewed(value),
      ),
    })),
  )
}

/** The ids in some trips that were known before. */
export function keptIn(trips: readonly (readonly Statement[])[], known: ReadonlySet<string>): Set<string> {
  const texts = trips.flat().flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
  return new Set(texts.flatMap((text) => text.match(uuid) ?? []).filter((id) => known.has(id)))
}

/** The two functions of an act written out as the statements that they hold, for the ceiling «statement by statement». */
export function writtenOut(trip: readonly Statement[]): Statement[] {
  return trip.flatMap((statement) => {
    if (statement.text.startsWith('select open_act(')) return opened(statement.values)
    if (statement.text.startsWith('select land_act(')) return landed(statement.values)
    return [statement]
  })
}

const some = (value: Value | undefined): Value => value ?? null

function opened([
  actor,
  kind,
  system,
  units,
  posts,
  party,
  session,
  item,
  item2,
  key,
  bodyHash,
  answer,
  at,
]: readonly Value[]): Statement[] {
  if (some(item2) !== null) throw new Error('the ceiling knows no act on two work items')
  return [
    {
      text: `select set_config('lt.actor', $1, true), set_config('lt.kind', $2, true), set_config('lt.system', $3, true), set_config('lt.units', $4, true),
             set_config('lt.posts', $5, true), set_config('lt.party', $6, true), set_config('lock_timeout', '5s', true), pg_advisory_xact_lock(hashtextextended($7, 0))`,
      values: [actor, kind, system, units, posts, party, item].map(some),
    },
    ...(some(session) === null
      ? []
      : [{ text: 'select 1 from session where id = $1 and ended_at is null and expires_at > $2', values: [session, at].map(some) }]),
    ...(some(key) === null
      ? []
      : [
          {
            text: 'insert into idempotency_key (actor_id, key, body_hash, answer, at) values ($1, $2, $3, $4, $5)',
            values: [actor, key, bodyHash, answer, at].map(some),
          },
        ]),
  ]
}

function landed([id, item, name, step, post, system, unit, at, params, sealed, salt, payload, hashed]: readonly Value[]): Statement[] {
  const next = 'select coalesce((select e.seq from audit_entry e where e.chain_id = $2 order by e.seq desc limit 1), 0) + 1'
  return [
    {
      text: `insert into act (id, work_item_id, seq, name, step, actor_id, post_id, system, unit_id, at, params, private)
             values ($1, $2, (${next}), $3, $4, actor_id(), $5, $6, $7, $8, $9, $10)`,
      values: [id, item, name, step, post, system, unit, at, params, sealed].map(some),
    },
    {
      text: `with last as (select seq, hash from audit_entry where chain_id = $2 order by seq desc limit 1),
             n as (select coalesce((select seq from last), 0) + 1 as seq, coalesce((select hash from last), ''::bytea) as prev)
             insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
             select $2, n.seq, $3, actor_id(), $4, $1, $5, $6, $7, $8, chain_hash(n.prev, $2, n.seq, $3, actor_id(), $4, $1, $7, $8) from n`,
      values: [id, item, name, post, system, unit, at, hashed].map(some),
    },
    {
      text: 'insert into audit_payload (chain_id, seq, salt, payload, system, unit_id) select $1, max(seq), $2, $3, $4, $5 from audit_entry where chain_id = $1',
      values: [item, salt, payload, system, unit].map(some),
    },
  ]
}
