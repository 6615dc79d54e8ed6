/** An object as a quick look finds it: what stands before its stream, as text, and where the stream lies. */
export type Loose = { text: string; stream?: { start: number; end: number } }

export type LooseObjects = { objects: Map<number, Loose>; trailers: string[] }

const longestText = 262_144
export const mostObjects = 300_000

/**
 * Finds the objects of a PDF by walking over its bytes, not by its tables: papers from scanners and phones often have bad ones.
 * Later objects of the same number win, as in incremental updates. Returns undefined where there are absurdly many.
 */
export function looseObjects(bytes: Buffer): LooseObjects | undefined {
  const found: LooseObjects = { objects: new Map(), trailers: [] }
  const next = new Words(bytes)
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    const start = next.from(' obj', at)
    keepTrailers(next, bytes, at, start, found.trailers)
    if (start === bytes.length) break
    const num = numberBefore(bytes, start)
    at = start + 4
    if (num === undefined) continue
    count += 1
    if (count > mostObjects) return undefined
    const { loose, end } = readLoose(next, bytes, at)
    found.objects.set(num, loose)
    at = end
  }
  return found
}

/** Where words come next. Asked at growing places only, it reads the file once a word, however often it is asked. */
class Words {
  private readonly bytes: Buffer
  private readonly places = new Map<string, number>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** The place of the word at or behind `at`; the length of the file where there is none. */
  from(word: string, at: number): number {
    const known = this.places.get(word)
    if (known !== undefined && known >= at) return known
    const place = this.bytes.indexOf(word, at, 'latin1')
    const found = place < 0 ? this.bytes.length : place
    this.places.set(word, found)
    return found
  }
}

/** «12 0» before « obj». */
function numberBefore(bytes: Buffer, at: number): number | undefined {
  const found = /(\d{1,10})\s{1,5}\d{1,5}$/.exec(bytes.toString('latin1', Math.max(0, at - 20), at))
  return found === null ? undefined : Number(found[1])
}

function readLoose(next: Words, bytes: Buffer, at: number): { loose: Loose; end: number } {
  const limit = Math.min(bytes.length, at + longestText)
  const closes = next.from('endobj', at)
  const streams = next.from('stream', at)
  if (closes <= streams || streams > limit) {
    const end = Math.min(closes, limit)
    return { loose: { text: plainNames(bytes.toString('latin1', at, end)) }, end: end + 6 }
  }
  const text = plainNames(bytes.toString('latin1', at, streams))
  let start = streams + 6
  if (bytes[start] === 0x0d) start += 1
  if (bytes[start] === 0x0a) start += 1
  const end = streamEnd(next, bytes, start, text)
  return { loose: { text, stream: { start, end } }, end: end + 9 }
}

/** The stated length where `endstream` really stands behind it; the next `endstream` otherwise. */
function streamEnd(next: Words, bytes: Buffer, start: number, text: string): number {
  const stated = entryOf(text, 'Length')
  const end = start + Number(stated)
  if (stated !== undefined && /^\d{1,9}$/.test(stated) && /^\s*endstream/.test(bytes.toString('latin1', end, end + 12))) return end
  return next.from('endstream', start)
}

function keepTrailers(next: Words, bytes: Buffer, from: number, to: number, trailers: string[]): void {
  for (let at = next.from('trailer', from); at < to && trailers.length < 1000; at = next.from('trailer', at + 7)) {
    trailers.push(plainNames(bytes.toString('latin1', at + 7, Math.min(to, at + 8192))))
  }
}

/** `/En#63rypt` is `/Encrypt`. */
export function plainNames(text: string): string {
  if (!text.includes('#')) return text
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const patterns = new Map<string, RegExp>()

/** The value behind a key of a dictionary's text: a nested dictionary, an array, a reference, a string or a word. */
export function entryOf(text: string, key: string): string | undefined {
  const pattern = patterns.get(key) ?? new RegExp(`/${key}(?![A-Za-z0-9])`)
  patterns.set(key, pattern)
  const at = pattern.exec(text)
  if (at === null) return undefined
  const rest = text.slice(at.index + at[0].length).trimStart()
  if (rest.startsWith('<<')) return balanced(rest, '<<', '>>')
  if (rest.startsWith('[')) return balanced(rest, '[', ']')
  if (rest.startsWith('(')) return literal(rest)
  return /^(?:\d{1,10}\s{1,20}\d{1,5}\s{1,20}R|<[0-9a-fA-F\s]*>|\/?[^\s/<>[\]()]+)/.exec(rest)?.[0]
}

/** Whether a dictionary's text says `/Key /Name`. */
export function says(text: string, key: string, name: string): boolean {
  return text.includes(name) && entryOf(text, key) === `/${name}`
}

function balanced(text: string, open: string, close: string): string {
  let depth = 0
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(open, at)) {
      depth += 1
      at += open.length
    } else if (text.startsWith(close, at)) {
      depth -= 1
      at += close.length
      if (depth === 0) return text.slice(0, at)
    } else at += 1
  }
  return text
}

function literal(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') {
      depth -= 1
      if (depth === 0) return text.slice(0, at + 1)
    }
  }
  return text
}

/** The number of a reference like «12 0 R». */
export function refOf(value: string | undefined): number | undefined {
  const found = value === undefined ? null : /^(\d{1,10})\s{1,20}\d{1,5}\s{1,20}R/.exec(value)
  return found === null ? undefined : Number(found[1])
}
