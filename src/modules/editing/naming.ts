import { places, type Words, words } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { type Data, isEntries, isList, type Place, partAt } from './data.ts'
import { type Choices, type Items, type NameOf, partsOf, type Shape } from './shape.ts'
import { partNamed, shapeAt } from './shape-at.ts'

const isWords = (data: Data | undefined): data is { vi: string; en: string } =>
  isEntries(data) && typeof data.vi === 'string' && typeof data.en === 'string'

/** Both languages of a part, or of a text that has only one. */
export const asWords = (data: Data | undefined): Words | undefined =>
  isWords(data) ? { vi: data.vi, en: data.en } : typeof data === 'string' ? { vi: data, en: data } : undefined

const restNames: Readonly<Record<string, Words>> = {
  closed: words('Kết thúc hồ sơ', 'The dossier ends'),
  applicant: words('Chờ người nộp, rồi quay lại bước này', 'Waits for the applicant, then back here'),
  otherUnit: words('Bắt đầu lại ở đơn vị khác', 'Begins anew at another office'),
  here: words('Ở lại bước này', 'Stays at this step'),
  back: words('Về bước vừa rồi', 'Back to where it came from'),
}

/** What a name may be chosen from, as this definition has it. */
export function namesFor(body: Data, of: NameOf): Choices {
  const entries = (part: string) =>
    isEntries(partAt(body, [part])) ? Object.entries(partAt(body, [part]) as { [name: string]: Data }) : []
  const listed = (part: string, title: string) =>
    listOf(partAt(body, [part])).flatMap((one): Choices => {
      const id = isEntries(one) ? one.id : undefined
      return typeof id === 'string' ? [{ value: id, name: asWords(partAt(one, [title])) ?? words(id, id) }] : []
    })
  switch (of) {
    case 'field':
      return entries('fields').map(([value, one]) => ({ value, name: asWords(partAt(one, ['label'])) ?? words(value, value) }))
    case 'number':
      return entries('fields').flatMap(([value, one]) =>
        partAt(one, ['kind']) === 'int' ? [{ value, name: asWords(partAt(one, ['label'])) ?? words(value, value) }] : [],
      )
    case 'page':
      return listed('pages', 'title')
    case 'component':
      return listed('components', 'name')
    case 'step':
      return stepsOf(entries('steps'))
    case 'target':
      return [...stepsOf(entries('steps')), ...places.map((value) => ({ value, name: restNames[value] ?? words(value, value) }))]
  }
}

const stepsOf = (entries: readonly (readonly [string, Data])[]): Choices =>
  entries.map(([value, one]) => ({ value, name: asWords(partAt(one, ['task'])) ?? words(value, value) }))

const listOf = (data: Data | undefined): readonly Data[] => (isList(data) ? data : [])

/** The answers that a field can have, for conditions; empty for one of which only "answered" can be said. */
export function answersOf(body: Data, field: string): { readonly value: string | number | boolean; readonly name: Words }[] {
  const one = partAt(body, ['fields', field])
  const kind = partAt(one, ['kind'])
  if (kind === 'bool' || kind === 'derived') {
    return [
      { value: true, name: words('Có', 'Yes') },
      { value: false, name: words('Không', 'No') },
    ]
  }
  if (kind !== 'choice' && kind !== 'given') return []
  return listOf(partAt(one, ['options'])).flatMap((each) => {
    const value = partAt(each, ['value'])
    return typeof value === 'string' ? [{ value, name: asWords(partAt(each, ['label'])) ?? words(value, value) }] : []
  })
}

/** What an entry of a list is called: its own words, else the kind of thing it is. */
export function titleOfItem(body: Data, items: Items, place: Place): Words {
  const own = partAt(body, place)
  const last = place.at(-1) ?? ''
  const fixed = items.names?.find(({ value }) => value === last)?.name
  if (fixed !== undefined) return fixed
  const told = items.title === undefined ? undefined : partAt(own, [items.title])
  const parts = partsOf(items.of, kindOf(items.of, own))
  const shape = items.title === undefined ? undefined : parts[items.title]?.shape
  const chosen = shape?.is === 'choice' ? shape.options.find(({ value }) => value === told)?.name : undefined
  const plain = typeof told === 'number' ? words(String(told), String(told)) : asWords(told)
  return chosen ?? (plain !== undefined && plain.vi !== '' ? plain : items.named === true ? words(last, last) : items.one)
}

export function kindOf(shape: Shape, data: Data | undefined): string | undefined {
  const kind = shape.is === 'kinds' ? partAt(data, [shape.by]) : undefined
  return typeof kind === 'string' ? kind : undefined
}

/** Where a place lies, in words from the whole to the part: "Các bước › Ký giấy › Thời hạn của bước". */
export function pathInWords(body: Data, place: Place, language: Language): string[] {
  return place.flatMap((_, index): string[] => {
    const upTo = place.slice(0, index + 1)
    const above = shapeAt(body, place.slice(0, index))
    if (above?.is === 'items') return [titleOfItem(body, above, upTo)[language]]
    if (above?.is === 'values') return []
    return [partNamed(body, upTo)?.name[language] ?? place[index] ?? '']
  })
}

/**
 * Names or numbers of the entries at a place, in the order in which people think of them: a database does not keep the order of names, so
 * questions follow the pages and steps the way of the dossier.
 */
export function entryNames(body: Data, place: Place): string[] {
  const data = partAt(body, place)
  if (isList(data)) return data.map((_, index) => String(index))
  if (!isEntries(data)) return []
  const known = place.length > 1 ? [] : place[0] === 'fields' ? asked(body) : place[0] === 'steps' ? walked(body) : []
  const all = Object.keys(data).toSorted()
  return [...new Set([...known.filter((name) => Object.hasOwn(data, name)), ...all])]
}

const asked = (body: Data): string[] =>
  listOf(partAt(body, ['pages'])).flatMap((page) =>
    listOf(partAt(page, ['asks'])).flatMap((name) => (typeof name === 'string' ? [name] : [])),
  )

/** Steps in the order in which they can be reached, the nearest first. */
function walked(body: Data): string[] {
  const begins = partAt(body, ['begins'])
  const way = typeof begins === 'string' ? [begins] : []
  for (const name of way) {
    const may = partAt(body, ['steps', name, 'may'])
    const targets = isEntries(may)
      ? Object.values(may).flatMap((route) => (isList(route) ? route.map((one) => partAt(one, ['to'])) : [route]))
      : []
    for (const to of targets) if (typeof to === 'string' && !way.includes(to) && partAt(body, ['steps', to]) !== undefined) way.push(to)
  }
  return way
}

/** Parts of the whole by their names in words, for a reader who is told what changed. */
export function partNames(parts: unknown, lang: Language): string {
  const names = Array.isArray(parts) ? parts.map(String) : []
  return names.map((name) => partNamed({}, [name])?.name[lang] ?? name).join(', ')
}
