import { type Ctx, Refusal } from '#platform/act'
import { DamagedFile, NoSuchFile } from '#platform/files'
import { type Id, isId } from '#platform/id'
import { assertMay } from './policy.ts'
import { findFiles } from './store.ts'
import type { Vault } from './vault.ts'

/** A file as a page names it. */
export type FileFacts = { id: Id; name: string; mediaType: string; size: number; sha256: string; scan: string; storedAt: string }

/** A paper of a case with the component it serves. */
export type UsedFile = FileFacts & { component: string; usedAt: string; isEnded: boolean }

type Row = Awaited<ReturnType<typeof findFiles>>[number]

function factsOf(ctx: Ctx, row: Row): FileFacts {
  return {
    id: row.id,
    name: ctx.keys.openText(row.name, 'stored_file.name'),
    mediaType: row.media_type,
    size: Number(row.size),
    sha256: row.sha256.toString('hex'),
    scan: row.verdict ?? row.scan,
    storedAt: row.stored_at,
  }
}

/**
 * A file to hand out: its facts and its bytes, each frame verified before it leaves.
 * @throws Refusal 404 where the actor may not see it; 410 where its bytes are gone
 */
export async function openFile(ctx: Ctx, vault: Vault, id: Id): Promise<FileFacts & { bytes: AsyncIterable<Buffer> }> {
  assertMay(ctx, 'read')
  const [row] = isId(id) ? await findFiles(ctx, [id]) : []
  if (row === undefined) throw new Refusal(404, 'no-such-file')
  if (row.removed !== null) throw new Refusal(410, 'file-gone')
  return { ...factsOf(ctx, row), bytes: await vault.store.open(row.key) }
}

/** Facts of files the actor may see, in the order asked; others are left out. */
export async function factsOfFiles(ctx: Ctx, ids: readonly Id[]): Promise<FileFacts[]> {
  if (ids.length === 0) return []
  const rows = new Map((await findFiles(ctx, ids)).map((row) => [row.id, factsOf(ctx, row)]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** The papers of a case, those replaced included and marked. */
export async function papersOf(ctx: Ctx, item: Id): Promise<UsedFile[]> {
  const uses = await ctx.db
    .selectFrom('file_use')
    .leftJoin('file_use_end', (join) =>
      join
        .onRef('file_use_end.file_id', '=', 'file_use.file_id')
        .onRef('file_use_end.work_item_id', '=', 'file_use.work_item_id')
        .onRef('file_use_end.component', '=', 'file_use.component'),
    )
    .where('file_use.work_item_id', '=', item)
    .orderBy('file_use.at')
    .orderBy('file_use.file_id')
    .select(['file_use.file_id', 'file_use.component', 'file_use.at', 'file_use_end.at as ended_at'])
    .execute()
  const facts = new Map((await factsOfFiles(ctx, [...new Set(uses.map((use) => use.file_id))])).map((file) => [file.id, file]))
  return uses.flatMap((use) => {
    const file = facts.get(use.file_id)
    return file === undefined ? [] : [{ ...file, component: use.component, usedAt: use.at, isEnded: use.ended_at !== null }]
  })
}

/** What a receipt may list. */
export type Verified = { ok: true; files: FileFacts[] } | { ok: false; problems: { file: Id; reason: 'missing' | 'changed' }[] }

/** Reads every file to its last byte and compares length and SHA-256 with its row; no receipt is made before. */
export async function verifyStored(ctx: Ctx, vault: Vault, ids: readonly Id[]): Promise<Verified> {
  assertMay(ctx, 'read')
  const rows = new Map((ids.length === 0 ? [] : await findFiles(ctx, ids)).map((row) => [row.id, row]))
  const problems: { file: Id; reason: 'missing' | 'changed' }[] = []
  for (const id of ids) {
    const row = rows.get(id)
    const reason = row === undefined || row.removed !== null ? 'missing' : await problemWith(vault, row)
    if (reason !== undefined) problems.push({ file: id, reason })
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, files: ids.flatMap((id) => rows.get(id) ?? []).map((row) => factsOf(ctx, row)) }
}

async function problemWith(vault: Vault, row: Row): Promise<'missing' | 'changed' | undefined> {
  try {
    const real = await vault.store.measure(row.key)
    return real.size === Number(row.size) && real.sha256.equals(row.sha256) ? undefined : 'changed'
  } catch (error) {
    if (error instanceof NoSuchFile) return 'missing'
    if (error instanceof DamagedFile) return 'changed'
    throw error
  }
}
