import { type Actor, type Pool, type Reader, readerFor } from '#platform/db'
import type { Keyring } from '#platform/keys'

/** The key that makes a mutation happen once, with the hash of what was sent under it. */
export type ActKey = { value: string; bodyHash: Uint8Array }

/** Who acts, when, and under which key. Its `db` can only read; nobody takes the clock or the user from the air. */
export type Ctx = {
  db: Reader
  pool: Pool
  keys: Keyring
  actor: Actor
  /** ISO instant, UTC. */
  now: string
  key?: ActKey
}

/** A context for one request, job or test. */
export function contextFor(house: { pool: Pool; keys: Keyring }, actor: Actor, now: string, key?: ActKey): Ctx {
  let db: Reader | undefined
  return {
    // Made where it is asked: an act has its questions ready and needs none.
    get db() {
      db ??= readerFor(house.pool, actor)
      return db
    },
    pool: house.pool,
    keys: house.keys,
    actor,
    now,
    ...(key === undefined ? {} : { key }),
  }
}
