import type { Statement } from '#platform/db'
import type { Json } from './act.ts'

/**
 * Enqueues a job inside the act's transaction: rolled back with it, run after its commit.
 * @param runAt ISO instant; at once where none is given
 * @param key at most one job of this key waits
 */
export function later(task: string, payload: Json, options: { runAt?: string; key?: string } = {}): Statement {
  return { text: 'select later($1, $2, $3, $4)', values: [task, JSON.stringify(payload), options.runAt ?? null, options.key ?? null] }
}

/** A guard: the trip stores nothing, and the actor reads the reason, unless the condition holds at that moment. */
export function refuseUnless(condition: string, values: Statement['values'], reason: string): Statement {
  return { text: `select refuse_unless((${condition}), '${reason.replaceAll("'", '')}')`, values }
}
