import { type Answers, isBlank } from './answers.ts'

export type Value = string | number | boolean

/**
 * When something applies, as data. `{ parents: 'married' }` · `{ parents: ['married', 'unmarriedMother'] }` (one of them) ·
 * several fields in one record: all of them. `any`, `all` and `not` nest.
 */
export type Condition =
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answered: string }
  | { readonly [field: string]: Value | readonly Value[] }

type Any = { readonly any: readonly Condition[] }
type All = { readonly all: readonly Condition[] }
type Not = { readonly not: Condition }

export const isAny = (c: Condition): c is Any => 'any' in c && Array.isArray(c.any)
export const isAll = (c: Condition): c is All => 'all' in c && Array.isArray(c.all)
export const isNot = (c: Condition): c is Not => 'not' in c && typeof c.not === 'object' && !Array.isArray(c.not)
export const isAnswered = (c: Condition): c is { readonly answered: string } => 'answered' in c && typeof c.answered === 'string'

/** No condition always holds. An unanswered field equals nothing, so a condition on it does not hold yet. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true
  if (isAny(condition)) return condition.any.some((each) => holds(each, answers))
  if (isAll(condition)) return condition.all.every((each) => holds(each, answers))
  if (isNot(condition)) return !holds(condition.not, answers)
  if (isAnswered(condition)) return !isBlank(answers[condition.answered])
  return Object.entries(condition).every(([field, wanted]) => {
    const given = answers[field]
    return Array.isArray(wanted) ? wanted.some((each) => each === given) : wanted === given
  })
}

/** Every comparison a condition makes, flat: used by the definition check. `values` is empty for "answered". */
export function comparisonsIn(condition: Condition | undefined): { readonly field: string; readonly values: readonly Value[] }[] {
  if (!condition) return []
  if (isAny(condition)) return condition.any.flatMap(comparisonsIn)
  if (isAll(condition)) return condition.all.flatMap(comparisonsIn)
  if (isNot(condition)) return comparisonsIn(condition.not)
  if (isAnswered(condition)) return [{ field: condition.answered, values: [] }]
  return Object.entries(condition).map(([field, wanted]) => ({ field, values: Array.isArray(wanted) ? wanted : [wanted] }))
}
