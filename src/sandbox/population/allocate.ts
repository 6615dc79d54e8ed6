import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { type Ledger, ledger } from '../ledger.ts'
import { personalNumber } from '../personal-number.ts'

const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const AllocationRequest = Type.Object({
  /** Made by the asker; the same request gets the same number for ever. */
  requestId: Type.String({ minLength: 8, maxLength: 64 }),
  child: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 200 }),
    sex: Type.Union([Type.Literal('male'), Type.Literal('female')]),
    bornOn: date,
    ethnicity: Type.Optional(Type.String({ maxLength: 60 })),
    homeTown: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  register: Type.Object({
    provinceCode: Type.String({ pattern: '^\\d{2}$' }),
    agencyCode: Type.String({ pattern: '^\\d{5}$' }),
    book: Type.String({ maxLength: 40 }),
    number: Type.String({ maxLength: 40 }),
    date,
  }),
})
export type AllocationRequest = Static<typeof AllocationRequest>

const Allocation = Type.Object({ number: Type.String(), at: Type.String(), request: AllocationRequest })
export type Allocation = Static<typeof Allocation>

export type Allocated = { outcome: 'new' | 'again'; allocation: Allocation } | { outcome: 'other-content' } | { outcome: 'exhausted' }

export type Allocations = {
  of: (number: string) => Allocation | undefined
  allocate: (request: AllocationRequest, at: string) => Allocated
}

/** Newborns' serials lie between 900000 and 989999: recognisable, and apart from the cast. */
const firstSerial = 900_000
const serials = 90_000
const stride = 7919 // coprime to 90 000: the serials of one year look scattered and never meet

/** The numbers given to newborns: unique over restarts, and one a request however often it is asked. */
export function allocations(dir: string | undefined): Allocations {
  const book: Ledger<Allocation> = ledger(dir, 'allocations.jsonl', (value) => Value.Check(Allocation, value))
  const byRequest = new Map(book.entries.map((entry) => [entry.request.requestId, entry]))
  const byNumber = new Map(book.entries.map((entry) => [entry.number, entry]))
  const given = new Map<string, number>()
  for (const { number } of book.entries) count(given, number.slice(0, 6))

  return {
    of: (number) => byNumber.get(number),
    allocate(request, at) {
      const before = byRequest.get(request.requestId)
      if (before) return Value.Equal(before.request, request) ? { outcome: 'again', allocation: before } : { outcome: 'other-content' }
      const { sex, bornOn } = request.child
      const group = personalNumber(`0${request.register.provinceCode}`, sex, bornOn, 0).slice(0, 6)
      const taken = given.get(group) ?? 0
      if (taken >= serials) return { outcome: 'exhausted' }
      const number = `${group}${firstSerial + ((taken * stride) % serials)}`
      const allocation = { number, at, request }
      book.append(allocation)
      byRequest.set(request.requestId, allocation)
      byNumber.set(number, allocation)
      count(given, group)
      return { outcome: 'new', allocation }
    },
  }
}

function count(given: Map<string, number>, group: string): void {
  given.set(group, (given.get(group) ?? 0) + 1)
}
