import type { Instant } from '#platform/clock'
import type { Row } from '#platform/db'
import type { Id } from '#platform/id'
import type { Session, SessionKind } from './session.ts'

export type SessionRow = Row & {
  id: Id
  account_id: Id
  person_id: Id
  party_id: Id | null
  kind: SessionKind
  device: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
}

export function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    account: row.account_id,
    person: row.person_id,
    ...(row.party_id !== null && { party: row.party_id }),
    kind: row.kind,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }
}
