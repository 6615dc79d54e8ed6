import { type Ctx, entryFor, once, Refusal } from '#platform/act'
import { addMinutes, epochMs, type Instant } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
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
 * @throws Refusal 403 unless an administrator recovers somebody else's account, 404 for an unknown one, 409 where the same request comes
 *   a second time: what was told once is stored nowhere
 */
export async function recover(ctx: Ctx, account: Id): Promise<Recovered> {
  allow(ctx, 'recover', account)
  let password: string | undefined
  const told = await once(ctx, async () => {
    const login = await loginOf(ctx, account)
    password = newOneTimePassword()
    const until = addMinutes(ctx.now, oneTimeMinutes)
    const hash = { ...(await hashPassword(password)), oneTimeUntil: until }
    return change(ctx, { login, until }, [
      endCredentials(account, ['password', 'totp', 'passkey'], ctx.now),
      credentialRow(ctx.keys, account, 'password', hash, ctx.now),
      clearFailures(account),
      endAllSessions(account, ctx.actor.id, ctx.now),
      entryFor(ctx.keys, account, 'account.recovered', null, ctx.now, { by: ctx.actor.id, until }),
    ])
  })
  forgetAccount(ctx, account)
  if (password === undefined) throw new Refusal(409, 'told-once')
  return { ...told, password }
}

/** Lifts a lock-out after failed tries; whatever opens the account stays as it is. */
export async function unlockAccount(ctx: Ctx, account: Id): Promise<void> {
  allow(ctx, 'recover', account)
  await once(ctx, async () => {
    await loginOf(ctx, account)
    const entry = entryFor(ctx.keys, account, 'account.unlocked', null, ctx.now, { by: ctx.actor.id })
    return change(ctx, null, [clearFailures(account), entry])
  })
}

/** Shuts an official's account until it is opened again; its sessions end. */
export async function disableAccount(ctx: Ctx, account: Id, reason: string): Promise<void> {
  allow(ctx, 'disable', account)
  await once(ctx, async () => {
    await loginOf(ctx, account)
    return change(ctx, null, [
      { text: 'update account_state set disabled = true where account_id = $1', values: [account] },
      endAllSessions(account, ctx.actor.id, ctx.now),
      entryFor(ctx.keys, account, 'account.disabled', null, ctx.now, { by: ctx.actor.id, reason }),
    ])
  })
  forgetAccount(ctx, account)
}

/** Opens an account that was shut. */
export async function enableAccount(ctx: Ctx, account: Id): Promise<void> {
  allow(ctx, 'disable', account)
  await once(ctx, async () => {
    await loginOf(ctx, account)
    return change(ctx, null, [
      { text: 'update account_state set disabled = false where account_id = $1', values: [account] },
      entryFor(ctx.keys, account, 'account.enabled', null, ctx.now, { by: ctx.actor.id }),
    ])
  })
  forgetAccount(ctx, account)
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

function change<T>(ctx: Ctx, answer: T, statements: readonly Statement[]) {
  return { as: gate(ctx.actor.id), statements: [...stillSignedIn(ctx), ...statements], answer }
}
