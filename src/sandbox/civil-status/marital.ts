import { type Static, Type } from 'typebox'
import { type EndedMarriage, endedMarriages, marriageWith, notInDatabase } from '../families.ts'
import { type Person, personNumbered } from '../people.ts'
import { sameDate, sameName } from '../population/compare.ts'

/** About somebody's marital history: of oneself by number, of somebody else by number, name and birth date. */
export const MaritalQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  bornOn: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })),
})
type MaritalQuestion = Static<typeof MaritalQuestion>

/**
 * `found` with the history; `mismatch` where name or birth date is not that of the number, and then nothing else; `unknown` where a part
 * of the person's life stands in paper registers only. `registered` are days of marriages of which we got a copy.
 */
export function maritalStatusOf({ number, name, bornOn }: MaritalQuestion, registered: readonly string[]): object {
  const person = personNumbered(number)
  if (person === undefined) return { result: 'not-found' }
  const differs = [
    ...(name === undefined || sameName(name, person.name) ? [] : ['name']),
    ...(bornOn === undefined || sameDate(bornOn, person.bornOn) ? [] : ['bornOn']),
  ]
  if (differs.length > 0) return { result: 'mismatch', differs }
  const current = marriageWith(person)
  if (notInDatabase.includes(person.key) || current?.entry.inDatabase === false) return { result: 'unknown' }
  return { result: 'found', history: historyOf(person, [...(current === undefined ? [] : [current.entry.date]), ...registered]) }
}

function historyOf(person: Person, open: readonly string[]): object {
  const ended = endedMarriages.filter(({ of }) => of === person.key)
  const last = ended.at(-1)
  const marriages = ended.length + open.length
  if (open.length > 0) return { status: 'married', marriages, lastMarriedOn: [...open].sort().at(-1) }
  return last === undefined ? { status: 'never', marriages } : { marriages, ...endOf(last) }
}

function endOf({ marriedOn, divorce, spouseDeath }: EndedMarriage): object {
  const end = divorce === undefined ? { status: 'widowed', spouseDeath } : { status: 'divorced', divorce }
  return { ...end, lastMarriedOn: marriedOn }
}
