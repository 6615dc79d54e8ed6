import { openFile, type Vault } from '#modules/papers'
import { isFiles, type Result } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { Case } from './case.ts'

/** The pictures that a result sets into itself, under names that its template can read, in the order in which they were handed in. */
export type Scans = { names: readonly string[]; files: Readonly<Record<string, Uint8Array>> }

/** @throws Refusal 404 or 410 where a picture cannot be read: then no paper is made of the rest */
export async function scansOf(ctx: Ctx, vault: Vault, found: Case, { scans }: Result): Promise<Scans> {
  const answer = scans === undefined ? undefined : found.filed.answers[scans]
  const ids = answer !== undefined && isFiles(answer) ? answer : []
  const files: Record<string, Uint8Array> = {}
  for (const [place, id] of ids.entries()) {
    const { bytes, mediaType } = await openFile(ctx, vault, id)
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    files[`trang-${place + 1}.${mediaType === 'image/png' ? 'png' : 'jpg'}`] = Buffer.concat(chunks)
  }
  return { names: Object.keys(files), files }
}
