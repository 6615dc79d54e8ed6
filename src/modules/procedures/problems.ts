import { type Instant, isDate, localDate } from '#platform/clock'
import { dateText, isPartialDate, nameProblems } from '#platform/text'
import { type Answer, type Answers, isBlank, isFiles, isPlace, isRows, type ListRow } from './answers.ts'
import { isAsked, settle } from './apply.ts'
import { nameOfCode } from './code-lists.ts'
import { comparisonsIn, holds } from './condition.ts'
import type { DateField, Field, ListField, Money, PlaceField } from './field.ts'
import { boxesOf } from './normalise.ts'
import type { Procedure } from './procedure.ts'
import type { Problem, Rule } from './rule.ts'
import { fails } from './rule-check.ts'

export type Asking = { readonly now: Instant /** Only what this page asks. */; readonly page?: string }

type Found = Omit<Problem, 'field'> | null

const found = (rule: string, params?: Problem['params']): Found => (params ? { rule, params } : { rule })

function dateProblem(field: DateField, date: string, today: string): Found {
  if (!isPartialDate(date)) {
    const { day, month, year } = boxesOf(date)
    if (![day, month, year].every((part) => /^\d*$/.test(part))) return found('notDigits')
    if (year.length !== 4) return found('yearOfFour')
    if (Number(month) < 1 || Number(month) > 12) return found('noSuchMonth', { month: month || '–' })
    return found('noSuchDay', { day, month, days: new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() })
  }
  if (field.precision === 'day' && !isDate(date)) return found('wholeDate')
  if (field.precision === 'month' && date.length < 7) return found('wholeDate')
  return field.past && date > today.slice(0, date.length) ? found('future', { date: dateText(date) }) : null
}

function placeProblem(field: PlaceField, answer: Answer): Found {
  if (!isPlace(answer)) return found('commune')
  if (answer.country && answer.country !== 'VN') {
    if (!field.abroad) return found('notAbroad')
    return nameOfCode('nationality', answer.country) ? null : found('unknownCode')
  }
  if (field.detail === 'instead' && answer.detail && !answer.commune) return null
  // `VN` said outright without a commune: words for a place in a province whose communes this install does not list.
  if (answer.country === 'VN' && answer.detail && !answer.commune) return null
  if (!/^\d{5}$/.test(answer.commune ?? '')) return found('commune')
  if (field.detail === 'required' && !answer.detail) return found('detail')
  return null
}

function textProblem(field: Field & { most: number }, answer: Answer, pattern?: string): Found {
  if (typeof answer !== 'string') return found('pattern')
  if ([...answer].length > field.most) return found('tooLong', { most: field.most })
  return pattern && !new RegExp(pattern, 'u').test(answer) ? found('pattern') : null
}

const shapes = { citizenId: /^0\d{11}$/, phone: /^0\d{9,10}$/, email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/ } as const

function valueProblem(field: Field, answer: Answer, today: string): Found {
  switch (field.kind) {
    case 'fullName':
      if (typeof answer === 'string' && nameProblems(answer).some((problem) => problem.weight === 'refused')) return found('letters')
      return textProblem(field, answer)
    case 'text':
      return textProblem(field, answer, field.pattern)
    case 'date':
      return typeof answer === 'string' ? dateProblem(field, answer, today) : found('yearOfFour')
    case 'citizenId':
    case 'phone':
    case 'email':
      return typeof answer === 'string' && shapes[field.kind].test(answer) ? null : found('pattern')
    case 'choice':
    case 'given':
      return field.options.some(({ value }) => value === answer) ? null : found('option')
    case 'code':
      return typeof answer === 'string' && nameOfCode(field.list, answer) ? null : found('unknownCode')
    case 'place':
      return placeProblem(field, answer)
    case 'int':
      if (typeof answer !== 'number') return found('number')
      if (answer < field.least) return found('tooSmall', { least: field.least })
      return answer > field.most ? found('tooLarge', { most: field.most }) : null
    case 'money':
      return moneyProblem(field, answer)
    case 'list':
      return isRows(answer) && answer.length > field.most ? found('tooManyEntries', { most: field.most }) : null
    case 'bool':
      if (typeof answer !== 'boolean') return found('option')
      return field.mustBeTrue && !answer ? found('required') : null
    case 'upload':
      if (!isFiles(answer)) return found('required')
      return answer.length > field.most ? found('tooManyFiles', { most: field.most }) : null
    case 'derived':
    case 'fixed':
      return null
  }
}

function moneyProblem(field: Money, answer: Answer): Found {
  if (typeof answer !== 'string' || !/^\d{1,16}$/.test(answer)) return found('money')
  const dong = BigInt(answer)
  if (dong < BigInt(field.least)) return found('tooSmall', { least: field.least })
  return dong > BigInt(field.most) ? found('tooLarge', { most: field.most }) : null
}

/** Every cell of every entry that is missing or wrong; `entry` counts from one, as people do. */
function cellProblems(name: string, { cells, order }: ListField, rows: readonly ListRow[], today: string): Problem[] {
  return rows.flatMap((row, at) =>
    order.flatMap((cell): Problem[] => {
      const field = cells[cell]
      const said = row[cell] ?? ''
      if (field === undefined) return []
      const where = { entry: at + 1, cell }
      if (said === '') return field.required ? [{ field: name, rule: 'required', params: where }] : []
      const problem = valueProblem(field, said, today)
      return problem ? [{ field: name, rule: problem.rule, params: { ...problem.params, ...where } }] : []
    }),
  )
}

/** Problems of the fields by themselves: missing, or not what such a field can hold. */
function fieldProblems(procedure: Procedure, answers: Answers, today: string): Problem[] {
  return Object.entries(procedure.fields).flatMap(([name, field]): Problem[] => {
    if (!isAsked(field) || !holds(field.when, answers)) return []
    const answer = answers[name]
    if (answer === undefined || isBlank(answer)) return field.required ? [{ field: name, rule: 'required' }] : []
    const problem = valueProblem(field, answer, today)
    if (problem) return [{ field: name, ...problem }]
    return field.kind === 'list' && isRows(answer) ? cellProblems(name, field, answer, today) : []
  })
}

function ruleProblems(procedure: Procedure, level: Rule['level'], answers: Answers, today: string): Problem[] {
  return procedure.rules.flatMap((rule): Problem[] => {
    if (rule.level !== level || !holds(rule.when, answers)) return []
    const failure = fails(rule.check, rule.field, answers, today)
    return failure ? [{ field: rule.field, rule: rule.code, ...(Object.keys(failure).length > 0 ? { params: failure } : {}) }] : []
  })
}

/** Situations that belong to another procedure: found on the answer that says so. */
function switchProblems(procedure: Procedure, answers: Answers): Problem[] {
  return procedure.cases.flatMap((each): Problem[] => {
    const field = comparisonsIn(each.when)[0]?.field
    return each.goesTo && field && holds(each.when, answers)
      ? [{ field, rule: 'goesTo', params: { case: each.id, code: each.goesTo.code } }]
      : []
  })
}

/** In the order of the pages, so that a summary reads as the form does. */
function inOrder(procedure: Procedure, problems: Problem[], page: string | undefined): Problem[] {
  const pages = page === undefined ? procedure.pages : procedure.pages.filter((each) => each.id === page)
  return pages.flatMap((each) => each.asks.flatMap((name) => problems.filter((problem) => problem.field === name)))
}

/**
 * What stands against filing, one problem a field at most from the field itself, then the rules. Codes and parameters, no sentences:
 * `sentenceOf` words them. `now` is an instant; a date is judged in Vietnamese time.
 */
export function problemsIn(procedure: Procedure, given: Answers, { now, page }: Asking): Problem[] {
  const answers = settle(procedure, given, now)
  const today = localDate(now)
  const own = fieldProblems(procedure, answers, today)
  const broken = new Set(own.map(({ field }) => field))
  const ruled = [...ruleProblems(procedure, 'block', answers, today), ...switchProblems(procedure, answers)]
  return inOrder(procedure, [...own, ...ruled.filter(({ field }) => !broken.has(field))], page)
}

/** What should be looked at again and may well be right. Never stops anybody. */
export function warningsIn(procedure: Procedure, given: Answers, { now, page }: Asking): Problem[] {
  const answers = settle(procedure, given, now)
  const broken = new Set(fieldProblems(procedure, answers, localDate(now)).map(({ field }) => field))
  return inOrder(
    procedure,
    ruleProblems(procedure, 'warn', answers, localDate(now)).filter(({ field }) => !broken.has(field)),
    page,
  )
}
