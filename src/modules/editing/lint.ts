import {
  acts,
  definitionProblems,
  type Flaw,
  flawText,
  type Procedure,
  roles,
  sourceItems,
  uncheckedFrom,
  words,
} from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { type Fault, faultSentences, faultsIn } from './check.ts'
import { type Data, isEntries, isList, type Place, partAt, withPart } from './data.ts'
import { procedureShape } from './language/index.ts'
import { namesFor, pathInWords } from './naming.ts'
import { partNamed } from './shape-at.ts'

/** One thing that is wrong or should be looked at: a sentence, and where it is put right. */
export type Finding = { readonly level: 'stop' | 'heed'; readonly place: Place; readonly where: string; readonly text: string }

/** A definition that looks as the language says, as the program reads it; undefined while something is missing. */
export function procedureFrom(body: Data): Procedure | undefined {
  return faultsIn(procedureShape, body).length === 0 ? uncheckedFrom(numbered(body)) : undefined
}

/** A draft has no number yet. */
const numbered = (body: Data): Data => withPart(body, ['revision'], partAt(body, ['revision']) ?? 0)

/**
 * Everything that stands against publishing, and what an officer should look at, in words. First what is missing or unreadable; once
 * nothing is, the sense: dead ends, questions that nobody asks, times that do not sum.
 */
export function lint(body: Data, language: Language): Finding[] {
  const faults = faultsIn(procedureShape, body)
  if (faults.length > 0) return [...faults.map((one) => ofFault(body, one, language)), ...choices(body, language)]
  const flaws = definitionProblems(uncheckedFrom(numbered(body))).map((one) => ofFlaw(body, one, language))
  return [...flaws, ...choices(body, language), ...sources(body, language), ...heeds(body, language)]
}

export const mayBeSubmitted = (findings: readonly Finding[]): boolean => findings.every(({ level }) => level !== 'stop')

function finding(body: Data, level: Finding['level'], place: Place, text: string, language: Language): Finding {
  return { level, place: placeToMend(body, place), where: pathInWords(body, place, language).join(' › '), text }
}

/** The sentence of a fault; the label is the name of its part. */
export function faultText(body: Data, { at, rule, params }: Fault, language: Language): string {
  const label = partNamed(body, at)?.name[language] ?? pathInWords(body, at, language).at(-1) ?? ''
  return faultSentences[rule][language].replace(/\{(\w+)\}/g, (_, name: string) => String({ label, ...params }[name] ?? ''))
}

const ofFault = (body: Data, fault: Fault, language: Language): Finding =>
  finding(body, 'stop', fault.at, faultText(body, fault, language), language)

/** The page on which a part can be put right: that of the nearest entry that exists. */
function placeToMend(body: Data, place: Place): Place {
  for (let length = place.length; length > 0; length -= 1) {
    const here = place.slice(0, length)
    if (partAt(body, here) !== undefined || partAt(body, here.slice(0, -1)) !== undefined) return here
  }
  return []
}

function ofFlaw(body: Data, one: Flaw, language: Language): Finding {
  const place = placeOf(body, one.at)
  const where = pathInWords(body, place, language).join(' › ')
  const told = flawText({ ...one, at: where, params: inWords(body, one.params, language) }, language)
  const sentence = told.startsWith(`${where}: `) ? told.slice(where.length + 2) : told
  return { level: 'stop', place, where, text: capital(sentence) }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Names of fields, steps, roles and acts as people know them. */
function inWords(body: Data, params: Flaw['params'], language: Language): Record<string, string | number> {
  const called: Readonly<
    Record<string, readonly { readonly value: string; readonly name: { readonly vi: string; readonly en: string } }[]>
  > = {
    field: namesFor(body, 'field'),
    step: namesFor(body, 'step'),
    component: namesFor(body, 'component'),
    role: Object.entries(roles).map(([value, { name }]) => ({ value, name })),
    act: Object.entries(acts).map(([value, name]) => ({ value, name })),
  }
  const entries = Object.entries(params ?? {}).map(([key, value]): [string, string | number] => [
    key,
    called[key]?.find((one) => one.value === value)?.name[language] ?? value,
  ])
  return Object.fromEntries(entries)
}

/** `components.clinicNote` names an entry by its code; a place counts entries. */
function placeOf(body: Data, at: string): Place {
  const [part = '', ...rest] = at.split('.')
  const list = partAt(body, [part])
  if (!isList(list)) return existing(body, at.split('.'))
  const own = at.slice(part.length + 1)
  const index = list.findIndex((one) => {
    const code = isEntries(one) ? (one.id ?? one.code) : undefined
    return typeof code === 'string' && (own === code || own.startsWith(`${code}.`))
  })
  return existing(body, index < 0 ? [part, ...rest] : [part, String(index)])
}

function existing(body: Data, place: Place): Place {
  const length = place.findIndex((_, index) => partAt(body, place.slice(0, index + 1)) === undefined)
  return length < 0 ? place : place.slice(0, length)
}

const entriesOf = (body: Data, part: string): [string, Data][] => {
  const data = partAt(body, [part])
  return isEntries(data) ? Object.entries(data) : isList(data) ? data.map((one, index): [string, Data] => [String(index), one]) : []
}

/** A question to choose from needs something to choose. */
function choices(body: Data, language: Language): Finding[] {
  const text = words(
    'Câu hỏi chọn cần ít nhất hai câu trả lời. Thêm câu trả lời.',
    'A question to choose from needs two answers at least. Add them.',
  )
  return entriesOf(body, 'fields').flatMap(([name, one]) => {
    const options = partAt(one, ['options'])
    const few = partAt(one, ['kind']) === 'choice' && isList(options) && options.length < 2
    return few ? [finding(body, 'stop', ['fields', name, 'options'], text[language], language)] : []
  })
}

/** A source is only asked for what it answers. */
function sources(body: Data, language: Language): Finding[] {
  const text = words(
    'Nguồn này không trả lời thông tin đã chọn. Chọn thông tin khác hoặc nguồn khác.',
    'This source does not tell the chosen item. Choose another item or source.',
  )
  return entriesOf(body, 'fields').flatMap(([name, one]) =>
    (['known', 'compared'] as const).flatMap((part) => {
      const list = partAt(one, [part])
      return (isList(list) ? list : []).flatMap((each, index) => {
        const items = Object.entries(sourceItems).find(([source]) => source === partAt(each, ['from']))?.[1] ?? []
        const tells = items.some((item: string) => item === partAt(each, ['item']))
        return tells ? [] : [finding(body, 'stop', ['fields', name, part, String(index)], text[language], language)]
      })
    }),
  )
}

/** Right as it stands, and yet perhaps not what was meant. */
function heeds(body: Data, language: Language): Finding[] {
  const said = {
    noPaper: words('Thủ tục chưa có giấy tờ nào phải nộp. Xem lại có đúng không.', 'No paper is asked for. Is that right?'),
    noResult: words('Thủ tục chưa có giấy kết quả. Xem lại có đúng không.', 'No paper comes out of it. Is that right?'),
    noFee: words(
      'Thủ tục chưa nói gì về phí, lệ phí. Nếu không thu, thêm một khoản 0 đồng.',
      'Nothing is said about fees. If nothing is charged, add a fee of 0 đồng.',
    ),
    unverified: words('Còn chỗ đánh dấu chưa đối chiếu với văn bản.', 'Something is marked as not yet compared with the document.'),
  }
  const empty = (part: string, text: { vi: string; en: string }) =>
    entriesOf(body, part).length === 0 ? [finding(body, 'heed', [part], text[language], language)] : []
  const open = ['fees', 'components', 'rules'].flatMap((part) =>
    entriesOf(body, part).flatMap(([name, one]) =>
      partAt(one, ['unverified']) === true ? [finding(body, 'heed', [part, name], said.unverified[language], language)] : [],
    ),
  )
  return [...empty('components', said.noPaper), ...empty('results', said.noResult), ...empty('fees', said.noFee), ...open]
}
