import { createHash } from 'node:crypto'
import { type Organisation, organisations } from '../families.ts'
import { type Person, people, personCalled, personNumbered } from '../people.ts'

/** An e-identity account: a person's own, or an organisation's through which a person acts. */
export type Account = { key: string; sub: string; person: Person; acts?: { for: Organisation; as: 'representative' | 'delegate' } }

const own: Account[] = people.filter((person) => person.identityLevel !== null).map((person) => account(person.key, person))

const ofOrganisations: Account[] = organisations.flatMap((organisation) => [
  account(`${organisation.representative}.${organisation.key}`, personCalled(organisation.representative), {
    for: organisation,
    as: 'representative',
  }),
  ...organisation.delegates.map((key) =>
    account(`${key}.${organisation.key}`, personCalled(key), { for: organisation, as: 'delegate' as const }),
  ),
])

function account(key: string, person: Person, acts?: Account['acts']): Account {
  const sub = createHash('sha256').update(`vneid-sample:${key}`).digest('hex').slice(0, 32)
  return acts ? { key, sub, person, acts } : { key, sub, person }
}

export const accounts: readonly Account[] = [...own, ...ofOrganisations]

export const accountCalled = (key: string): Account | undefined => accounts.find((one) => one.key === key)

export const accountOf = (sub: string): Account | undefined => accounts.find((one) => one.sub === sub)

/** The personal account of this number. */
export function accountNumbered(number: string): Account | undefined {
  const person = personNumbered(number)
  return person && own.find((one) => one.person === person)
}

export const levelOf = (one: Account): string => `urn:vneid:loa:${one.person.identityLevel ?? 1}`
