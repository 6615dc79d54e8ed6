import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Connect, Statement, Value } from '#platform/db'

/**
 * One journey as plain prepared SQL: the product's own writing trips, with ids, codes, keys and hashes made anew each time. What the
 * product does around them – HTTP, sessions, pages, questions, policies in the program, sealing – is left out.
 */
export type Journey = { trips: Statement[][] }

export type Way = 'statement' | 'function'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Makes a journey new: every id that the recorded one made itself is replaced by a fresh one, the same id by the same. */
export function renewed(journey: Journey, made: ReadonlySet<string>, code: string): Statement[][] {
  const fresh = new Map<string, string>()
  const idOf = (old: string) => {
    if (!made.has(old)) return old
    const known = fresh.get(old) ?? randomUUID()
    fresh.set(old, known)
    return known
  }
  const newCode = `C${randomBytes(8).toString('hex')}`
  const text = (value: string) => value.replace(uuid, idOf).replaceAll(code, newCode)
  const value = (one: Value): Value => {
    if (typeof one === 'string') return text(one)
    // Hashes that must be unique: keys of tracking and contents.
    if (one instanceof Uint8Array && one.length === 32) return randomBytes(32)
    return one
  }
  return journey.trips.map((trip) => trip.map((statement) => ({ text: statement.text, values: statement.values.map(value) })))
}

/** Ids that the recorded journey made: all that stand in its values but not in the database before it. */
export function madeIn(journey: Journey, before: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (const statement of journey.trips.flat()) {
    for (const value of statement.values) {
      if (typeof value !== 'string') continue
      for (const id of value.match(uuid) ?? []) if (!before.has(id)) found.add(id)
    }
  }
  return found
}

/** The two functions of an act written out as the statements that they hold, for the ceiling «statement by statement». */
export function writtenOut(trip: readonly Statement[]): Statement[] {
  return trip.flatMap((statement) => {
    if (statement.text.startsWith('select open_act(')) return opened(statement.values)
    if (statement.text.startsWith('select land_act(')) return landed(statement.values)
    return [statement]
  })
}

function opened([actor, kind, system, units, posts, party, session, item, , key, bodyHash, answer, at]: readonly Value[]): Statement[] {
  const some = (value: Value | undefined): Value => value ?? null
  return [
    {
      text: `select set_config('lt.actor', $1, true), set_config('lt.kind', $2, true), set_config('lt.system', $3, true), set_config('lt.units', $4, true),
             set_config('lt.posts', $5, true), set_config('lt.party', $6, true), set_config('lock_timeout', '5s', true), pg_advisory_xact_lock(hashtextextended($7, 0))`,
      values: [some(actor), some(kind), some(system), some(units), some(posts), some(party), some(item)],
    },
    ...(session === null
      ? []
      : [{ text: 'select 1 from session where id = $1 and ended_at is null and expires_at > $2', values: [some(session), some(at)] }]),
    ...(key === null
      ? []
      : [
          {
            text: 'insert into idempotency_key (actor_id, key, body_hash, answer, at) values ($1, $2, $3, $4, $5)',
            values: [some(actor), some(key), some(bodyHash), some(answer), some(at)],
          },
        ]),
  ]
}

function landed([id, item, name, step, post, system, unit, at, params, sealed, salt, payload, hashed]: readonly Value[]): Statement[] {
  const some = (value: Value | undefined): Value => value ?? null
  const next = 'select coalesce((select e.seq from audit_entry e where e.chain_id = $2 order by e.seq desc limit 1), 0) + 1'
  return [
    {
      text: `insert into act (id, work_item_id, seq, name, step, actor_id, post_id, system, unit_id, at, params, private)
             values ($1, $2, (${next}), $3, $4, actor_id(), $5, $6, $7, $8, $9, $10)`,
      values: [some(id), some(item), some(name), some(step), some(post), some(system), some(unit), some(at), some(params), some(sealed)],
    },
    {
      text: `with last as (select seq, hash from audit_entry where chain_id = $2 order by seq desc limit 1),
             n as (select coalesce((select seq from last), 0) + 1 as seq, coalesce((select hash from last), ''::bytea) as prev)
             insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
             select $2, n.seq, $3, actor_id(), $4, $1, $5, $6, $7, $8, chain_hash(n.prev, $2, n.seq, $3, actor_id(), $4, $1, $7, $8) from n`,
      values: [some(id), some(item), some(name), some(post), some(system), some(unit), some(at), some(hashed)],
    },
    {
      text: 'insert into audit_payload (chain_id, seq, salt, payload, system, unit_id) select $1, max(seq), $2, $3, $4, $5 from audit_entry where chain_id = $1',
      values: [some(item), some(salt), some(payload), some(system), some(unit)],
    },
  ]
}

/** Runs journeys on some connections for some seconds, each statement awaited and prepared; gives journeys a second. */
export async function runCeiling(
  connect: Connect,
  make: () => Statement[][],
  { way, connections, seconds }: { way: Way; connections: number; seconds: number },
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ ...connect, application_name: 'bench ceiling' })
      await client.connect()
      return client
    }),
  )
  const names = new Map<string, string>()
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  let done = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        for (const trip of make()) await runTrip(client, way === 'statement' ? writtenOut(trip) : trip, names)
        done += 1
      }
    }),
  )
  const rate = done / ((performance.now() - began) / 1000)
  await Promise.all(clients.map((client) => client.end()))
  return rate
}

async function runTrip(client: pg.Client, statements: readonly Statement[], names: Map<string, string>): Promise<void> {
  await client.query('begin')
  for (const { text, values } of statements) {
    const name = names.get(text) ?? `c${names.size}`
    names.set(text, name)
    await client.query({
      name,
      text,
      values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)) as unknown[],
    })
  }
  await client.query('commit')
}
