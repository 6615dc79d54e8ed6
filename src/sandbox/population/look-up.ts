import { type Static, Type } from 'typebox'
import type { Person } from '../people.ts'
import { sameDate, sameName } from './compare.ts'
import type { Stay } from './stays.ts'

export const personFields = ['number', 'name', 'bornOn', 'sex', 'ethnicity', 'nationality', 'homeTown'] as const
export type PersonField = (typeof personFields)[number]
export type Known = Pick<Person, PersonField>

const asking = {
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
}

export const PersonQuestion = Type.Object({
  ...asking,
  name: Type.Optional(Type.String({ maxLength: 200 })),
  bornOn: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })),
  sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
  fields: Type.Array(Type.Union(personFields.map((field) => Type.Literal(field))), { maxItems: 7 }),
})
export type PersonQuestion = Static<typeof PersonQuestion>

export const ResidenceQuestion = Type.Object({ ...asking, communeCode: Type.Optional(Type.String({ pattern: '^\\d{5}$' })) })
export type ResidenceQuestion = Static<typeof ResidenceQuestion>

/** Compares what was declared with what the database knows, and gives the fields that were asked for, no more. */
export function comparePerson(question: PersonQuestion, known: Known | undefined) {
  if (!known) return { result: 'missing' }
  const differs: PersonField[] = []
  if (question.name !== undefined && !sameName(question.name, known.name)) differs.push('name')
  if (question.bornOn !== undefined && !sameDate(question.bornOn, known.bornOn)) differs.push('bornOn')
  if (question.sex !== undefined && question.sex !== known.sex) differs.push('sex')
  // Whoever has neither the right name nor the right birth date learns nothing about the holder of the number.
  const stranger = differs.includes('name') && (question.bornOn === undefined || differs.includes('bornOn'))
  const person = stranger ? {} : Object.fromEntries(question.fields.map((field) => [field, known[field]]))
  return { result: differs.length === 0 ? 'match' : 'mismatch', differs, person }
}

/** Where somebody lives, and beside it where he stays for the time being as the police recorded it. */
export function compareResidence(question: ResidenceQuestion, person: Person | undefined, stay: Stay | undefined) {
  if (!person) return { result: 'missing' }
  const { commune, ...rest } = person.residence
  const residence = {
    ...rest,
    communeCode: commune.code,
    communeName: commune.name,
    provinceCode: commune.provinceCode,
    provinceName: commune.provinceName,
    ...(stay === undefined ? {} : { stay: { communeCode: stay.communeCode, detail: stay.detail, to: stay.to } }),
  }
  const agrees = question.communeCode === undefined || question.communeCode === commune.code
  return { result: agrees ? 'match' : 'mismatch', differs: agrees ? [] : ['communeCode'], residence }
}
