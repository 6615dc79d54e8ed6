import type { Id } from '#platform/id'
import type { PartialDate } from '#platform/text'

/** What is known of a person beside name and numbers. Everything may be missing; a birth date may be a year or a month only. */
export type PersonDetails = {
  bornOn?: PartialDate
  sex?: 'male' | 'female'
  /** Where the person lives, in one line. */
  address?: string
  phone?: string
  email?: string
  /** Contacts that the person gave here; they stand before those from VNeID. */
  own?: Contacts
}

export type Contacts = { phone?: string; email?: string }

export type Person = {
  id: Id
  name: string
  /** The citizen number in force today. */
  number?: string
} & Omit<PersonDetails, 'own'>

/** For whom an account may act today. */
export type Party = { id: Id; kind: 'person' | 'organisation'; role: PartyRole; name: string; taxCode?: string }
export type PartyRole = 'self' | 'representative' | 'delegate'

/** Where a sealed value lives: a value moved to another column does not open. */
export const sealedAt = {
  name: 'person.name',
  details: 'person.details',
  identifier: 'identifier.value',
  credential: 'credential.secret',
  trip: 'sign_in_trip.secret',
} as const

export function withOwnContacts({ own, ...details }: PersonDetails): Omit<PersonDetails, 'own'> {
  return { ...details, ...own }
}
