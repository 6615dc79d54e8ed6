import type { Chunks } from '#platform/files'
import { ListProblem } from '../list-problem.ts'
import { type Read, readEntry } from '../said.ts'
import type { ColumnMap } from './column-map.ts'
import { csvRows } from './csv-rows.ts'
import { jsonEntries } from './json-entries.ts'
import { headOf, tableEntries } from './table-entries.ts'
import { xlsxRows } from './xlsx-rows.ts'

export const listKinds = ['json', 'csv', 'xlsx'] as const
export type ListKind = (typeof listKinds)[number]

/** What a file is, by its name. @throws ListProblem 'unknown-kind' */
export function kindOfList(name: string): ListKind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  const kind = listKinds.find((one) => one === ending)
  if (kind === undefined) throw new ListProblem('unknown-kind')
  return kind
}

/** The entries of a list, one by one. Its bytes come in pieces; only of a workbook the whole file is needed. */
export async function* readList(kind: ListKind, bytes: Chunks, map?: ColumnMap): AsyncGenerator<Read> {
  if (kind !== 'json') return yield* tableEntries(await rowsOf(kind, bytes), map)
  let place = 0
  for await (const entry of jsonEntries(bytes)) {
    place += 1
    yield readEntry(entry, place)
  }
}

/** Headings and first rows of a table. */
export async function headOfList(kind: 'csv' | 'xlsx', bytes: Chunks): Promise<{ headings: string[]; sample: string[][] }> {
  return headOf(await rowsOf(kind, bytes))
}

async function rowsOf(kind: 'csv' | 'xlsx', bytes: Chunks): Promise<AsyncIterable<string[]>> {
  if (kind === 'csv') return csvRows(bytes)
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return xlsxRows(Buffer.concat(pieces))
}
