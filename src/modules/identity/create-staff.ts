import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { addMinutes } from '#platform/clock'
import { type Statement, stateOf } from '#platform/db'
import type { Id } from '#platform/id'
import { cleanInput, nameProblems } from '#platform/text'
import { credentialRow } from './credentials.ts'
import { stillSignedIn } from './end-session.ts'
import { gate } from './house.ts'
import { hashPassword, newOneTimePassword } from './password.ts'
import { sealedAt } from './person.ts'
import { mayManageStaff } from './policy.ts'
import { oneTimeMinutes, type Recovered } from './recover.ts'

export type StaffProblem = { field: 'login' | 'name'; rule: 'pattern' | 'taken' | 'not-letters' }
export type NewStaff = { ok: true; account: Id } & Recovered

/**
 * Makes an account for an official, with a one-time password that is told here and never again. The first administrator of an install
 * is made so from the command line, every other official by an administrator.
 * @throws Refusal 403 for anybody else, 409 where the same request comes a second time: the password is stored nowhere
 */
export async function createStaff(
  ctx: Ctx,
  given: { login: string; name: string },
): Promise<NewStaff | { ok: false; problems: StaffProblem[] }> {
  if (!mayManageStaff(ctx.actor)) throw new Refusal(403, 'not-yours')
  const login = given.login.trim().toLowerCase()
  const name = cleanInput(given.name)
  const problems: StaffProblem[] = []
  if (!/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(login) || login.length < 3 || login.length > 60)
    problems.push({ field: 'login', rule: 'pattern' })
  if (nameProblems(name).some(({ weight }) => weight === 'refused')) problems.push({ field: 'name', rule: 'not-letters' })
  if (problems.length > 0) return { ok: false, problems }
  let password: string | undefined
  try {
    const made = await once(ctx, async () => {
      const [person, account] = [idAt(ctx.now), idAt(ctx.now)]
      password = newOneTimePassword()
      const until = addMinutes(ctx.now, oneTimeMinutes)
      const hash = { ...(await hashPassword(password)), oneTimeUntil: until }
      const statements = [
        ...stillSignedIn(ctx),
        ...accountRows(ctx, { person, account, login, name }),
        credentialRow(ctx.keys, account, 'password', hash, ctx.now),
        entryFor(ctx.keys, account, 'account.created', person, ctx.now, { by: ctx.actor.id }),
      ]
      return { as: gate(ctx.actor.id), statements, answer: { account, login, until } }
    })
    if (password === undefined) throw new Refusal(409, 'told-once')
    return { ok: true, ...made, password }
  } catch (error) {
    if (stateOf(error) === '23505') return { ok: false, problems: [{ field: 'login', rule: 'taken' }] }
    throw error
  }
}

function accountRows(
  { keys, now }: Ctx,
  { person, account, login, name }: { person: Id; account: Id; login: string; name: string },
): Statement[] {
  return [
    {
      text: 'insert into person (id, staff, name, details, created_at) values ($1, true, $2, $3, $4)',
      values: [person, keys.seal(name, sealedAt.name), keys.sealJson({}, sealedAt.details), now],
    },
    {
      text: "insert into account (id, kind, person_id, login, created_at) values ($1, 'staff', $2, $3, $4)",
      values: [account, person, login, now],
    },
    { text: 'insert into account_state (account_id) values ($1)', values: [account] },
  ]
}
