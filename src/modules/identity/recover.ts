import { asRefusal, type Ctx, entryFor, Refusal } from '#platform/act'
import { addMinutes, epochMs, type Instant } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { clearFailures, credentialRow, endCredentials } from './credentials.ts'
import { allow, endAllSessions, stillSignedIn } from './end-session.ts'
import { gate } from './house.ts'
import { hashPassword, newOneTimePassword } from './password.ts'
import { sealedAt } from './person.ts'
import { mayManageStaff } from './policy.ts'
import { forgetAccount } from './who-is.ts'

/** How long a one-time password waits to be used. */
export const oneTimeMinutes = 24 * 60

export type Recovered = { login: string; password: string; until: Instant }

/**
 * Gives an official a new one-time password: everything that opened the account before is ended (password, app, passkeys, sessions),
 * a lock-out is lifted. The password is told here and never again; with it the official must choose another.
 * @throws Refusal 403 unless an administrator recovers somebody else's account, 404 for an unknown one
 */
export async function recover(ctx: Ctx, account: Id): Promise<Recovered> {
  allow(ctx, 'recover', account)
  const login = await loginOf(ctx, account)
  const password = newOneTimePassword()
  const until = addMinutes(ctx.now, oneTimeMinutes)
  const hash = { ...(await hashPassword(password)), oneTimeUntil: until }
  await change(ctx, account, [
    endCredentials(account, ['password', 'totp', 'passkey'], ctx.now),
    credentialRow(ctx.keys, account, 'password', hash, ctx.now),
    clearFailures(account),
    endAllSessions(account, ctx.actor.id, ctx.now),
    entryFor(ctx.keys, account, 'account.recovered', null, ctx.now, { by: ctx.actor.id, until }),
  ])
  return { login, password, until }
}

/** Shuts an official's account until it is opened again; its sessions end. */
export async function disableAccount(ctx: Ctx, account: Id, reason: string): Promise<void> {
  allow(ctx, 'disable', account)
  await loginOf(ctx, account)
  await change(ctx, account, [
    { text: 'update account_state set disabled = true where account_id = $1', values: [account] },
    endAllSessions(account, ctx.actor.id, ctx.now),
    entryFor(ctx.keys, account, 'account.disabled', null, ctx.now, { by: ctx.actor.id, reason }),
  ])
}

/** Opens an account that was shut. */
export async function enableAccount(ctx: Ctx, account: Id): Promise<void> {
  allow(ctx, 'disable', account)
  await loginOf(ctx, account)
  await change(ctx, account, [
    { text: 'update account_state set disabled = false where account_id = $1', values: [account] },
    entryFor(ctx.keys, account, 'account.enabled', null, ctx.now, { by: ctx.actor.id }),
  ])
}

export type StaffAccount = { account: Id; login: string; name: string; disabled: boolean; lockedUntil?: Instant }

/** Officials' accounts, for the administrator's page. */
export async function staffAccounts(ctx: Ctx): Promise<StaffAccount[]> {
  if (!mayManageStaff(ctx.actor)) throw new Refusal(403, 'not-yours')
  const rows = await ctx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account_state', 'account_state.account_id', 'account.id')
    .where('account.kind', '=', 'staff')
    .orderBy('account.login')
    .select(['account.id', 'account.login', 'person.name', 'account_state.disabled', 'account_state.locked_until'])
    .execute()
  return rows.map((row) => ({
    account: row.id,
    login: row.login ?? '',
    name: ctx.keys.openText(row.name, sealedAt.name),
    disabled: row.disabled ?? false,
    ...(row.locked_until !== null && epochMs(row.locked_until) > epochMs(ctx.now) && { lockedUntil: row.locked_until }),
  }))
}

async function loginOf(ctx: Ctx, account: Id): Promise<string> {
  const text = "select login from account where id = $1 and kind = 'staff'"
  const [answer] = await ask(ctx.pool, gate(ctx.actor.id), [{ text, values: [account] }])
  const [row] = rowsOf<{ login: string }>(answer)
  if (row === undefined) throw new Refusal(404, 'no-such-account')
  return row.login
}

async function change(ctx: Ctx, account: Id, statements: readonly Statement[]): Promise<void> {
  try {
    await ctx.pool.trip([asActor(gate(ctx.actor.id)), ...stillSignedIn(ctx), ...statements])
  } catch (error) {
    throw asRefusal(error)
  }
  forgetAccount(ctx, account)
}
