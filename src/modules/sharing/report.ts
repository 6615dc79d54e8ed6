import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

export type RegisterPlace = { provinceCode: string; agencyCode: string; book: string; number: string; date: string }

export type Newborn = { name: string; sex: 'male' | 'female'; bornOn: string; ethnicity?: string; homeTown?: string }

const text = Type.String({ maxLength: 100 })
const result = Type.Union([Type.Literal('allocated'), Type.Literal('conflict')])
const NumberAnswer = Type.Object({ at: text, replyId: text, result, number: Type.Optional(Type.String({ pattern: '^\\d{12}$' })) })

/**
 * Asks the population database for the personal number of a child whose birth is written in the register. `asking.queryId` is the
 * request: asked again with the same id and content, the same number comes, so a lost answer costs nothing. Keep the id with the
 * dossier and never make a new one for the same child. `mismatch`: the id was used for other content, a person must look.
 */
export async function allocatePersonalNumber(
  population: Endpoint,
  asking: Asking,
  request: { child: Newborn; register: RegisterPlace },
): Promise<LookUp<{ number: string }>> {
  const askedAt = asking.now()
  const answer = await put(population, '/cap-so', { requestId: asking.queryId, ...request }, NumberAnswer)
  return recorded(asking, askedAt, { question: 'personal-number', source: 'population' }, allocated(answer))
}

function allocated(answer: Awaited<ReturnType<typeof put<typeof NumberAnswer>>>): Finding<{ number: string }> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { at, replyId, number } = answer
  if (answer.result === 'conflict') return { status: 'mismatch', at, replyId, differs: ['content'] }
  return number === undefined ? { status: 'unavailable', reason: 'unreadable' } : { status: 'match', at, replyId, fields: { number } }
}

export type RegisterEntry = {
  event: string
  agencyCode: string
  book: string
  number: string
  page: string
  date: string
  /** By the column names of the ministry's register. */
  columns: Readonly<Record<string, string>>
}

const CopyAnswer = Type.Object({ at: text, replyId: text, result: Type.Union([Type.Literal('accepted'), Type.Literal('conflict')]) })

/** Gives the civil-status database its copy of a register entry; the same `asking.queryId` is taken once. */
export async function giveRegisterCopy(civilStatus: Endpoint, asking: Asking, entry: RegisterEntry): Promise<LookUp<never>> {
  const askedAt = asking.now()
  const answer = await put(civilStatus, '/so-ho-tich', { messageId: asking.queryId, ...entry }, CopyAnswer)
  const topic = { question: 'register-copy', source: 'civil-status' } as const
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId } = answer
  if (answer.result === 'conflict') return recorded(asking, askedAt, topic, { status: 'mismatch', at, replyId, differs: ['content'] })
  return recorded(asking, askedAt, topic, { status: 'match', at, replyId })
}

export type Deceased = { number: string; name: string; diedOn: string; diedAt?: string }

const DeathAnswer = Type.Object({ at: text, replyId: text, result: Type.Union([Type.Literal('noted'), Type.Literal('unknown-person')]) })

/**
 * Tells the population database that somebody has died, with the register entry that says so; from then on it gives no residence and tells
 * the services that hang on it (Luật Hộ tịch 60/2014/QH13, Article 34). The same `asking.queryId` is taken once.
 */
export async function reportDeath(
  population: Endpoint,
  asking: Asking,
  death: { deceased: Deceased; register: RegisterPlace },
): Promise<LookUp<never>> {
  const askedAt = asking.now()
  const answer = await put(population, '/khai-tu', { messageId: asking.queryId, ...death }, DeathAnswer)
  const topic = { question: 'death-report', source: 'population' } as const
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId, result } = answer
  return recorded(
    asking,
    askedAt,
    topic,
    result === 'noted' ? { status: 'match', at, replyId } : { status: 'missing', reason: 'not-found', at, replyId },
  )
}
