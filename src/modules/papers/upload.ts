import { randomBytes } from 'node:crypto'
import { type Ctx, Refusal, refuseUnless } from '#platform/act'
import type { Statement } from '#platform/db'
import { type Chunks, largestFile } from '#platform/files'
import { type Id, isId, newId } from '#platform/id'
import { cleanInput } from '#platform/text'
import { assertMay } from './policy.ts'
import { findUpload, type UploadRow, uploadsOf, write } from './store.ts'
import { mostFiles, type PaperFault, type Vault } from './vault.ts'

/** What somebody means to send: for which draft (or case), as the answer to which field. */
export type Announced = { draft: Id; field: string; name: string; size: number }

export type Begun = { ok: true; upload: Id } | { ok: false; fault: PaperFault }

/** Bytes that are acknowledged together: on a bad line at most so many are sent twice. */
const pieceLength = 512 * 1024
const daysToFinish = 7
const daysInDraft = 365

/**
 * Opens an upload; its bytes may come in pieces, over days, from another device. Whether the draft is the actor's own is asked by
 * whoever owns drafts; an upload is found by its owner alone.
 */
export async function beginUpload(ctx: Ctx, announced: Announced): Promise<Begun> {
  assertMay(ctx, 'bring')
  if (!Number.isSafeInteger(announced.size) || announced.size < 1) return { ok: false, fault: 'empty' }
  if (announced.size > largestFile) return { ok: false, fault: 'too-big' }
  const earlier = await uploadsOf(ctx, announced.draft)
  if (earlier.length >= mostFiles) return { ok: false, fault: 'too-many-files' }
  const upload = newId(Date.parse(ctx.now))
  const name = ctx.keys.seal(shortName(announced.name), 'upload.name')
  await write(ctx, [
    {
      text: `insert into upload (id, owner_id, draft_id, field, name, size, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $7::timestamptz + make_interval(days => $8))`,
      values: [upload, ctx.actor.party ?? ctx.actor.id, announced.draft, announced.field, name, announced.size, ctx.now, daysToFinish],
    },
  ])
  return { ok: true, upload }
}

/** A file name on one line, without the folders that some browsers send; at most 200 letters, its ending kept. */
function shortName(name: string): string {
  const clean = cleanInput(name.split(/[\\/]/).at(-1) ?? '')
  return clean.length <= 200 ? clean : `${clean.slice(0, 180)}…${clean.slice(-18)}`
}

/** @throws Refusal 404 where it is not the actor's */
export async function getUpload(ctx: Ctx, id: Id): Promise<UploadRow> {
  assertMay(ctx, 'bring')
  const row = isId(id) ? await findUpload(ctx, id) : undefined
  if (row === undefined) throw new Refusal(404, 'no-such-upload')
  return row
}

/** How far an upload got: where the sender goes on from. */
export async function uploadOffset(ctx: Ctx, id: Id): Promise<{ received: number; size: number; isOver: boolean }> {
  const row = await getUpload(ctx, id)
  return { received: Number(row.received), size: Number(row.size), isOver: row.file_id !== null || row.refused !== null }
}

/**
 * Takes bytes from an offset on. Every piece lies encrypted and synced before it is counted; when the line breaks, what came is kept.
 * @returns from where to go on
 * @throws Refusal 409 'offset-differs' { received } · 409 'upload-over' · 413 'more-than-announced' · the line's own error after keeping what came
 */
export async function receive(ctx: Ctx, vault: Vault, id: Id, offset: number, bytes: Chunks): Promise<{ received: number }> {
  const row = await getUpload(ctx, id)
  if (row.file_id !== null || row.refused !== null) throw new Refusal(409, 'upload-over')
  let received = Number(row.received)
  if (received !== offset) throw new Refusal(409, 'offset-differs', { received })
  const broken: { error?: unknown } = {}
  for await (const piece of pieces(bytes, broken)) {
    if (received + piece.length > Number(row.size)) throw new Refusal(413, 'more-than-announced', { size: Number(row.size) })
    await keepPiece(ctx, vault, id, received, piece)
    received += piece.length
  }
  if ('error' in broken) throw broken.error
  return { received }
}

/** Pieces of one length; when the line breaks, the begun piece still comes out and the error is set aside. */
async function* pieces(bytes: Chunks, broken: { error?: unknown }): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of bytes) {
      held.push(Buffer.from(chunk))
      length += chunk.length
      if (length < pieceLength) continue
      const piece = Buffer.concat(held)
      held = []
      length = 0
      yield piece
    }
  } catch (error) {
    broken.error = error
  }
  if (length > 0) yield Buffer.concat(held)
}

async function keepPiece(ctx: Ctx, vault: Vault, id: Id, offset: number, piece: Buffer): Promise<void> {
  // A name of its own: two senders at the same offset never overwrite each other's bytes, and the row counts one of them.
  const name = `${offset}-${randomBytes(8).toString('hex')}`
  await vault.store.put(pieceKey(id, name), [piece])
  try {
    await write(ctx, [
      {
        text: `with counted as (update upload set received = received + $3, pieces = pieces || $4::text
                 where id = $1 and received = $2 and file_id is null and refused is null returning 1)
               select refuse_unless(count(*) = 1, 'offset-differs') from counted`,
        values: [id, offset, piece.length, name],
      },
    ])
  } catch (error) {
    if (!isGuard(error)) throw error
    await vault.store.remove(pieceKey(id, name))
    throw new Refusal(409, 'offset-differs', { received: Number((await getUpload(ctx, id)).received) })
  }
}

function isGuard(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'LT409'
}

export function pieceKey(upload: Id, name: string): string {
  return `upload/${upload}/${name}`
}

/** Takes an upload back, finished or not. A file that nothing else uses goes with the sweep. */
export async function removeUpload(ctx: Ctx, vault: Vault, id: Id): Promise<void> {
  const row = await getUpload(ctx, id)
  await write(ctx, [{ text: 'delete from upload where id = $1', values: [id] }])
  await removePieces(vault, row)
}

/** What lies of it is only useless: a failure is made good by the sweep. */
export async function removePieces(vault: Vault, row: Pick<UploadRow, 'id' | 'pieces'>): Promise<void> {
  await Promise.allSettled(row.pieces.map((name) => vault.store.remove(pieceKey(row.id, name))))
}

/** For the act that ends a draft: its uploads end with it, the files live on in what uses them. */
export function forgetUploads(draft: Id): Statement {
  return { text: 'delete from upload where draft_id = $1', values: [draft] }
}

/** A finished upload stays as long as its draft may. */
export function finished(upload: Id, file: Id, now: string): Statement[] {
  return [
    {
      text: `update upload set file_id = $2, pieces = '{}', expires_at = $3::timestamptz + make_interval(days => $4)
             where id = $1 and file_id is null and refused is null`,
      values: [upload, file, now, daysInDraft],
    },
    refuseUnless(
      'exists (select from upload u where u.id = $1 and u.file_id is not null and not exists (select from file_removal r where r.file_id = u.file_id))',
      [upload],
      'upload-over',
    ),
  ]
}

/** One file of a draft as its form shows it. `received` says how far a file under way got. */
export type DraftFile = {
  upload: Id
  field: string
  name: string
  size: number
  received: number
  fault?: string
  file?: { id: Id; mediaType: string; sha256: string; scan: string }
}

/** All files of a draft: stored, under way and refused. */
export async function filesOfDraft(ctx: Ctx, draft: Id): Promise<DraftFile[]> {
  const rows = await uploadsOf(ctx, draft)
  return rows.map((row) => ({
    upload: row.id,
    field: row.field,
    name: ctx.keys.openText(row.name, 'upload.name'),
    size: Number(row.stored_size ?? row.size),
    received: Number(row.received),
    ...(row.refused === null ? {} : { fault: row.refused }),
    ...(row.file_id === null || row.sha256 === null
      ? {}
      : {
          file: {
            id: row.file_id,
            mediaType: row.media_type ?? '',
            sha256: row.sha256.toString('hex'),
            scan: row.verdict ?? row.scan ?? '',
          },
        }),
  }))
}
