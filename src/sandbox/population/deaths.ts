import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { ledger } from '../ledger.ts'
import { personNumbered } from '../people.ts'

export const Death = Type.Object({
  /** Made by the sender; a message that comes twice is taken once. */
  messageId: Type.String({ minLength: 8, maxLength: 64 }),
  deceased: Type.Object({
    number: Type.String({ pattern: '^\\d{12}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    diedOn: Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
    diedAt: Type.Optional(Type.String({ pattern: '^\\d{2}:\\d{2}$' })),
  }),
  register: Type.Object({
    provinceCode: Type.String({ pattern: '^\\d{2}$' }),
    agencyCode: Type.String({ pattern: '^\\d{5}$' }),
    book: Type.String({ maxLength: 40 }),
    number: Type.String({ maxLength: 40 }),
    date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  }),
})
type Death = Static<typeof Death>

/** Deaths that registries told: kept over restarts, each once. */
export function deaths(dir: string | undefined) {
  const kept = ledger<Death>(dir, 'deaths.jsonl', (value) => Value.Check(Death, value))
  const dead = new Set(kept.entries.map(({ deceased }) => deceased.number))
  return {
    isDead: (number: string): boolean => dead.has(number),
    note(death: Death): { status: number; json: object } {
      const { number } = death.deceased
      if (personNumbered(number) === undefined) return { status: 200, json: { result: 'unknown-person' } }
      if (!dead.has(number)) kept.append(death)
      dead.add(number)
      return { status: 200, json: { result: 'noted' } }
    },
  }
}
