import { cleanInput } from '#platform/text'
import type { Commune, CommuneType, MergeKind, OldWard } from './communes.ts'

/** The national conversion table as read: communes of today, and old wards with where they went. */
export type Mapping = { readonly communes: readonly Commune[]; readonly oldWards: readonly OldWard[] }

const columns = [
  'old_ward_code',
  'old_ward_name',
  'old_district_code',
  'old_district_name',
  'old_province_code',
  'old_province_name',
  'new_commune_code',
  'new_commune_name',
  'new_province_code',
  'kind',
  'is_default',
] as const

const kinds: readonly MergeKind[] = ['whole', 'unchanged', 'renamed', 'part', 'part_area', 'part_area_all_people', 'part_people']
const types: readonly [prefix: string, type: CommuneType][] = [
  ['phường', 'ward'],
  ['xã', 'commune'],
  ['đặc khu', 'specialZone'],
]

/**
 * Reads the conversion table of the statistics office (CSV with a head line, one row for each pair of old ward and commune).
 * Throws with the number of the first row that it cannot read (the head is row 1); then nothing is taken.
 */
export function importMapping(csvText: string): Mapping {
  const [head = [], ...rows] = csvRows(csvText)
  for (const column of columns) if (!head.includes(column)) throw new Error(`row 1: no column ${column}`)
  const communes = new Map<string, Commune>()
  const wards = new Map<string, { ward: Omit<OldWard, 'targets' | 'name'>; names: Set<string>; targets: Target[] }>()
  for (const [index, row] of rows.entries()) {
    const number = index + 2
    if (row.length !== head.length) throw new Error(`row ${number}: ${row.length} cells instead of ${head.length}`)
    const cell: Cell = (column) => cleanInput(row[head.indexOf(column)] ?? '')
    const commune = communeIn(cell, number)
    communes.set(commune.code, commune)
    const key = cell('old_ward_code') || `district ${cell('old_district_code')}`
    const entry = wards.get(key) ?? { ward: oldWardIn(cell), names: new Set<string>(), targets: [] }
    entry.names.add(cell('old_ward_name'))
    entry.targets.push({ commune: commune.code, kind: kindIn(cell, number), likeliest: cell('is_default') === '1' })
    wards.set(key, entry)
  }
  // Three codes of the table stand for two wards: both names are kept, so either is found.
  const oldWards = [...wards.values()].map(({ ward, names, targets }) => ({ ...ward, name: [...names].join(' / '), targets }))
  return { communes: [...communes.values()], oldWards }
}

type Target = OldWard['targets'][number]
type Cell = (column: (typeof columns)[number]) => string

function communeIn(cell: Cell, row: number): Commune {
  const full = cell('new_commune_name')
  const code = cell('new_commune_code')
  const type = types.find(([prefix]) => full.toLocaleLowerCase('vi').startsWith(`${prefix} `))
  if (!type || !/^\d{5}$/.test(code)) throw new Error(`row ${row}: not a commune: ${code} ${full}`)
  return { code, name: full.slice(type[0].length + 1), type: type[1], province: cell('new_province_code') }
}

function oldWardIn(cell: Cell): Omit<OldWard, 'targets' | 'name'> {
  return {
    code: cell('old_ward_code'),
    district: { code: cell('old_district_code'), name: cell('old_district_name') },
    province: { code: cell('old_province_code'), name: cell('old_province_name') },
  }
}

function kindIn(cell: Cell, row: number): MergeKind {
  const kind = kinds.find((known) => known === cell('kind'))
  if (!kind) throw new Error(`row ${row}: unknown kind: ${cell('kind')}`)
  return kind
}

/** Rows of cells (RFC 4180): quoted cells may hold commas, doubled quotes and line breaks; blank lines are left out. */
function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.some((value) => value !== '')) rows.push(row)
    row = []
  }
  return rows
}
