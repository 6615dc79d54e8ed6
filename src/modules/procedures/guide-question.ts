import { addDays, type Instant, localDate } from '#platform/clock'
import { type Answer, type Answers, isBlank } from './answers.ts'
import { codesOf, nameOfCode } from './code-lists.ts'
import { type Condition, comparisonsIn, type Value } from './condition.ts'
import type { Derived, Field, Given } from './field.ts'
import type { Procedure } from './procedure.ts'
import { say, type Words, words } from './words.ts'

export type GuideOption = { readonly value: string; readonly label: Words; readonly hint?: Words }

/** One question of the interview. Without options a number is asked. */
export type GuideQuestion = {
  readonly name: string
  readonly asks: Words
  readonly hint?: Words
  readonly options: readonly GuideOption[]
  readonly count?: { readonly least: number; readonly most: number }
}

/** Coded answers by the name of the field, as they stand in the address: never a name, a number of a person or a date. */
export type GuideChoices = Readonly<Record<string, string>>

const yes: GuideOption = { value: 'yes', label: words('Có', 'Yes') }
const no: GuideOption = { value: 'no', label: words('Không', 'No') }
const other: GuideOption = { value: 'other', label: words('Khác', 'Other') }
const none: GuideOption = { value: 'none', label: words('Không thuộc trường hợp nào ở trên', 'None of these') }

const sentences = {
  late: words('Đã quá {days} ngày kể từ {from}?', 'Is it more than {days} days since the {from}?'),
  have: words('Bạn có “{what}” không?', 'Do you have “{what}”?'),
  through: words('Bạn nộp hồ sơ bằng cách nào?', 'How will you file?'),
} as const

/** Every condition on which papers, money or the procedure itself depend. */
export function decisiveConditions({ cases, components, fees }: Procedure): Condition[] {
  const conditions = [
    ...cases.map(({ when }) => when),
    ...components.map(({ when }) => when),
    ...fees.flatMap(({ when, exempt = [] }) => [when, ...exempt.map((one) => one.when)]),
  ]
  return conditions.filter((one) => one !== undefined)
}

/** Answers that are counted for the fee: so many copies, so many pages. */
export function countedFields({ fees }: Procedure): string[] {
  return [...new Set(fees.flatMap(({ per, times }) => [per, times]).filter((one) => one !== undefined))]
}

/** Values that a field is compared with anywhere; undefined where only its presence counts. */
function comparedValues(procedure: Procedure, name: string): readonly Value[] | undefined {
  const conditions = [...decisiveConditions(procedure), ...Object.values(procedure.fields).flatMap(({ when }) => (when ? [when] : []))]
  const values = conditions.flatMap(comparisonsIn).flatMap((one) => (one.field === name ? one.values : []))
  return values.length === 0 ? undefined : [...new Set(values)]
}

/** Nothing hangs on what is answered, only on whether something is. */
export function countsByPresence(procedure: Procedure, name: string, { kind }: Field): boolean {
  if (kind === 'code') return comparedValues(procedure, name) === undefined
  return !['choice', 'given', 'bool', 'derived', 'int', 'fixed'].includes(kind)
}

const both = (said: Words, params: { vi: Record<string, string | number>; en: Record<string, string | number> }): Words =>
  words(say(said, 'vi', params.vi), say(said, 'en', params.en))

const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

function lateness(procedure: Procedure, { after, moreThanDays }: Derived): Words {
  const from = procedure.fields[after]?.label ?? words(after, after)
  return both(sentences.late, { vi: { days: moreThanDays, from: lowered(from.vi) }, en: { days: moreThanDays, from: lowered(from.en) } })
}

function codeOptions(list: 'ethnicity' | 'nationality', values: readonly Value[]): GuideOption[] {
  const named = (code: string) => words(nameOfCode(list, code, 'vi') ?? code, nameOfCode(list, code, 'en') ?? code)
  return [...values.map((value) => ({ value: String(value), label: named(String(value)) })), other]
}

/** By which door: only those through which the procedure is taken in. */
function doors({ channels }: Procedure, { options }: Given): GuideQuestion {
  const open = options.filter(({ value }) => channels === undefined || channels.some((one) => one === value))
  return { name: 'channel', asks: sentences.through, options: open.length > 0 ? open : options }
}

/** The question about one field, as the interview asks it. */
export function questionAbout(procedure: Procedure, name: string, field: Field): GuideQuestion {
  const base = { name, asks: field.label, ...(field.hint ? { hint: field.hint } : {}) }
  const values = comparedValues(procedure, name)
  switch (field.kind) {
    case 'choice':
      return { ...base, options: [...field.options, ...(field.required ? [] : [none])] }
    case 'given':
      return name === 'channel' ? doors(procedure, field) : { name, asks: field.label, options: field.options }
    case 'bool':
      return { ...base, options: [yes, no] }
    case 'derived':
      return { name, asks: lateness(procedure, field), options: [yes, no] }
    case 'int':
      return { ...base, options: [], count: { least: field.required ? field.least : 0, most: field.most } }
    case 'code':
      if (values !== undefined) return { ...base, options: codeOptions(field.list, values) }
  }
  return { name, asks: both(sentences.have, { vi: { what: field.label.vi }, en: { what: field.label.en } }), options: [yes, no] }
}

/** Something of the field's kind, where only its presence counts. It stands for what the citizen has and is never stored. */
export function presence(field: Field, today: string): Answer {
  switch (field.kind) {
    case 'upload':
      return ['paper']
    case 'date':
      return today
    case 'place':
      return { detail: '–' }
    case 'list':
      return [{ entry: '–' }]
    case 'money':
      return '1'
    default:
      return '–'
  }
}

/** A choice as the dossier would answer it: by which fields, with which values. */
export function answersOf(procedure: Procedure, question: GuideQuestion, choice: string, now: Instant): Answers {
  const { name } = question
  const field = procedure.fields[name]
  const today = localDate(now)
  if (field === undefined || choice === none.value) return {}
  switch (field.kind) {
    case 'choice':
    case 'given':
      return { [name]: choice }
    case 'bool':
      return { [name]: choice === yes.value }
    case 'derived':
      return { [field.after]: choice === yes.value ? addDays(today, -field.moreThanDays - 1) : today }
    case 'int':
      return { [name]: Number(choice) }
    case 'code': {
      if (question.options.some(({ value }) => value === yes.value)) return choice === yes.value ? { [name]: '–' } : {}
      const compared = new Set(question.options.map(({ value }) => value))
      return { [name]: choice === other.value ? (codesOf(field.list).find(({ code }) => !compared.has(code))?.code ?? '') : choice }
    }
    default:
      return choice === yes.value ? { [name]: presence(field, today) } : {}
  }
}

/** Whether a choice is one that the question offers. */
export function isOffered(question: GuideQuestion | undefined, choice: string | undefined): boolean {
  if (question === undefined || choice === undefined) return false
  const { options, count } = question
  if (count === undefined) return options.some(({ value }) => value === choice)
  if (choice === '') return count.least === 0
  return /^\d{1,6}$/.test(choice) && Number(choice) >= count.least && Number(choice) <= count.most
}

/** What of the choices is an answer of the form itself and goes on into the draft; what only stands for a date or a paper is asked there. */
export function carriedOver(procedure: Procedure, answers: Answers): Answers {
  const kept = Object.entries(answers).filter(([name, answer]) => {
    const field = procedure.fields[name]
    if (field?.kind === 'code') return typeof answer === 'string' && nameOfCode(field.list, answer) !== undefined
    return (field?.kind === 'choice' || field?.kind === 'bool' || field?.kind === 'int') && !isBlank(answer)
  })
  return Object.fromEntries(kept)
}
