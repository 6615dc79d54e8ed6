import { fold } from '#platform/text'
import { ListProblem } from '../list-problem.ts'

/** What a column of a table can hold. */
export const columnNames = [
  'code',
  'name',
  'ministry',
  'field',
  'levels',
  'decision',
  'kind',
  'subjects',
  'unit',
  'timeOnline',
  'timeDirect',
  'timePostal',
  'feeOnline',
  'feeDirect',
  'feePostal',
  'components',
  'results',
  'legal',
  'agency',
  'conditions',
  'steps',
  'url',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Which heading holds what; `=text` stands for the same text in every row. */
export type ColumnMap = Readonly<Partial<Record<ColumnName, string>>>

export const neededColumns: readonly ColumnName[] = ['code', 'name', 'ministry', 'field']

/** Headings under which a column is recognised without being told, folded. */
const usual: Readonly<Record<ColumnName, readonly string[]>> = {
  code: ['code', 'ma', 'ma tthc', 'ma so', 'ma thu tuc', 'ma so tthc', 'ma thu tuc hanh chinh'],
  name: ['name', 'ten', 'ten tthc', 'ten thu tuc', 'ten thu tuc hanh chinh'],
  ministry: ['ministry', 'bo', 'bo nganh', 'bo co quan', 'bo co quan ngang bo', 'co quan cong bo'],
  field: ['field', 'linh vuc'],
  levels: ['levels', 'level', 'cap', 'cap thuc hien'],
  decision: ['decision', 'quyet dinh', 'quyet dinh cong bo', 'so quyet dinh'],
  kind: ['kind', 'loai', 'loai tthc', 'loai thu tuc'],
  subjects: ['subjects', 'doi tuong', 'doi tuong thuc hien'],
  unit: ['unit', 'don vi thoi gian', 'don vi tinh thoi han'],
  timeOnline: ['time online', 'thoi han truc tuyen'],
  timeDirect: ['time direct', 'time', 'thoi han', 'thoi han giai quyet', 'thoi han truc tiep'],
  timePostal: ['time postal', 'thoi han buu chinh'],
  feeOnline: ['fee online', 'fee online vnd', 'phi truc tuyen', 'le phi truc tuyen'],
  feeDirect: ['fee direct', 'fee direct vnd', 'fee', 'phi', 'le phi', 'phi le phi', 'phi truc tiep'],
  feePostal: ['fee postal', 'fee postal vnd', 'phi buu chinh'],
  components: ['components', 'so thanh phan', 'so thanh phan ho so'],
  results: ['results', 'ket qua', 'ket qua thuc hien'],
  legal: ['legal', 'can cu phap ly'],
  agency: ['agency', 'co quan', 'co quan thuc hien'],
  conditions: ['conditions', 'yeu cau dieu kien', 'dieu kien'],
  steps: ['steps', 'trinh tu', 'trinh tu thuc hien'],
  url: ['url', 'link', 'lien ket', 'duong dan'],
}

/** What the headings of a table plainly hold; the first heading of a kind. */
export function guessedMap(headings: readonly string[]): ColumnMap {
  const folded = headings.map((heading) => fold(heading.replaceAll('_', ' ')))
  const found = columnNames.flatMap((name) => {
    const at = usual[name].map((word) => folded.indexOf(fold(word))).find((place) => place >= 0)
    const heading = at === undefined ? undefined : headings[at]
    return heading === undefined ? [] : [[name, heading] as const]
  })
  return Object.fromEntries(found)
}

/** The columns that must be there and are not: neither under a heading of this table nor as a text for all rows. */
export function missingColumns(map: ColumnMap, headings: readonly string[]): ColumnName[] {
  return columnNames.filter((name) => {
    const heading = map[name]
    if (heading === undefined) return neededColumns.includes(name)
    return !heading.startsWith('=') && !headings.includes(heading)
  })
}

/** A column map out of foreign JSON. @throws ListProblem 'bad-map' */
export function readColumnMap(value: unknown): ColumnMap {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = isPlain ? Object.entries(value) : []
  const wrong = entries.find(
    ([name, heading]) => !columnNames.some((one) => one === name) || typeof heading !== 'string' || heading.length > 300,
  )
  if (!isPlain || wrong !== undefined)
    throw new ListProblem('bad-map', { name: wrong?.[0].slice(0, 60) ?? '', known: columnNames.join(', ') })
  return Object.fromEntries(entries)
}
