import { createHash, randomBytes } from 'node:crypto'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Keyring } from '#platform/keys'
import type { Json } from './act.ts'

/** An entry in an account's own chain (sign-in, sign-out, lock-out, recovery): no work item stands behind it. */
export function entryFor(keys: Keyring, account: Id, name: string, subject: Id | null, now: string, payload: Json): Statement {
  const text = JSON.stringify(payload)
  const salt = randomBytes(16)
  const hash = createHash('sha256').update(salt).update(text).digest()
  return {
    text: 'select land_entry($1,$2,$3,$4,$5,$6,$7)',
    values: [account, name, subject, now, salt, keys.seal(text, 'audit.payload'), hash],
  }
}
