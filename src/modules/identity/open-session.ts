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

/** The rows of a new session, for a trip that also stores what let the person in. */
export function sessionRows(keys: House['keys'], opening: Opening): { id: Id; token: string; statements: Statement[] } {
  const { account, kind, now } = opening
  const id = idAt(now)
  const secret = newSecret()
  const device = cleanInput(opening.device).slice(0, longestDevice)
  const values = [id, account, opening.party ?? null, kind, secretHash(secret), device, now, expiryOf(kind, now)]
  const insert = `insert into session (id, account_id, party_id, kind, secret_hash, device, created_at, seen_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning (select person_id from account where id = account_id) as person_id`
  return {
    id,
    token: tokenOf(id, secret),
    statements: [{ text: insert, values }, entryFor(keys, account, 'session.opened', id, now, { kind, party: opening.party ?? null })],
  }
}

/**
 * Opens a session for an account that has shown who it is, and writes so in the account's chain.
 * @returns the cookie's value, given out this once, and the session
 */
export async function openSession(house: House, opening: Opening): Promise<{ token: string; session: Session }> {
  const { id, token, statements } = sessionRows(house.keys, opening)
  const [, inserted] = await house.pool.trip([asActor(gate(opening.account)), ...statements])
  const [row] = rowsOf<{ person_id: Id }>(inserted)
  if (row === undefined) throw new Error('a session was stored without an answer')
  const { account, party, kind, now } = opening
  const session: Session = {
    id,
    account,
    person: row.person_id,
    ...(party !== undefined && { party }),
    kind,
    device: cleanInput(opening.device).slice(0, longestDevice),
    createdAt: now,
    seenAt: now,
    expiresAt: expiryOf(kind, now),
  }
  return { token, session }
}

/** Only this lies in the database: who reads a backup cannot come in with it. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
