import { inflateSync } from 'node:zlib'
import type { Bytes } from '#platform/der'
import { isWhite, PdfError, Scanner } from './scan.ts'
import { type Dict, isArray, isName, type Stream, type Value } from './values.ts'

/** Where an object stands: nowhere (freed), at an offset, or inside an object stream. */
export type Place =
  | { kind: 'free'; gen: number }
  | { kind: 'at'; offset: number; gen: number }
  | { kind: 'in'; container: number; index: number }

/** One table of a revision: what it lists, and the bytes from `xref` to the end of `%%EOF`. */
export type Section = { offset: number; end: number; trailer: Dict; places: ReadonlyMap<number, Place>; stream?: number }

const mostInflated = 64 * 1024 * 1024

/** The place of the newest table: the number after the last `startxref`, with nothing but `%%EOF` behind it. */
export function lastTable(bytes: Bytes): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = tail.lastIndexOf('startxref')
  if (at < 0 || at < bytes.length - 1024) throw new PdfError('no startxref at the end')
  const { target, end } = readEnd(new Scanner(bytes, at))
  if (end !== bytes.length) throw new PdfError('bytes after the last %%EOF')
  return target
}

/** `startxref`, a number, `%%EOF` and at most one line end. */
function readEnd(scanner: Scanner): { target: number; end: number } {
  scanner.keyword('startxref')
  const target = scanner.whole()
  scanner.skipWhite()
  if (scanner.slice(scanner.at, scanner.at + 5) !== '%%EOF') throw new PdfError('no %%EOF')
  let end = scanner.at + 5
  if (scanner.bytes[end] === 13) end++
  if (scanner.bytes[end] === 10) end++
  return { target, end }
}

/** Reads the table at an offset, of either kind. */
export function readSection(bytes: Bytes, offset: number): Section {
  const scanner = new Scanner(bytes, offset)
  if (offset >= bytes.length || isWhite(bytes[offset])) throw new PdfError(`no table at ${offset}`)
  const section = scanner.sees('xref') ? readTable(scanner, offset) : readTableStream(scanner, offset)
  const { target, end } = readEnd(scanner)
  if (target !== offset) throw new PdfError(`startxref behind the table at ${offset} points elsewhere`)
  if (section.trailer.entries.has('XRefStm')) throw new PdfError('two tables in one')
  if (section.trailer.entries.has('Encrypt')) throw new PdfError('encrypted')
  return { ...section, end }
}

function readTable(scanner: Scanner, offset: number): Omit<Section, 'end'> {
  const places = new Map<number, Place>()
  scanner.keyword('xref')
  while (!scanner.sees('trailer')) {
    const first = scanner.whole()
    const count = scanner.whole()
    if (count > scanner.bytes.length / 18) throw new PdfError('more entries than the file can hold')
    for (let i = 0; i < count; i++) put(places, first + i, readEntry(scanner))
  }
  scanner.keyword('trailer')
  return { offset, trailer: trailerOf(scanner.value()), places }
}

function readEntry(scanner: Scanner): Place {
  const offset = scanner.whole()
  const gen = scanner.whole()
  const kind = scanner.word()
  if (kind !== 'n' && kind !== 'f') throw new PdfError(`entry of kind «${kind}»`)
  return kind === 'f' ? { kind: 'free', gen } : { kind: 'at', offset, gen }
}

function put(places: Map<number, Place>, num: number, place: Place): void {
  if (places.has(num)) throw new PdfError(`object ${num} twice in one table`)
  places.set(num, place)
}

function trailerOf(value: Value): Dict {
  if (value === null || typeof value !== 'object' || isArray(value) || value.kind !== 'dict') throw new PdfError('no trailer')
  return value
}

function readTableStream(scanner: Scanner, offset: number): Omit<Section, 'end'> {
  const num = scanner.whole()
  if (scanner.whole() !== 0) throw new PdfError('generation of a table')
  scanner.keyword('obj')
  const table = readStream(scanner, trailerOf(scanner.value()), () => undefined)
  scanner.keyword('endobj')
  if (!isName(table.dict.entries.get('Type')) || numbers(table.dict.entries.get('W')).length !== 3) throw new PdfError('no table')
  return { offset, trailer: table.dict, places: placesIn(table), stream: num }
}

const numbers = (value: Value | undefined): number[] => (isArray(value) ? value.filter((item) => typeof item === 'number') : [])

function placesIn(table: Stream): Map<number, Place> {
  const widths = numbers(table.dict.entries.get('W'))
  if (!widths.some((width) => width > 0) || widths.some((width) => ![0, 1, 2, 3, 4, 5, 6].includes(width)))
    throw new PdfError('widths of a table')
  const size = table.dict.entries.get('Size')
  const index = table.dict.entries.has('Index') ? numbers(table.dict.entries.get('Index')) : [0, typeof size === 'number' ? size : 0]
  const data = inflated(table)
  const places = new Map<number, Place>()
  let at = 0
  const field = (width: number, otherwise: number): number => {
    if (at + width > data.length) throw new PdfError('table cut short')
    let value = width === 0 ? otherwise : 0
    for (let i = 0; i < width; i++) value = value * 256 + (data[at++] ?? 0)
    return value
  }
  for (let i = 0; i + 1 < index.length; i += 2) {
    for (let n = 0; n < (index[i + 1] ?? 0); n++) {
      const [kind, second, third] = [field(widths[0] ?? 0, 1), field(widths[1] ?? 0, 0), field(widths[2] ?? 0, 0)]
      if (kind > 2) throw new PdfError(`entry of kind ${kind}`)
      const num = (index[i] ?? 0) + n
      if (kind === 0) put(places, num, { kind: 'free', gen: third })
      else put(places, num, kind === 1 ? { kind: 'at', offset: second, gen: third } : { kind: 'in', container: second, index: third })
    }
  }
  return places
}

/** The stream that begins at `stream`; its length must end at `endstream`. `lengthAt` looks a referenced length up. */
export function readStream(scanner: Scanner, dict: Dict, lengthAt: (value: Value | undefined) => Value | undefined): Stream {
  scanner.keyword('stream')
  if (scanner.bytes[scanner.at] === 13) scanner.at++
  if (scanner.bytes[scanner.at] !== 10) throw new PdfError('no line end after stream')
  const from = scanner.at + 1
  const own = dict.entries.get('Length')
  const length = typeof own === 'number' ? own : lengthAt(own)
  if (typeof length !== 'number' || length < 0 || from + length > scanner.bytes.length) throw new PdfError('length of a stream')
  scanner.at = from + length
  const gap = scanner.slice(scanner.at, scanner.at + 11)
  if (!/^\r?\n?endstream/.test(gap)) throw new PdfError(`stream at ${from} does not end where it says`)
  scanner.keyword('endstream')
  return { kind: 'stream', dict, data: scanner.bytes.subarray(from, from + length) }
}

/** The contents of a stream, unpacked. Only FlateDecode (with PNG predictors) and bare streams. */
export function inflated({ dict, data }: Stream): Bytes {
  const filter = dict.entries.get('Filter')
  const only = isArray(filter) && filter.length === 1 ? filter[0] : filter
  if (only === undefined || only === null) return data
  if (!isName(only) || only.name !== 'FlateDecode') throw new PdfError('filter of a stream')
  const plain = inflateOrThrow(data)
  const parms = dict.entries.get('DecodeParms')
  const entries = parms && typeof parms === 'object' && !isArray(parms) && parms.kind === 'dict' ? parms.entries : new Map<string, Value>()
  const predictor = entries.get('Predictor')
  if (predictor === undefined || predictor === 1) return plain
  const columns = entries.get('Columns')
  if (typeof predictor !== 'number' || predictor < 10 || entries.has('Colors') || entries.has('BitsPerComponent'))
    throw new PdfError('predictor')
  return unpredicted(plain, typeof columns === 'number' ? columns : 1)
}

function inflateOrThrow(data: Bytes): Bytes {
  try {
    return new Uint8Array(inflateSync(data, { maxOutputLength: mostInflated }))
  } catch (error) {
    throw new PdfError(`stream cannot be unpacked: ${error instanceof Error ? error.message : ''}`)
  }
}

function unpredicted(data: Bytes, columns: number): Bytes {
  const rows = Math.floor(data.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0
    if (kind > 2) throw new PdfError('predictor of a row')
    for (let i = 0; i < columns; i++) {
      const here = row * columns + i
      const left = kind === 1 && i > 0 ? (out[here - 1] ?? 0) : 0
      const above = kind === 2 && row > 0 ? (out[here - columns] ?? 0) : 0
      out[here] = (data[row * (columns + 1) + 1 + i] ?? 0) + left + above
    }
  }
  return out
}
