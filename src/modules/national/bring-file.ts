import { createHash } from 'node:crypto'
import { type ActKey, type Ctx, entryFor, once, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import { type Chunks, type FileStore, largestFile, NoSuchFile } from '#platform/files'
import { type Id, isId, newId } from '#platform/id'
import { cleanInput } from '#platform/text'
import { type Comparison, type Counts, compare } from './compare.ts'
import { assertSameCounts, type Imported, importPlan } from './import-rows.ts'
import { ListProblem } from './list-problem.ts'
import { assertMay } from './policy.ts'
import { type ColumnMap, guessedMap, missingColumns, readColumnMap } from './reading/column-map.ts'
import { headOfList, kindOfList, type ListKind, readList } from './reading/read-list.ts'

/** A file that was brought and lies aside until it is imported; after a day the sweep takes it. */
export type ListFileRow = {
  readonly id: Id
  readonly source: string
  readonly name: string
  readonly kind: ListKind
  readonly columns: ColumnMap | null
  readonly sha256: Buffer
  readonly size: bigint
}

const keyOf = (id: Id): string => `national/${id}`

/** The name of a list is the same at every import, whatever the day in the name of its file: "procedures_index (3).json" is procedures_index. */
export function sourceOf(name: string): string {
  const bare = name.replace(/\.[a-z]+$/i, '').replace(/[\s_-]*(\(\d+\)|\d{8}|\d{4}-\d\d-\d\d)$/, '')
  return cleanInput(bare).slice(0, 100) || 'danh-muc'
}

/**
 * Lays a file aside, encrypted, for the look before the import. Sent twice under one key it lies there once.
 * @param formKey the key of the form that carried it, which is read before the file's bytes
 * @throws ListProblem 'unknown-kind' · 'empty-list' · Refusal 413
 */
export async function bringFile(
  ctx: Ctx,
  store: FileStore,
  brought: { name: string; bytes: Chunks; formKey: string },
): Promise<{ id: Id }> {
  assertMay(ctx, 'bring')
  const name = cleanInput(brought.name.split(/[\\/]/).at(-1) ?? '').slice(-200)
  const kind = kindOfList(name)
  const id = newId(Date.parse(ctx.now))
  const stored = await store.put(keyOf(id), bounded(brought.bytes))
  const bodyHash = createHash('sha256').update(`national-file ${name}\n`).update(stored.sha256).digest()
  const key: ActKey = { value: brought.formKey, bodyHash }
  const answer = stored.size === 0 ? undefined : await kept({ ...ctx, key }, { id, name, kind, sha256: stored.sha256, size: stored.size })
  // Nothing in it, or it lies there already under the id of before.
  if (answer?.id !== id) await store.remove(keyOf(id))
  if (answer === undefined) throw new ListProblem('empty-list')
  return answer
}

async function* bounded(bytes: Chunks): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > largestFile) throw new Refusal(413, 'paper-too-big')
    yield chunk
  }
  // The form's reader cuts a file at its limit instead of failing.
  if ('truncated' in bytes && bytes.truncated === true) throw new Refusal(413, 'paper-too-big')
}

type Kept = { id: Id; name: string; kind: ListKind; sha256: Buffer; size: number }

function kept(ctx: Ctx, { id, name, kind, sha256, size }: Kept): Promise<{ id: Id }> {
  const text = `insert into national_file (id, source, name, kind, sha256, size, brought_by, brought_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`
  const values = [id, sourceOf(name), name, kind, sha256, size, ctx.actor.id, ctx.now]
  const entry = entryFor(ctx.keys, ctx.actor.id, 'catalogue.bring', id, ctx.now, { name, size })
  return once(ctx, async () => ({ as: ctx.actor, statements: [{ text, values }, entry], answer: { id } }))
}

/** @throws Refusal 404 'no-such-list' */
export async function getListFile(ctx: Pick<Ctx, 'pool' | 'actor'>, id: Id): Promise<ListFileRow> {
  const text = 'select id, source, name, kind, columns, sha256, size from national_file where id = $1'
  const [found] = isId(id) ? await ask(ctx.pool, ctx.actor, [{ text, values: [id] }]) : []
  const [row] = rowsOf<ListFileRow>(found)
  if (row === undefined) throw new Refusal(404, 'no-such-list')
  return row
}

/** A file as it is looked at: what it would do, or what must be said of its columns first. */
export type Looked =
  | { readonly file: ListFileRow; readonly comparison: Comparison }
  | { readonly file: ListFileRow; readonly headings: readonly string[]; readonly sample: readonly string[][]; readonly map: ColumnMap }

/** @throws ListProblem · Refusal 404 'list-gone' when it has lain there too long */
export async function lookAtFile(ctx: Ctx, store: FileStore, id: Id): Promise<Looked> {
  assertMay(ctx, 'bring')
  const file = await getListFile(ctx, id)
  if (file.kind !== 'json' && file.columns === null) {
    const { headings, sample } = await headOfList(file.kind, await opened(store, id))
    const map = guessedMap(headings)
    if (missingColumns(map, headings).length > 0) return { file, headings, sample, map }
  }
  return { file, comparison: await compareFile(ctx, store, file) }
}

/** Headings and first rows of a table, whatever is said of its columns already. */
export async function columnsOfFile(ctx: Ctx, store: FileStore, id: Id): Promise<Extract<Looked, { headings: unknown }> | undefined> {
  const file = await getListFile(ctx, id)
  if (file.kind === 'json') return undefined
  const { headings, sample } = await headOfList(file.kind, await opened(store, id))
  return { file, headings, sample, map: file.columns ?? guessedMap(headings) }
}

async function opened(store: FileStore, id: Id): Promise<Chunks> {
  try {
    return await store.open(keyOf(id))
  } catch (error) {
    throw error instanceof NoSuchFile ? new Refusal(404, 'list-gone') : error
  }
}

async function compareFile(ctx: Ctx, store: FileStore, { id, source, kind, columns }: ListFileRow): Promise<Comparison> {
  return compare(ctx, source, readList(kind, await opened(store, id), columns ?? undefined))
}

/** Says which column holds what. @throws ListProblem 'bad-map' */
export async function mapColumns(ctx: Ctx, id: Id, map: unknown): Promise<{ id: Id }> {
  assertMay(ctx, 'bring')
  const columns = readColumnMap(map)
  const file = await getListFile(ctx, id)
  const text = 'update national_file set columns = $2::jsonb where id = $1'
  const entry = entryFor(ctx.keys, ctx.actor.id, 'catalogue.columns', file.id, ctx.now, { columns })
  return once(ctx, async () => ({
    as: ctx.actor,
    statements: [{ text, values: [file.id, JSON.stringify(columns)] }, entry],
    answer: { id: file.id },
  }))
}

/**
 * Imports a file as it was shown; its bytes go afterwards.
 * @throws Refusal 409 'catalogue-changed' where it would now do something else than what was shown
 */
export async function confirmFile(ctx: Ctx, store: FileStore, id: Id, shown: Counts): Promise<Imported> {
  assertMay(ctx, 'import')
  const file = await getListFile(ctx, id)
  const imported = await once(ctx, async () => {
    const comparison = await compareFile(ctx, store, file)
    assertSameCounts(shown, comparison.counts)
    return importPlan(ctx, comparison, { name: file.name, sha256: file.sha256, file: file.id })
  })
  await store.remove(keyOf(id))
  return imported
}
