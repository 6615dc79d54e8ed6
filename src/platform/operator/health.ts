import type { Ctx } from '#platform/act'
import { ask, rowsOf } from '#platform/db'

/** How the machinery stands: work left for later, and how far the audit record is written down outside the database. */
export type Health = {
  jobs: { oldestDueSeconds: number; due: number; failed: number }
  /** The newest checkpoint; undefined before the first. */
  checkpoint?: { no: bigint; at: string; heads: number; exportedAt: string | null }
  /** Checkpoints that are not written outside yet. */
  unexported: number
}

type CheckpointRow = { no: bigint; at: string; heads: number; exported_at: string | null }

export async function healthOf(ctx: Ctx): Promise<Health> {
  const [jobs, newest, waiting] = await ask(ctx.pool, ctx.actor, [
    { text: 'select oldest_due_s, due, failed from job_backlog()', values: [] },
    { text: 'select no, at, heads, exported_at from audit_checkpoint order by no desc limit 1', values: [] },
    { text: 'select count(*)::int as waiting from audit_checkpoint where exported_at is null', values: [] },
  ])
  const [backlog] = rowsOf<{ oldest_due_s: number; due: number; failed: number }>(jobs)
  const [last] = rowsOf<CheckpointRow>(newest)
  const [count] = rowsOf<{ waiting: number }>(waiting)
  return {
    jobs: { oldestDueSeconds: Math.round(backlog?.oldest_due_s ?? 0), due: backlog?.due ?? 0, failed: backlog?.failed ?? 0 },
    ...(last !== undefined && { checkpoint: { no: last.no, at: last.at, heads: last.heads, exportedAt: last.exported_at } }),
    unexported: count?.waiting ?? 0,
  }
}
