import type { Ctx } from '#platform/act'
import { epochMs } from '#platform/clock'
import { type Actor, ask, rowsOf } from '#platform/db'

/** How the machinery stands: work left for later, and how far the audit record is written down outside the database. */
export type Health = {
  jobs: { oldestDueSeconds: number; due: number; failed: number }
  /** The newest checkpoint; undefined before the first. */
  checkpoint?: { no: bigint; at: string; heads: number; exportedAt: string | null }
  /** Checkpoints that are not written outside yet. */
  unexported: number
  /** Seconds of entries that no checkpoint holds yet, at most: nobody outside could prove what happened in them. */
  openTailSeconds: number
  /** What lies in the database and beside it, in bytes. */
  storage: { database: bigint; files: number; bytes: bigint }
}

type CheckpointRow = { no: bigint; at: string; heads: number; exported_at: string | null }

export async function healthOf(ctx: Ctx): Promise<Health> {
  // Only sums and hours leave here: entries and files themselves are not the operator's to see.
  const machine: Actor = { id: ctx.actor.id, kind: 'job', system: 'state', posts: [], units: [] }
  const [jobs, newest, waiting, stored, entries] = await ask(ctx.pool, machine, [
    { text: 'select oldest_due_s, due, failed from job_backlog()', values: [] },
    { text: 'select no, at, heads, exported_at from audit_checkpoint order by no desc limit 1', values: [] },
    { text: 'select count(*)::int as waiting from audit_checkpoint where exported_at is null', values: [] },
    { text: 'select pg_database_size(current_database()) as database, files, bytes from stored_total()', values: [] },
    { text: 'select max(at) as newest from audit_entry', values: [] },
  ])
  const [kept] = rowsOf<{ database: bigint; files: number; bytes: bigint }>(stored)
  const [backlog] = rowsOf<{ oldest_due_s: number; due: number; failed: number }>(jobs)
  const [last] = rowsOf<CheckpointRow>(newest)
  const [count] = rowsOf<{ waiting: number }>(waiting)
  const newestEntry = rowsOf<{ newest: string | null }>(entries)[0]?.newest ?? null
  return {
    jobs: { oldestDueSeconds: Math.round(backlog?.oldest_due_s ?? 0), due: backlog?.due ?? 0, failed: backlog?.failed ?? 0 },
    ...(last !== undefined && { checkpoint: { no: last.no, at: last.at, heads: last.heads, exportedAt: last.exported_at } }),
    unexported: count?.waiting ?? 0,
    openTailSeconds:
      newestEntry === null || (last !== undefined && newestEntry <= last.at) ? 0 : secondsSince(last?.at ?? newestEntry, ctx.now),
    storage: { database: kept?.database ?? 0n, files: kept?.files ?? 0, bytes: kept?.bytes ?? 0n },
  }
}

function secondsSince(at: string, now: string): number {
  return Math.max(0, Math.round((epochMs(now) - epochMs(at)) / 1000))
}
