import type { Instant } from '#platform/clock'
import { type Answer, type Answers, isBlank, isFiles, isPlace, type Provenance, type SourceName } from './answers.ts'
import { settle } from './apply.ts'
import { holds } from './condition.ts'
import type { Field, Known } from './field.ts'
import type { Procedure } from './procedure.ts'

/** One item for one field; `compared`: it is held against the answer and neither fills nor shows it. */
export type Wanted = { readonly field: string; readonly item: string; readonly compared?: true }

/** One question to one source: about whom (`by`, empty for the person signed in) and which items fill which fields. */
export type LookUp = {
  readonly from: SourceName
  readonly by: Answers
  readonly items: readonly Wanted[]
  /** Ask the person first. */
  readonly consent?: true
  /** The answers it is asked with are not confirmed by what comes back. */
  readonly aside?: true
}

const keyOf = (from: string, by: Answers) => `${from} ${JSON.stringify(by)}`

/**
 * What should be asked of other databases now, so that nobody has to type it: every field that applies, is not known yet, and whose
 * identifying answers are all there. One look-up a source and person, however many items it brings; one marked `consent` waits for a yes.
 */
export function lookUpsFor(procedure: Procedure, given: Answers, { now, known = {} }: { now: Instant; known?: Provenance }): LookUp[] {
  const answers = settle(procedure, given, now)
  const found = new Map<string, { from: SourceName; by: Answers; items: Wanted[]; consent?: true; aside?: true }>()
  for (const [name, field] of Object.entries(procedure.fields)) {
    if (known[name] || !holds(field.when, answers)) continue
    for (const source of sourcesOf(field)) {
      const named = source.by.flatMap((by): [string, Answer][] => (answers[by] === undefined ? [] : [[by, answers[by]]]))
      if (named.length < source.by.length || !holds(source.when, answers)) continue
      if (source.own && source.by.some((by) => known[by]?.from !== 'vneid')) continue
      const by = Object.fromEntries(named)
      const { consent, aside } = source
      const kind = { ...(consent ? { consent } : {}), ...(aside ? { aside } : {}) }
      const lookUp = found.get(keyOf(source.from, by)) ?? { from: source.from, by, items: [], ...kind }
      lookUp.items.push({ field: name, item: source.item, ...(source.compared ? { compared: true } : {}) })
      found.set(keyOf(source.from, by), lookUp)
    }
  }
  return [...found.values()]
}

type Asked = Known & { readonly compared?: true }

/** Sources that fill a field, then those that are asked for what its answer is held against. */
function sourcesOf({ known = [], compared = [] }: Field): Asked[] {
  const held = compared.flatMap(({ by, ...rest }): Asked[] => (by === undefined ? [] : [{ ...rest, by, compared: true }]))
  return [...known, ...held]
}

/** What a source said: items by name. An item that it does not have is left out. */
export type Finding = { readonly lookUp: LookUp; readonly at: Instant; readonly items: Readonly<Record<string, Answer>> }

function sameAnswer(a: Answer, b: Answer): boolean {
  if (isPlace(a) && isPlace(b)) return a.commune === b.commune && a.detail === b.detail && a.country === b.country
  if (isFiles(a) && isFiles(b)) return a.join() === b.join()
  return a === b
}

/**
 * Puts a finding among the answers. The source is believed over what was typed; who disagrees reports wrong data.
 * Answers that identified the person are marked as matched, since the source answers only when all of them agree.
 */
export function fillIn(answers: Answers, known: Provenance, { lookUp, at, items }: Finding): { answers: Answers; known: Provenance } {
  const taken = lookUp.items.flatMap(({ field, item, compared }): [string, Answer][] => {
    const value = items[item]
    return compared || value === undefined || isBlank(value) || known[field] ? [] : [[field, value]]
  })
  if (taken.length === 0) return { answers, known }
  const mark = (result: 'taken' | 'matched') => ({ from: lookUp.from, at, result })
  const matched = lookUp.aside ? [] : Object.keys(lookUp.by).filter((name) => known[name] === undefined)
  return {
    answers: { ...answers, ...Object.fromEntries(taken) },
    known: {
      ...known,
      ...Object.fromEntries(matched.map((name) => [name, mark('matched')])),
      ...Object.fromEntries(taken.map(([name, value]) => [name, mark(sameAnswer(answers[name] ?? '', value) ? 'matched' : 'taken')])),
    },
  }
}

/**
 * Forgets what a source said about answers that have changed since: another father's number opens his look-up anew.
 * `changed` are names of fields.
 */
export function forget(
  procedure: Procedure,
  answers: Answers,
  known: Provenance,
  changed: readonly string[],
): { answers: Answers; known: Provenance } {
  const stale = new Set(changed)
  for (const [name, field] of Object.entries(procedure.fields)) {
    if (known[name] && field.known?.some((source) => source.from === known[name]?.from && source.by.some((by) => stale.has(by))))
      stale.add(name)
  }
  const keeps = (name: string) => !stale.has(name) || known[name] === undefined || changed.includes(name)
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => keeps(name))),
    known: Object.fromEntries(Object.entries(known).filter(([name]) => !stale.has(name))),
  }
}

/** Whether a look-up was about the people that these fields name. */
function isAbout({ by }: Pick<LookUp, 'by'>, fields: readonly string[]): boolean {
  return Object.keys(by).sort().join() === [...fields].sort().join()
}

export type Comparison = {
  readonly field: string
  readonly from: SourceName
  readonly answered: Answer
  readonly found: Answer
  readonly same: boolean
}

// Accents are kept: Hoà and Hòa are one name, Hoa is another.
const spoken = (answer: Answer): Answer =>
  typeof answer === 'string'
    ? answer
        .normalize('NFC')
        .toLocaleLowerCase('vi')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    : answer

/** Holds what sources brought against what was answered, for the fields that say so: the one mismatch that the desk must see. */
export function comparisons(
  procedure: Procedure,
  given: Answers,
  findings: readonly Pick<Finding, 'items' | 'lookUp'>[],
  now: Instant,
): Comparison[] {
  const answers = settle(procedure, given, now)
  return Object.entries(procedure.fields).flatMap(([field, { compared = [] }]) =>
    compared.flatMap(({ from, item, by = [], when }): Comparison[] => {
      const answered = holds(when, answers) ? answers[field] : undefined
      const found = findings.find((each) => each.lookUp.from === from && isAbout(each.lookUp, by))?.items[item]
      if (answered === undefined || found === undefined) return []
      return [{ field, from, answered, found, same: sameAnswer(spoken(answered), spoken(found)) }]
    }),
  )
}
