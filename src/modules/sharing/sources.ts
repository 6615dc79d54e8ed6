import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { type Answer, type Asked, ask, jsonOf } from '#platform/http-client'
import type { Reason } from './look-up.ts'

/** An agency's data service: its address, the secret we show it, and how long we wait (never longer than three seconds). */
export type Endpoint = { url: string; secret: string; timeoutMs?: number }

export type Silent = { silent: Reason }

/** A citizen waits at the other end: after this the paper takes the place of the data. */
const longestMs = 3_000
const mostBytes = 256 * 1024

export const patience = (timeoutMs = longestMs): number => Math.min(timeoutMs, longestMs)

/** Puts one question to an agency and reads its answer by the schema. Every failure is a reason, none is thrown. */
export async function put<Schema extends TSchema>(
  endpoint: Endpoint,
  path: string,
  question: object,
  schema: Schema,
): Promise<Static<Schema> | Silent> {
  return read(
    await asked(`${endpoint.url}${path}`, {
      method: 'POST',
      bearer: endpoint.secret,
      json: question,
      timeoutMs: patience(endpoint.timeoutMs),
      maxBytes: mostBytes,
    }),
    schema,
  )
}

/** A usable answer, or why there is none. 409 is an answer: the source knows the thing under other content. */
export async function asked(url: string, request: Asked): Promise<Answer | Silent> {
  const answer = await ask(url, request)
  if (!answer.answered) return { silent: answer.reason === 'too-large' ? 'unreadable' : answer.reason }
  if (answer.status >= 300 && answer.status !== 409) return { silent: 'refused' }
  return answer
}

export function read<Schema extends TSchema>(answer: Answer | Silent, schema: Schema): Static<Schema> | Silent {
  if (isSilent(answer)) return answer
  const json = jsonOf(answer)
  return Value.Check(schema, json) ? json : { silent: 'unreadable' }
}

export function isSilent(answer: object): answer is Silent {
  return 'silent' in answer
}
