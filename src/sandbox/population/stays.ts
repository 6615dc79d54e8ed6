import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { ledger } from '../ledger.ts'

const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const Stay = Type.Object({
  /** Made by the sender; the same message is taken once. */
  messageId: Type.String({ minLength: 8, maxLength: 64 }),
  agencyCode: Type.String({ pattern: '^\\d{5}-CA$' }),
  communeCode: Type.String({ pattern: '^\\d{5}$' }),
  detail: Type.String({ maxLength: 300 }),
  from: date,
  /** A stay without a last day is a permanent residence. */
  to: Type.Optional(date),
  householder: Type.String({ maxLength: 200 }),
  people: Type.Array(Type.Object({ number: Type.String({ pattern: '^\\d{12}$' }), name: Type.String({ maxLength: 200 }) }), {
    minItems: 1,
    maxItems: 200,
  }),
})
export type Stay = Static<typeof Stay>

/** Residences that the police decided, kept over restarts. */
export function stays(dir: string | undefined) {
  const book = ledger<Stay>(dir, 'stays.jsonl', (value) => Value.Check(Stay, value))
  return {
    /** A message seen before is answered as before; the same id with other content is refused. */
    accept(stay: Stay): { status: number; json: object } {
      const before = book.entries.find((one) => one.messageId === stay.messageId)
      if (before !== undefined)
        return Value.Equal(before, stay) ? { status: 200, json: { result: 'accepted' } } : { status: 409, json: { result: 'conflict' } }
      book.append(stay)
      return { status: 201, json: { result: 'accepted' } }
    },
    /** Where somebody stays on a day; the newest record counts. */
    of: (number: string, on: string): Stay | undefined =>
      book.entries.findLast(
        ({ people, from, to }) => people.some((one) => one.number === number) && from <= on && (to === undefined || on <= to),
      ),
  }
}
