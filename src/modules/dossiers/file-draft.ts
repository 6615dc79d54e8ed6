import { personOf } from '#modules/identity'
import { verifyStored } from '#modules/papers'
import { type Answers, type Problem, type Procedure, problemsIn } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import type { Id } from '#platform/id'
import { type Draft, getDraft, mayDraft, settled } from './drafts.ts'
import type { Brought } from './files.ts'
import type { Means } from './issue.ts'
import { getCase } from './store/load.ts'
import { type Filing, submit } from './submit.ts'
import { firstFiling } from './thread.ts'

/** A file that was acknowledged and is not what it was: it must be sent again before anything is filed. */
export type DamagedFile = { readonly field: string; readonly file: Id; readonly reason: 'missing' | 'changed' }

export type FiledDraft =
  | { readonly ok: true; readonly code: string; readonly id: Id; readonly trackKey: string }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly damaged: readonly DamagedFile[] }

/**
 * Files a draft: every declared file is read to its last byte, then the answers become one dossier, however often this is sent.
 * @throws Refusal 404 for a draft that is not the actor's · 422 'no-such-unit' while no commune is chosen
 */
export async function fileDraft(ctx: Ctx, { vault }: Pick<Means, 'vault'>, id: Id): Promise<FiledDraft> {
  mayDraft(ctx)
  const before = await filedFrom(ctx, id)
  if (before !== undefined) return before
  const draft = await getDraft(ctx, id)
  if (draft.unit === null) throw new Refusal(422, 'no-such-unit')
  const problems = problemsIn(draft.procedure, draft.answers, { now: ctx.now })
  if (problems.length > 0) return { ok: false, problems, damaged: [] }
  const files = declaredFiles(draft, ctx.now)
  const verified = await verifyStored(
    ctx,
    vault,
    files.map((one) => one.file),
  )
  if (!verified.ok) return { ok: false, problems: [], damaged: verified.problems.flatMap((one) => damagedIn(files, one)) }
  return (await filing(ctx, draft, draft.unit, files)) ?? filedMeanwhile(ctx, id)
}

async function filing(ctx: Ctx, draft: Draft, unit: Id, files: readonly Brought[]): Promise<FiledDraft | undefined> {
  const person = await personOf(ctx)
  const party = ctx.actor.party ?? ctx.actor.id
  try {
    const whole: Filing = {
      procedure: draft.procedure,
      answers: draft.answers,
      provenance: draft.known,
      channel: 'online',
      unit,
      receivingUnit: unit,
      applicant: party,
      submitter: party,
      files,
      draft: draft.id,
      trackBy: { bornOn: person.bornOn ?? '', number: person.number ?? '' },
      words: [person.name, person.number ?? '', ...wordsOf(draft.procedure, settled(draft, ctx.now))],
    }
    const filed = await submit(ctx, await firstFiling(ctx, whole))
    if (!filed.ok) throw new Error('answers that were right a moment ago were refused')
    return filed
  } catch (error) {
    // Another tab or another try was faster; what it filed is the answer.
    if (error instanceof Refusal && error.reason === 'draft-gone') return undefined
    throw error
  }
}

async function filedMeanwhile(ctx: Ctx, id: Id): Promise<FiledDraft> {
  const filed = await filedFrom(ctx, id)
  if (filed === undefined) throw new Refusal(409, 'draft-gone')
  return filed
}

/** The dossier that grew from a draft; undefined while there is none. */
export async function filedFrom(ctx: Ctx, draft: Id): Promise<Extract<FiledDraft, { ok: true }> | undefined> {
  const row = await ctx.db.selectFrom('dossier').where('draft_id', '=', draft).select('work_item_id').executeTakeFirst()
  if (row === undefined) return undefined
  const { code, id, trackKey } = await getCase(ctx, row.work_item_id)
  return { ok: true, code, id, trackKey }
}

/** The files that answer a question which applies, each under its field. */
export function declaredFiles(draft: Draft, now: string): Brought[] {
  const answers = settled(draft, now)
  return draft.files.flatMap(({ field, file }) =>
    file === undefined || answers[field] === undefined ? [] : [{ file: file.id, component: field }],
  )
}

export function damagedIn(files: readonly Brought[], { file, reason }: { file: Id; reason: DamagedFile['reason'] }): DamagedFile[] {
  return files.filter((one) => one.file === file).map(({ component }) => ({ field: component, file, reason }))
}

/** The words by which the office finds the dossier: names and numbers of everybody in it. */
export function wordsOf(procedure: Procedure, answers: Answers): string[] {
  return Object.entries(procedure.fields).flatMap(([name, field]) => {
    const said = answers[name]
    return (field.kind === 'fullName' || field.kind === 'citizenId') && typeof said === 'string' ? [said] : []
  })
}
