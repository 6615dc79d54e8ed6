import { verifyStored } from '#modules/papers'
import { problemsIn } from '#modules/procedures'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import { type Id, newRandomKey } from '#platform/id'
import { settled } from '../drafts.ts'
import { damagedIn, declaredFiles, type FiledDraft, filedFrom, wordsOf } from '../file-draft.ts'
import type { Means } from '../issue.ts'
import { receive } from '../receive.ts'
import { getCase } from '../store/load.ts'
import { submit } from '../submit.ts'
import { atCounter, reaching, unitOfIntake } from './at-counter.ts'
import { getSheet, type Sheet } from './sheet.ts'

/**
 * Takes a complete sheet in: the dossier is handed in and received in one go, and from that moment the clock runs. Two acts with one press,
 * so that the history reads as for any other dossier; sent again it finishes what an earlier sending began.
 * @throws Refusal 404 for a sheet that is not the official's · 422 'no-such-unit' while no unit is chosen
 */
export async function takeIn(ctx: Ctx, { vault }: Pick<Means, 'vault'>, id: Id): Promise<FiledDraft> {
  const any = await atCounter(ctx)
  const before = await takenInFrom(any, id)
  if (before !== undefined) return before
  const sheet = await getSheet(any, id)
  const here = await atCounter(ctx, sheet.counter.unit)
  if (sheet.unit === null) throw new Refusal(422, 'no-such-unit')
  const problems = problemsIn(sheet.procedure, sheet.answers, { now: ctx.now })
  if (problems.length > 0) return { ok: false, problems, damaged: [] }
  const files = declaredFiles(sheet, ctx.now)
  const verified = await verifyStored(
    here,
    vault,
    files.map((one) => one.file),
  )
  if (!verified.ok) return { ok: false, problems: [], damaged: verified.problems.flatMap((one) => damagedIn(files, one)) }
  await handedIn(reaching(here, sheet.unit), sheet, sheet.unit)
  const taken = await takenInFrom(here, id)
  if (taken === undefined) throw new Refusal(409, 'draft-gone')
  return taken
}

async function handedIn(ctx: Ctx, sheet: Sheet, unit: Id): Promise<void> {
  const { counter, card, procedure } = sheet
  try {
    const filed = await submit(ctx, {
      procedure,
      answers: sheet.answers,
      provenance: sheet.known,
      channel: 'counter',
      unit,
      receivingUnit: counter.unit,
      applicant: counter.applicant,
      submitter: counter.submitter,
      ...(counter.helper !== null && { helper: counter.helper }),
      files: declaredFiles(sheet, ctx.now),
      draft: sheet.id,
      shown: sheet.shown ?? [],
      // Who has no number is found by the code on the slip alone: nobody can guess a key that nobody has.
      trackBy: { bornOn: card?.bornOn ?? newRandomKey(), number: card?.number ?? newRandomKey() },
      words: [card?.name ?? '', card?.number ?? '', ...wordsOf(procedure, settled(sheet, ctx.now))],
    })
    if (!filed.ok) throw new Error('answers that were right a moment ago were refused')
  } catch (error) {
    // Another press was faster; what it handed in is the answer.
    if (!(error instanceof Refusal && error.reason === 'draft-gone')) throw error
  }
}

/** The dossier that grew from a sheet, received if it is not yet; undefined while there is none. */
export async function takenInFrom(ctx: Ctx, draft: Id): Promise<Extract<FiledDraft, { ok: true }> | undefined> {
  const unit = await unitOfIntake(ctx, 'draft_id', draft)
  if (unit === undefined) return undefined
  const there = reaching(ctx, unit)
  const filed = await filedFrom(there, draft)
  if (filed !== undefined) await received(there, filed.code)
  return filed
}

const askedFirst = ['due-needed', 'fee-needed']

async function received(ctx: Ctx, code: string): Promise<void> {
  const { status, step, procedure } = await getCase(ctx, code)
  if (status !== 'submitted' || procedure.steps[step]?.may.receive === undefined) return
  // The key of the press belongs to the handing in; receiving is guarded by the version of the case.
  await receive(contextFor(ctx, ctx.actor, ctx.now), code).catch((error: unknown) => {
    // Somebody was faster, or an hour or an amount must be said first: then it lies on the receptionist's desk, which asks for it.
    if (!(error instanceof Refusal && (error.status === 409 || askedFirst.includes(error.reason)))) throw error
  })
}
