import { Type } from 'typebox'
import { type Asking, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

/** What the residence database takes on: who stays where, from when until when. */
export type ResidenceRecord = {
  agencyCode: string
  communeCode: string
  detail: string
  from: string
  /** Absent for a permanent residence. */
  to?: string
  householder: string
  people: readonly { number: string; name: string }[]
}

const text = Type.String({ maxLength: 100 })
const Answer = Type.Object({ at: text, replyId: text, result: Type.Union([Type.Literal('accepted'), Type.Literal('conflict')]) })

/** Gives the population database the residence that was decided; the same `asking.queryId` is taken once. */
export async function recordResidence(population: Endpoint, asking: Asking, record: ResidenceRecord): Promise<LookUp<never>> {
  const askedAt = asking.now()
  const answer = await put(population, '/tam-tru', { messageId: asking.queryId, ...record }, Answer)
  const topic = { question: 'residence-record', source: 'population' } as const
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId } = answer
  if (answer.result === 'conflict') return recorded(asking, askedAt, topic, { status: 'mismatch', at, replyId, differs: ['content'] })
  return recorded(asking, askedAt, topic, { status: 'match', at, replyId })
}
