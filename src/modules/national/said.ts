import { type NationalRow, type NationalRowProblem, readNationalRow } from '#modules/procedures'

/** The parts of a row of which a list may say nothing: what it does not say, stays as another list said it. */
export type Part = Exclude<keyof NationalRow, 'code' | 'listed' | 'componentCount'>

/** A row as a list brings it, and the parts that it speaks of. */
export type Said = { readonly row: NationalRow; readonly says: ReadonlySet<Part> }

/** One entry of a list, by its place (from 1): a row, or why it is none. */
export type Read =
  | ({ readonly place: number } & Said)
  | { readonly place: number; readonly code?: string; readonly problems: readonly NationalRowProblem[] }

const keys: Readonly<Record<Part, string>> = {
  name: 'name',
  ministry: 'ministry',
  field: 'field',
  levels: 'levels',
  decision: 'decision',
  kind: 'kind',
  subjects: 'subjects',
  channels: 'channels',
  components: 'components',
  results: 'results',
  legal: 'legal',
  replacedByData: 'replacedByData',
  agencies: 'agency',
  conditions: 'conditions',
  steps: 'steps',
  url: 'url',
}
export const parts = Object.keys(keys) as readonly Part[]

/** Reads one entry of a list out of JSON. */
export function readEntry(value: unknown, place: number): Read {
  const read = readNationalRow(value)
  const told = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  if (!read.ok) return { place, problems: read.problems, ...(typeof told.code === 'string' ? { code: told.code.slice(0, 40) } : {}) }
  const says = parts.filter((part) => told[keys[part]] !== undefined && (part !== 'components' || read.row.listed))
  return { place, row: read.row, says: new Set(says) }
}

/** What a row says of itself that somebody made: a part without content is a part of which nothing is said. */
export function saidBy(row: NationalRow): Said {
  const says = parts.filter((part) => row[part] !== undefined && (part !== 'components' || row.listed))
  return { row, says: new Set(says) }
}

/** What stands when a list has spoken: its own words where it says something, else those of before. */
export function merged(before: NationalRow | undefined, { row, says }: Said): NationalRow {
  if (before === undefined) return row
  const kept = Object.fromEntries(parts.filter((part) => !says.has(part) && before[part] !== undefined).map((part) => [part, before[part]]))
  const papers = says.has('components') || !before.listed ? row : before
  const { listed, componentCount, components } = papers
  return { ...row, ...kept, listed, componentCount, components }
}
