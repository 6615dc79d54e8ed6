import { type Answers, componentsFor, type Evidence, feesFor, type PaperNeeded, type Procedure, settle } from '#modules/procedures'
import type { Instant } from '#platform/clock'

/**
 * The usual case of a procedure: the first option of each question, the least of a number, and "no" to what is asked yes or no. From it a page can say what
 * most people bring and pay before anybody has answered anything.
 */
export function usualAnswers(procedure: Procedure, now: Instant): Answers {
  const first = Object.entries(procedure.fields).flatMap(([name, field]): [string, string | number | boolean][] => {
    if (field.kind === 'choice' || field.kind === 'given') return field.options[0] ? [[name, field.options[0].value]] : []
    if (field.kind === 'int') return [[name, field.least]]
    return field.kind === 'bool' ? [[name, field.mustBeTrue]] : []
  })
  return settle(procedure, { ...Object.fromEntries(first), channel: 'online' }, now)
}

export type PapersToTell = {
  /** What most people hand in. */
  readonly handIn: readonly PaperNeeded[]
  /** What data replaces. */
  readonly replaced: readonly PaperNeeded[]
  /** What somebody looks at and gives back. */
  readonly shown: readonly PaperNeeded[]
  /** What other situations ask for. */
  readonly otherwise: readonly PaperNeeded['component'][]
}

/** The papers of the usual case, and what other cases need. */
export function papersToTell(procedure: Procedure, now: Instant): PapersToTell {
  const none: Evidence = []
  const usual = componentsFor(procedure, usualAnswers(procedure, now), { now, evidence: none })
  const owed = new Set(usual.map(({ component }) => component.id))
  return {
    handIn: usual.filter(({ standing }) => standing === 'toAttach' || standing === 'toBring'),
    replaced: usual.filter(({ standing }) => standing === 'lookedUp'),
    shown: usual.filter(({ standing }) => standing === 'toShow'),
    otherwise: procedure.components.filter((one) => !owed.has(one.id) && one.field !== undefined),
  }
}

/** The fee of the usual case, with its name. */
export function usualFee(procedure: Procedure, now: Instant) {
  return feesFor(procedure, usualAnswers(procedure, now), now)
}
