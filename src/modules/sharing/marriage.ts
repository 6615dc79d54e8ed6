import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

export type Spouse = { number: string; name?: string }
export type MarriageFields = { number: string; book: string; date: string; agencyCode: string; agencyName: string }

const text = Type.String({ maxLength: 300 })
const MarriageAnswer = Type.Object({
  at: text,
  replyId: text,
  result: Type.Union([Type.Literal('found'), Type.Literal('not-found'), Type.Literal('unknown')]),
  differs: Type.Optional(Type.Array(text)),
  marriage: Type.Optional(Type.Object({ number: text, book: text, date: text, agency: Type.Object({ code: text, name: text }) })),
})

/**
 * Asks the civil-status database for the marriage of two people. `missing` with `not-in-database` means that another commune's
 * register must be asked (answer due in three working days); with `not-found` that no marriage of these two is known.
 */
export async function lookUpMarriage(
  civilStatus: Endpoint,
  asking: Asking,
  spouses: readonly [Spouse, Spouse],
): Promise<LookUp<MarriageFields>> {
  const askedAt = asking.now()
  const question = { queryId: asking.queryId, purpose: asking.purpose, spouses }
  const answer = await put(civilStatus, '/hon-nhan', question, MarriageAnswer)
  return recorded(asking, askedAt, { question: 'marriage', source: 'civil-status' }, found(answer))
}

type Reply = Awaited<ReturnType<typeof put<typeof MarriageAnswer>>>

function found(answer: Reply): Finding<MarriageFields> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, differs = [], marriage } = answer
  if (result === 'not-found') return { status: 'missing', reason: 'not-found', at, replyId }
  if (result === 'unknown' || !marriage) return { status: 'missing', reason: 'not-in-database', at, replyId }
  const { agency, ...entry } = marriage
  const fields = { ...entry, agencyCode: agency.code, agencyName: agency.name }
  return { status: differs.length === 0 ? 'match' : 'mismatch', at, replyId, differs, fields }
}
