import { openFile, type Vault } from '#modules/papers'
import { isFiles, type Result } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
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

/** A picture that came whole through the gate may still not be one that can be drawn: said to the official, who asks for another. */
export function unlessUndrawable({ names }: Scans): (error: unknown) => never {
  return (error) => {
    if (names.length > 0 && error instanceof Error && error.name === 'PaperError') throw new Refusal(409, 'scan-undrawable')
    throw error
  }
}
