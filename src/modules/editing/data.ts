/** A definition under work, as it is stored and sent: JSON and nothing else. */
export type Data = string | number | boolean | null | readonly Data[] | Entries
export type Entries = { readonly [name: string]: Data }

/** Where something stands in a definition: `['steps', 'verify', 'within']`. Lists are counted from nought. */
export type Place = readonly string[]

export const isList = (data: Data | undefined): data is readonly Data[] => Array.isArray(data)
export const isEntries = (data: Data | undefined): data is Entries => typeof data === 'object' && data !== null && !Array.isArray(data)

export const placeText = (place: Place): string => place.join('.')
export const placeFrom = (text: string): Place => (text === '' ? [] : text.split('.'))

/** What stands at a place; undefined where nothing does. Only a thing's own parts count: `constructor` is no part of anything. */
export function partAt(data: Data | undefined, place: Place): Data | undefined {
  const [name, ...further] = place
  if (name === undefined) return data
  if (isList(data)) return /^\d{1,6}$/.test(name) ? partAt(data[Number(name)], further) : undefined
  if (!isEntries(data) || !Object.hasOwn(data, name)) return undefined
  return partAt(data[name], further)
}

/** The same definition with another part at a place; undefined takes the part away, from a list with its place. */
export function withPart(data: Data | undefined, place: Place, part: Data | undefined): Data {
  const [name, ...further] = place
  if (name === undefined) return part ?? {}
  const inner = further.length === 0 ? part : withPart(partAt(data, [name]), further, part)
  if (isList(data)) {
    const index = Number(name)
    return inner === undefined ? data.filter((_, each) => each !== index) : Object.assign([...data], { [index]: inner })
  }
  const kept = Object.entries(isEntries(data) ? data : {}).filter(([key]) => key !== name)
  return Object.fromEntries(inner === undefined ? kept : [...kept, [name, inner]])
}

/** Moves an entry of a list by one place towards its head or its end. */
export function moved(list: readonly Data[], index: number, by: -1 | 1): readonly Data[] {
  const other = list[index + by]
  const own = list[index]
  if (own === undefined || other === undefined) return list
  return list.map((each, at) => (at === index ? other : at === index + by ? own : each))
}

/** The same text for the same content, whatever order the names came in: sorted, two blanks a level, one line feed at the end. */
export function canonicalText(data: Data): string {
  return `${JSON.stringify(sorted(data), null, 2)}\n`
}

function sorted(data: Data): Data {
  if (isList(data)) return data.map(sorted)
  if (!isEntries(data)) return data
  const entries = Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]))
}

export const isSame = (a: Data | undefined, b: Data | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b))
