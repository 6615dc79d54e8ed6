import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { sampleCommunes } from '../communes.ts'
import { ledger } from '../ledger.ts'
import { personNumbered } from '../people.ts'
import { sameName } from '../population/compare.ts'
import { answered } from '../questions.ts'
import type { Routes } from '../routes.ts'

const number = Type.String({ pattern: '^\\d{12}$' })
const commune = Type.String({ pattern: '^\\d{5}$' })
const asking = { queryId: Type.String({ minLength: 8, maxLength: 64 }), purpose: Type.String({ minLength: 1, maxLength: 200 }) }

const NameQuestion = Type.Object({ ...asking, name: Type.String({ minLength: 1, maxLength: 300 }), communeCode: commune })
const OwnerQuestion = Type.Object({ ...asking, number })
const Registration = Type.Object({
  requestId: Type.String({ minLength: 8, maxLength: 64 }),
  name: Type.String({ minLength: 1, maxLength: 300 }),
  communeCode: commune,
  address: Type.String({ maxLength: 500 }),
  sector: Type.String({ pattern: '^\\d{4}$' }),
  capital: Type.String({ pattern: '^\\d{1,16}$' }),
  startsOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  employees: Type.Integer({ minimum: 0 }),
  owner: Type.Object({ number, name: Type.String({ maxLength: 200 }) }),
  taxAddress: Type.String({ maxLength: 500 }),
  phone: Type.String({ maxLength: 20 }),
})
const Entry = Type.Object({ code: Type.String(), registration: Registration })
type Entry = Static<typeof Entry>

/** Household businesses that stood in the register before the first day of the sample. */
const before = [
  { name: 'Hộ kinh doanh Gốm Phù Lãng', communeCode: sampleCommunes.kinhBac.code, owner: 'phuoc' },
  { name: 'Hộ kinh doanh Bún Tâm', communeCode: sampleCommunes.nhaNam.code, owner: 'tam' },
] as const

/**
 * Plays the register of household businesses and the tax system behind it: POST /ten (is a name taken in a commune), /chu-ho (has a person
 * one already), /dang-ky (takes the data of a new one and gives its code).
 */
export function tax({ dir, now }: { dir: string | undefined; now: () => string }): Routes {
  const book = ledger<Entry>(dir, 'household-businesses.jsonl', (value) => Value.Check(Entry, value))
  const named = () => [...before, ...book.entries.map(({ registration: { name, communeCode } }) => ({ name, communeCode }))]
  return {
    'POST /ten': (call) =>
      answered(call, NameQuestion, now, ({ name, communeCode }) => ({
        json: yesOrNo(named().some((one) => one.communeCode === communeCode && sameName(one.name, name))),
      })),
    'POST /chu-ho': (call) =>
      answered(call, OwnerQuestion, now, ({ number: owner }) => ({
        json: yesOrNo(
          before.some((one) => one.owner === personNumbered(owner)?.key) ||
            book.entries.some(({ registration }) => registration.owner.number === owner),
        ),
      })),
    'POST /dang-ky': (call) =>
      answered(call, Registration, now, (registration) => {
        const earlier = book.entries.find((one) => one.registration.requestId === registration.requestId)
        if (earlier !== undefined && !Value.Equal(earlier.registration, registration)) return { status: 409, json: { result: 'conflict' } }
        const owner = personNumbered(registration.owner.number)
        // The owner's data must be those of the population database.
        if (owner !== undefined && !sameName(owner.name, registration.owner.name)) return { json: { result: 'rejected' } }
        const entry = earlier ?? { code: codeOf(book.entries.length), registration }
        if (earlier === undefined) book.append(entry)
        return { status: earlier === undefined ? 201 : 200, json: { result: 'registered', code: entry.code, office: 'Thuế cơ sở mẫu' } }
      }),
  }
}

const yesOrNo = (is: boolean) => ({ result: is ? 'yes' : 'no' })

/** Codes of the sample begin with 809999: recognisable, and no real office gives them. */
function codeOf(taken: number): string {
  return `809999${String(taken + 1).padStart(4, '0')}`
}
