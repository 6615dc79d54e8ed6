import { randomBytes } from 'node:crypto'
import { addMinutes, epochMs, type Instant } from '#platform/clock'
import { type Id, isId } from '#platform/id'

export type SessionKind = 'citizen' | 'staff'

/** An open session: who came in, for whom, from which device. */
export type Session = {
  id: Id
  account: Id
  /** The person behind the account. */
  person: Id
  /** For whom the session acts: the person, or an organisation. Staff act for their posts and have none. */
  party?: Id
  kind: SessionKind
  device: string
  createdAt: Instant
  seenAt: Instant
  expiresAt: Instant
}

/**
 * How long a session lives, in minutes: at most, and without a sign of life. No law gives these figures; they fit a working day with
 * its lunch break, and a form that is filled on a phone with interruptions (the draft outlives the session anyway).
 */
export const sessionLife = {
  citizen: { most: 8 * 60, idle: 2 * 60 },
  staff: { most: 12 * 60, idle: 4 * 60 },
} as const satisfies Record<SessionKind, { most: number; idle: number }>

export function expiryOf(kind: SessionKind, openedAt: Instant): Instant {
  return addMinutes(openedAt, sessionLife[kind].most)
}

/** Whether a session is over at `now`, by age or by silence. */
export function isOver(session: Pick<Session, 'kind' | 'seenAt' | 'expiresAt'>, now: Instant): boolean {
  const at = epochMs(now)
  return epochMs(session.expiresAt) <= at || epochMs(session.seenAt) + sessionLife[session.kind].idle * 60_000 <= at
}

/** The secret half of a cookie: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenOf(id: Id, secret: string): string {
  return `${id}.${secret}`
}

/** The two halves of a cookie, or undefined for anything that was never ours. */
export function halvesOf(token: string): { id: Id; secret: string } | undefined {
  const [id, secret, rest] = token.split('.')
  if (!isId(id) || secret === undefined || !/^[\w-]{43}$/.test(secret) || rest !== undefined) return undefined
  return { id, secret }
}
