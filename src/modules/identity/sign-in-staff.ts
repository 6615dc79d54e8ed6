import { asRefusal, entryFor, idAt, Refusal } from '#platform/act'
import { addMinutes, epochMs, type Instant } from '#platform/clock'
import { asActor } from '#platform/db'
import type { Id } from '#platform/id'
import { type Limit, tooMany } from './attempts.ts'
import { type Credentials, clearFailures, credentialsFor, useStep } from './credentials.ts'
import { gate, type House } from './house.ts'
import { openSessionWith } from './open-session.ts'
import { isPassword } from './password.ts'
import type { Session } from './session.ts'
import { ticketRows } from './ticket.ts'
import { newTotpSecret, stepOfCode } from './totp.ts'

/** After so many failures in a row an account is shut for so many minutes. No law gives the figures. */
export const lockOut = { failures: 5, minutes: 15 } as const
const sameLogin: Limit = { most: lockOut.failures, withinMinutes: lockOut.minutes }

export type StaffSignIn = {
  login: string
  password: string
  /** Six digits of the authenticator app; not asked for behind a one-time password. */
  code: string
  device: string
  now: Instant
}
export type StaffLetIn = { ok: true; token: string; session: Session }
export type StaffNotLetIn =
  | { ok: false; problem: 'wrong' | 'code-used' }
  | { ok: false; problem: 'locked'; until: Instant }
  /** A one-time password was right: choose another and set up the app, with this ticket. */
  | { ok: false; problem: 'renew'; ticket: Id }

/**
 * Lets an official in by password and a code of the authenticator app. Whether login, password or code was wrong is not told, and an
 * unknown login is shut as a known one is. Every failure and every lock-out stands in the account's chain.
 */
export async function signInStaff(house: House, { login, password, code, device, now }: StaffSignIn): Promise<StaffLetIn | StaffNotLetIn> {
  const name = login.trim().toLowerCase()
  const found = await credentialsFor(house, name, now)
  const isRight = await isPassword(password, found?.password)
  if (found === undefined) {
    const isShut = await tooMany(house, `login ${name}`, sameLogin, now)
    return isShut ? { ok: false, problem: 'locked', until: addMinutes(now, lockOut.minutes) } : { ok: false, problem: 'wrong' }
  }
  if (found.lockedUntil !== undefined) return { ok: false, problem: 'locked', until: found.lockedUntil }
  const until = found.password?.oneTimeUntil
  if (isRight && until !== undefined && epochMs(now) < epochMs(until)) return renewal(house, found, now)
  const step = found.totp === undefined ? undefined : stepOfCode(found.totp.secret, code, now)
  if (!isRight || until !== undefined || found.totp === undefined || step === undefined) return failed(house, found, now)
  try {
    const before = [useStep(found.totp.id, step), clearFailures(found.account)]
    return { ok: true, ...(await openSessionWith(house, { account: found.account, kind: 'staff', device, now }, before)) }
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal instanceof Refusal && refusal.reason === 'code-used') return { ok: false, problem: 'code-used' }
    throw error
  }
}

async function failed({ pool, keys }: House, { account, failures }: Credentials, now: Instant): Promise<StaffNotLetIn> {
  const statements = [entryFor(keys, account, 'sign-in.failed', null, now, { failures })]
  const until = addMinutes(now, lockOut.minutes)
  const isShut = failures >= lockOut.failures
  if (isShut) {
    statements.push(
      { text: "update account_state set locked_until = $2, locked_reason = 'failures' where account_id = $1", values: [account, until] },
      entryFor(keys, account, 'account.locked', null, now, { until, failures }),
    )
  }
  await pool.trip([asActor(gate(account)), ...statements])
  return isShut ? { ok: false, problem: 'locked', until } : { ok: false, problem: 'wrong' }
}

export type RenewalTicket = { purpose: 'renew'; account: Id; login: string; totpSecret: string }

async function renewal({ pool, keys }: House, { account, login }: Credentials, now: Instant): Promise<StaffNotLetIn> {
  const ticket = idAt(now)
  const kept: RenewalTicket = { purpose: 'renew', account, login, totpSecret: newTotpSecret() }
  await pool.trip([asActor(gate(account)), ...ticketRows(keys, ticket, kept, '/', now), clearFailures(account)])
  return { ok: false, problem: 'renew', ticket }
}
