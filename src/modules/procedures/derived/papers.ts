import { upload } from '../ask.ts'
import type { Component } from '../component.ts'
import type { Condition } from '../condition.ts'
import type { Field } from '../field.ts'
import type { NationalComponent, NationalRow } from '../national-row.ts'
import type { Page, PageNote } from '../procedure.ts'
import { words } from '../words.ts'
import { bare, type Group, groupsOf } from './groups.ts'
import { type Replacement, substitutesFor } from './replacement.ts'
import { asPublished, beginning, split } from './told.ts'

export type Papers = {
  readonly groups: readonly Group[]
  readonly components: readonly Component[]
  readonly fields: Readonly<Record<string, Field>>
  readonly pages: readonly Page[]
  /** Lines without original and copy whose situation has no page of papers. */
  readonly notes: readonly PageNote[]
}

type Line = NationalComponent & { readonly place: Group }

// A page that asks for more papers than this is not read to its end on a phone.
const mostOnAPage = 10
// A count above this is a typing error of the portal, such as the year of a decree read as a number of papers.
const mostBelievable = 20
const labelLength = 140

/** Papers, uploads, pages and notes out of the lines of a row: every line with a count is asked once under its case, the others are told. */
export function papersOf(row: NationalRow, replacements: readonly Replacement[]): Papers {
  const groups = groupsOf(row.components)
  const lines = linesOf(row.components, groups)
  const hasInteractiveForm = lines.some(({ name }) => isInteractive(name))
  const owed = lines.filter(isPaper)
  const made = owed.map((line, i) => componentOf(line, `p${i + 1}`, { row, replacements, hasInteractiveForm }))
  const fields = Object.fromEntries(
    made.flatMap((component, i): [string, Field][] => {
      const line = owed[i]
      return component.field && line ? [[component.field, fieldOf(line, component)]] : []
    }),
  )
  const notes = lines
    .filter((line) => !isPaper(line))
    .map((line): PageNote => ({ text: asPublished(line.name.replace(/^[\s\-–+*•]+/, '')), ...whenOf(line) }))
  const { pages, left } = pagesOf(made, groups, notes)
  return { groups, components: made, fields, pages, notes: left }
}

const isPaper = ({ original, copy }: NationalComponent): boolean => original + copy > 0
const whenOf = ({ place }: Line) => (place.when ? { when: place.when } : {})

/** The lines in their groups; the same line twice in one group is one line with the larger counts. */
function linesOf(components: readonly NationalComponent[], groups: readonly Group[]): Line[] {
  const lines = new Map<string, Line>()
  for (const one of components) {
    const place = groups.find(({ name }) => name === one.group)
    if (!place || one.name.trim() === '') continue
    const key = `${one.group}\n${bareLine(one.name)}`
    const before = lines.get(key)
    const counts = { original: Math.max(one.original, before?.original ?? 0), copy: Math.max(one.copy, before?.copy ?? 0) }
    lines.set(key, { ...one, ...counts, place })
  }
  return [...lines.values()]
}

/** The words of a line; a bullet before and a sign after them say nothing. */
const bareLine = (name: string): string => {
  const said = name.replace(/\s+/g, ' ').trim()
  return said.replace(/^[\s\-–+*•]+/, '').replace(/[\s.;,:]+$/, '') || said
}

const isInteractive = (name: string): boolean => /điện tử tương tác|biểu mẫu điện tử/iu.test(name)
const isDeclaration = (name: string): boolean => /^[\s\-–+*•\d.)(a-zđ]{0,5}(tờ khai|đơn\s|giấy đề nghị|mẫu\s|phiếu\s)/iu.test(name)
const isConditional = (name: string): boolean => /trường hợp|nếu có|\bnếu\s|đối với|tùy/iu.test(name)

type Making = { readonly row: NationalRow; readonly replacements: readonly Replacement[]; readonly hasInteractiveForm: boolean }

function componentOf(line: Line, id: string, { row, replacements, hasInteractiveForm }: Making): Component {
  const shown = line.place.shown
  const substitutes = substitutesFor(line.name, replacements)
  const isMade = isInteractive(line.name) || (hasInteractiveForm && isDeclaration(line.name))
  const counted = believable(line)
  return {
    id,
    name: asPublished(split(bareLine(line.name), labelLength).head),
    document: `${row.code}-${id}`,
    group: line.group,
    ...(line.form ? { form: line.form } : {}),
    ...whenOf(line),
    handling: shown ? 'show' : 'handIn',
    originals: counted ? line.original : 1,
    copies: counted ? line.copy : 0,
    ...(shown || substitutes.length > 0 ? {} : { field: `${id}File` }),
    ...(isMade ? { madeFromAnswers: true } : {}),
    substitutes,
    ...(substitutes.length > 0
      ? { fallback: words('Mang bản chính khi dữ liệu thiếu hoặc sai', 'Bring the original where the data is missing or wrong') }
      : {}),
    ...noteOf(line, isMade),
    basis: row.decision,
    ...(counted && line.place.kind !== 'unclear' ? {} : { unverified: true }),
  }
}

const believable = ({ original, copy }: Line): boolean => original <= mostBelievable && copy <= mostBelievable

/** What stands below the name: the rest of a long one, that the program makes it, that the catalogue cannot be right. */
function noteOf(line: Line, isMade: boolean): Pick<Component, 'note'> {
  const { rest } = split(bareLine(line.name), labelLength)
  const told = [
    ...(rest === '' ? [] : [{ vi: rest, en: rest }]),
    ...(isMade ? [{ vi: 'Lập từ những câu trả lời của bạn khi nộp trực tuyến', en: 'Made from your answers when you file online' }] : []),
    ...(believable(line)
      ? []
      : [{ vi: 'Danh mục ghi số bản không hợp lý; hỏi nơi tiếp nhận', en: 'The catalogue gives an impossible count; ask the counter' }]),
  ]
  return told.length === 0 ? {} : { note: joined(told) }
}

const joined = (told: readonly { vi: string; en: string }[]) =>
  words(told.map(({ vi }) => vi).join('. '), told.map(({ en }) => en).join('. '))

/** A paper for everybody is demanded; one that only some owe, or one of several, is offered and its condition told. */
function fieldOf(line: Line, { when, madeFromAnswers, originals, copies, unverified }: Component): Field {
  const { head, rest } = split(bareLine(line.name), labelLength)
  const required = !(line.place.choose || madeFromAnswers || isConditional(line.name))
  const told = [
    ...(rest === '' ? [] : [{ vi: rest, en: rest }]),
    ...(unverified && !believable(line) ? [] : [countsText(originals, copies)]),
    ...(required ? [] : [whyOptional(line, madeFromAnswers === true)]),
  ]
  return { ...upload(words(head, head), told.length > 0 ? { hint: joined(told) } : {}), required, ...(when ? { when } : {}) }
}

function countsText(originals: number, copies: number) {
  const vi = [...(originals > 0 ? [`${originals} bản chính`] : []), ...(copies > 0 ? [`${copies} bản sao`] : [])].join(', ')
  const en = [...(originals > 0 ? [`originals: ${originals}`] : []), ...(copies > 0 ? [`copies: ${copies}`] : [])].join(', ')
  return { vi, en }
}

function whyOptional(line: Line, isMade: boolean) {
  if (isMade)
    return { vi: 'Không bắt buộc: mẫu được lập từ những câu trả lời của bạn', en: 'Not needed: the form is made from your answers' }
  if (/một trong/iu.test(line.place.name)) return { vi: 'Nộp một trong các giấy tờ của nhóm này', en: 'One paper of this group is enough' }
  return { vi: 'Chỉ nộp khi thuộc trường hợp này', en: 'Only if this applies to you' }
}

/** Pages of papers, those of one group together, each with the notes of its situation; notes of a situation without a page are left over. */
function pagesOf(
  components: readonly Component[],
  groups: readonly Group[],
  notes: readonly PageNote[],
): { pages: Page[]; left: PageNote[] } {
  const pages: Page[] = []
  const told = new Set<PageNote>()
  for (const place of placesIn(groups)) {
    const asks = components.flatMap(({ field, when }) => (field && keyOf(when) === place.key ? [field] : []))
    for (let from = 0; from < asks.length; from += mostOnAPage) {
      const own = from === 0 ? notes.filter(({ when }) => keyOf(when) === place.key) : []
      for (const note of own) told.add(note)
      pages.push({
        id: pages.length === 0 ? 'giay-to' : `giay-to-${pages.length + 1}`,
        title: titleOf(place.group, from > 0),
        intro: howToSend,
        asks: asks.slice(from, from + mostOnAPage),
        ...(own.length > 0 ? { notes: own } : {}),
      })
    }
  }
  return { pages, left: notes.filter((note) => !told.has(note)) }
}

const howToSend = words(
  'Chụp bằng điện thoại là được: thấy đủ bốn góc và đọc được chữ.',
  'A phone photo will do: all four corners visible, the writing readable.',
)

const keyOf = (when: Condition | undefined): string => JSON.stringify(when ?? null)

/** Every situation once, that of everybody first. */
function placesIn(groups: readonly Group[]): { key: string; group: Group }[] {
  const places = new Map<string, Group>()
  for (const group of groups.toSorted((a, b) => Number(a.when !== undefined) - Number(b.when !== undefined)))
    if (!places.has(keyOf(group.when))) places.set(keyOf(group.when), group)
  return [...places].map(([key, group]) => ({ key, group }))
}

function titleOf({ kind, name }: Group, isFurther: boolean) {
  const what = beginning(bare(name), 90)
  const title =
    kind === 'case' || kind === 'proxy'
      ? words(`Giấy tờ: ${what.charAt(0).toLocaleLowerCase('vi')}${what.slice(1)}`, `Papers: ${what}`)
      : words('Giấy tờ kèm theo', 'Papers')
  return isFurther ? words(`${title.vi} (tiếp theo)`, `${title.en} (continued)`) : title
}
