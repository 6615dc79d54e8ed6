import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

/** Who it is about. Of oneself the number is enough; about somebody else all three must agree before anything is told. */
export type OfWhom = { number: string; name?: string; bornOn?: string }

/** How somebody stands today, and by what the last marriage ended. `nextMarriage`: the how-manieth a new one would be. */
export type MaritalFields = {
  status: 'never' | 'married' | 'divorced' | 'widowed'
  nextMarriage: number
  lastMarriedOn?: string
  divorce?: { number: string; on: string; court: string }
  spouseDeath?: { number: string; on: string; agency: string }
}

const text = Type.String({ maxLength: 300 })
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Answer = Type.Object({
  at: text,
  replyId: text,
  result: Type.Union([Type.Literal('found'), Type.Literal('mismatch'), Type.Literal('not-found'), Type.Literal('unknown')]),
  differs: Type.Optional(Type.Array(text)),
  history: Type.Optional(
    Type.Object({
      status: Type.Union([Type.Literal('never'), Type.Literal('married'), Type.Literal('divorced'), Type.Literal('widowed')]),
      marriages: Type.Integer({ minimum: 0, maximum: 20 }),
      lastMarriedOn: Type.Optional(date),
      divorce: Type.Optional(Type.Object({ number: text, on: date, court: text })),
      spouseDeath: Type.Optional(Type.Object({ number: text, on: date, agency: text })),
    }),
  ),
})

/**
 * Asks the civil-status database how somebody stands: since 01/01/2026 nobody brings a paper about it for a marriage. `missing` with
 * `not-in-database`: an earlier residence must be asked, which has three working days.
 */
export async function lookUpMaritalStatus(civilStatus: Endpoint, asking: Asking, whom: OfWhom): Promise<LookUp<MaritalFields>> {
  const askedAt = asking.now()
  const answer = await put(civilStatus, '/tinh-trang-hon-nhan', { queryId: asking.queryId, purpose: asking.purpose, ...whom }, Answer)
  return recorded(asking, askedAt, { question: 'marital-status', source: 'civil-status' }, found(answer))
}

function found(answer: Awaited<ReturnType<typeof put<typeof Answer>>>): Finding<MaritalFields> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, differs = [], history } = answer
  if (result === 'mismatch') return { status: 'mismatch', at, replyId, differs }
  if (result === 'not-found') return { status: 'missing', reason: 'not-found', at, replyId }
  if (result === 'unknown' || history === undefined) return { status: 'missing', reason: 'not-in-database', at, replyId }
  const { marriages, ...fields } = history
  return { status: 'match', at, replyId, fields: { ...fields, nextMarriage: marriages + 1 } }
}
