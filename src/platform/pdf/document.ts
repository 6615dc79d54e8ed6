import type { Bytes } from '#platform/der'
import { PdfError, Scanner } from './scan.ts'
import { type Dict, isArray, isDict, isName, isRef, isStream, type Ref, type Stream, type Value } from './values.ts'
import { inflated, lastTable, type Place, readSection, readStream, type Section } from './xref.ts'

/** An object with the bytes from its number to the end of `endobj`. An object of a stream has its container's bytes. */
export type Numbered = { num: number; gen: number; value: Value; start: number; end: number }

const mostSections = 500

/**
 * A file, or the beginning of one, as its newest tables show it. Opening reads all tables and checks that every entry
 * points at the object it names; objects are read when asked for. Whatever is irregular throws PdfError.
 */
export class PdfDocument {
  readonly bytes: Bytes
  /** Newest first. */
  readonly sections: readonly Section[]
  readonly places: ReadonlyMap<number, Place>
  private readonly read = new Map<number, Numbered>()
  private readonly containers = new Map<number, Map<number, Value>>()

  constructor(bytes: Bytes) {
    this.bytes = bytes
    if (new Scanner(bytes).slice(0, 7) !== '%PDF-1.' && new Scanner(bytes).slice(0, 7) !== '%PDF-2.') throw new PdfError('not a PDF file')
    this.sections = readSections(bytes)
    const places = new Map<number, Place>()
    for (const section of this.sections) for (const [num, place] of section.places) if (!places.has(num)) places.set(num, place)
    this.places = places
    for (const [num, place] of places) if (place.kind === 'at') checkHeader(bytes, num, place)
    if (!isDict(this.get(this.trailer.entries.get('Root')))) throw new PdfError('no catalog')
  }

  get trailer(): Dict {
    const [newest] = this.sections
    if (!newest) throw new PdfError('no table')
    return newest.trailer
  }

  get size(): number {
    const size = this.trailer.entries.get('Size')
    return typeof size === 'number' ? size : 0
  }

  get root(): Ref {
    const root = this.trailer.entries.get('Root')
    if (!isRef(root)) throw new PdfError('no catalog')
    return root
  }

  get catalog(): Dict {
    return this.dict(this.root)
  }

  /** What a reference leads to; a value that is no reference is itself. Undefined objects are null, as the format says. */
  get(value: Value | undefined): Value {
    let found = value ?? null
    for (let steps = 0; isRef(found); steps++) {
      if (steps > 20) throw new PdfError('references in a circle')
      found = this.object(found.num, found.gen)?.value ?? null
    }
    return found
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    if (isStream(found)) return found.dict
    if (!isDict(found)) throw new PdfError('dictionary expected')
    return found
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.get(value)
    if (found === null) return []
    if (!isArray(found)) throw new PdfError('array expected')
    return found
  }

  /** The object of a number, or undefined where none is defined. */
  object(num: number, gen?: number): Numbered | undefined {
    const place = this.places.get(num)
    if (!place || place.kind === 'free') return undefined
    const known = this.read.get(num) ?? this.readObject(num, place)
    this.read.set(num, known)
    return gen !== undefined && gen !== known.gen ? undefined : known
  }

  private readObject(num: number, place: Exclude<Place, { kind: 'free' }>): Numbered {
    if (place.kind === 'at') return readNumbered(this.bytes, place.offset, (value) => this.get(value))
    const container = this.places.get(place.container)
    if (container?.kind !== 'at') throw new PdfError('container of an object')
    const values = this.containers.get(place.container) ?? this.readContainer(place.container)
    this.containers.set(place.container, values)
    const value = values.get(num)
    if (value === undefined) throw new PdfError(`object ${num} is not in its container`)
    const { start, end } = this.object(place.container) ?? { start: 0, end: 0 }
    return { num, gen: 0, value, start, end }
  }

  private readContainer(num: number): Map<number, Value> {
    const found = this.object(num)?.value
    if (!isStream(found) || !isName(found.dict.entries.get('Type'))) throw new PdfError('container of objects')
    const [count, first] = [found.dict.entries.get('N'), found.dict.entries.get('First')]
    if (typeof count !== 'number' || typeof first !== 'number') throw new PdfError('container of objects')
    const data = inflated(found)
    const header = new Scanner(data)
    const values = new Map<number, Value>()
    for (let i = 0; i < count; i++) {
      const [own, offset] = [header.whole(), header.whole()]
      if (values.has(own)) throw new PdfError(`object ${own} twice in one container`)
      values.set(own, new Scanner(data, first + offset).value())
    }
    return values
  }
}

function readSections(bytes: Bytes): Section[] {
  const sections: Section[] = []
  for (let offset: number | undefined = lastTable(bytes); offset !== undefined; ) {
    const section: Section = readSection(bytes, offset)
    sections.push(section)
    const prev: Value | undefined = section.trailer.entries.get('Prev')
    if (prev !== undefined && (typeof prev !== 'number' || prev >= offset)) throw new PdfError('tables not in order')
    if (sections.length > mostSections) throw new PdfError('too many revisions')
    offset = prev
  }
  return sections
}

function checkHeader(bytes: Bytes, num: number, { offset, gen }: { offset: number; gen: number }): void {
  const wanted = `${num} ${gen} obj`
  const found = new Scanner(bytes).slice(offset, offset + wanted.length)
  if (found !== wanted) throw new PdfError(`entry of object ${num} points at something else`)
}

/** Reads `n g obj … endobj` at an offset. */
export function readNumbered(bytes: Bytes, start: number, lookUp: (value: Value | undefined) => Value): Numbered {
  const scanner = new Scanner(bytes, start)
  const num = scanner.whole()
  const gen = scanner.whole()
  scanner.keyword('obj')
  const plain = scanner.value()
  const value: Value | Stream = isDict(plain) && scanner.sees('stream') ? readStream(scanner, plain, lookUp) : plain
  scanner.keyword('endobj')
  return { num, gen, value, start, end: scanner.at }
}
