import { idAt } from '#platform/act'
import type { Instant } from '#platform/clock'
import { asActor, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import type { PasswordHash } from './password.ts'
import { sealedAt } from './person.ts'

/** What a staff account shows itself with. */
export type Credentials = {
  account: Id
  login: string
  /** Failed tries in a row, this one counted before it is judged: tries that arrive together are all counted. */
  failures: number
  lockedUntil: Instant | undefined
  password: PasswordHash | undefined
  totp: { id: Id; secret: string } | undefined
}

const count = `update account_state s set failures = case when s.locked_until <= $2 then 1 else s.failures + 1 end,
    locked_until = case when s.locked_until <= $2 then null else s.locked_until end
  from account a where a.id = s.account_id and a.kind = 'staff' and a.login = $1 and not s.disabled
  returning a.id, a.login, s.failures, s.locked_until`
const secrets = `select c.id, c.kind, c.secret from credential c join account a on a.id = c.account_id
  where a.login = $1 and a.kind = 'staff' and c.ended_at is null and c.kind in ('password', 'totp')`

/** Counts a try against a login and gives what it is judged by; undefined for an unknown or disabled one. */
export async function credentialsFor({ pool, keys }: House, login: string, now: Instant): Promise<Credentials | undefined> {
  const answers = await pool.trip([asActor(gate()), { text: count, values: [login, now] }, { text: secrets, values: [login] }])
  const [state] = rowsOf<{ id: Id; login: string; failures: number; locked_until: Instant | null }>(answers[1])
  if (state === undefined) return undefined
  const rows = rowsOf<{ id: Id; kind: 'password' | 'totp'; secret: Buffer }>(answers[2])
  const password = rows.find((row) => row.kind === 'password')
  const totp = rows.find((row) => row.kind === 'totp')
  return {
    account: state.id,
    login: state.login,
    failures: state.failures,
    lockedUntil: state.locked_until ?? undefined,
    password: password && keys.openJson<PasswordHash>(password.secret, sealedAt.credential),
    totp: totp && { id: totp.id, ...keys.openJson<{ secret: string }>(totp.secret, sealedAt.credential) },
  }
}

/** A new credential of an account; the secret is sealed. */
export function credentialRow(
  keys: House['keys'],
  account: Id,
  kind: 'password' | 'totp' | 'passkey',
  secret: object,
  now: Instant,
  { handle, lastStep = 0 }: { handle?: string; lastStep?: number } = {},
): Statement {
  return {
    text: 'insert into credential (id, account_id, kind, secret, handle, last_step, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [idAt(now), account, kind, keys.sealJson(secret, sealedAt.credential), handle ?? null, lastStep, now],
  }
}

/** Ends an account's credentials of some kinds. */
export function endCredentials(account: Id, kinds: readonly ('password' | 'totp' | 'passkey')[], now: Instant): Statement {
  return {
    text: 'update credential set ended_at = $2 where account_id = $1 and ended_at is null and kind = any ($3::text[])',
    values: [account, now, kinds],
  }
}

/** Moves a code or counter on, once: the trip stores nothing where another sign-in has used it. */
export function useStep(credential: Id, step: number): Statement {
  return {
    text: `with used as (update credential set last_step = $2 where id = $1 and ended_at is null and last_step < $2 returning 1)
      select refuse_unless(count(*) = 1, 'code-used') from used`,
    values: [credential, step],
  }
}

/** After a sign-in that succeeded nothing is counted any more. */
export function clearFailures(account: Id): Statement {
  return {
    text: 'update account_state set failures = 0, locked_until = null, locked_reason = null where account_id = $1',
    values: [account],
  }
}
