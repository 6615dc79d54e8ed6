import { words } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { Language } from '#platform/i18n'
import { dateText, moneyText } from '#platform/text'
import { choiceFrom } from './condition.ts'
import { type Data, isEntries, isList, isSame, type Place, partAt } from './data.ts'
import { answersOf, asWords, kindOf, namesFor, pathInWords } from './naming.ts'
import { partsOf, type Shape } from './shape.ts'
import { shapeAt } from './shape-at.ts'
import { publishedBody } from './store.ts'

/** One thing that is another, in words: where, what it said, what it says. */
export type Difference = {
  readonly place: Place
  readonly where: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What differs between two definitions, part by part, in the order of the language. */
export function differences(before: Data, after: Data, language: Language): Difference[] {
  return differing(before, after, []).map((place) => ({
    place,
    where: pathInWords(partAt(after, place) === undefined ? before : after, place, language).join(' › '),
    before: said(before, place, language),
    after: said(after, place, language),
  }))
}

/** What differs between two published revisions, but for their numbers and days. */
export async function differencesBetween(ctx: Ctx, code: string, from: number, to: number, lang: Language): Promise<Difference[]> {
  const [before, after] = await Promise.all([publishedBody(ctx, code, from), publishedBody(ctx, code, to)])
  if (before === undefined || after === undefined) return []
  const own = ['revision', 'inForceFrom', 'inForceTo', 'derived']
  return differences(before.body, after.body, lang).filter(({ place }) => !own.includes(place[0] ?? ''))
}

/** Places whose parts differ, no deeper than somebody would read: a whole entry that is new or gone is one difference. */
function differing(before: Data, after: Data, place: Place): Place[] {
  const [was, is] = [partAt(before, place), partAt(after, place)]
  if (isSame(was, is)) return []
  const shape = shapeAt(is === undefined ? before : after, place)
  if (was === undefined || is === undefined || shape === undefined || isWhole(shape)) return [place]
  if (isEntries(was) && isEntries(is)) {
    const own = shape.is === 'items' ? [] : Object.keys(partsOf(shape, kindOf(shape, is)))
    const names = [...new Set([...own, ...Object.keys(is), ...Object.keys(was)])]
    return names.flatMap((name) => differing(before, after, [...place, name]))
  }
  if (isList(was) && isList(is)) return differingLists(before, after, place, was, is)
  return [place]
}

const isWhole = (shape: Shape): boolean => !['group', 'kinds', 'items'].includes(shape.is)

/** Entries of a list are told apart by their codes, so that one put in between is one difference. */
function differingLists(before: Data, after: Data, place: Place, was: readonly Data[], is: readonly Data[]): Place[] {
  const codes = (list: readonly Data[]) => list.map((one, index) => codeOf(one) ?? String(index))
  const [old, now] = [codes(was), codes(is)]
  if (old.join() === now.join()) return is.flatMap((_, index) => differing(before, after, [...place, String(index)]))
  return [place]
}

function codeOf(one: Data): string | undefined {
  const code = isEntries(one) ? (one.id ?? one.code ?? one.value) : undefined
  return typeof code === 'string' ? code : undefined
}

/** A part in words, short enough for a line of a table; undefined where it does not stand. */
export function said(body: Data, place: Place, language: Language): string | undefined {
  const data = partAt(body, place)
  const shape = shapeAt(body, place)
  return data === undefined ? undefined : shorten(shape === undefined ? JSON.stringify(data) : saidAs(shape, data, body, language))
}

const shorten = (text: string): string => (text.length > 400 ? `${text.slice(0, 399)}…` : text)

const nothing = words('(để trống)', '(empty)')
const yesNo = { yes: words('có', 'yes'), no: words('không', 'no') }

function saidAs(shape: Shape, data: Data, body: Data, language: Language): string {
  switch (shape.is) {
    case 'words':
      return asWords(data) === undefined ? nothing[language] : `${asWords(data)?.vi} / ${asWords(data)?.en}`
    case 'money':
      return typeof data === 'string' && /^\d+$/.test(data) ? moneyText(BigInt(data)) : nothing[language]
    case 'yes':
    case 'mark':
      return (data === true ? yesNo.yes : yesNo.no)[language]
    case 'date':
      return typeof data === 'string' && /^\d{4}-/.test(data) ? dateText(data) : String(data)
    case 'choice':
      return shape.options.find(({ value }) => value === data)?.name[language] ?? String(data)
    case 'name':
      return [...(shape.besides ?? []), ...namesFor(body, shape.of)].find(({ value }) => value === data)?.name[language] ?? String(data)
    case 'values':
      return isList(data) && data.length > 0 ? data.map((each) => saidAs(shape.of, each, body, language)).join('; ') : nothing[language]
    case 'condition':
      return conditionText(body, data, language)
    case 'deadline':
      return deadlineText(data, language)
    case 'taken':
      return (isList(data) ? data.map((each) => partAt(each, ['field'])) : [data])
        .map((field) => namesFor(body, 'field').find(({ value }) => value === field)?.name[language] ?? String(field))
        .join('; ')
    case 'route':
      return routeText(body, data, language)
    case 'paper':
      return String(partAt(data, ['id']) ?? '')
    case 'items':
      return entriesText(data, (each) => saidAs(shape.of, each, body, language), nothing[language])
    case 'group':
    case 'kinds':
      return groupText(shape, data, body, language)
    default:
      return data === '' ? nothing[language] : String(data)
  }
}

function entriesText(data: Data, saying: (each: Data) => string, empty: string): string {
  const all = isList(data) ? data.map(saying) : isEntries(data) ? Object.values(data).map(saying) : []
  return all.length === 0 ? empty : all.map((each) => `• ${each}`).join(' ')
}

function groupText(shape: Shape, data: Data, body: Data, language: Language): string {
  const parts = partsOf(shape, kindOf(shape, data))
  return Object.entries(parts)
    .flatMap(([name, one]) => {
      const own = partAt(data, [name])
      return own === undefined ? [] : [`${one.name[language]}: ${saidAs(one.shape, own, body, language)}`]
    })
    .join(', ')
}

/** A condition as somebody would say it. */
export function conditionText(body: Data, data: Data | undefined, language: Language): string {
  if (data === undefined) return words('luôn luôn', 'always')[language]
  const choice = choiceFrom(data)
  if (choice === undefined) return JSON.stringify(data)
  const fields = namesFor(body, 'field')
  const [and, or] = language === 'vi' ? [' và ', ' hoặc '] : [' and ', ' or ']
  const one = (field: string, value: string | number | boolean | undefined, not: boolean) => {
    const asked = fields.find((each) => each.value === field)?.name[language] ?? field
    if (value === undefined)
      return language === 'vi' ? `“${asked}” ${not ? 'bỏ trống' : 'đã trả lời'}` : `“${asked}” is ${not ? 'empty' : 'answered'}`
    const answer = answersOf(body, field).find((each) => each.value === value)?.name[language] ?? String(value)
    return language === 'vi' ? `“${asked}” ${not ? 'không phải' : 'là'} “${answer}”` : `“${asked}” is ${not ? 'not ' : ''}“${answer}”`
  }
  return choice.map((group) => group.map(({ field, value, not }) => one(field, value, not)).join(and)).join(or)
}

export const unitNames = {
  workingHours: words('giờ làm việc', 'working hours'),
  workingDays: words('ngày làm việc', 'working days'),
  days: words('ngày', 'days'),
  months: words('tháng', 'months'),
  asked: words('cán bộ hẹn ngày khi tiếp nhận', 'the official sets the day'),
} as const

function deadlineText(data: Data, language: Language): string {
  if (!isEntries(data)) return String(data)
  const span = (one: Data | undefined): string => {
    const unit = Object.entries(unitNames).find(([name]) => name === partAt(one, ['unit']))?.[1]
    return `${String(partAt(one, ['amount']) ?? '')} ${unit?.[language] ?? ''}`.trim()
  }
  if (data.unit !== 'sameDay') return span(data)
  const until = String(data.until ?? '')
  return language === 'vi'
    ? `trong ngày nếu nhận trước ${until}, sau đó ${span(data.otherwise)}`
    : `the same day before ${until}, then ${span(data.otherwise)}`
}

function routeText(body: Data, data: Data, language: Language): string {
  const target = (to: Data | undefined) => namesFor(body, 'target').find(({ value }) => value === to)?.name[language] ?? String(to ?? '')
  if (!isList(data)) return target(data)
  return data
    .map((each) => {
      const when = partAt(each, ['when'])
      const to = target(partAt(each, ['to']))
      return when === undefined ? to : `${to} (${language === 'vi' ? 'khi' : 'when'} ${conditionText(body, when, language)})`
    })
    .join('; ')
}

/** Something that stands by itself, outside of any procedure, in words. */
export const saidIn = (shape: Shape, data: Data, language: Language): string => shorten(saidAs(shape, data, {}, language))
