import type { NationalRow } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { type Flag, isFlag } from './flag.ts'

/** A row as it stands today, with what follows from it and where it comes from. */
export type StoredRow = {
  readonly code: string
  readonly version: number
  readonly row: NationalRow
  readonly hash: string
  readonly flags: readonly Flag[]
  /** The lists that name it today. */
  readonly sources: readonly string[]
  readonly droppedAt: string | null
}

type Asking = Pick<Ctx, 'pool' | 'actor'>
type Row = { code: string; version: number; row: NationalRow; hash: Buffer; flags: string[]; sources: string[]; dropped_at: string | null }

const standing = `select r.code, r.version, v.row, r.hash, r.flags, r.sources, r.dropped_at
  from national_row r join national_version v using (code, version)`

const storedOf = ({ hash, flags, dropped_at, ...rest }: Row): StoredRow => ({
  ...rest,
  hash: hash.toString('hex'),
  flags: flags.filter(isFlag),
  droppedAt: dropped_at,
})

/** Rows by their codes. */
export async function findRows(ctx: Asking, codes: readonly string[]): Promise<StoredRow[]> {
  if (codes.length === 0) return []
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: `${standing} where r.code = any ($1::text[])`, values: [[...codes]] }])
  return rowsOf<Row>(found).map(storedOf)
}

/** What the national catalogue says of a procedure today; undefined where it never named it. A dropped one keeps its last words. */
export async function nationalRow(ctx: Asking, code: string): Promise<StoredRow | undefined> {
  const [found] = await findRows(ctx, [code])
  return found
}

export type Known = {
  readonly codes: ReadonlyMap<string, { readonly name: string; readonly sources: readonly string[] }>
  readonly twins: ReadonlyMap<string, readonly string[]>
  readonly imports: number
}

/** Which codes stand there, by which lists; which share a name; and how many imports there were, to notice one in between. */
export async function knownCodes(ctx: Asking): Promise<Known> {
  const [rows, imports] = await ask(ctx.pool, ctx.actor, [
    { text: 'select code, name, folded, sources from national_row', values: [] },
    { text: 'select count(*)::int as n from national_import', values: [] },
  ])
  const all = rowsOf<{ code: string; name: string; folded: string; sources: string[] }>(rows)
  const twins = new Map<string, string[]>()
  for (const { code, folded } of all) twins.set(folded, [...(twins.get(folded) ?? []), code])
  return {
    codes: new Map(all.map(({ code, name, sources }) => [code, { name, sources }])),
    twins,
    imports: rowsOf<{ n: number }>(imports)[0]?.n ?? 0,
  }
}

export type PastImport = {
  readonly id: Id
  readonly source: string
  readonly name: string
  readonly counts: Readonly<Record<string, number>>
  readonly by: Id
  readonly at: string
}

/** The latest imports, the newest first. */
export async function importsOf(ctx: Asking, most = 20): Promise<PastImport[]> {
  const text = `select id, source, name, counts, imported_by as by, imported_at as at from national_import order by imported_at desc, id desc limit $1`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [most] }])
  return rowsOf<PastImport>(found)
}

export type Version = { readonly version: number; readonly row: NationalRow; readonly at: string; readonly by: Id; readonly source: string }

/** Everything that was ever said of a procedure, the newest first. */
export async function versionsOf(ctx: Asking, code: string): Promise<Version[]> {
  const text = `select v.version, v.row, i.imported_at as at, i.imported_by as by, i.source
    from national_version v join national_import i on i.id = v.import_id where v.code = $1 order by v.version desc limit 50`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [code] }])
  return rowsOf<Version>(found)
}
