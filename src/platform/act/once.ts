import { type Actor, asActor, type Statement } from '#platform/db'
import { type Json, replayOrThrow, storedAnswerOf } from './act.ts'
import type { Ctx } from './ctx.ts'

/** What is stored outside any case: in whose scope, the rows with the entry of an account's chain, and what the key remembers. */
export type OncePlan<T> = { as: Actor; statements: readonly Statement[]; answer: T } | { instead: T }

/**
 * Does something that belongs to no case (an account, a post, the calendar, a switch) in one trip, once under the request's key: the
 * same key with the same body gets the stored answer, with another body 422. Nothing secret may stand in the answer.
 * @param decide asks the policy and plans; not called where the key has been used
 * @throws Refusal 403/404/409/422/503 as `act` does
 */
export async function once<T extends Json>(ctx: Ctx, decide: () => Promise<OncePlan<T>>): Promise<T> {
  const stored = await storedAnswerOf<T>(ctx)
  if (stored !== undefined) return stored.answer
  const plan = await decide()
  if ('instead' in plan) return plan.instead
  try {
    await ctx.pool.trip([asActor(plan.as), ...claim(ctx, plan.answer), ...plan.statements])
    return plan.answer
  } catch (error) {
    return replayOrThrow<T>(ctx, error)
  }
}

function claim({ key, actor, now }: Ctx, answer: Json): Statement[] {
  if (key === undefined) return []
  const text = 'insert into idempotency_key (actor_id, key, body_hash, answer, at) values ($1, $2, $3, $4, $5)'
  return [{ text, values: [actor.id, key.value, key.bodyHash, JSON.stringify(answer), now] }]
}
