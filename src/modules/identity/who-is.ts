import { timingSafeEqual } from 'node:crypto'
import { epochMs, type Instant } from '#platform/clock'
import { asActor, ask, type Pool, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import { secretHash } from './open-session.ts'
import { halvesOf, isOver, type Session } from './session.ts'
import { type SessionRow, sessionOf } from './store.ts'

const rememberedMs = 5_000
const mostRemembered = 20_000
const seenEveryMs = 60_000

type Remembered = { session: Session; secret: Buffer; at: number }
const remembered = new WeakMap<Pool, Map<Id, Remembered>>()

const question = `select s.id, s.account_id, s.party_id, s.kind, s.device, s.created_at, s.seen_at, s.expires_at, s.secret_hash, a.person_id
  from session s join account a on a.id = s.account_id left join account_state st on st.account_id = a.id
  where s.id = $1 and s.ended_at is null and not coalesce(st.disabled, false)`

/**
 * The open session behind a cookie, or undefined: unknown, wrong secret, ended, too old or too long silent. An answer is kept in the
 * process for five seconds at most; a write asks the session's row again (`open_act`). That somebody was here is noted once a minute.
 */
export async function whoIs(house: House, token: string, now: Instant): Promise<Session | undefined> {
  const halves = halvesOf(token)
  if (halves === undefined) return undefined
  const found = await look(house, halves.id, now)
  if (found === undefined || !timingSafeEqual(found.secret, secretHash(halves.secret)) || isOver(found.session, now)) return undefined
  if (epochMs(now) - epochMs(found.session.seenAt) >= seenEveryMs) await noteSeen(house, found.session, now)
  return found.session
}

async function look(house: House, id: Id, now: Instant): Promise<Remembered | undefined> {
  const kept = memoryOf(house)
  const at = epochMs(now)
  const known = kept.get(id)
  if (known !== undefined && at >= known.at && at - known.at < rememberedMs) return known
  const [answer] = await ask(house.pool, gate(), [{ text: question, values: [id] }])
  const [row] = rowsOf<SessionRow & { secret_hash: Buffer }>(answer)
  kept.delete(id)
  if (row === undefined) return undefined
  const fresh = { session: sessionOf(row), secret: Buffer.from(row.secret_hash), at }
  kept.set(id, fresh)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostRemembered) break
    kept.delete(oldest)
  }
  return fresh
}

async function noteSeen(house: House, session: Session, now: Instant): Promise<void> {
  session.seenAt = now
  const text = 'update session set seen_at = $2 where id = $1 and ended_at is null and seen_at < $2'
  await house.pool.trip([asActor(gate(session.account)), { text, values: [session.id, now] }])
}

/** Forgets what this process remembers of a session that has just been ended. */
export function forgetSession(house: Pick<House, 'pool'>, id: Id): void {
  remembered.get(house.pool)?.delete(id)
}

function memoryOf({ pool }: Pick<House, 'pool'>): Map<Id, Remembered> {
  const known = remembered.get(pool) ?? new Map<Id, Remembered>()
  remembered.set(pool, known)
  return known
}

/** The same for every session of an account. */
export function forgetAccount(house: Pick<House, 'pool'>, account: Id): void {
  const kept = remembered.get(house.pool)
  for (const [id, { session }] of kept ?? []) if (session.account === account) kept?.delete(id)
}
