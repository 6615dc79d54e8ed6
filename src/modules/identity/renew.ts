import { entryFor } from '#platform/act'
import type { Instant } from '#platform/clock'
import type { Id } from '#platform/id'
import { clearFailures, credentialRow, endCredentials } from './credentials.ts'
import type { House } from './house.ts'
import { openSessionWith } from './open-session.ts'
import { hashPassword, passwordProblem } from './password.ts'
import type { RenewalTicket, StaffLetIn } from './sign-in-staff.ts'
import { readTicket, takeTicket } from './ticket.ts'
import { stepOfCode, totpAddress } from './totp.ts'

export type RenewalProblem = { field: 'ticket' | 'password' | 'code'; rule: string }

/** What the page of a renewal shows: the login, the secret for the app, and its address for a QR code. */
export async function renewalOf(
  house: House,
  ticket: Id,
  now: Instant,
): Promise<{ login: string; secret: string; address: string } | undefined> {
  const found = await readTicket<RenewalTicket>(house, ticket, 'renew', now)
  if (found === undefined) return undefined
  const { login, totpSecret: secret } = found
  return { login, secret, address: totpAddress(secret, login, 'Liên Thông') }
}

/**
 * Replaces a one-time password by one of the official's own, takes the authenticator app into use (a first code proves it works) and
 * opens a session. Wrong input leaves the ticket as it is.
 */
export async function renewCredentials(
  house: House,
  { ticket, password, code, device, now }: { ticket: Id; password: string; code: string; device: string; now: Instant },
): Promise<StaffLetIn | { ok: false; problems: RenewalProblem[] }> {
  const found = await readTicket<RenewalTicket>(house, ticket, 'renew', now)
  if (found === undefined) return { ok: false, problems: [{ field: 'ticket', rule: 'stale' }] }
  const problem = passwordProblem(password, found.login)
  const step = stepOfCode(found.totpSecret, code, now)
  const problems: RenewalProblem[] = [
    ...(problem === undefined ? [] : [{ field: 'password' as const, rule: problem }]),
    ...(step === undefined ? [{ field: 'code' as const, rule: 'wrong' }] : []),
  ]
  if (step === undefined || problems.length > 0) return { ok: false, problems }
  const hash = await hashPassword(password)
  const taken = await takeTicket<RenewalTicket>(house, ticket, 'renew', now)
  if (taken === undefined) return { ok: false, problems: [{ field: 'ticket', rule: 'stale' }] }
  const { account } = taken
  const before = [
    endCredentials(account, ['password', 'totp'], now),
    credentialRow(house.keys, account, 'password', hash, now),
    credentialRow(house.keys, account, 'totp', { secret: taken.totpSecret }, now, { lastStep: step }),
    clearFailures(account),
    entryFor(house.keys, account, 'credentials.renewed', null, now, {}),
  ]
  return { ok: true, ...(await openSessionWith(house, { account, kind: 'staff', device, now }, before)) }
}
