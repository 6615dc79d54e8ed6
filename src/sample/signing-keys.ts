import type { House } from '#modules/identity'
import { type Actor, asActor, ask, rowsOf, type Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'

const loader: Actor = { id: '00000000-0000-7000-8000-00000000dada', kind: 'job', system: 'state', posts: [], units: [] }

/** What the sample's authority is asked for: a key with its certificate for a person in a post, or for an agency. */
export type Issue = (request: { kind: 'person' | 'agency'; name: string; unit: string; title?: string }) => {
  keyPem: string
  certificatePem: string
  chainPem: string
}

type Wanted = {
  kind: 'person' | 'agency'
  post_id: Id | null
  account_id: Id | null
  unit_id: Id
  unit: string
  title: string | null
  name: Buffer | null
}

/** Leaders who sign in the communes with sample people, and those communes' seals, as far as they have no key yet. */
const wantedKeys = `
with staffed as (
  select distinct p.unit_id from post p join post_holding h on h.post_id = p.id where p.role = 'chair' and h.valid_to is null
)
select 'person' as kind, p.id as post_id, h.account_id, p.unit_id, n.name as unit, p.title, person.name from post p
  join post_holding h on h.post_id = p.id and h.valid_to is null join account a on a.id = h.account_id join person on person.id = a.person_id
  join unit_name n on n.unit_id = p.unit_id and n.valid_to is null
  where p.role = 'chair' and not exists (select from signing_key k where k.post_id = p.id)
union all
select 'agency', null, null, s.unit_id, n.name, null, null from staffed s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null
  where not exists (select from signing_key k where k.unit_id = s.unit_id and k.kind = 'agency')`

/** Gives the sample's leaders and agencies software keys with test certificates; what has one keeps it. */
export async function issueSampleKeys(house: House, issue: Issue, now: string): Promise<void> {
  const [answer] = await ask(house.pool, loader, [{ text: wantedKeys, values: [] }])
  const rows = rowsOf<Wanted>(answer)
  if (rows.length === 0) return
  await house.pool.trip([asActor(loader), ...rows.map((row) => keyRow(house, row, issue, now))])
}

function keyRow(house: House, row: Wanted, issue: Issue, now: string): Statement {
  const name = row.name === null ? row.unit : house.keys.openText(row.name, 'person.name')
  const issued = issue({ kind: row.kind, name, unit: row.unit, ...(row.title === null ? {} : { title: row.title }) })
  const until = `${Number(now.slice(0, 4)) + 4}${now.slice(4)}`
  return {
    text: `insert into signing_key (id, kind, post_id, account_id, unit_id, provider, certificate, chain, private, valid_from, valid_to)
           values ($1, $2, $3, $4, $5, 'software', $6, $7, $8, $9, $10)`,
    values: [
      newId(Date.parse(now)),
      row.kind,
      row.post_id,
      row.account_id,
      row.unit_id,
      issued.certificatePem,
      issued.chainPem,
      house.keys.seal(issued.keyPem, 'signing_key.private'),
      now,
      until,
    ],
  }
}
