import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import type { MarriageFields } from './marriage.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

/** The entry of one's own marriage, with the other spouse as it names him. */
export type OwnMarriageFields = MarriageFields & { spouseNumber: string; spouseName: string; spouseBornOn: string }

const text = Type.String({ maxLength: 300 })
const Answer = Type.Object({
  at: text,
  replyId: text,
  result: Type.Union([Type.Literal('found'), Type.Literal('not-found'), Type.Literal('unknown')]),
  marriage: Type.Optional(
    Type.Object({
      number: text,
      book: text,
      date: text,
      agency: Type.Object({ code: text, name: text }),
      spouse: Type.Object({ number: Type.String({ pattern: '^\\d{12}$' }), name: text, bornOn: text }),
    }),
  ),
})

/**
 * Asks the civil-status database for the marriage of the person who is signed in with a verified identity: what stands on his own
 * certificate, the other spouse included. Never asked with a number that somebody typed. `missing` as for `lookUpMarriage`.
 */
export async function lookUpOwnMarriage(
  civilStatus: Endpoint,
  asking: Asking,
  own: { number: string },
): Promise<LookUp<OwnMarriageFields>> {
  const askedAt = asking.now()
  const question = { queryId: asking.queryId, purpose: asking.purpose, ...own }
  const answer = await put(civilStatus, '/hon-nhan-cua-toi', question, Answer)
  return recorded(asking, askedAt, { question: 'marriage', source: 'civil-status' }, found(answer))
}

function found(answer: Awaited<ReturnType<typeof put<typeof Answer>>>): Finding<OwnMarriageFields> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, marriage } = answer
  if (result === 'not-found') return { status: 'missing', reason: 'not-found', at, replyId }
  if (result === 'unknown' || !marriage) return { status: 'missing', reason: 'not-in-database', at, replyId }
  const { agency, spouse, ...entry } = marriage
  const other = { spouseNumber: spouse.number, spouseName: spouse.name, spouseBornOn: spouse.bornOn }
  return { status: 'match', at, replyId, fields: { ...entry, agencyCode: agency.code, agencyName: agency.name, ...other } }
}
