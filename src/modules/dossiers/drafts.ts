import { type DraftFile, filesOfDraft, forgetUploads } from '#modules/papers'
import {
  type Answers,
  forget,
  type Problem,
  type Procedure,
  type Provenance,
  pagesFor,
  problemsIn,
  type Raw,
  settle,
  warningsIn,
  withPage,
} from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { type Id, newId } from '#platform/id'
import { changeDraft, deleteDraft, insertDraft, readDraft, readOwnDrafts, type StoredDraft } from './store/drafts.ts'

/** Answers under way, with the files that were sent for them. */
export type Draft = StoredDraft & { readonly files: readonly DraftFile[] }

/**
 * Begins a draft for the party for whom the actor acts.
 * @param unit the competent unit that the citizen chose
 * @throws Refusal 409 'not-online' for what is only taken in at a counter, or only as a part of a life event
 * @param id made by the form: the same one twice begins one draft
 * @param said what was answered before, as in the guide
 */
export async function beginDraft(
  ctx: Ctx,
  procedure: Procedure,
  unit: Id,
  id: Id = newId(Date.parse(ctx.now)),
  said: Answers = {},
): Promise<Id> {
  mayDraft(ctx)
  if (procedure.channels?.includes('online') === false) throw new Refusal(409, 'not-online')
  await insertDraft(ctx, id, procedure, unit, { answers: { ...said, channel: 'online' }, known: {}, disputed: [], asked: [] })
  return id
}

/** @throws Refusal 404 when it is not the actor's, was filed or thrown away */
export async function getDraft(ctx: Ctx, id: Id): Promise<Draft> {
  const [draft, files] = await Promise.all([readDraft(ctx, id), filesOfDraft(ctx, id)])
  return withFiles(draft, files)
}

/** What the party has begun and not filed, newest first. */
export async function ownDrafts(ctx: Ctx, most = 20): Promise<StoredDraft[]> {
  return readOwnDrafts(ctx, most)
}

/** Changes the commune to which it will go. */
export async function moveDraft(ctx: Ctx, id: Id, unit: Id): Promise<void> {
  await changeDraft(ctx, id, () => ({ unit }))
}

export type Saved = {
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** Somebody stored on another device since this page was shown; what was sent now counts. */
  readonly overtook: boolean
}

/**
 * Stores what was typed on one page, right or wrong, and says what is wrong with it. What a source told about an answer that
 * changed is forgotten. Only the answers of this page are replaced: two devices on two pages lose nothing.
 * @param seen version that the page showed
 */
export async function savePage(ctx: Ctx, id: Id, pageId: string, raw: Raw, seen?: number): Promise<Saved> {
  let overtook = false
  const stored = await changeDraft(ctx, id, (draft) => {
    overtook = seen !== undefined && seen !== draft.version
    const { procedure, known } = draft
    const answers = withPage(procedure, draft.answers, pageId, withoutFiles(procedure, raw), known)
    const changed = changedIn(draft.answers, answers)
    const after = forget(procedure, answers, known, changed)
    // What was forgotten is asked for again, also when an earlier answer comes back.
    const gone = Object.keys(known).filter((name) => after.known[name] === undefined)
    const asked = draft.asked.filter(({ fields }) => !fields.some((field) => gone.includes(field)))
    const left = draft.changed?.pages.filter((one) => one !== pageId) ?? []
    return { ...after, asked, page: placeOf(procedure, pageId), changed: left.length === 0 ? null : { pages: left } }
  })
  const draft = withFiles(stored, await filesOfDraft(ctx, id))
  const asking = { now: ctx.now, page: pageId }
  return {
    draft,
    problems: problemsIn(draft.procedure, draft.answers, asking),
    warnings: warningsIn(draft.procedure, draft.answers, asking),
    overtook,
  }
}

/** Throws a draft away with what was uploaded for it. */
export async function dropDraft(ctx: Ctx, id: Id): Promise<void> {
  if (!(await deleteDraft(ctx, id, [forgetUploads(id)]))) throw new Refusal(404, 'no-such-draft')
}

/** Where the citizen goes on: the first page on which something is wrong or missing; undefined when all is answered. */
export function pageToGoOn(draft: Draft, now: string): string | undefined {
  const { procedure, answers, known } = draft
  const pages = pagesFor(procedure, answers, { now, known })
  return pages.find((page) => problemsIn(procedure, answers, { now, page: page.id }).length > 0)?.id
}

export function mayDraft(ctx: Ctx): void {
  if (ctx.actor.kind !== 'citizen' || ctx.actor.party === undefined) throw new Refusal(403, 'not-for-you')
}

/** Uploads are answered by the files that arrived, not by what a form says. */
export function withFiles(draft: StoredDraft, files: readonly DraftFile[]): Draft {
  const uploads = Object.entries(draft.procedure.fields).filter(([, field]) => field.kind === 'upload')
  const sent = uploads.map(([name]) => [name, files.flatMap((one) => (one.field === name && one.file ? [one.file.id] : []))] as const)
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(sent) }, files }
}

function withoutFiles(procedure: Procedure, raw: Raw): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => procedure.fields[name]?.kind !== 'upload'))
}

export function changedIn(before: Answers, after: Answers): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => JSON.stringify(before[name] ?? '') !== JSON.stringify(after[name] ?? ''))
}

function placeOf(procedure: Procedure, pageId: string): number {
  const place = procedure.pages.findIndex((page) => page.id === pageId)
  if (place < 0) throw new Refusal(404, 'no-such-page')
  return place
}

/** What counts as known while looking up: what a source said, and what the citizen said is wrong there. */
export function knownOrDisputed({ known, disputed, updatedAt }: StoredDraft): Provenance {
  const said = disputed.map((field) => [field, { from: 'population', at: updatedAt, result: 'taken' }] as const)
  return { ...Object.fromEntries(said), ...known }
}

/** The answers as they would be filed at `now`. */
export function settled(draft: Pick<StoredDraft, 'procedure' | 'answers'>, now: string): Answers {
  return settle(draft.procedure, draft.answers, now)
}
