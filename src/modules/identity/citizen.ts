import { asRefusal, entryFor, idAt, Refusal, refuseUnless } from '#platform/act'
import { addMinutes, type Instant, localDate } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import { type PartyRole, type PersonDetails, sealedAt } from './person.ts'
import { sessionLife } from './session.ts'

/** A citizen as an identity provider that the state trusts describes him: no more than forms ask for. */
export type CitizenClaims = {
  issuer: string
  /** The provider's own name for the account. */
  subject: string
  name: string
  /** The citizen number of twelve digits. */
  number: string
  details: PersonDetails
  /** Set where the account is an organisation's, through which this person acts. */
  actsFor?: { name: string; taxCode: string; role: Exclude<PartyRole, 'self'> }
}

export type Known = { account: Id; person: Id; party: Id }

type Row = { person_id: Id; account_id: Id | null; linked: boolean; name: Buffer; details: Buffer }

const known = `select i.person_id, a.id as account_id, p.name, p.details,
    exists (select from external_identity e where e.issuer = $3 and e.subject_key = $4 and e.account_id = a.id) as linked
  from identifier i join person p on p.id = i.person_id left join account a on a.person_id = p.id and a.kind = 'citizen'
  where i.kind = 'cccd' and i.value_key = $1 and (i.valid_to is null or i.valid_to >= $2) order by i.recorded_at desc limit 1`

/**
 * Finds the person with this citizen number, or makes person, identifier and account at the first sign-in; takes over what changed.
 * The same number is the same person, whoever asks at the same time.
 */
export async function rememberCitizen(house: House, claims: CitizenClaims, now: Instant, sample = false): Promise<Known> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await find(house, claims, now)
    try {
      const self = found?.account_id
        ? await refresh(house, claims, found, found.account_id, now)
        : await enrol(house, claims, found, now, sample)
      const party = claims.actsFor === undefined ? self.person : await actFor(house, self.account, claims.actsFor, now, sample)
      return { ...self, party }
    } catch (error) {
      // Another tab was faster: what it stored is found at the second look.
      const refusal = asRefusal(error)
      if (attempt === 2 || !(refusal instanceof Refusal) || refusal.reason !== 'known-meanwhile') throw refusal
    }
  }
}

async function find({ pool, keys }: House, claims: CitizenClaims, now: Instant): Promise<Row | undefined> {
  const values = [numberKey(keys, claims.number), localDate(now), claims.issuer, subjectKey(keys, claims.subject)]
  const [answer] = await ask(pool, gate(), [{ text: known, values }])
  return rowsOf<Row>(answer)[0]
}

async function enrol({ pool, keys }: House, claims: CitizenClaims, found: Row | undefined, now: Instant, sample: boolean) {
  const account = idAt(now)
  const person = found?.person_id ?? idAt(now)
  const key = numberKey(keys, claims.number)
  const statements: Statement[] = [
    { text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [key.toString('hex')] },
    refuseUnless(
      `not exists (select from identifier i left join account a on a.person_id = i.person_id and a.kind = 'citizen'
        where i.kind = 'cccd' and i.value_key = $1 and (a.id is not null or $2::boolean))`,
      [key, found === undefined],
      'known-meanwhile',
    ),
  ]
  if (found === undefined) statements.push(...personRows(keys, person, claims, now, sample))
  // Known from a counter: the provider's word counts more than what an official typed there.
  else statements.push(...told(keys, claims, found))
  statements.push(
    { text: "insert into account (id, kind, person_id, created_at) values ($1, 'citizen', $2, $3)", values: [account, person, now] },
    { text: 'insert into account_state (account_id) values ($1)', values: [account] },
    {
      text: "insert into account_party (account_id, party_id, role, valid_from) values ($1, $2, 'self', $3)",
      values: [account, person, now],
    },
    link(keys, account, claims, now),
    entryFor(keys, account, 'account.created', person, now, { issuer: claims.issuer }),
  )
  await pool.trip([asActor(gate(account)), ...statements])
  return { account, person }
}

function personRows(keys: House['keys'], person: Id, claims: CitizenClaims, now: Instant, sample: boolean): Statement[] {
  return [
    {
      text: 'insert into person (id, staff, name, details, sample, created_at) values ($1, false, $2, $3, $4, $5)',
      values: [person, keys.seal(claims.name, sealedAt.name), keys.sealJson(claims.details, sealedAt.details), sample, now],
    },
    {
      text: `insert into identifier (id, person_id, kind, value, value_key, valid_from, source, recorded_at)
        values ($1, $2, 'cccd', $3, $4, $5, $6, $7)`,
      values: [
        idAt(now),
        person,
        keys.seal(claims.number, sealedAt.identifier),
        numberKey(keys, claims.number),
        localDate(now),
        claims.issuer,
        now,
      ],
    },
  ]
}

async function refresh({ pool, keys }: House, claims: CitizenClaims, found: Row, account: Id, now: Instant) {
  const person = found.person_id
  const statements: Statement[] = []
  if (!found.linked) {
    statements.push(link(keys, account, claims, now), entryFor(keys, account, 'account.linked', person, now, { issuer: claims.issuer }))
  }
  statements.push(...told(keys, claims, found))
  if (statements.length > 0) await pool.trip([asActor(gate(account)), ...statements])
  return { account, person }
}

/** Name and details as the provider tells them now, where they differ from what is kept. */
function told(keys: House['keys'], claims: CitizenClaims, found: Row): Statement[] {
  const before = keys.openJson<PersonDetails>(found.details, sealedAt.details)
  const after: PersonDetails = { ...before, ...claims.details }
  if (keys.openText(found.name, sealedAt.name) === claims.name && JSON.stringify(after) === JSON.stringify(before)) return []
  return [
    {
      text: 'update person set name = $2, details = $3 where id = $1',
      values: [found.person_id, keys.seal(claims.name, sealedAt.name), keys.sealJson(after, sealedAt.details)],
    },
  ]
}

function link(keys: House['keys'], account: Id, claims: CitizenClaims, now: Instant): Statement {
  return {
    text: `insert into external_identity (issuer, subject_key, account_id, linked_at) values ($1, $2, $3, $4)
      on conflict (issuer, subject_key) do nothing`,
    values: [claims.issuer, subjectKey(keys, claims.subject), account, now],
  }
}

/** A delegation is believed for as long as a session that proved it can live; after that VNeID is asked again. */
async function actFor(
  { pool, keys }: House,
  account: Id,
  organisation: NonNullable<CitizenClaims['actsFor']>,
  now: Instant,
  sample: boolean,
): Promise<Id> {
  const { name, taxCode, role } = organisation
  const until = addMinutes(now, sessionLife.citizen.most)
  const answers = await pool.trip([
    asActor(gate(account)),
    {
      text: `insert into organisation (id, name, tax_code, sample, created_at) values ($1, $2, $3, $4, $5)
        on conflict (tax_code) do nothing`,
      values: [idAt(now), name, taxCode, sample, now],
    },
    {
      text: `insert into account_party (account_id, party_id, role, valid_from, valid_to)
        select $1, o.id, $2, $3, $4 from organisation o where o.tax_code = $5
        on conflict (account_id, party_id, valid_from) do nothing`,
      values: [account, role, now, until, taxCode],
    },
    { text: 'select id from organisation where tax_code = $1', values: [taxCode] },
    entryFor(keys, account, 'account.acts-for', null, now, { taxCode, role }),
  ])
  const [row] = rowsOf<{ id: Id }>(answers[3])
  if (row === undefined) throw new Error('an organisation was stored without an answer')
  return row.id
}

export function numberKey(keys: House['keys'], number: string): Buffer {
  return keys.lookUpKey('cccd', number)
}

export function subjectKey(keys: House['keys'], subject: string): Buffer {
  return keys.lookUpKey('subject', subject)
}
