import { type Ctx, entryFor, Refusal } from '#platform/act'
import type { Statement } from '#platform/db'
import { type Chunks, type Judged, judge, largestFile } from '#platform/files'
import { type Id, newId } from '#platform/id'
import { contentKeyOf, hashOf, keyOf } from './content.ts'
import { secrecyMarkIn } from './secrecy.ts'
import { findSameContent, insertFile, type UploadRow, write } from './store.ts'
import { beginUpload, finished, getUpload, pieceKey, receive, removePieces } from './upload.ts'
import type { PaperFault, Vault } from './vault.ts'

export type Finished = { ok: true; upload: Id; file: Id } | { ok: false; fault: PaperFault }

/**
 * Lets a whole upload through the gate; only then it is a file that somebody can read. Asked again it gives the same answer.
 * @throws Refusal 404 · 409 'not-complete' { received }
 */
export async function finishUpload(ctx: Ctx, vault: Vault, id: Id): Promise<Finished> {
  const row = await getUpload(ctx, id)
  const known = alreadyOver(row)
  if (known !== undefined) return known
  if (row.received !== row.size) throw new Refusal(409, 'not-complete', { received: Number(row.received) })
  return vault.room.hold(Number(row.size), async () => {
    const bytes = await wholeOf(vault, row)
    const name = ctx.keys.openText(row.name, 'upload.name')
    const judged = await judgePaper(vault, bytes, name)
    return judged.ok ? store(ctx, vault, row, bytes, name, judged) : refuse(ctx, vault, row, bytes, judged.fault)
  })
}

/** Secrecy first and last: a name that says it is reason enough not to look inside. */
async function judgePaper(vault: Vault, bytes: Buffer, name: string): Promise<Judged | { ok: false; fault: 'secret' }> {
  if (secrecyMarkIn({ titles: [name], page: [] }) !== undefined) return { ok: false, fault: 'secret' }
  const judged = await judge(bytes, name, vault.scanner)
  return judged.ok && secrecyMarkIn(judged) !== undefined ? { ok: false, fault: 'secret' } : judged
}

function alreadyOver(row: UploadRow): Finished | undefined {
  if (row.file_id !== null) return { ok: true, upload: row.id, file: row.file_id }
  return row.refused === null ? undefined : { ok: false, fault: row.refused as PaperFault }
}

/**
 * The same for a form without script: one request, one file, its length known only at the end.
 * @throws Refusal 413 where it is longer than any file may be
 */
export async function storeWhole(
  ctx: Ctx,
  vault: Vault,
  brought: { draft: Id; field: string; name: string; bytes: Chunks },
): Promise<Finished> {
  const begun = await beginUpload(ctx, { ...brought, size: largestFile })
  if (!begun.ok) return begun
  const { received } = await receive(ctx, vault, begun.upload, 0, brought.bytes)
  if (received === 0) {
    await write(ctx, [{ text: 'delete from upload where id = $1', values: [begun.upload] }])
    return { ok: false, fault: 'empty' }
  }
  await write(ctx, [{ text: 'update upload set size = received where id = $1', values: [begun.upload] }])
  return finishUpload(ctx, vault, begun.upload)
}

async function wholeOf(vault: Vault, row: UploadRow): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(Number(row.size))
  let at = 0
  for (const name of row.pieces) {
    for await (const chunk of await vault.store.open(pieceKey(row.id, name))) {
      if (at + chunk.length > whole.length) throw new Error(`upload ${row.id} holds more than was counted`)
      at += chunk.copy(whole, at)
    }
  }
  if (at !== whole.length) throw new Error(`upload ${row.id} holds less than was counted`)
  return whole
}

async function store(
  ctx: Ctx,
  vault: Vault,
  row: UploadRow,
  bytes: Buffer,
  name: string,
  judged: Extract<Judged, { ok: true }>,
): Promise<Finished> {
  const contentKey = contentKeyOf(ctx.keys, row.draft_id, hashOf(bytes))
  const known = await findSameContent(ctx, contentKey)
  const file = known ?? newId(Date.parse(ctx.now))
  const statements = known === undefined ? [await newFile(ctx, vault, file, contentKey, bytes, name, judged)] : []
  await write(ctx, [...statements, ...finished(row.id, file, ctx.now)])
  await removePieces(vault, row)
  const over = alreadyOver(await getUpload(ctx, row.id))
  if (over === undefined) throw new Error(`upload ${row.id} did not finish`)
  return over
}

async function newFile(
  ctx: Ctx,
  vault: Vault,
  file: Id,
  contentKey: string,
  bytes: Buffer,
  name: string,
  judged: Extract<Judged, { ok: true }>,
): Promise<Statement> {
  const staff = ctx.actor.kind === 'staff'
  const { key, keyId, sha256, size } = await vault.store.put(keyOf(contentKey, file), [bytes])
  return insertFile({
    id: file,
    owner: staff ? null : (ctx.actor.party ?? ctx.actor.id),
    system: ctx.actor.system,
    unit: staff ? (ctx.actor.units[0] ?? null) : null,
    sha256,
    size,
    mediaType: judged.mediaType,
    name: ctx.keys.seal(hasEnding(name) ? name : `${name || 'tep'}.${judged.ending}`, 'stored_file.name'),
    contentKey,
    key,
    keyId,
    scan: judged.scan,
    at: ctx.now,
  })
}

function hasEnding(name: string): boolean {
  return /\.[\p{L}\p{N}]{1,10}$/u.test(name)
}

/** The content goes at once. Malware and secret papers leave a trace: who, when, the hash – nothing of the content, not even the name. */
async function refuse(ctx: Ctx, vault: Vault, row: UploadRow, bytes: Buffer, fault: PaperFault): Promise<Finished> {
  const name = fault === 'secret' ? ctx.keys.seal('', 'upload.name') : row.name
  const statements: Statement[] = [
    { text: "update upload set refused = $2, name = $3, pieces = '{}' where id = $1", values: [row.id, fault, name] },
  ]
  if (fault === 'secret' || fault === 'malware') {
    const sha256 = hashOf(bytes).toString('hex')
    statements.push(
      entryFor(ctx.keys, ctx.actor.id, 'file.refused', row.id, ctx.now, { fault, sha256, size: bytes.length, field: row.field }),
      {
        text: "insert into operator_alert (id, kind, subject_id, params, at) values ($1, 'file-refused', $2, $3, $4)",
        values: [newId(Date.parse(ctx.now)), row.id, JSON.stringify({ fault }), ctx.now],
      },
    )
  }
  await write(ctx, statements)
  await removePieces(vault, row)
  return { ok: false, fault }
}
