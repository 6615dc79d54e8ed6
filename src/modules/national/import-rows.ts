import type { NationalRow } from '#modules/procedures'
import { type Ctx, entryFor, idAt, type OncePlan, once, Refusal, refuseUnless } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { fold } from '#platform/text'
import { type Comparison, type Counts, compare, type Dropped, type Entry } from './compare.ts'
import { assertMay } from './policy.ts'
import { saidBy } from './said.ts'

/** Where a list came from: the file, if there was one, with its SHA-256. */
export type ListFile = { readonly name: string; readonly sha256: Uint8Array; readonly file?: Id }

export type Imported = { readonly id: Id; readonly counts: Counts }

const atOnce = 500

/**
 * Writes what a comparison found, all or nothing: new and changed rows as versions of their own, and which list names what. A list that
 * brings nothing new changes no row.
 * @throws Refusal 403 · 409 'catalogue-changed' when another import came in between: what was shown is no longer true
 */
export async function importList(ctx: Ctx, comparison: Comparison, from: ListFile): Promise<Imported> {
  assertMay(ctx, 'import')
  return once(ctx, async () => importPlan(ctx, comparison, from))
}

/** What an import writes. */
export function importPlan(ctx: Ctx, comparison: Comparison, from: ListFile): Extract<OncePlan<Imported>, { answer: Imported }> {
  const { source, entries, dropped, counts, imports } = comparison
  const id = idAt(ctx.now)
  const entry = { source, name: from.name, sha256: Buffer.from(from.sha256).toString('hex'), counts }
  return {
    as: ctx.actor,
    statements: [
      // Two imports at once: the second waits, and then sees that what it compared with is gone.
      { text: "select pg_advisory_xact_lock(hashtext('national-import'))", values: [] },
      refuseUnless('(select count(*)::int from national_import) = $1::int', [imports], 'catalogue-changed'),
      importRow(ctx, id, comparison, from),
      ...chunks(entries.filter((one) => one.writes)).flatMap((some) => rowStatements(id, some, ctx.now)),
      ...droppedStatements(dropped, source, ctx.now),
      entryFor(ctx.keys, ctx.actor.id, 'catalogue.import', id, ctx.now, entry),
    ],
    answer: { id, counts },
  }
}

/** Brings rows that somebody made under the name of a list; rows of that list which are not among them count as dropped. */
export async function importRows(ctx: Ctx, rows: Iterable<NationalRow>, source: string): Promise<Imported> {
  const all = [...rows]
  const comparison = await compare(
    ctx,
    source,
    all.map((row, index) => ({ place: index + 1, ...saidBy(row) })),
  )
  return importList(ctx, comparison, { name: source, sha256: new Uint8Array(32) })
}

function importRow(ctx: Ctx, id: Id, { source, counts }: Comparison, { name, sha256, file }: ListFile): Statement {
  return {
    text: `insert into national_import (id, file_id, source, name, sha256, counts, imported_by, imported_at)
           values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
    values: [id, file ?? null, source, name, sha256, JSON.stringify(counts), ctx.actor.id, ctx.now],
  }
}

function chunks(entries: readonly Entry[]): (readonly Entry[])[] {
  const count = Math.ceil(entries.length / atOnce)
  return Array.from({ length: count }, (_, at) => entries.slice(at * atOnce, (at + 1) * atOnce))
}

function rowStatements(importId: Id, entries: readonly Entry[], now: string): Statement[] {
  const written = entries.map((one) => ({
    code: one.code,
    version: one.version,
    row: one.row,
    hash: `\\x${one.hash}`,
    name: one.row.name,
    folded: fold(one.row.name),
    ministry: one.row.ministry,
    field: one.row.field,
    levels: one.row.levels,
    flags: one.flags,
    sources: one.sources,
    changed: one.kind !== 'same',
  }))
  const fresh = written.filter(({ changed }) => changed).map(({ code, version, row, hash }) => ({ code, version, row, hash }))
  const heads = written.map(({ row: _row, ...head }) => head)
  return [
    {
      // A row that comes back unchanged keeps the version that it had.
      text: `insert into national_version (code, version, import_id, row, hash)
             select n.code, n.version, $1::uuid, n.row, n.hash from jsonb_to_recordset($2::jsonb) as n(code text, version int, row jsonb, hash bytea)
             on conflict (code, version) do nothing`,
      values: [importId, JSON.stringify(fresh)],
    },
    {
      text: `insert into national_row as r (code, version, name, folded, ministry, field, levels, hash, flags, sources, first_seen, changed_at)
             select n.code, n.version, n.name, n.folded, n.ministry, n.field, n.levels, n.hash, n.flags, n.sources, $1::timestamptz, $1::timestamptz
             from jsonb_to_recordset($2::jsonb) as n(code text, version int, name text, folded text, ministry text, field text, levels text[],
               hash bytea, flags text[], sources text[], changed boolean)
             on conflict (code) do update set version = excluded.version, name = excluded.name, folded = excluded.folded,
               ministry = excluded.ministry, field = excluded.field, levels = excluded.levels, hash = excluded.hash, flags = excluded.flags,
               sources = excluded.sources, dropped_at = null,
               changed_at = case when r.hash = excluded.hash then r.changed_at else excluded.changed_at end`,
      values: [now, JSON.stringify(heads)],
    },
  ]
}

/** A row that no list names any more is dropped; it keeps what was last said of it. */
function droppedStatements(dropped: readonly Dropped[], source: string, now: string): Statement[] {
  if (dropped.length === 0) return []
  return [
    {
      text: `update national_row set sources = array_remove(sources, $2::text),
               dropped_at = case when array_remove(sources, $2::text) = '{}' then $3::timestamptz end
             where code = any ($1::text[])`,
      values: [dropped.map(({ code }) => code), source, now],
    },
  ]
}

/** @throws Refusal 409 for a list that is another than the one that was shown */
export function assertSameCounts(shown: Counts, now: Counts): void {
  const same = (Object.keys(shown) as (keyof Counts)[]).every((key) => shown[key] === now[key])
  if (!same) throw new Refusal(409, 'catalogue-changed')
}
