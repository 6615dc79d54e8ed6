import { dateInWords, dateText, inCapitals, numberInWords } from '#platform/text'
import type { Answers } from './answers.ts'
import { isPlace, isRows } from './answers.ts'
import { holds } from './condition.ts'
import type { Procedure } from './procedure.ts'
import type { As, dossierItems, entryItems, officeItems, Print, Result, registerItems, signerItems } from './result.ts'
import { type Naming, rowTexts, valueText } from './value-text.ts'

const firstCapital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** What the paper says beside the answers: the register entry, the office and who signs. Dates are ISO dates; an item not yet known is left out. */
export type PaperFacts = {
  readonly register?: Partial<Readonly<Record<(typeof registerItems)[number], string>>>
  readonly office: Partial<Readonly<Record<(typeof officeItems)[number], string>>>
  readonly signer: Partial<Readonly<Record<(typeof signerItems)[number], string>>>
  readonly entry?: Partial<Readonly<Record<(typeof entryItems)[number], string>>>
  readonly dossier?: Partial<Readonly<Record<(typeof dossierItems)[number], string>>>
}

function printed(procedure: Procedure, field: string, as: As, answers: Answers, naming: Naming): string {
  const asked = procedure.fields[field]
  const answer = answers[field]
  if (!asked || answer === undefined) return as === 'rows' ? '[]' : ''
  if (as === 'dateInWords' && typeof answer === 'string') return dateInWords(answer)
  if (as === 'date' && typeof answer === 'string') return dateText(answer)
  // A template reads the entries out of their JSON; data of a paper is text throughout.
  if (as === 'rows') return isRows(answer) && asked.kind === 'list' ? JSON.stringify(rowTexts(asked, answer, naming)) : '[]'
  if (as === 'moneyInWords' && typeof answer === 'string') return `${firstCapital(numberInWords(BigInt(answer)))} đồng`
  if (as === 'digits') return String(answer)
  if (as === 'year' && typeof answer === 'string') return answer.slice(0, 4)
  const text = valueText(asked, answer, naming)
  return as === 'capitals' && !isPlace(answer) ? inCapitals(text) : text
}

function printedValue(procedure: Procedure, print: Print, answers: Answers, facts: PaperFacts, naming: Naming): string {
  switch (print.from) {
    case 'register': {
      const item = facts.register?.[print.item] ?? ''
      return (print.item === 'registeredOn' || print.item === 'validUntil') && item !== '' ? dateText(item) : item
    }
    case 'office':
      return facts.office[print.item] ?? ''
    case 'signer':
      return facts.signer[print.item] ?? ''
    case 'entry': {
      const item = facts.entry?.[print.item] ?? ''
      return print.item === 'registeredOn' && item !== '' ? dateText(item) : item
    }
    case 'dossier':
      return facts.dossier?.[print.item] ?? ''
    case 'answer': {
      const text = printed(procedure, print.field, print.as, answers, naming)
      return text === '' && print.otherwise && holds(print.otherwise.when, answers) ? print.otherwise.text : text
    }
  }
}

export function getResult(procedure: Procedure, code: string): Result {
  const result = procedure.results.find((each) => each.code === code)
  if (!result) throw new Error(`procedure ${procedure.code} has no result ${code}`)
  return result
}

/**
 * The printed values, as texts in Vietnamese, under the keys of `prints`: what nobody answered is empty, never invented.
 * `answers` are settled answers (see `settle`) of the day of filing.
 */
export function printedData<K extends string>(
  procedure: Procedure,
  prints: Readonly<Record<K, Print>>,
  answers: Answers,
  facts: PaperFacts,
  naming: Omit<Naming, 'language'>,
): Readonly<Record<K, string>> {
  // A Vietnamese paper is in Vietnamese, whatever language its reader chose for the screens.
  const inVietnamese: Naming = { ...naming, language: 'vi' }
  const entries = Object.entries<Print>(prints).map(([key, print]) => [key, printedValue(procedure, print, answers, facts, inVietnamese)])
  return Object.fromEntries(entries) as Record<K, string>
}

/** One answer as a paper prints it; empty where the paper leaves the place empty. */
export type PrintedAnswer = { readonly field: string; readonly text: string }

/**
 * The answers that a result prints, each once, for somebody who reads the draft on a small screen: first what the dossier is about, then
 * page by page as they were asked. (A stored definition keeps the order of lists, not that of names.)
 */
export function printedAnswers(
  procedure: Procedure,
  code: string,
  answers: Answers,
  naming: Omit<Naming, 'language'>,
): readonly PrintedAnswer[] {
  const inVietnamese: Naming = { ...naming, language: 'vi' }
  const nothing: PaperFacts = { office: {}, signer: {} }
  const texts = new Map<string, string>()
  for (const print of Object.values(getResult(procedure, code).prints)) {
    if (print.from !== 'answer' || texts.has(print.field)) continue
    texts.set(print.field, printedValue(procedure, print, answers, nothing, inVietnamese))
  }
  const order = orderOfReading(procedure, [...texts.keys()])
  return order.map((field) => ({ field, text: texts.get(field) ?? '' }))
}

/** Fields from the page that asks what the dossier is about, then what nobody is asked, then the later and the earlier pages. */
function orderOfReading(procedure: Procedure, fields: readonly string[]): string[] {
  const start = Math.max(
    0,
    procedure.pages.findIndex(({ asks }) => asks.includes(procedure.about)),
  )
  const [first = [], ...others] = [...procedure.pages.slice(start), ...procedure.pages.slice(0, start)].map(({ asks }) => asks)
  const asked = new Set(procedure.pages.flatMap(({ asks }) => asks))
  const unasked = fields.filter((field) => !asked.has(field))
  return [...new Set([...first, ...unasked, ...others.flat()])].filter((field) => fields.includes(field))
}

/** Everything that the template of a result prints. Throws for a result that the procedure does not have. */
export function resultData(
  procedure: Procedure,
  code: string,
  answers: Answers,
  facts: PaperFacts,
  naming: Omit<Naming, 'language'>,
): Readonly<Record<string, string>> {
  return printedData(procedure, getResult(procedure, code).prints, answers, facts, naming)
}
