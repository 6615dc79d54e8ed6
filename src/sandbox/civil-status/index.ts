import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { marriageOf, marriageWith } from '../families.ts'
import { ledger } from '../ledger.ts'
import { personNumbered } from '../people.ts'
import { sameName } from '../population/compare.ts'
import { answered } from '../questions.ts'
import type { Routes } from '../routes.ts'
import { EntriesQuestion, entriesFor } from './entries.ts'
import { MaritalQuestion, maritalStatusOf } from './marital.ts'

const spouse = Type.Object({
  number: Type.String({ pattern: '^\\d{12}$' }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
})

export const MarriageQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  spouses: Type.Tuple([spouse, spouse]),
})
type MarriageQuestion = Static<typeof MarriageQuestion>

/** About the marriage of a person whose identity the asking agency has verified. */
export const OwnMarriageQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
})

export const RegisterCopy = Type.Object({
  /** Made by the sender; a message that comes twice is taken once. */
  messageId: Type.String({ minLength: 8, maxLength: 64 }),
  event: Type.Union([Type.Literal('birth'), Type.Literal('marriage'), Type.Literal('death')]),
  agencyCode: Type.String({ pattern: '^\\d{5}$' }),
  book: Type.String({ minLength: 1, maxLength: 40 }),
  number: Type.String({ minLength: 1, maxLength: 40 }),
  page: Type.String({ maxLength: 20 }),
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  /** The columns of the entry, by their names in the ministry's register. */
  columns: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 500 })),
})
export type RegisterCopy = Static<typeof RegisterCopy>

const Accepted = Type.Object({ at: Type.String(), copy: RegisterCopy })
type Accepted = Static<typeof Accepted>

/**
 * Plays the e-civil-status database: POST /hon-nhan (are these two married), /hon-nhan-cua-toi (the marriage of a verified person),
 * /tinh-trang-hon-nhan (how somebody stands), /tim-so (entries of an event), /so-ho-tich (takes a copy of a register entry).
 */
export function civilStatus({ dir, now }: { dir: string | undefined; now: () => string }): Routes {
  const registers = registerCopies(dir)
  return {
    'POST /hon-nhan': (call) => answered(call, MarriageQuestion, now, (question) => ({ json: marriageBetween(question) })),
    'POST /hon-nhan-cua-toi': (call) => answered(call, OwnMarriageQuestion, now, ({ number }) => ({ json: ownMarriage(number) })),
    'POST /tinh-trang-hon-nhan': (call) =>
      answered(call, MaritalQuestion, now, (question) => ({ json: maritalStatusOf(question, registers.marriagesOf(question.number)) })),
    'POST /tim-so': (call) => answered(call, EntriesQuestion, now, (question) => ({ json: entriesFor(question, registers.copies()) })),
    'POST /so-ho-tich': (call) => answered(call, RegisterCopy, now, (copy) => registers.accept(copy, now())),
  }
}

/**
 * `found` with the entry; `unknown` where they may be married but their register is not in the database, so that the commune which
 * kept it must be asked; `not-found` where the database holds no marriage of these two.
 */
function marriageBetween({ spouses }: MarriageQuestion): object {
  const [one, other] = spouses.map((declared) => personNumbered(declared.number))
  if (!one || !other) return { result: 'not-found' }
  const entry = marriageOf(one, other)
  if (!entry) return { result: 'not-found' }
  if (!entry.inDatabase) return { result: 'unknown' }
  const differs = [one, other].flatMap((person, i) => {
    const name = spouses[i]?.name
    return name === undefined || sameName(name, person.name) ? [] : [`spouses.${i}.name`]
  })
  const { number, book, date, agency } = entry
  return { result: 'found', differs, marriage: { number, book, date, agency } }
}

/** The same answers about one person's marriage, with the other spouse as the entry names him. */
function ownMarriage(ownNumber: string): object {
  const own = personNumbered(ownNumber)
  const found = own === undefined ? undefined : marriageWith(own)
  if (found === undefined) return { result: 'not-found' }
  if (!found.entry.inDatabase) return { result: 'unknown' }
  const { number, book, date, agency } = found.entry
  const { number: spouseNumber, name, bornOn } = found.spouse
  return { result: 'found', marriage: { number, book, date, agency, spouse: { number: spouseNumber, name, bornOn } } }
}

function registerCopies(dir: string | undefined) {
  const kept = ledger<Accepted>(dir, 'register-copies.jsonl', (value) => Value.Check(Accepted, value))
  const byMessage = new Map<string, Accepted>()
  const byPlace = new Map<string, Accepted>()
  const placeOf = (copy: RegisterCopy) => `${copy.event}|${copy.agencyCode}|${copy.book}|${copy.number}`
  const enter = (accepted: Accepted) => {
    byMessage.set(accepted.copy.messageId, accepted)
    byPlace.set(placeOf(accepted.copy), accepted)
  }
  kept.entries.forEach(enter)

  return {
    /** Every copy that registries gave us. */
    copies: (): RegisterCopy[] => [...byPlace.values()].map(({ copy }) => copy),
    /** Days on which marriages of this person were registered with us. */
    marriagesOf: (number: string): string[] =>
      [...byPlace.values()].flatMap(({ copy: { event, date, columns } }) =>
        event === 'marriage' && [columns.voSoGiayToTuyThan, columns.chongSoGiayToTuyThan].includes(number) ? [date] : [],
      ),
    /** A message seen before is answered as before; another entry under a number already used is refused. */
    accept(copy: RegisterCopy, at: string): { status: number; json: object } {
      const before = byMessage.get(copy.messageId)
      if (before && Value.Equal(before.copy, copy)) return { status: 200, json: { result: 'accepted', at: before.at } }
      if (before || byPlace.has(placeOf(copy))) return { status: 409, json: { result: 'conflict' } }
      const accepted = { at, copy }
      kept.append(accepted)
      enter(accepted)
      return { status: 201, json: { result: 'accepted', at } }
    },
  }
}
