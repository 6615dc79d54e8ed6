import { confirmDraft, enter, propose, receive, seal, sign } from '#modules/dossiers'
import type { Answers } from '#modules/procedures'
import { type BirthWorld, fileBirth } from './birth.ts'

/** A birth certificate as it was issued: the dossier, its QR key, and the file at both stages. */
export type IssuedBirth = { code: string; trackKey: string; leader: Uint8Array; sealed: Uint8Array }

/** Walks a birth in commune `a` from filing to the sealed certificate, every act by the one whose act it is. */
export async function issueBirth(w: BirthWorld, changes: Answers = {}): Promise<IssuedBirth> {
  const filed = await fileBirth(w, changes)
  if (!filed.ok) throw new Error(`the birth was not filed: ${JSON.stringify(filed)}`)
  const { code, trackKey } = filed
  const { a } = w
  await receive(w.as(a.receptionist), code)
  await propose(w.as(a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.hong), code)
  await enter(w.as(a.registrar), code)
  await w.runJobs()
  await sign(w.as(a.chair), w.means, code, undefined)
  await seal(w.as(a.clerk), w.means, code)
  return { code, trackKey, leader: await paperAt(w, code, 'leader'), sealed: await paperAt(w, code, 'sealed') }
}

export async function paperAt(w: BirthWorld, code: string, stage: string): Promise<Uint8Array> {
  const { key } = await w.db
    .selectFrom('issued_paper')
    .innerJoin('stored_file', 'stored_file.id', 'issued_paper.file_id')
    .innerJoin('work_item', 'work_item.id', 'issued_paper.work_item_id')
    .where('work_item.code', '=', code)
    .where('stage', '=', stage)
    .where('issued_paper.kind', '=', 'result')
    .select('stored_file.key')
    .executeTakeFirstOrThrow()
  const chunks: Uint8Array[] = []
  for await (const chunk of await w.vault.store.open(key)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
