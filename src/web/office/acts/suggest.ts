import { shortUnitName } from '#modules/directory'
import { termText } from '#modules/dossiers'
import { competentCommunes, holds, isPlace, settle } from '#modules/procedures'
import { localDate } from '#platform/clock'
import type { AtDesk } from '../desk/gather.ts'
import { words } from './words.ts'

/** What the case itself suggests for the forms of its acts; the official may choose otherwise. */
export type Suggested = {
  /** The unit that is competent by the answers, where that is another one. */
  competent: string | undefined
  /** What may be asked of others in this case. */
  subjects: { value: string; label: string; hint: string }[]
  /** The unit that is asked about the first of them, and the parts of the form that it needs for its search. */
  asked: string | undefined
  send: string[]
  way: string | undefined
}

export function suggestedFor({ found, directory, lang }: AtDesk): Suggested {
  const { procedure, filed, submittedAt } = found
  const answers = settle(procedure, filed.answers, submittedAt)
  const unitOf = (commune: string | undefined) =>
    commune === undefined ? undefined : directory.servingUnit(commune, procedure.counter)?.id
  const competent = competentCommunes(procedure, filed.answers, submittedAt).map(unitOf)
  const kinds = procedure.consultations.filter((one) => holds(one.when, answers))
  const [kind] = kinds
  // The flaw that leads to this question names the answer in which the other place stands.
  const flaw = procedure.defects.find((one) => one.outcome === 'ask' && one.component === kind?.id)
  const places = kind?.places ?? (flaw?.field === undefined ? [] : [flaw.field])
  const elsewhere = places.map((name) => answers[name]).flatMap((place) => (isPlace(place) ? (unitOf(place.commune) ?? []) : []))
  const { receiveBy } = answers
  return {
    competent: competent.find((unit) => unit !== undefined && unit !== found.unit),
    subjects: kinds.map(({ id, about, within, basis }) => ({
      value: id,
      label: about[lang],
      hint: words(lang)('subjectHint', { within: termText(within, lang), basis }),
    })),
    asked: elsewhere.find((unit) => unit !== found.unit),
    send: procedure.pages.map((page) => page.id).filter((page) => kind?.sends?.includes(page)),
    way: typeof receiveBy === 'string' ? receiveBy : undefined,
  }
}

/** Every other commune of today, for a list to choose from. */
export function communesOf({ directory, found, now }: AtDesk): { value: string; label: string }[] {
  const today = localDate(now)
  return directory
    .communes()
    .flatMap((unit) => directory.servingUnit(unit.code, found.procedure.counter) ?? [])
    .filter((unit) => unit.id !== found.unit)
    .map((unit) => ({ value: unit.id, label: shortUnitName(unit, today) }))
}
