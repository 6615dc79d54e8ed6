import type { Ctx } from '#platform/act'
import { asActor, rowsOf } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { assertMay } from './policy.ts'
import type { Vault } from './vault.ts'

/** How long bytes stay without a use: a rule of this house, not of law. */
export const unusedDays = 30
const dayMs = 86_400_000
const atOnce = 500

export type Swept = { unused: number; uploads: number; strays: number }

/**
 * The daily clearing: bytes without a live use for thirty days, uploads nobody finished, and bytes that no row knows (an act that
 * failed, a killed process). Rows stay and say what was removed. Run twice or broken off, it does no harm.
 * @param ctx of a job
 */
export async function sweepFiles(ctx: Ctx, vault: Vault): Promise<Swept> {
  assertMay(ctx, 'sweep')
  const unused = await retireUnused(ctx, vault)
  const uploads = await endOldUploads(ctx)
  return { unused, uploads, strays: await removeStrays(ctx, vault) }
}

async function retireUnused(ctx: Ctx, vault: Vault): Promise<number> {
  const before = new Date(Date.parse(ctx.now) - unusedDays * dayMs).toISOString()
  for (let total = 0; ; ) {
    const [, answer] = await ctx.pool.trip([
      asActor(ctx.actor),
      { text: 'select key from retire_unused_files($1, $2, $3)', values: [before, ctx.now, atOnce] },
    ])
    const keys = rowsOf<{ key: string }>(answer).map((row) => row.key)
    for (const key of keys) await vault.store.remove(key)
    total += keys.length
    if (keys.length < atOnce) return total
  }
}

async function endOldUploads(ctx: Ctx): Promise<number> {
  const [, answer] = await ctx.pool.trip([asActor(ctx.actor), { text: 'delete from upload where expires_at < $1', values: [ctx.now] }])
  return answer?.count ?? 0
}

/** Bytes older than a day that no living row names. Younger ones may belong to an act under way. */
async function removeStrays(ctx: Ctx, vault: Vault): Promise<number> {
  const yesterday = new Date(Date.parse(ctx.now) - dayMs).toISOString()
  let removed = 0
  let batch: string[] = []
  const settle = async (): Promise<void> => {
    const known = await knownKeys(ctx, batch)
    for (const key of batch) {
      if (known.has(key)) continue
      await vault.store.remove(key)
      removed += 1
    }
    batch = []
  }
  for await (const { key, at } of vault.store.list('')) {
    if (at < yesterday) batch.push(key)
    if (batch.length === atOnce) await settle()
  }
  await settle()
  return removed
}

/** Which of these keys a row still needs: a stored file whose bytes were not removed, or a piece of an upload under way. */
async function knownKeys(ctx: Ctx, keys: readonly string[]): Promise<Set<string>> {
  const uploads = new Set(keys.flatMap((key) => uploadOf(key) ?? []))
  const [, files, pieces] = await ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: `select key from stored_file f where key = any($1::text[]) and not exists (select from file_removal r where r.file_id = f.id)`,
      values: [[...keys]],
    },
    {
      text: `select 'upload/' || u.id || '/' || p.name as key from upload u cross join unnest(u.pieces) as p(name) where u.id = any($1::uuid[])`,
      values: [[...uploads]],
    },
  ])
  return new Set([...rowsOf<{ key: string }>(files), ...rowsOf<{ key: string }>(pieces)].map((row) => row.key))
}

function uploadOf(key: string): Id | undefined {
  return /^upload\/([0-9a-f-]{36})\//.exec(key)?.[1]
}

export type Rescanned = { clean: number; malware: number; left: number }

/**
 * Scans what came in while no scanner answered. What turns out harmful loses its bytes at once, whatever uses it, and an operator is
 * told; it stops at the first file the scanner cannot answer for.
 */
export async function rescanFiles(ctx: Ctx, vault: Vault, most = 200): Promise<Rescanned> {
  assertMay(ctx, 'sweep')
  const done: Rescanned = { clean: 0, malware: 0, left: 0 }
  if (vault.scanner === undefined) return done
  const waiting = await ctx.db
    .selectFrom('stored_file')
    .leftJoin('file_scan', 'file_scan.file_id', 'stored_file.id')
    .leftJoin('file_removal', 'file_removal.file_id', 'stored_file.id')
    .where('stored_file.scan', '=', 'unscanned')
    .where('file_scan.file_id', 'is', null)
    .where('file_removal.file_id', 'is', null)
    .orderBy('stored_at')
    .limit(most)
    .select(['stored_file.id', 'key', 'size'])
    .execute()
  for (const [no, file] of waiting.entries()) {
    const verdict = await vault.room.hold(Number(file.size), () => rescan(ctx, vault, file))
    if (verdict === 'unscanned') return { ...done, left: waiting.length - no }
    done[verdict] += 1
  }
  return done
}

async function rescan(ctx: Ctx, vault: Vault, file: { id: Id; key: string }): Promise<'clean' | 'malware' | 'unscanned'> {
  const chunks: Buffer[] = []
  for await (const chunk of await vault.store.open(file.key)) chunks.push(chunk)
  const scan = await vault.scanner?.(Buffer.concat(chunks))
  if (scan === undefined || scan.verdict === 'unscanned') return 'unscanned'
  if (scan.verdict === 'clean') {
    const clean = `insert into file_scan (file_id, verdict, at) values ($1, 'clean', $2) on conflict do nothing`
    await ctx.pool.trip([asActor(ctx.actor), { text: clean, values: [file.id, ctx.now] }])
    return 'clean'
  }
  await ctx.pool.trip([
    asActor(ctx.actor),
    { text: 'select remove_harmful_file($1, $2)', values: [file.id, ctx.now] },
    {
      text: `insert into operator_alert (id, kind, subject_id, params, at) values ($3, 'file-refused', $1, '{"fault": "malware"}', $2)`,
      values: [file.id, ctx.now, newId(Date.parse(ctx.now))],
    },
  ])
  await vault.store.remove(file.key)
  return 'malware'
}
