import type { BirthWorld } from './birth.ts'
import { readPaper } from './read-paper.ts'

/** The bytes of the newest paper of a kind in a case. */
export async function paperBytes(w: BirthWorld, code: string, kind: string): Promise<Uint8Array> {
  const { key } = await w.db
    .selectFrom('issued_paper')
    .innerJoin('stored_file', 'stored_file.id', 'issued_paper.file_id')
    .innerJoin('work_item', 'work_item.id', 'issued_paper.work_item_id')
    .where('work_item.code', '=', code)
    .where('issued_paper.kind', '=', kind)
    .orderBy('issued_paper.id', 'desc')
    .select('stored_file.key')
    .executeTakeFirstOrThrow()
  const chunks: Uint8Array[] = []
  for await (const chunk of await w.vault.store.open(key)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/** A signed paper of a case, as a reader and a checker of others see it. */
export async function formPaper(w: BirthWorld, code: string, kind: string) {
  return readPaper(await paperBytes(w, code, kind))
}
