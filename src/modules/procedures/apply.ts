import { daysBetween, type Instant, localDate } from '#platform/clock'
import { isPartialDate } from '#platform/text'
import { type Answer, type Answers, isBlank, isBlankRow, isRows } from './answers.ts'
import { type Condition, comparisonsIn, holds, isAll, isAnswered, isAny, isNot } from './condition.ts'
import type { Field } from './field.ts'
import type { Procedure } from './procedure.ts'

/** Fields that a person answers; the others are told by the program or follow from it. */
export function isAsked(field: Field): boolean {
  return field.kind !== 'given' && field.kind !== 'derived' && field.kind !== 'fixed'
}

/** The latest day that a date known only in part can mean: a right may not be lost because a paper gives only the year. */
function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const [year = 0, month = 0] = date.split('-').map(Number)
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

/** What nobody answers because it follows: fixed values and comparisons with the day of filing. */
function computed(procedure: Procedure, answers: Answers, now: Instant): Answers {
  const entries: [string, Answer][] = []
  for (const [name, field] of Object.entries(procedure.fields)) {
    if (field.kind === 'fixed') entries.push([name, field.value])
    if (field.kind !== 'derived') continue
    const start = answers[field.after]
    if (typeof start !== 'string' || !isPartialDate(start)) continue
    entries.push([name, daysBetween(lastDay(start), localDate(now)) > field.moreThanDays])
  }
  return Object.fromEntries(entries)
}

/**
 * The answers as they count at `now`: fixed and derived values added; blanks, unknown names and answers to questions that do not apply left out.
 * Leaving one out may close another question, so it repeats until nothing falls away.
 */
export function settle(procedure: Procedure, answers: Answers, now: Instant): Answers {
  const isKept = (name: string, all: Answers) => {
    const field = procedure.fields[name]
    return field !== undefined && holds(field.when, all)
  }
  let said = Object.entries(withoutBlankRows(answers)).filter(([name, answer]) => {
    const kind = procedure.fields[name]?.kind
    return kind !== undefined && kind !== 'fixed' && kind !== 'derived' && !isBlank(answer)
  })
  for (;;) {
    const own = Object.fromEntries(said)
    const all: Answers = { ...own, ...computed(procedure, own, now) }
    const kept = said.filter(([name]) => isKept(name, all))
    if (kept.length === said.length) return Object.fromEntries(Object.entries(all).filter(([name]) => isKept(name, all)))
    said = kept
  }
}

function withoutBlankRows(answers: Answers): Answers {
  const kept = Object.entries(answers).map(([name, answer]): [string, Answer] => [
    name,
    isRows(answer) ? answer.filter((row) => !isBlankRow(row)) : answer,
  ])
  return Object.fromEntries(kept)
}

/** Whether the question exists for these (settled) answers. */
export function applies(procedure: Procedure, name: string, answers: Answers): boolean {
  const field = procedure.fields[name]
  return field !== undefined && holds(field.when, answers)
}

/** Whether a condition could still hold, whatever is answered in the `open` fields. */
export function mayHold(condition: Condition | undefined, answers: Answers, open: ReadonlySet<string>): boolean {
  if (!condition) return true
  if (isAny(condition)) return condition.any.some((each) => mayHold(each, answers, open))
  if (isAll(condition)) return condition.all.every((each) => mayHold(each, answers, open))
  // A negation over an open field can always still hold.
  if (isNot(condition)) return comparisonsIn(condition.not).some(({ field }) => open.has(field)) || holds(condition, answers)
  if (isAnswered(condition)) return open.has(condition.answered) || holds(condition, answers)
  return Object.entries(condition).every(([field, wanted]) => open.has(field) || holds({ [field]: wanted }, answers))
}
