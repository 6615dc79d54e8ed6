import { filesOfDraft, forgetUploads } from '#modules/papers'
import { forget, type Problem, problemsIn, type Raw, settle, warningsIn, withSheet } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import type { Id } from '#platform/id'
import { changedIn, type Draft, getDraft, withFiles } from '../drafts.ts'
import { type AtCounter, changeDraft, deleteDraft, readCounterDrafts, type StoredDraft } from '../store/drafts.ts'
import { atCounter } from './at-counter.ts'

/** A form that an official writes for somebody at his counter. */
export type Sheet = Draft & { readonly counter: AtCounter }

/** @throws Refusal 404 when it is not the official's own, was taken in or thrown away */
export async function getSheet(ctx: Ctx, id: Id): Promise<Sheet> {
  const { counter, ...draft } = await getDraft(ctx, id)
  if (counter === undefined) throw new Refusal(404, 'no-such-draft')
  return { ...draft, counter }
}

/** What this official has begun at the counter and not taken in, newest first. */
export async function ownSheets(ctx: Ctx, most = 10): Promise<StoredDraft[]> {
  return readCounterDrafts(await atCounter(ctx), most)
}

export type SheetSaved = { readonly sheet: Sheet; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }

/** Stores the whole sheet as it was typed, right or wrong, and says what is wrong with it. */
export async function saveSheet(ctx: Ctx, id: Id, raw: Raw): Promise<SheetSaved> {
  const stored = await changeDraft(ctx, id, ({ procedure, answers: before, known }) => {
    const typed = Object.entries(raw).filter(([name]) => procedure.fields[name]?.kind !== 'upload')
    const answers = withSheet(procedure, before, Object.fromEntries(typed), known)
    return forget(procedure, answers, known, changedIn(before, answers))
  })
  const { counter, ...sheet } = withFiles(stored, await filesOfDraft(ctx, id))
  if (counter === undefined) throw new Refusal(404, 'no-such-draft')
  const { procedure, answers } = sheet
  return { sheet: { ...sheet, counter }, problems: problemsIn(procedure, answers, ctx), warnings: warningsIn(procedure, answers, ctx) }
}

/** Notes which papers were shown and given back; only those that are to be shown, never one that is kept. */
export async function noteShown(ctx: Ctx, id: Id, components: readonly string[]): Promise<void> {
  await changeDraft(ctx, id, ({ procedure }) => ({
    shown: procedure.components.flatMap((one) => (one.handling === 'show' && components.includes(one.id) ? [one.id] : [])),
  }))
}

/** Another unit decides it. */
export async function sendSheetTo(ctx: Ctx, id: Id, unit: Id): Promise<void> {
  await changeDraft(ctx, id, () => ({ unit }))
}

/** The person changed their mind. */
export async function dropSheet(ctx: Ctx, id: Id): Promise<void> {
  if (!(await deleteDraft(ctx, id, [forgetUploads(id)]))) throw new Refusal(404, 'no-such-draft')
}

/** The answers as they would be taken in now. */
export function settledSheet({ procedure, answers }: StoredDraft, now: string) {
  return settle(procedure, answers, now)
}
