import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import type { RegisterEntry } from './report.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

/** An entry as the national database gives it, with the name of the agency that wrote it. */
export type NationalEntry = RegisterEntry & { agencyName: string }

const text = Type.String({ maxLength: 300 })
const Answer = Type.Object({
  at: text,
  replyId: text,
  result: Type.Union([Type.Literal('found'), Type.Literal('not-found'), Type.Literal('unknown')]),
  entries: Type.Optional(
    Type.Array(
      Type.Object({
        event: text,
        agencyCode: text,
        agencyName: text,
        book: text,
        number: text,
        page: text,
        date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        columns: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 500 })),
      }),
      { maxItems: 20 },
    ),
  ),
})

/**
 * Asks the national civil-status database for the entries of an event of somebody named by name and birth date. `not-in-database`: the entry
 * stands in a paper register only, and the agency that keeps it must be asked.
 */
export async function lookUpEntries(
  civilStatus: Endpoint,
  asking: Asking,
  wanted: { event: string; name: string; bornOn: string; number?: string },
): Promise<LookUp<{ entries: readonly NationalEntry[] }>> {
  const askedAt = asking.now()
  const answer = await put(civilStatus, '/tim-so', { queryId: asking.queryId, purpose: asking.purpose, ...wanted }, Answer)
  return recorded(asking, askedAt, { question: 'register-entries', source: 'civil-status' }, found(answer))
}

function found(answer: Awaited<ReturnType<typeof put<typeof Answer>>>): Finding<{ entries: readonly NationalEntry[] }> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, entries = [] } = answer
  if (result === 'unknown') return { status: 'missing', reason: 'not-in-database', at, replyId }
  if (result === 'not-found' || entries.length === 0) return { status: 'missing', reason: 'not-found', at, replyId }
  return { status: 'match', at, replyId, fields: { entries } }
}
