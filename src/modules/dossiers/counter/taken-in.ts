import type { Ctx } from '#platform/act'
import type { Id } from '#platform/id'
import { atCounter } from './at-counter.ts'

/** One dossier that a counter took in; the case itself may lie in another unit. */
export type TakenIn = { code: string; procedure: string; unit: Id; at: string }

/** What this official took in since an instant, the newest first: his own, nobody else's. */
export async function takenInSince(ctx: Ctx, since: string, most = 20): Promise<TakenIn[]> {
  const { db, actor } = await atCounter(ctx)
  return db
    .selectFrom('counter_intake')
    .where('account_id', '=', actor.id)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(most)
    .select(['code', 'procedure_code as procedure', 'unit_id as unit', 'at'])
    .execute()
}

/** Codes of the procedures that this counter takes in most since an instant, the commonest first. */
export async function usualAtCounter(ctx: Ctx, since: string, most: number): Promise<string[]> {
  const { db, actor } = await atCounter(ctx)
  const rows = await db
    .selectFrom('counter_intake')
    .where('receiving_unit_id', '=', actor.counter ?? actor.id)
    .where('at', '>=', since)
    .groupBy('procedure_code')
    .orderBy((one) => one.fn.countAll(), 'desc')
    .orderBy('procedure_code')
    .limit(most)
    .select('procedure_code')
    .execute()
  return rows.map((row) => row.procedure_code)
}
