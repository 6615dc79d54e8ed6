import { createHash } from 'node:crypto'
import { entryFor, idAt } from '#platform/act'
import type { Instant } from '#platform/clock'
import { asActor, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { cleanInput } from '#platform/text'
import { gate, type House } from './house.ts'
import { expiryOf, newSecret, type Session, type SessionKind, tokenOf } from './session.ts'

export type Opening = {
  account: Id
  /** The person or organisation for whom a citizen's session acts. */
  party?: Id
  kind: SessionKind
  /** What the browser calls itself: shown to the owner of the account in the list of sessions. */
  device: string
  now: Instant
}

const longestDevice = 160

/**
 * Opens a session for an account that has shown who it is, and writes so in the account's chain.
 * @returns the cookie's value, given out this once, and the session
 */
export function openSession(house: House, opening: Opening): Promise<{ token: string; session: Session }> {
  return openSessionWith(house, opening, [])
}

/** The same, together with the rows of what let the person in: all is stored or nothing. */
export async function openSessionWith(
  { pool, keys }: House,
  opening: Opening,
  before: readonly Statement[],
): Promise<{ token: string; session: Session }> {
  const { account, party, kind, now } = opening
  const id = idAt(now)
  const secret = newSecret()
  const device = cleanInput(opening.device).slice(0, longestDevice)
  const expiresAt = expiryOf(kind, now)
  const answers = await pool.trip([
    asActor(gate(account)),
    ...before,
    { text: insert, values: [id, account, party ?? null, kind, secretHash(secret), device, now, expiresAt] },
    entryFor(keys, account, 'session.opened', id, now, { kind, party: party ?? null }),
  ])
  const [row] = rowsOf<{ person_id: Id }>(answers[before.length + 1])
  if (row === undefined) throw new Error('a session was stored without an answer')
  const whose = { account, person: row.person_id, ...(party !== undefined && { party }), kind }
  return { token: tokenOf(id, secret), session: { id, ...whose, device, createdAt: now, seenAt: now, expiresAt } }
}

const insert = `insert into session (id, account_id, party_id, kind, secret_hash, device, created_at, seen_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning (select person_id from account where id = account_id) as person_id`

/** Only this lies in the database: who reads a backup cannot come in with it. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
