import { type Instant, localDate } from '#platform/clock'
import { type Answers, isBlank, type Provenance, type SourceName } from './answers.ts'
import { settle } from './apply.ts'
import type { Component, Substitute } from './component.ts'
import { holds } from './condition.ts'
import type { Case, Procedure } from './procedure.ts'

/**
 * How a paper of this dossier stands.
 * `attached`: its file is there · `data`: a database answered instead · `lookedUp`: a database will be asked, nothing to bring ·
 * `made`: made from the answers · `shown`: an official at a counter saw it and gave it back · `toAttach`: the citizen owes it · `toShow`: shown at the counter, not kept · `toBring`: handed in on paper.
 */
export type Standing = 'attached' | 'data' | 'lookedUp' | 'made' | 'shown' | 'toAttach' | 'toShow' | 'toBring'

export type PaperNeeded = { readonly component: Component; readonly standing: Standing; readonly substitute?: Substitute }

/** What the look-ups of this dossier brought so far: per source and item, whether the data was found. */
export type Evidence = readonly { readonly from: SourceName; readonly item: string; readonly result: 'found' | 'missing' | 'wrong' }[]

/** `shown`: components that were seen at a counter and given back. */
export type Papers = {
  readonly now: Instant
  readonly known?: Provenance
  readonly evidence?: Evidence
  readonly shown?: readonly string[]
}

function isValid(substitute: Substitute, today: string): boolean {
  return today >= (substitute.validFrom ?? today) && today <= (substitute.validTo ?? today)
}

function needed(component: Component, answers: Answers, { now, known = {}, evidence = [], shown = [] }: Papers): PaperNeeded {
  if (component.madeFromAnswers) return { component, standing: 'made' }
  if (shown.includes(component.id)) return { component, standing: 'shown' }
  const allowed = component.substitutes.filter((each) => isValid(each, localDate(now)))
  const resultOf = (each: Substitute) => evidence.find(({ from, item }) => from === each.from && item === each.item)?.result
  const fromWallet = component.field ? known[component.field] : undefined
  const found = allowed.find((each) => resultOf(each) === 'found' || each.from === fromWallet?.from)
  if (found) return { component, standing: 'data', substitute: found }
  if (component.field && !isBlank(answers[component.field])) return { component, standing: 'attached' }
  // A paper with an upload of its own is owed until the data is there; one that is only shown waits for the look-up.
  const awaited = component.field ? undefined : allowed.find((each) => resultOf(each) === undefined)
  if (awaited) return { component, standing: 'lookedUp', substitute: awaited }
  if (component.handling === 'show') return { component, standing: 'toShow' }
  return { component, standing: component.field ? 'toAttach' : 'toBring' }
}

/** The papers that this case owes at `now`, in the order of the published list. A paper whose condition does not hold is not owed. */
export function componentsFor(procedure: Procedure, given: Answers, papers: Papers): PaperNeeded[] {
  const answers = settle(procedure, given, papers.now)
  return procedure.components.filter((each) => holds(each.when, answers)).map((each) => needed(each, answers, papers))
}

/** The special situations of this case, for the desk and for the register. */
export function casesOf(procedure: Procedure, given: Answers, now: Instant): Case[] {
  const answers = settle(procedure, given, now)
  return procedure.cases.filter((each) => holds(each.when, answers))
}

/** Codes of the communes that may decide this case; empty when the procedure leaves it open or nothing is answered yet. */
export function competentCommunes(procedure: Procedure, given: Answers, now: Instant): string[] {
  const answers = settle(procedure, given, now)
  const communesIn = (names: readonly string[]) =>
    names.flatMap((name) => {
      const place = answers[name]
      return typeof place === 'object' && 'commune' in place && place.commune ? [place.commune] : []
    })
  const { residences, otherwise = [] } = procedure.competence
  const communes = communesIn(residences)
  return [...new Set(communes.length > 0 ? communes : communesIn(otherwise))]
}
