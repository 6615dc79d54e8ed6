import type { Now } from '#platform/clock'
import type { Pool } from '#platform/db'
import { type Keyring, unwrapped } from './keyring.ts'
import { isSettled, readKeys } from './store.ts'

export type KeepOptions = {
  pool: Pool
  keys: Keyring
  /** Asked anew each time: the master key may have been changed under a running program. */
  master: () => Promise<Buffer>
  now: Now
  everyMs?: number
  /** A key could not be taken in; the program goes on with those it has. */
  onError?: (error: unknown) => void
}

/**
 * Takes in keys that a rotation makes while the program runs: at once for opening, and after a minute, when every process knows them,
 * for sealing. Runs until `stop`.
 */
export function keepKeyring(options: KeepOptions): { stop: () => void; refresh: () => Promise<void> } {
  const { onError = () => {}, everyMs = 15_000 } = options
  const refresh = (): Promise<void> => takeIn(options).catch(onError)
  const timer = setInterval(refresh, everyMs).unref()
  return { stop: () => clearInterval(timer), refresh }
}

async function takeIn({ pool, keys, master, now }: KeepOptions): Promise<void> {
  const rows = await readKeys(pool)
  const fresh = rows.filter((row) => !keys.knows(row.id))
  if (fresh.length > 0) {
    const opened = await master()
    for (const row of fresh) keys.learn(unwrapped(row, opened))
  }
  for (const row of rows) if (isSettled(row, now())) keys.add(keys.byId(row.id))
}
