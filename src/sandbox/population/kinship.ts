import { type Static, Type } from 'typebox'
import { kinships, marriageOf } from '../families.ts'
import { type Person, personNumbered } from '../people.ts'
import { sameName } from './compare.ts'

const number = Type.String({ pattern: '^\\d{12}$' })

export const KinshipQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number,
  householder: Type.Object({ number, name: Type.String({ minLength: 1, maxLength: 200 }) }),
})

/** How a person is related to a householder who is named rightly; nothing is said where the name does not belong to the number. */
export function kinshipBetween({ number, householder }: Static<typeof KinshipQuestion>) {
  const [one, other] = [personNumbered(number), personNumbered(householder.number)]
  if (one === undefined || other === undefined || !sameName(householder.name, other.name)) return { result: 'missing' }
  const relation = relationOf(one, other)
  return relation === undefined ? { result: 'missing' } : { result: 'related', relation }
}

function relationOf(one: Person, other: Person): 'spouse' | 'parent' | 'child' | 'sibling' | undefined {
  if (marriageOf(one, other) !== undefined) return 'spouse'
  if (parentsOf(one.key).includes(other.key)) return 'child'
  if (parentsOf(other.key).includes(one.key)) return 'parent'
  return one.key !== other.key && parentsOf(one.key).some((parent) => parentsOf(other.key).includes(parent)) ? 'sibling' : undefined
}

function parentsOf(key: string): string[] {
  return kinships.filter(({ child }) => child === key).flatMap(({ mother, father }) => [mother, father].filter((one) => one !== undefined))
}
