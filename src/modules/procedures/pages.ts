import type { Instant } from '#platform/clock'
import type { Answers, Provenance } from './answers.ts'
import { isAsked, mayHold, settle } from './apply.ts'
import { type Condition, comparisonsIn, holds } from './condition.ts'
import type { Field } from './field.ts'
import type { Page, Procedure } from './procedure.ts'
import type { Words } from './words.ts'

/** One question of a page. `appliesNow` is false for one that another answer of the same page may still open; `when` says which. */
export type Question = { readonly name: string; readonly field: Field; readonly appliesNow: boolean; readonly when?: Condition }

/** Something known that the page shows instead of asking. */
export type KnownAnswer = { readonly name: string; readonly field: Field; readonly source: Provenance[string] }

export type Asked = {
  readonly id: string
  readonly title: Words
  readonly intro?: Words
  readonly notes?: readonly Words[]
  readonly asks: readonly Question[]
  readonly known: readonly KnownAnswer[]
}

function asked(procedure: Procedure, page: Page, answers: Answers, known: Provenance): Asked {
  const own = new Set(page.asks.filter((name) => known[name] === undefined))
  const questions = page.asks.flatMap((name): Question[] => {
    const field = procedure.fields[name]
    if (!field || !own.has(name) || !isAsked(field) || !mayHold(field.when, answers, own)) return []
    return [{ name, field, appliesNow: holds(field.when, answers), ...(field.when ? { when: field.when } : {}) }]
  })
  const shown = page.asks.flatMap((name): KnownAnswer[] => {
    const [field, source] = [procedure.fields[name], known[name]]
    return field && source && holds(field.when, answers) ? [{ name, field, source }] : []
  })
  const notes = (page.notes ?? []).filter(({ when }) => holds(when, answers)).map(({ text }) => text)
  const told = { ...(page.intro ? { intro: page.intro } : {}), ...(notes.length > 0 ? { notes } : {}) }
  return { id: page.id, title: page.title, ...told, asks: questions, known: shown }
}

/**
 * The pages that apply to these answers at `now`, each with its questions and with what is already known and therefore not asked again.
 * A page on which nothing is asked is left out. After a situation that belongs to another procedure no further page follows.
 */
export function pagesFor(procedure: Procedure, given: Answers, { now, known = {} }: { now: Instant; known?: Provenance }): Asked[] {
  const answers = settle(procedure, given, now)
  const pages = procedure.pages
    .map((page) => asked(procedure, page, answers, known))
    .filter(({ asks }) => asks.some(({ appliesNow }) => appliesNow))
  const elsewhere = procedure.cases.some((each) => each.goesTo && holds(each.when, answers))
  if (!elsewhere) return pages
  const decisive = new Set(procedure.cases.flatMap((each) => (each.goesTo ? comparisonsIn(each.when).map(({ field }) => field) : [])))
  const last = pages.findIndex(({ asks }) => asks.some(({ name }) => decisive.has(name)))
  return last < 0 ? pages : pages.slice(0, last + 1)
}

/** The page after this one, undefined after the last. */
export function pageAfter(pages: readonly Asked[], id: string): Asked | undefined {
  return pages[pages.findIndex((page) => page.id === id) + 1]
}
