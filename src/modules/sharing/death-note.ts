import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

/** What a health facility certified of a death and signed; the cause is not among what is told. */
export type DeathNoteFields = { number: string; issuedOn: string; facility: string; diedOn: string; diedAt: string }

const text = Type.String({ maxLength: 300 })
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Answer = Type.Object({
  at: text,
  replyId: text,
  result: Type.Union([Type.Literal('found'), Type.Literal('not-found')]),
  note: Type.Optional(
    Type.Object({
      number: text,
      issuedOn: date,
      facility: text,
      diedOn: date,
      diedAt: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
    }),
  ),
})

/**
 * Asks the health data service for the signed death notice of somebody named by number, name and birth date; only all three together
 * open it (Circular 24/2020/TT-BYT). On an install that is not connected to it the notice is asked for on paper.
 */
export async function lookUpDeathNote(
  health: Endpoint | undefined,
  asking: Asking,
  deceased: { number: string; name: string; bornOn: string },
): Promise<LookUp<DeathNoteFields>> {
  const askedAt = asking.now()
  const topic = { question: 'death-note', source: 'health' } as const
  if (health === undefined) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: 'unreachable' })
  const answer = await put(health, '/giay-bao-tu', { queryId: asking.queryId, purpose: asking.purpose, ...deceased }, Answer)
  return recorded(asking, askedAt, topic, found(answer))
}

function found(answer: Awaited<ReturnType<typeof put<typeof Answer>>>): Finding<DeathNoteFields> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, note } = answer
  if (result === 'not-found' || !note) return { status: 'missing', reason: 'not-found', at, replyId }
  return { status: 'match', at, replyId, fields: note }
}
