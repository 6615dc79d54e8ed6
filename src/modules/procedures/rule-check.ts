import { addDays, addMonths, ageOn, daysBetween, isDate } from '#platform/clock'
import { dateText, isPartialDate } from '#platform/text'
import { type Answer, type Answers, isBlank, isPlace, isRows } from './answers.ts'
import type { Check, Problem } from './rule.ts'

type Failure = NonNullable<Problem['params']>

const broken: Failure = {}

const dateIn = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' && isPartialDate(answer) ? answer : undefined

/** Compares as far as both are known: 1990 is neither before nor after 12/03/1990. */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [x, y] = [a.slice(0, length), b.slice(0, length)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Whole years between two dates, as far as they are known. */
function yearsBetween(from: string, to: string): number {
  if (isDate(from) && isDate(to)) return ageOn(from, to)
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4))
}

// The 12-digit number: three digits of place, one of century and sex, two of the year of birth (domain data `cccd.json`).
function bornAndSex(id: string): { readonly year: number; readonly sex: 'male' | 'female' } {
  const century = Number(id[3])
  return { year: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)), sex: century % 2 === 0 ? 'male' : 'female' }
}

function disagrees(check: Extract<Check, { is: 'numberAgreesWith' }>, id: Answer, answers: Answers): Failure | null {
  const bornOn = dateIn(answers[check.bornOn])
  if (typeof id !== 'string' || !/^\d{12}$/.test(id) || !bornOn) return null
  const { year, sex } = bornAndSex(id)
  const agrees = year === Number(bornOn.slice(0, 4)) && (check.sex === undefined || check.sex === sex)
  return agrees ? null : { year, sex }
}

const same = (a: Answer, b: Answer): boolean => (isPlace(a) && isPlace(b) ? a.commune !== undefined && a.commune === b.commune : a === b)

function orderFailure(
  check: Extract<Check, { is: 'notBefore' | 'notAfter' }>,
  own: Answer,
  answers: Answers,
  today: string,
): Failure | null {
  const date = dateIn(own)
  const other = check.than === 'today' ? today : dateIn(answers[check.than])
  if (!date || !other) return null
  return (check.is === 'notBefore' ? compare(date, other) < 0 : compare(date, other) > 0) ? broken : null
}

function yearsFailure(check: Extract<Check, { is: 'yearsAfter' }>, own: Answer, answers: Answers): Failure | null {
  const [from, to] = [dateIn(answers[check.from]), dateIn(own)]
  if (!from || !to) return null
  const years = yearsBetween(from, to)
  return years < (check.least ?? years) || years > (check.most ?? years) ? { years } : null
}

/** The first day on which somebody is so old; born on 29/02, in a year without that day it is the first of March. */
function dayOfAge(bornOn: string, years: number): string {
  const day = addMonths(bornOn, years * 12)
  return ageOn(bornOn, day) < years ? addDays(day, 1) : day
}

function ageFailure(years: number, own: Answer, today: string): Failure | null {
  const bornOn = dateIn(own)
  if (bornOn === undefined || !isDate(bornOn)) return null
  const first = dayOfAge(bornOn, years)
  return today < first ? { years, date: dateText(first) } : null
}

function sexesFailure(own: Answer, other: Answer | undefined): Failure | null {
  const isNumber = (one: Answer | undefined): one is string => typeof one === 'string' && /^\d{12}$/.test(one)
  return isNumber(own) && isNumber(other) && bornAndSex(own).sex === bornAndSex(other).sex ? broken : null
}

function outside({ least, most }: { least?: number; most?: number }, own: Answer): Failure | null {
  if (typeof own !== 'number') return null
  return own < (least ?? own) || own > (most ?? own) ? { least: least ?? 0, most: most ?? own } : null
}

/** The last day on which a span of months may end is the day of the same number; `days` count from the day after. */
function spanFailure(check: Extract<Check, { is: 'within' }>, own: Answer, answers: Answers): Failure | null {
  const [from, to] = [dateIn(answers[check.from]), dateIn(own)]
  if (!from || !to || !isDate(from) || !isDate(to)) return null
  const days = daysBetween(from, to)
  const isShort = check.days !== undefined && days < check.days
  const isLong = check.months !== undefined && to > addMonths(from, check.months)
  return isShort || isLong ? { days } : null
}

function repeatedEntry(check: Extract<Check, { is: 'uniqueEntries' }>, own: Answer, answers: Answers): Failure | null {
  if (!isRows(own)) return null
  const seen = new Set(check.besides.map((name) => answers[name]))
  for (const [at, row] of own.entries()) {
    const said = row[check.cell] ?? ''
    if (said !== '' && seen.has(said)) return { entry: at + 1, cell: check.cell }
    seen.add(said)
  }
  return null
}

/** Words as they are compared: small letters with one space between. */
const words = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()

/** An answer that can be held against another: neither files nor entries. */
function single(answer: Answer | undefined): Answer[] {
  return answer === undefined || Array.isArray(answer) ? [] : [answer]
}

/**
 * Null when the check holds or cannot speak because an answer is blank; otherwise the parameters of its sentence.
 * `field` is the field judged, `today` a date.
 */
export function fails(check: Check, field: string, answers: Answers, today: string): Failure | null {
  const own = answers[field]
  if (own === undefined || isBlank(own)) return null
  const others = 'fields' in check ? check.fields.flatMap((name) => single(answers[name])) : []
  const text = typeof own === 'string' ? own : ''
  switch (check.is) {
    case 'notBefore':
    case 'notAfter':
      return orderFailure(check, own, answers, today)
    case 'yearsAfter':
      return yearsFailure(check, own, answers)
    case 'ageReached':
      return ageFailure(check.years, own, today)
    case 'between':
      return outside(check, own)
    case 'otherSexThan':
      return sexesFailure(own, answers[check.field])
    case 'equalTo':
    case 'differentFrom': {
      const other = answers[check.field]
      if (other === undefined || isBlank(other)) return null
      return same(own, other) === (check.is === 'equalTo') ? null : broken
    }
    case 'equalToOneOf':
    case 'sameCommuneAs':
      return others.length === 0 || others.some((other) => same(own, other)) ? null : broken
    case 'familyNameOf': {
      const families = others.flatMap((other) => (typeof other === 'string' ? familyOf(other) : []))
      return families.length === 0 || families.includes(familyOf(text)) ? null : broken
    }
    case 'oneOf':
      return check.values.includes(text) ? null : broken
    case 'matching':
      return new RegExp(check.pattern, 'u').test(text) ? null : broken
    case 'otherCommuneThan':
      return others.some((other) => same(own, other)) ? broken : null
    case 'within':
      return spanFailure(check, own, answers)
    case 'listedCommune':
      return isPlace(own) && own.commune === undefined ? broken : null
    case 'uniqueEntries':
      return repeatedEntry(check, own, answers)
    case 'notMoreThanDaysAgo':
      return isDate(text) && text < addDays(today, -check.days) ? { days: check.days } : null
    case 'withoutWords': {
      const word = check.words.find((one) => ` ${words(text)} `.includes(` ${words(one)} `))
      return word === undefined ? null : { word }
    }
    case 'noLongerThan':
      return [...text].length > check.letters ? { letters: check.letters } : null
    case 'numberAgreesWith':
      return disagrees(check, own, answers)
  }
}

// The family name is the first word, also of a name that has only one.
const familyOf = (name: string): string => (name.split(' ')[0] ?? '').toLocaleLowerCase('vi')
