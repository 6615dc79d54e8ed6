import { type Instant, localDate } from '#platform/clock'
import type { Answer, Answers } from './answers.ts'
import { mayHold, settle } from './apply.ts'
import { type Condition, comparisonsIn, holds } from './condition.ts'
import { type FeesDue, feesFor } from './fees-due.ts'
import type { Field } from './field.ts'
import {
  answersOf,
  carriedOver,
  countedFields,
  countsByPresence,
  decisiveConditions,
  type GuideChoices,
  type GuideQuestion,
  isOffered,
  presence,
  questionAbout,
} from './guide-question.ts'
import { casesOf, componentsFor, type PaperNeeded } from './papers-needed.ts'
import { problemsIn } from './problems.ts'
import type { Case, Procedure } from './procedure.ts'
import type { Problem } from './rule.ts'

/** What the interview comes to: with these papers, for this money, under these cases. */
export type GuideOutcome = {
  readonly cases: readonly Case[]
  /** Another procedure takes it. */
  readonly goesTo?: NonNullable<Case['goesTo']>
  /** What stands in the way, by the rules of the law: with these answers it cannot be filed. */
  readonly obstacles: readonly Problem[]
  readonly papers: readonly PaperNeeded[]
  readonly fees: FeesDue
}

export type Guide = {
  /** Answered questions that count, in the order of the form, with what was chosen. */
  readonly said: readonly { readonly question: GuideQuestion; readonly choice: string }[]
  /** What must still be answered, all that can be asked at once. Empty: the outcome stands. */
  readonly open: readonly GuideQuestion[]
  readonly outcome?: GuideOutcome
  /** What goes on into the draft. */
  readonly answers: Answers
  /** All that was reckoned with: what goes on, and what only stands for a date or a paper. */
  readonly reckoned: Answers
}

/** Names of the fields on which something hangs, with those on which their being asked hangs. */
function wantedFields(procedure: Procedure): ReadonlySet<string> {
  const wanted = new Set([
    ...decisiveConditions(procedure)
      .flatMap(comparisonsIn)
      .map(({ field }) => field),
    ...countedFields(procedure),
  ])
  if (procedure.fees.some(({ channels }) => channels !== undefined)) wanted.add('channel')
  for (const name of wanted) for (const { field } of comparisonsIn(procedure.fields[name]?.when)) wanted.add(field)
  return wanted
}

/** The fields that decide, in the order in which the form asks them; what is told by the door comes first. */
function decisiveFields(procedure: Procedure): [string, Field][] {
  const wanted = wantedFields(procedure)
  const order = procedure.pages.flatMap(({ asks }) => asks)
  const place = (name: string) => {
    const field = procedure.fields[name]
    return order.indexOf(field?.kind === 'derived' ? field.after : name)
  }
  return [...wanted]
    .flatMap((name): [string, Field][] => {
      const field = procedure.fields[name]
      return field === undefined || isCertain(procedure, name, field) ? [] : [[name, field]]
    })
    .sort(([a], [b]) => place(a) - place(b))
}

/** Answered alike by everybody to whom it applies: fixed, a statement that must be made, a paper that must be there. */
const isCertain = (procedure: Procedure, name: string, field: Field): boolean =>
  field.kind === 'fixed' || (field.kind === 'bool' && field.mustBeTrue) || (field.required && countsByPresence(procedure, name, field))

/** What is certain of what conditions ask, as answers; where it does not apply it falls away. */
function certainties(procedure: Procedure, now: Instant): Answers {
  const wanted = wantedFields(procedure)
  const entries = Object.entries(procedure.fields).flatMap(([name, field]): [string, Answer][] => {
    if (!wanted.has(name)) return []
    if (field.kind === 'bool' && field.mustBeTrue) return [[name, true]]
    return field.required && countsByPresence(procedure, name, field) ? [[name, presence(field, localDate(now))]] : []
  })
  return Object.fromEntries(entries)
}

/** Questions that may still be asked: those closed by what was said are none. */
function alive(procedure: Procedure, answers: Answers, open: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set([...open].filter((name) => mayHold(procedure.fields[name]?.when, answers, open)))
  return kept.size === open.size ? kept : alive(procedure, answers, kept)
}

/** Whether a condition can still turn out either way. */
const isOpen = (condition: Condition, answers: Answers, open: ReadonlySet<string>): boolean =>
  mayHold(condition, answers, open) && mayHold({ not: condition }, answers, open)

/** Fields on whose answer something still hangs: a paper, money, a case, or whether another such field is asked at all. */
function needed(procedure: Procedure, answers: Answers, open: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (condition: Condition | undefined) => {
    for (const { field } of comparisonsIn(condition)) {
      if (names.has(field)) continue
      names.add(field)
      add(procedure.fields[field]?.when)
    }
  }
  for (const condition of decisiveConditions(procedure)) if (isOpen(condition, answers, open)) add(condition)
  for (const fee of procedure.fees) {
    if (!mayHold(fee.when, answers, open)) continue
    for (const name of [fee.per, fee.times, ...(fee.channels ? ['channel'] : [])]) if (name !== undefined) names.add(name)
  }
  return names
}

/**
 * The interview before the way to the office: which questions still decide, and when none does, what is owed. A pure function of the
 * procedure, the choices and the day; choices that are not offered, or no longer apply, count as not made.
 */
export function guideThrough(procedure: Procedure, choices: GuideChoices, now: Instant): Guide {
  const fields = decisiveFields(procedure)
  const questions = new Map(fields.map(([name, field]) => [name, questionAbout(procedure, name, field)]))
  const said = new Map<string, string>()
  let answers: Answers = certainties(procedure, now)
  for (;;) {
    const settled = settle(procedure, answers, now)
    const left = alive(procedure, settled, new Set([...questions.keys()].filter((name) => !said.has(name))))
    const askable = goesElsewhere(procedure, settled, now) ? [] : askableNow(procedure, fields, settled, left)
    const next = askable.find((name) => isOffered(questions.get(name), choices[name]))
    if (next === undefined) return conclude(procedure, { questions, said, askable, answers, settled, now })
    const question = questions.get(next)
    const choice = choices[next] ?? ''
    said.set(next, choice)
    if (question) answers = { ...answers, ...answersOf(procedure, question, choice, now) }
  }
}

const goesElsewhere = (procedure: Procedure, settled: Answers, now: Instant) =>
  casesOf(procedure, settled, now).find((one) => one.goesTo)?.goesTo

/** Questions that apply, that something hangs on, and that wait for no other. */
function askableNow(procedure: Procedure, fields: readonly [string, Field][], settled: Answers, left: ReadonlySet<string>): string[] {
  const wanted = needed(procedure, settled, left)
  return fields.flatMap(([name, { when }]) => {
    const waits = when !== undefined && isOpen(when, settled, left)
    return left.has(name) && wanted.has(name) && !waits && holds(when, settled) ? [name] : []
  })
}

/** Rules that stop a filing and are broken by what was chosen, whatever else will be answered. */
function obstaclesIn(procedure: Procedure, settled: Answers, said: ReadonlyMap<string, string>, now: Instant): Problem[] {
  const isDecided = (name: string) => said.has(name) || procedure.fields[name]?.kind === 'fixed'
  const decided = procedure.rules.filter(({ level, field, when, check }) => {
    const named = Object.values(check).flat()
    const others = named.filter((one): one is string => typeof one === 'string' && procedure.fields[one] !== undefined)
    return level === 'block' && [field, ...others, ...comparisonsIn(when).map((one) => one.field)].every(isDecided)
  })
  return problemsIn({ ...procedure, rules: decided }, settled, { now }).filter(({ rule }) => decided.some(({ code }) => code === rule))
}

type Walked = {
  questions: ReadonlyMap<string, GuideQuestion>
  said: ReadonlyMap<string, string>
  askable: readonly string[]
  answers: Answers
  settled: Answers
  now: Instant
}

function conclude(procedure: Procedure, { questions, said, askable, answers, settled, now }: Walked): Guide {
  const inOrder = [...questions].flatMap(([name, question]) => {
    const choice = said.get(name)
    return choice === undefined ? [] : [{ question, choice }]
  })
  const guide = { said: inOrder, answers: carriedOver(procedure, answers), reckoned: settled }
  const open = askable.flatMap((name) => questions.get(name) ?? [])
  if (open.length > 0) return { ...guide, open }
  const goesTo = goesElsewhere(procedure, settled, now)
  const outcome = {
    cases: casesOf(procedure, settled, now),
    ...(goesTo ? { goesTo } : {}),
    obstacles: obstaclesIn(procedure, settled, said, now),
    papers: componentsFor(procedure, settled, { now }),
    fees: feesFor(procedure, settled, now),
  }
  return { ...guide, open, outcome }
}
