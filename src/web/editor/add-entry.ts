import {
  type Change,
  type Choices,
  type Data,
  type Entries,
  type Fault,
  faultsIn,
  type Items,
  isEntries,
  isInline,
  isList,
  isName,
  type Parts,
  type Place,
  partAt,
  partsOf,
  readParts,
  readShape,
  type Sent,
  shapeAt,
} from '#modules/editing'
import { fold } from '#platform/text'
import { newEntry } from './links.ts'
import { namesOnPaper } from './papers.ts'

/** An entry that does not exist yet: of which list, of which kind, with which boxes. `kinds`: which kind must be said first. */
export type Adding = {
  readonly place: Place
  readonly items: Items
  readonly kind: string | undefined
  readonly kinds: Choices
  readonly parts: Parts
  readonly blank: Data
  /** Names to choose from, where it is called by one. */
  readonly names: Choices | undefined
}

/** What is added at a place that ends with the sign for a new entry; undefined for any other place. */
export function addingAt(body: Data, place: Place, asked: string): Adding | undefined {
  if (place.at(-1) !== newEntry) return undefined
  const around = place.slice(0, -1)
  const items = shapeAt(body, around)
  if (items?.is !== 'items') return undefined
  const { of } = items
  const kinds = of.is === 'kinds' ? Object.entries(of.kinds).map(([value, { name }]) => ({ value, name })) : []
  const kind = kinds.find(({ value }) => value === asked)?.value
  const own = of.is === 'group' || of.is === 'kinds' ? partsOf(of, kind) : { value: { name: items.one, shape: of } }
  return {
    place,
    items,
    kind,
    kinds,
    parts: own,
    blank: of.is === 'kinds' && kind !== undefined ? { [of.by]: kind } : {},
    names: namesFor(body, around, items),
  }
}

function namesFor(body: Data, around: Place, items: Items): Choices | undefined {
  if (items.named !== true || items.title !== undefined) return undefined
  const taken = partAt(body, around)
  const free = (name: string) => !isEntries(taken) || !Object.hasOwn(taken, name)
  const all = items.names ?? namesOnPaper(partAt(body, [...around.slice(0, -1), 'template', 'typst']))
  return all.filter(({ value }) => free(value))
}

export type Added =
  | { readonly ok: true; readonly place: Place; readonly changes: readonly Change[]; readonly typed: Data }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly nameless: boolean; readonly typed: Data }

/** The changes that put a new entry into its list, under a code made from its English words. A question is asked on a page at once. */
export function addEntry(body: Data, adding: Adding, sent: Sent, given: { name: string; page: string }): Added {
  const { items, place, kind } = adding
  const { of } = items
  const around = place.slice(0, -1)
  const typed =
    of.is === 'group' || of.is === 'kinds'
      ? readParts(adding.parts, sent, isEntries(adding.blank) ? adding.blank : {})
      : readShape(of, 'value', sent, undefined)
  const whole = isEntries(typed) ? withLists(adding.parts, typed) : (typed ?? '')
  const faults = faultsIn(of, whole, place).filter(
    ({ rule, at }) => rule !== 'missing' || isInline(adding.parts[at[place.length] ?? '']?.shape ?? of),
  )
  const name = nameFor(body, around, items, whole, given.name)
  const typedBack = isEntries(whole) ? whole : { value: whole }
  if (faults.length > 0 || name === undefined || (of.is === 'kinds' && kind === undefined))
    return { ok: false, faults, nameless: name === undefined, typed: typedBack }
  const list = partAt(body, around)
  if (items.named === true) {
    const own = [...around, name]
    return { ok: true, place: own, typed: whole, changes: [{ place: own, part: whole }, ...onPage(body, items, name, given.page)] }
  }
  const coded = isEntries(whole) && items.code !== undefined && whole[items.code] === undefined ? { ...whole, [items.code]: name } : whole
  const entries = isList(list) ? list : []
  return { ok: true, place: [...around, String(entries.length)], typed: whole, changes: [{ place: around, part: [...entries, coded] }] }
}

/** Lists of the new entry begin empty; they are filled on pages of their own. */
function withLists(parts: Parts, typed: Entries): Entries {
  const empty = Object.entries(parts).flatMap(([name, { shape, optional }]): [string, Data][] =>
    shape.is === 'items' && optional !== true && typed[name] === undefined ? [[name, shape.named === true ? {} : []]] : [],
  )
  return { ...typed, ...Object.fromEntries(empty) }
}

function onPage(body: Data, items: Items, name: string, page: string): Change[] {
  const pages = partAt(body, ['pages'])
  if (items !== shapeAt(body, ['fields']) || !isList(pages)) return []
  const index = pages.findIndex((one) => partAt(one, ['id']) === page)
  const asks = partAt(body, ['pages', String(index), 'asks'])
  return index < 0 || !isList(asks) ? [] : [{ place: ['pages', String(index), 'asks'], part: [...asks, name] }]
}

/** A chosen name, else one made from the English words, with a number behind it when it is taken. */
function nameFor(body: Data, around: Place, items: Items, whole: Data, chosen: string): string | undefined {
  if (items.named === true && items.title === undefined) return isName(chosen) ? chosen : undefined
  const told = partAt(whole, [items.title ?? 'name'])
  const text = partAt(told, ['en']) ?? partAt(told, ['vi'])
  const made = nameFrom(typeof text === 'string' ? text : '') || 'item'
  const list = partAt(body, around)
  const taken = new Set(isEntries(list) ? Object.keys(list) : isList(list) ? list.map((one) => partAt(one, [items.code ?? 'id'])) : [])
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? made : `${made}${number}`
    if (!taken.has(name)) return name
  }
}

/** "Purpose of the confirmation" → `purposeOfTheConfirmation`, of the first five words. */
function nameFrom(text: string): string {
  const all =
    fold(text)
      .match(/[a-z0-9]+/g)
      ?.slice(0, 5) ?? []
  const joined = all.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
  return joined.replace(/^[0-9]+/, '').slice(0, 50)
}
