import { type House, hashPassword, sealedAt } from '#modules/identity'
import type { Instant } from '#platform/clock'
import { type Actor, asActor, ask, type Statement } from '#platform/db'
import { newId } from '#platform/id'
import { officials, type SampleOfficial, samplePassword, sampleTotpSecret } from './accounts.ts'
import { calendarRows } from './calendar.ts'
import { bytes, insertAll } from './insert.ts'
import { directoryRows, type PostRow, type UnitRow } from './units.ts'

/** Loads as background work: it may write directory and people, and no case. */
export const loader: Actor = { id: '00000000-0000-7000-8000-00000000dada', kind: 'job', system: 'state', posts: [], units: [] }

/**
 * Loads the sample province: units, posts, people, calendar. One transaction; where the province already stands, nothing is done.
 * @returns whether anything was loaded
 */
export async function loadSample(house: House, { now }: { now: Instant }): Promise<boolean> {
  const [found] = await ask(house.pool, loader, [{ text: "select 1 as one from unit where level = 'province'", values: [] }])
  if (found?.rows.length !== 0) return false
  const directory = directoryRows(now)
  const people = await peopleRows(house.keys, directory, now)
  await house.pool.trip([asActor(loader), ...directoryStatements(directory), ...people, ...calendarRows(now)])
  return true
}

function directoryStatements({ units, names, contacts, posts, successions, areas }: ReturnType<typeof directoryRows>): Statement[] {
  return [
    insertAll('unit', ['id', 'system', 'level', 'code', 'parent_id', 'valid_from', 'valid_to'], units),
    insertAll('unit_name', ['unit_id', 'name', 'short_name', 'area_type', 'valid_from', 'valid_to', 'basis'], names),
    insertAll('unit_contact', ['unit_id', 'address', 'phone', 'hours', 'unverified'], contacts),
    insertAll('unit_succession', ['predecessor_id', 'successor_id', 'on_date'], successions),
    insertAll('post', ['id', 'unit_id', 'role', 'title', 'valid_from'], posts),
    insertAll('former_area', ['old_code', 'old_name', 'old_district', 'folded', 'commune_code', 'kind'], areas),
  ]
}

async function peopleRows(keys: House['keys'], directory: { units: UnitRow[]; posts: PostRow[] }, now: Instant): Promise<Statement[]> {
  // One hash for all: the password is printed on the start page, and a hash takes a tenth of a second.
  const password = keys.sealJson(await hashPassword(samplePassword), sealedAt.credential)
  const made = officials.map((official) => {
    const make = () => newId(Date.parse(now))
    return { official, person: make(), account: make(), holding: make(), password: make(), totp: make(), post: postOf(official, directory) }
  })
  return [
    insertAll(
      'person',
      ['id', 'staff', 'name', 'details', 'sample', 'created_at'],
      made.map(({ official, person }) => ({
        id: person,
        staff: true,
        name: bytes(keys.seal(official.name, sealedAt.name)),
        details: bytes(keys.sealJson({}, sealedAt.details)),
        sample: true,
        created_at: now,
      })),
    ),
    insertAll(
      'account',
      ['id', 'kind', 'person_id', 'login', 'created_at'],
      made.map(({ official, person, account }) => ({
        id: account,
        kind: 'staff',
        person_id: person,
        login: official.login,
        created_at: now,
      })),
    ),
    { text: "insert into account_state (account_id) select id from account where kind = 'staff'", values: [] },
    insertAll(
      'credential',
      ['id', 'account_id', 'kind', 'secret', 'last_step', 'created_at'],
      made.flatMap(({ official, account, ...ids }) => [
        { id: ids.password, account_id: account, kind: 'password', secret: bytes(password), last_step: 0, created_at: now },
        {
          id: ids.totp,
          account_id: account,
          kind: 'totp',
          secret: bytes(keys.sealJson({ secret: sampleTotpSecret(official.login) }, sealedAt.credential)),
          last_step: 0,
          created_at: now,
        },
      ]),
    ),
    insertAll(
      'post_holding',
      ['id', 'post_id', 'account_id', 'valid_from', 'valid_to'],
      made.map(({ official, account, holding, post }) => ({
        id: holding,
        post_id: post.id,
        account_id: account,
        valid_from: '2025-07-01T00:00:00.000Z',
        valid_to: official.until ?? null,
      })),
    ),
  ]
}

/** The post of the role in the unit or in its one-stop centre. */
function postOf({ unit, role, login }: SampleOfficial, { units, posts }: { units: UnitRow[]; posts: PostRow[] }): PostRow {
  const places = units.filter((one) => one.code === unit || one.code === `${unit}-TT`).map((one) => one.id)
  const post = posts.find((one) => places.includes(one.unit_id) && one.role === role)
  if (post === undefined) throw new Error(`no sample post for ${login}`)
  return post
}
