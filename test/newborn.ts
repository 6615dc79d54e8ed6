import { beginDraft, confirmDraft, enter, fileDraft, propose, receive, seal, sign } from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import { type Answers, inForce } from '#modules/procedures'
import { asActor } from '#platform/db'
import { people } from '#sandbox'
import { type BirthWorld, birthAnswers, smallPdf } from './birth.ts'

/** What the life event asks beyond the birth. */
export const newbornAnswers: Answers = {
  residenceWith: 'mother',
  householderName: people.find(({ key }) => key === 'minh')?.name ?? '',
  householderId: people.find(({ key }) => key === 'minh')?.number ?? '',
  householderRelation: 'child',
  householderAgrees: 'vneid',
  careFacility: 'Trạm y tế phường Kinh Bắc',
}

/** Hồng files birth, residence and health card at once, as the portal does; `changes` replaces single answers. */
export async function fileNewborn(w: BirthWorld, changes: Answers = {}) {
  const ctx = w.as(w.hong)
  const procedure = await inForce(ctx, '2.000986', w.now.slice(0, 10))
  if (procedure === undefined) throw new Error('the life event is not in force')
  const draft = await beginDraft(ctx, procedure, w.units.a)
  const note = await storeWhole(ctx, w.vault, { draft, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  if (!note.ok) throw new Error(`the note was refused: ${note.fault}`)
  const answers = { ...birthAnswers(note.file), ...newbornAnswers, channel: 'online', ...changes }
  const kept = { answers, known: {}, disputed: [], asked: [] }
  await w.pool.trip([
    asActor(ctx.actor),
    { text: 'update draft set answers = $2 where id = $1', values: [draft, w.keys.sealJson(kept, 'draft.answers')] },
  ])
  return fileDraft(ctx, w.means, draft)
}

/** Commune a carries the birth to its certificate, and the parts that waited for it are opened. */
export async function issueNewborn(w: BirthWorld, code: string): Promise<void> {
  const { a } = w
  await receive(w.as(a.receptionist), code)
  await propose(w.as(a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.hong), code)
  await enter(w.as(a.registrar), code)
  await w.runJobs()
  await sign(w.as(a.chair), w.means, code, undefined)
  await seal(w.as(a.clerk), w.means, code)
  await w.runJobs()
}
