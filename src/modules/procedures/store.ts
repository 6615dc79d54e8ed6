import type { Ctx } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Procedure } from './procedure.ts'
import { fromRow, toRow } from './row.ts'

// A published revision never changes, so a process keeps what it has read for good.
const kept = new WeakMap<object, Map<string, Procedure>>()

function keptBy(ctx: Pick<Ctx, 'pool'>): Map<string, Procedure> {
  const known = kept.get(ctx.pool) ?? new Map<string, Procedure>()
  kept.set(ctx.pool, known)
  return known
}

/** One revision, as a dossier began with it; undefined when there is none. */
export async function revisionOf(ctx: Pick<Ctx, 'pool' | 'db'>, code: string, revision: number): Promise<Procedure | undefined> {
  const key = `${code}@${revision}`
  const known = keptBy(ctx).get(key)
  if (known !== undefined) return known
  const row = await ctx.db
    .selectFrom('procedure_revision')
    .select('body')
    .where('code', '=', code)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const found = fromRow({ definition: row.body })
  keptBy(ctx).set(key, found)
  return found
}

/** A revision that this process has read before, without asking. */
export function knownRevision(ctx: Pick<Ctx, 'pool'>, code: string, revision: number): Procedure | undefined {
  return keptBy(ctx).get(`${code}@${revision}`)
}

// Which revision is in force changes a few times a year; every page asks.
const keptForMs = 5_000
const keptInForce = new WeakMap<object, Map<string, { revision: number; readAt: number }>>()

/** The published revision in force on a day (ISO date); undefined when there is none. A newly published one is seen within five seconds. */
export async function inForce(ctx: Pick<Ctx, 'pool' | 'db'>, code: string, on: string): Promise<Procedure | undefined> {
  const memory = keptInForce.get(ctx.pool) ?? new Map<string, { revision: number; readAt: number }>()
  keptInForce.set(ctx.pool, memory)
  const key = `${code} ${on}`
  const known = memory.get(key)
  if (known !== undefined && performance.now() - known.readAt < keptForMs) return revisionOf(ctx, code, known.revision)
  const row = await ctx.db
    .selectFrom('procedure_revision')
    .select('revision')
    .where('code', '=', code)
    .where('state', '=', 'published')
    .where('in_force_from', '<=', on)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (memory.size > 1_000) memory.clear()
  memory.set(key, { revision: row.revision, readAt: performance.now() })
  return revisionOf(ctx, code, row.revision)
}

export type Listed = { code: string; name: { vi: string; en: string }; area: string; purpose: { vi: string; en: string } }

/** Every procedure in force on a day, newest revision each. */
export async function listInForce(ctx: Pick<Ctx, 'pool' | 'db'>, on: string): Promise<Listed[]> {
  const rows = await ctx.db
    .selectFrom('procedure_revision')
    .distinctOn('code')
    .select(['code', 'revision'])
    .where('state', '=', 'published')
    .where('in_force_from', '<=', on)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const found = await Promise.all(rows.map((row) => revisionOf(ctx, row.code, row.revision)))
  return found.flatMap((one) => (one === undefined ? [] : [{ code: one.code, name: one.name, area: one.area, purpose: one.purpose }]))
}

/**
 * Proposes the program's own procedures: a new code or a higher revision is published at once on a sample install and offered for
 * approval elsewhere. What is stored already is never changed.
 */
export function proposing(procedures: readonly Procedure[], state: 'published' | 'offered', now: string): Statement[] {
  return procedures.flatMap((one) => [
    {
      text: `insert into procedure_revision (code, revision, name, in_force_from, basis, body, state, proposed_at, published_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      values: [
        one.code,
        one.revision,
        one.name.vi,
        one.inForceFrom,
        one.basis,
        toRow(one).definition,
        state,
        now,
        state === 'published' ? now : null,
      ],
    },
  ])
}

/** One revision that is in force from its own day on. @throws when its number is taken */
export function publishing(one: Procedure, now: string, by: string | null): Statement[] {
  return [
    {
      text: `insert into procedure_revision (code, revision, name, in_force_from, basis, body, state, proposed_at, published_at, published_by)
             values ($1, $2, $3, $4, $5, $6, 'published', $7, $7, $8)`,
      values: [one.code, one.revision, one.name.vi, one.inForceFrom, one.basis, toRow(one).definition, now, by],
    },
  ]
}
