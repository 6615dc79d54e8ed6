import { type Actor, asActor, nobody, type Pool, rowsOf } from '#platform/db'
import { type DataKey, Keyring, newDataKey, type Purpose, unwrapped, wrapped } from './keyring.ts'

const purposes: readonly Purpose[] = ['seal', 'look-up', 'file', 'checkpoint']
const machinery: Actor = { id: nobody, kind: 'job', system: 'state', posts: [], units: [] }
const oneAtATime = 7_120_210_001

type Row = { id: number; purpose: Purpose; wrapped: Buffer }

/**
 * Reads the data keys and opens them with the master key; at the first start they are made, by one program at a time.
 * @throws when the master key is not the one that wrapped them
 */
export async function loadKeyring(pool: Pool, master: Buffer, now: string): Promise<Keyring> {
  const known = await readKeys(pool)
  const missing = purposes.filter((purpose) => !known.some((row) => row.purpose === purpose))
  if (missing.length > 0) await makeKeys(pool, master, missing, now)
  const rows = missing.length > 0 ? await readKeys(pool) : known
  return new Keyring(rows.map((row) => unwrapped(row, master)))
}

async function readKeys(pool: Pool): Promise<Row[]> {
  const [, found] = await pool.trip([asActor(machinery), { text: 'select id, purpose, wrapped from data_key order by id', values: [] }])
  return rowsOf<Row>(found)
}

async function makeKeys(pool: Pool, master: Buffer, missing: readonly Purpose[], now: string): Promise<void> {
  const last = (await readKeys(pool)).at(-1)?.id ?? 0
  const made: DataKey[] = missing.map((purpose, place) => newDataKey(last + place + 1, purpose))
  await pool.trip([
    asActor(machinery),
    { text: 'select pg_advisory_xact_lock($1)', values: [oneAtATime] },
    ...made.map((key) => ({
      text: `insert into data_key (id, purpose, wrapped, created_at) select $1, $2, $3, $4 where not exists (select from data_key where purpose = $2) on conflict do nothing`,
      values: [key.id, key.purpose, wrapped(key, master), now],
    })),
  ])
}
