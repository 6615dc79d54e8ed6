import { fingerprint, type Page, type Procedure, pagesFor, problemsIn, revisionOf } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Id } from '#platform/id'
import { type Draft, getDraft, withFiles } from './drafts.ts'
import { type Change, changeDraft, type StoredDraft } from './store/drafts.ts'

/**
 * A draft as its citizen opens it. Where a newer revision was released for what is begun too, it goes over now: answers that still fit stay,
 * and the draft says which pages are to be looked at again. A sheet at a counter stays as it was begun.
 * @throws Refusal 404 when it is not the actor's, was filed or thrown away
 */
export async function openDraft(ctx: Ctx, id: Id): Promise<Draft> {
  const draft = await getDraft(ctx, id)
  const next = draft.counter === undefined ? await releasedAfter(ctx, draft.procedure) : undefined
  if (next === undefined) return draft
  const stored = await changeDraft(ctx, id, (now) => (now.procedure.revision < next.revision ? goneOver(now, next, ctx.now) : {}))
  return withFiles(stored, draft.files)
}

/** The newest revision in force that was released for drafts of older ones. */
async function releasedAfter(ctx: Ctx, { code, revision }: Procedure): Promise<Procedure | undefined> {
  const row = await ctx.db
    .selectFrom('revision_release')
    .where('code', '=', code)
    .where('revision', '>', revision)
    .where('in_force_from', '<=', localDate(ctx.now))
    .where('drafts', '=', 'rebase')
    .orderBy('revision', 'desc')
    .select('revision')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : revisionOf(ctx, code, row.revision)
}

function goneOver(draft: StoredDraft, next: Procedure, now: string): Change {
  const { answers, known, disputed, asked, procedure: before } = draft
  const fits = fittingIn(draft, next, now)
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => fits(name)))
  const applying = new Set(pagesFor(next, kept, { now }).map(({ id }) => id))
  const isOther = (page: Page) => asShown(before, before.pages.find(({ id }) => id === page.id) ?? page, next) !== asShown(next, page, next)
  const stillToSee = draft.changed?.pages ?? []
  const isAnswered = (page: Page) => page.asks.some((name) => answers[name] !== undefined)
  const lost = (page: Page) => page.asks.some((name) => answers[name] !== undefined && !fits(name))
  const isToSee = (page: Page) => stillToSee.includes(page.id) || (isAnswered(page) && (lost(page) || isOther(page)))
  const pages = next.pages.filter((page) => applying.has(page.id) && isToSee(page))
  const reached = before.pages[draft.page]?.id
  return {
    procedure: next,
    answers: kept,
    known: Object.fromEntries(Object.entries(known).filter(([name]) => fits(name))),
    disputed: disputed.filter((name) => Object.hasOwn(next.fields, name)),
    asked: asked.filter(({ fields }) => fields.every((name) => fits(name))),
    page: Math.max(
      0,
      next.pages.findIndex(({ id }) => id === reached),
    ),
    changed: { pages: pages.map(({ id }) => id) },
  }
}

/** Whether an answer stays: its question is of the same kind, and nothing is wrong with it that was right before. */
function fittingIn({ answers, procedure: before }: StoredDraft, next: Procedure, now: string): (name: string) => boolean {
  const problems = (procedure: Procedure) => problemsIn(procedure, answers, { now }).filter(({ rule }) => rule !== 'required')
  const earlier = new Set(problems(before).map(({ field }) => field))
  const unfit = new Set(problems(next).flatMap(({ field }) => (earlier.has(field) ? [] : [field])))
  const kindIn = ({ fields }: Procedure, name: string) => (Object.hasOwn(fields, name) ? fields[name]?.kind : undefined)
  return (name) =>
    kindIn(next, name) === kindIn(before, name) && (kindIn(next, name) !== undefined || name === 'channel') && !unfit.has(name)
}

/** A page with its questions, told apart by one value. */
function asShown({ fields }: Procedure, page: Page, whole: Procedure): string {
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => page.asks.includes(name)))
  return fingerprint({ ...whole, pages: [page], fields: own })
}
