import type { Ctx } from '#platform/act'
import { asActor, type Statement } from '#platform/db'
import type { Id } from '#platform/id'

/** An upload as it stands. */
export type UploadRow = {
  id: Id
  draft_id: Id
  field: string
  name: Buffer
  size: bigint
  received: bigint
  pieces: string[]
  file_id: Id | null
  refused: string | null
}

/** Rows outside an act: an upload is nobody's case yet. */
export async function write(ctx: Ctx, statements: readonly Statement[]): Promise<void> {
  await ctx.pool.trip([asActor(ctx.actor), ...statements])
}

export async function findUpload(ctx: Ctx, id: Id): Promise<UploadRow | undefined> {
  return ctx.db
    .selectFrom('upload')
    .where('id', '=', id)
    .select(['id', 'draft_id', 'field', 'name', 'size', 'received', 'pieces', 'file_id', 'refused'])
    .executeTakeFirst()
}

/** Uploads of a draft with the files they became, in the order they were begun. */
export function uploadsOf(ctx: Ctx, draft: Id) {
  return ctx.db
    .selectFrom('upload')
    .leftJoin('stored_file', 'stored_file.id', 'upload.file_id')
    .leftJoin('file_scan', 'file_scan.file_id', 'upload.file_id')
    .where('upload.draft_id', '=', draft)
    .orderBy('upload.created_at')
    .orderBy('upload.id')
    .select(['upload.id', 'upload.field', 'upload.name', 'upload.size', 'upload.received', 'upload.refused', 'upload.file_id'])
    .select(['stored_file.media_type', 'stored_file.sha256', 'stored_file.size as stored_size', 'stored_file.scan', 'file_scan.verdict'])
    .execute()
}

/** Files by their ids, as far as the actor may see them. */
export function findFiles(ctx: Ctx, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('stored_file')
    .leftJoin('file_removal', 'file_removal.file_id', 'stored_file.id')
    .leftJoin('file_scan', 'file_scan.file_id', 'stored_file.id')
    .where('stored_file.id', 'in', [...ids])
    .select(['id', 'name', 'media_type', 'size', 'sha256', 'key', 'scan', 'stored_at', 'file_removal.rule as removed', 'file_scan.verdict'])
    .execute()
}

/** The file of this content in the same case, if its bytes are still there. */
export async function findSameContent(ctx: Ctx, contentKey: string): Promise<Id | undefined> {
  const row = await ctx.db
    .selectFrom('stored_file')
    .leftJoin('file_removal', 'file_removal.file_id', 'stored_file.id')
    .where('content_key', '=', contentKey)
    .where('file_removal.file_id', 'is', null)
    .orderBy('stored_file.id')
    .select('stored_file.id')
    .executeTakeFirst()
  return row?.id
}

export type NewFile = {
  id: Id
  owner: Id | null
  system: string
  unit: Id | null
  sha256: Uint8Array
  size: number
  mediaType: string
  name: Uint8Array
  contentKey: string
  key: string
  keyId: number
  scan: string
  at: string
}

export function insertFile(file: NewFile): Statement {
  return {
    text: `insert into stored_file (id, owner_id, system, unit_id, sha256, size, media_type, name, content_key, key, key_id, scan, stored_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      file.id,
      file.owner,
      file.system,
      file.unit,
      file.sha256,
      file.size,
      file.mediaType,
      file.name,
      file.contentKey,
      file.key,
      file.keyId,
      file.scan,
      file.at,
    ],
  }
}
