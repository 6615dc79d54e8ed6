import { randomUUID } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Call, Reply } from './routes.ts'

/** Reads a question of this shape and answers it; every answer carries an id and an instant, a wrong shape is 422. */
export async function answered<Schema extends TSchema>(
  call: Call,
  schema: Schema,
  now: () => string,
  answer: (question: Static<Schema>) => { status?: number; json: object },
): Promise<Reply> {
  const question = await call.json()
  if (!Value.Check(schema, question)) return { status: 422, json: { error: 'unreadable question' } }
  const { status = 200, json } = answer(question)
  return { status, json: { at: now(), ...json, replyId: randomUUID() } }
}
