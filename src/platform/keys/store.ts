import type { PoolClient } from 'pg'
import { type Actor, asActor, nobody, type Pool, rowsOf } from '#platform/db'
import { type DataKey, Keyring, newDataKey, type Purpose, unwrapped, wrapped } from './keyring.ts'

/** The machinery that reads and makes keys, before any person is known. */
export const keeper: Actor = { id: nobody, kind: 'gate', system: 'state', posts: [], units: [] }

const purposes: readonly Purpose[] = ['seal', 'look-up', 'file', 'checkpoint']

// One maker or changer of keys at a time, over all machines.
const oneAtATime = '7120210001'

/** A data key as it lies in the database. */
export type KeyRow = { id: number; purpose: Purpose; wrapped: Buffer; created_at: string }

const rows = 'select id, purpose, wrapped, created_at from data_key order by id'

/**
 * Opens the data keys with the master key; at the first start of an install it makes them.
 * @throws when the master key is not the one under which they lie
 */
export async function loadKeyring(pool: Pool, master: Buffer, now: string): Promise<Keyring> {
  let found = await readKeys(pool)
  if (purposes.some((purpose) => !found.some((row) => row.purpose === purpose))) {
    await underKeyLock(pool, (client) => makeMissing(client, master, now))
    found = await readKeys(pool)
  }
  const keys = new Keyring([])
  for (const row of found) {
    const isFirst = !found.some((one) => one.purpose === row.purpose && one.id < row.id)
    if (isFirst || isSettled(row, now)) keys.add(unwrapped(row, master))
    else keys.learn(unwrapped(row, master))
  }
  return keys
}

/** How long a new key only opens: by then every process of the install has learned it. */
export const sealsAfterMs = 60_000

/** Whether every process knows this key by now. */
export function isSettled(row: Pick<KeyRow, 'created_at'>, now: string): boolean {
  return Date.parse(now) - Date.parse(row.created_at) >= sealsAfterMs
}

/** All rows, oldest first. */
export async function readKeys(pool: Pool): Promise<KeyRow[]> {
  const [, answer] = await pool.trip([asActor(keeper), { text: rows, values: [] }])
  return rowsOf<KeyRow>(answer)
}

/** Work on the key rows in one transaction, while nobody else changes them. */
export function underKeyLock<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return pool.alone(async (client) => {
    await client.query('begin')
    try {
      await client.query("select set_config('lt.kind', $1, true), pg_advisory_xact_lock($2)", [keeper.kind, oneAtATime])
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    }
  })
}

async function makeMissing(client: PoolClient, master: Buffer, now: string): Promise<void> {
  const { rows: there } = await client.query<{ id: number; purpose: Purpose }>('select id, purpose from data_key order by id')
  let last = there.at(-1)?.id ?? 0
  for (const purpose of purposes.filter((one) => !there.some((row) => row.purpose === one))) {
    last += 1
    await storeKey(client, newDataKey(last, purpose), master, now)
  }
}

/** Makes the next key of a purpose. It seals from the moment on which every process knows it. */
export async function makeKey(pool: Pool, purpose: Purpose, master: Buffer, now: string): Promise<DataKey> {
  return underKeyLock(pool, async (client) => {
    const { rows: there } = await client.query<{ last: number }>('select coalesce(max(id), 0) as last from data_key')
    const key = newDataKey((there[0]?.last ?? 0) + 1, purpose)
    await storeKey(client, key, master, now)
    return key
  })
}

async function storeKey(client: PoolClient, key: DataKey, master: Buffer, now: string): Promise<void> {
  await client.query('insert into data_key (id, purpose, wrapped, created_at) values ($1, $2, $3, $4)', [
    key.id,
    key.purpose,
    wrapped(key, master),
    now,
  ])
}
