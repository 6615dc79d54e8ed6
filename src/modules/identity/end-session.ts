import { asRefusal, type Ctx, entryFor, Refusal, refuseUnless } from '#platform/act'
import type { Instant } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import { type AccountAct, may, relationTo } from './policy.ts'
import { isOver, type Session } from './session.ts'
import { type SessionRow, sessionOf } from './store.ts'
import { forgetSession } from './who-is.ts'

const open = `select s.id, s.account_id, s.party_id, s.kind, s.device, s.created_at, s.seen_at, s.expires_at, a.person_id
  from session s join account a on a.id = s.account_id where s.ended_at is null`

/** The open sessions of the actor's account, or of another's for an administrator, newest first. */
export async function sessionsOf(ctx: Ctx, account: Id = ctx.actor.id): Promise<Session[]> {
  allow(ctx, 'listSessions', account)
  const text = `${open} and s.account_id = $1 order by s.created_at desc, s.id desc`
  const [answer] = await ask(ctx.pool, gate(ctx.actor.id), [{ text, values: [account] }])
  return rowsOf<SessionRow>(answer)
    .map(sessionOf)
    .filter((session) => !isOver(session, ctx.now))
}

/** Signs out: ends the session behind a request. */
export async function signOut(house: House, session: Session, now: Instant): Promise<void> {
  await end(house, session.account, session, now, [])
}

/**
 * Ends one of the actor's own sessions; an administrator ends anybody's.
 * @throws Refusal 403 for somebody else's, 404 where there is no such open session
 */
export async function endSession(ctx: Ctx, id: Id): Promise<void> {
  const [answer] = await ask(ctx.pool, gate(ctx.actor.id), [{ text: `${open} and s.id = $1`, values: [id] }])
  const [row] = rowsOf<SessionRow>(answer)
  if (row === undefined) throw new Refusal(404, 'no-such-session')
  const session = sessionOf(row)
  allow(ctx, 'endSession', session.account)
  await end(ctx, ctx.actor.id, session, ctx.now, stillSignedIn(ctx))
}

async function end({ pool, keys }: House, by: Id, { id, account }: Session, now: Instant, guards: readonly Statement[]): Promise<void> {
  const entry = entryFor(keys, account, 'session.ended', id, now, { by })
  try {
    await pool.trip([asActor(gate(by)), ...guards, endSessions('id = $2', [by, id, now]), entry])
  } catch (error) {
    throw asRefusal(error)
  }
  forgetSession({ pool }, id)
}

/** Ends all sessions of an account, as one statement of a recovery. */
export function endAllSessions(account: Id, by: Id, now: Instant): Statement {
  return endSessions('account_id = $2', [by, account, now])
}

function endSessions(which: string, values: [by: Id, what: Id, now: Instant]): Statement {
  return { text: `update session set ended_at = $3, ended_by = $1 where ${which} and ended_at is null`, values }
}

/** @throws Refusal 403 unless the table of the policy lets the actor do this with the account */
export function allow(ctx: Ctx, act: AccountAct, account: Id): void {
  if (!may[act][relationTo(account, ctx.actor)]) throw new Refusal(403, 'not-yours')
}

/** What the process remembers of a session may be five seconds old: where it matters, the trip asks again. */
export function stillSignedIn({ actor, now }: Ctx): Statement[] {
  if (actor.session === undefined) return []
  const holds = 'exists (select from session where id = $1 and ended_at is null and expires_at > $2)'
  return [refuseUnless(holds, [actor.session, now], 'session-ended')]
}
