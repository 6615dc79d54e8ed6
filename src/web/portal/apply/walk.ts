import type { Draft } from '#modules/dossiers'
import { type Asked, pagesFor, problemsIn } from '#modules/procedures'
import type { Instant } from '#platform/clock'

export const reviewPage = 'xem-lai'

/**
 * The pages that the citizen walks through. A page on which everything that matters is known and only something optional is left is
 * not put in the way; it can be opened from the review.
 */
export function walkOf(draft: Draft, now: Instant): Asked[] {
  const { procedure, answers, known } = draft
  return pagesFor(procedure, answers, { now, known }).filter((page) => !isQuiet(page))
}

function isQuiet({ asks, known }: Asked): boolean {
  return known.length > 0 && asks.every(({ field, appliesNow }) => !appliesNow || !field.required)
}

/** One page, walked or opened from the review. */
export function findPage(draft: Draft, id: string, now: Instant): Asked | undefined {
  const { procedure, answers, known } = draft
  return pagesFor(procedure, answers, { now, known }).find((page) => page.id === id)
}

export function pageHref(draft: string, page: string): string {
  return `/ho-so-nhap/${draft}/${page}`
}

/** Where the reader goes after a page: the next one of the walk, then the review. */
export function afterPage(draft: Draft, id: string, now: Instant): string {
  const order = draft.procedure.pages.map((page) => page.id)
  const here = order.indexOf(id)
  const next = walkOf(draft, now).find((page) => order.indexOf(page.id) > here)
  return pageHref(draft.id, next?.id ?? reviewPage)
}

/** The page before, for "Quay lại"; from the first page back to the choice of the commune. */
export function beforePage(draft: Draft, id: string, now: Instant): string {
  const order = draft.procedure.pages.map((page) => page.id)
  const here = id === reviewPage ? order.length : order.indexOf(id)
  const before = walkOf(draft, now).findLast((page) => order.indexOf(page.id) < here)
  return pageHref(draft.id, before?.id ?? 'noi-nop')
}

/** Where somebody who comes back goes on. */
export function resumeAt(draft: Draft, now: Instant): string {
  const { procedure, answers } = draft
  const open = walkOf(draft, now).find((page) => problemsIn(procedure, answers, { now, page: page.id }).length > 0)
  return pageHref(draft.id, open?.id ?? reviewPage)
}
