import type { Ctx } from '#platform/act'
import { type Actor, nobody } from '#platform/db'
import type { Id } from '#platform/id'

/** What sign-in works with before anybody is known: the program's connections and its keys. */
export type House = Pick<Ctx, 'pool' | 'keys'>

/**
 * The machinery at the gate: it may read and write accounts, sessions and credentials, and no case.
 * @param account in whose name the entry in the chain is written; nobody where that is not known yet
 */
export function gate(account: Id = nobody): Actor {
  return { id: account, kind: 'gate', system: 'state', posts: [], units: [] }
}
