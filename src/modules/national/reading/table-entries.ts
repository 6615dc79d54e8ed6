import { nationalUnits, words } from '#modules/procedures'
import { cleanInput, fold } from '#platform/text'
import { ListProblem } from '../list-problem.ts'
import { type Read, readEntry } from '../said.ts'
import { type ColumnMap, type ColumnName, guessedMap, missingColumns } from './column-map.ts'

type Rows = AsyncIterable<string[]>
type Cells = (name: ColumnName) => string | undefined

/** The headings of a table and its first rows, for whoever must say which column holds what. */
export async function headOf(rows: Rows, most = 3): Promise<{ headings: string[]; sample: string[][] }> {
  const sample: string[][] = []
  for await (const row of rows) {
    sample.push(row)
    if (sample.length > most) break
  }
  const headings = (sample.shift() ?? []).map(cleanInput)
  if (headings.every((one) => one === '')) throw new ListProblem('no-header')
  return { headings, sample }
}

/**
 * The entries of a table whose first row are headings. Nothing is guessed: a cell that cannot be read stays as its words, beside a missing
 * number.
 * @throws ListProblem 'no-header' · 'columns-missing' { names }
 */
export async function* tableEntries(rows: Rows, given: ColumnMap | undefined): AsyncGenerator<Read> {
  let place = 0
  let headings: string[] | undefined
  let map: ColumnMap = {}
  for await (const row of rows) {
    if (headings === undefined) {
      headings = row.map(cleanInput)
      if (headings.every((one) => one === '')) throw new ListProblem('no-header')
      map = given ?? guessedMap(headings)
      const missing = missingColumns(map, headings)
      if (missing.length > 0)
        throw new ListProblem('columns-missing', { names: missing.join(', '), headings: headings.join(', ').slice(0, 300) })
      continue
    }
    if (row.every((cell) => cell.trim() === '')) continue
    place += 1
    yield entryOf(row, headings, map, place)
  }
  if (headings === undefined) throw new ListProblem('no-header')
}

const shortCode = words(
  'Bảng tính đã bỏ số 0 ở cuối mã. Đặt định dạng cột mã là văn bản rồi xuất lại.',
  'The spreadsheet cut the zeros at the end of the code. Make the column text and export again.',
)

function entryOf(row: readonly string[], headings: readonly string[], map: ColumnMap, place: number): Read {
  const cells: Cells = (name) => {
    const heading = map[name]
    if (heading === undefined) return undefined
    return heading.startsWith('=') ? heading.slice(1) : (row[headings.indexOf(heading)] ?? '')
  }
  const read = readEntry(entryIn(cells), place)
  const code = cells('code')?.trim() ?? ''
  return 'problems' in read && /^\d\.\d{1,5}$/.test(code) ? { place, code, problems: [{ at: 'code', says: shortCode }] } : read
}

function entryIn(cells: Cells): Readonly<Record<string, unknown>> {
  const plain = ['code', 'name', 'ministry', 'field', 'decision', 'kind', 'agency', 'conditions', 'steps', 'url'] as const
  const texts = plain.map((name) => [name, cells(name)] as const).filter(([, text]) => text !== undefined)
  const lists = (['subjects', 'legal'] as const).map((name) => [name, cells(name)] as const).filter(([, text]) => text !== undefined)
  const [levels, results, components, ways] = [cells('levels'), cells('results'), cells('components'), waysIn(cells)]
  return {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(lists.map(([name, text = '']) => [name, parted(text)])),
    ...(levels === undefined ? {} : { levels: levels.split(/[+,;/|\n]/).flatMap((one) => (one.trim() === '' ? [] : [levelOf(one)])) }),
    ...(results === undefined ? {} : { results: parted(results).map(resultOf) }),
    ...(components === undefined ? {} : { components: components.trim() === '' ? 0 : Number(components) }),
    ...(ways === undefined ? {} : { channels: ways }),
  }
}

/** Names of papers hold commas; semicolons and lines part them. */
const parted = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map(cleanInput)
    .filter((one) => one !== '')

function levelOf(text: string): string {
  const word = fold(text).replace(/^cap /, '')
  if (word.startsWith('xa') || word.startsWith('phuong')) return 'xa'
  if (word.startsWith('tinh') || word.startsWith('thanh pho')) return 'tinh'
  if (word.startsWith('bo') || word.startsWith('trung uong')) return 'bo'
  return word.startsWith('khac') || word.startsWith('co quan khac') ? 'khac' : cleanInput(text)
}

function resultOf(text: string): { name: string; code?: string } {
  const [, code, name] = /^(KQ\.[A-Z0-9.]+)\s*[-–:]?\s*(.+)$/.exec(text) ?? []
  return code === undefined || name === undefined ? { name: text } : { name, code }
}

const waysOf = [
  ['online', 'timeOnline', 'feeOnline'],
  ['direct', 'timeDirect', 'feeDirect'],
  ['postal', 'timePostal', 'feePostal'],
] as const

/** The ways of filing; undefined where no column speaks of them, so that those known stay. */
function waysIn(cells: Cells): unknown[] | undefined {
  const told = waysOf.map(([channel, time, fee]) => ({ channel, time: cells(time), fee: cells(fee) }))
  if (told.every(({ time, fee }) => time === undefined && fee === undefined)) return undefined
  return told.flatMap(({ channel, time = '', fee = '' }) => {
    if (time.trim() === '' && fee.trim() === '') return []
    const term = termOf(time, cells('unit'))
    return [{ channel, time: term.time, unit: term.unit, note: term.note, fees: fee.trim() === '' ? [] : [feeOf(fee)] }]
  })
}

/** "03 ngày làm việc" is read; other words stay words. */
function termOf(text: string, unit: string | undefined): { time: number | null; unit: string | null; note?: string } {
  const [, number = '', word = ''] = /^\s*(\d{1,4}(?:[.,]\d)?)\s*(\D*?)\s*$/.exec(text) ?? []
  const said = cleanInput(word === '' ? (unit ?? '') : word).toLowerCase()
  if (number === '') return { time: null, unit: null, ...(text.trim() === '' ? {} : { note: text }) }
  const known = Object.hasOwn(nationalUnits, said)
  return { time: Number(number.replace(',', '.')), unit: known ? said : null, ...(known || said === '' ? {} : { note: text }) }
}

function feeOf(text: string): { vnd: number | null; note?: string } {
  const [, digits = ''] = /^\s*(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:đ|đồng|vnđ|vnd)?\s*$/i.exec(text) ?? []
  return digits === '' ? { vnd: null, note: text } : { vnd: Number(digits.replace(/[.,]/g, '')) }
}
