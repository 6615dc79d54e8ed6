import { type House, hashPassword, sealedAt } from '#modules/identity'
import type { Instant } from '#platform/clock'
import type { Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { officials, type SampleOfficial, samplePassword, sampleTotpSecret } from './accounts.ts'
import { bytes, insertAll } from './insert.ts'
import type { PostRow, UnitRow } from './units.ts'

type Made = { official: SampleOfficial; person: Id; account: Id; holding: Id; password: Id; totp: Id; post: PostRow }

/** The officials with their accounts, credentials and posts. */
export async function peopleRows(
  keys: House['keys'],
  directory: { units: UnitRow[]; posts: PostRow[] },
  now: Instant,
): Promise<Statement[]> {
  const make = () => newId(Date.parse(now))
  const made = officials.map(
    (official): Made => ({
      official,
      person: make(),
      account: make(),
      holding: make(),
      password: make(),
      totp: make(),
      post: postOf(official, directory),
    }),
  )
  return [...accountRows(keys, made, now), await credentialRows(keys, made, now), holdingRows(made)]
}

function accountRows(keys: House['keys'], made: readonly Made[], now: Instant): Statement[] {
  const details = bytes(keys.sealJson({}, sealedAt.details))
  return [
    insertAll(
      'person',
      ['id', 'staff', 'name', 'details', 'sample', 'created_at'],
      made.map(({ official, person }) => {
        const name = bytes(keys.seal(official.name, sealedAt.name))
        return { id: person, staff: true, name, details, sample: true, created_at: now }
      }),
    ),
    insertAll(
      'account',
      ['id', 'kind', 'person_id', 'login', 'created_at'],
      made.map(({ official, person, account }) => {
        return { id: account, kind: 'staff', person_id: person, login: official.login, created_at: now }
      }),
    ),
    { text: "insert into account_state (account_id) select id from account where kind = 'staff'", values: [] },
  ]
}

async function credentialRows(keys: House['keys'], made: readonly Made[], now: Instant): Promise<Statement> {
  // One hash for all: the password is printed on the start page, and a hash takes a tenth of a second.
  const password = bytes(keys.sealJson(await hashPassword(samplePassword), sealedAt.credential))
  const rows = made.flatMap((one) => {
    const common = { account_id: one.account, last_step: 0, created_at: now }
    const totp = bytes(keys.sealJson({ secret: sampleTotpSecret(one.official.login) }, sealedAt.credential))
    return [
      { id: one.password, kind: 'password', secret: password, ...common },
      { id: one.totp, kind: 'totp', secret: totp, ...common },
    ]
  })
  return insertAll('credential', ['id', 'account_id', 'kind', 'secret', 'last_step', 'created_at'], rows)
}

function holdingRows(made: readonly Made[]): Statement {
  const rows = made.map(({ official, account, holding, post }) => {
    const span = { valid_from: '2025-07-01T00:00:00.000Z', valid_to: official.until ?? null }
    return { id: holding, post_id: post.id, account_id: account, ...span }
  })
  return insertAll('post_holding', ['id', 'post_id', 'account_id', 'valid_from', 'valid_to'], rows)
}

/** The post of the role in the unit or in its one-stop centre. */
function postOf({ unit, role, login }: SampleOfficial, { units, posts }: { units: UnitRow[]; posts: PostRow[] }): PostRow {
  const places = units.filter((one) => one.code === unit || one.code === `${unit}-TT`).map((one) => one.id)
  const post = posts.find((one) => places.includes(one.unit_id) && one.role === role)
  if (post === undefined) throw new Error(`no sample post for ${login}`)
  return post
}
