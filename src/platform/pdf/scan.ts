import { type Bytes, concat } from '#platform/der'
import type { Dict, Text, Value } from './values.ts'

/** The file breaks the rules of the format, or uses what we do not read. Nothing is repaired. */
export class PdfError extends Error {
  override name = 'PdfError'
}

const whites = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))
export const isWhite = (byte: number | undefined): boolean => byte !== undefined && whites.has(byte)
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !whites.has(byte) && !delimiters.has(byte)
const deepest = 200

/** Reads values one after another from a place in the file. Comments are refused: they could hide anything. */
export class Scanner {
  at: number
  readonly bytes: Bytes
  constructor(bytes: Bytes, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  skipWhite(): void {
    while (isWhite(this.bytes[this.at])) this.at++
  }

  /** The next word of regular characters, without looking at its meaning. */
  word(): string {
    this.skipWhite()
    const from = this.at
    while (isRegular(this.bytes[this.at])) this.at++
    return this.slice(from, this.at)
  }

  /** Demands a keyword and steps over it. */
  keyword(wanted: string): void {
    const found = this.word()
    if (found !== wanted) throw new PdfError(`${wanted} expected at ${this.at}, found «${found.slice(0, 20)}»`)
  }

  /** Whether a keyword stands next; the place does not change. */
  sees(wanted: string): boolean {
    const before = this.at
    const found = this.word() === wanted
    this.at = before
    return found
  }

  /** A non-negative whole number in plain digits. */
  whole(): number {
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw new PdfError(`number expected at ${this.at}`)
    return Number(word)
  }

  value(depth = 0): Value {
    if (depth > deepest) throw new PdfError('nested too deeply')
    this.skipWhite()
    const byte = this.bytes[this.at]
    const two = this.slice(this.at, this.at + 2)
    if (two === '<<') return this.dict(depth)
    if (byte === 0x3c) return this.hexText()
    if (byte === 0x28) return this.literalText()
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x2f) return this.name()
    return this.plain()
  }

  private plain(): Value {
    const before = this.at
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (/^\d+$/.test(word)) {
      const reference = this.reference(Number(word))
      if (reference) return reference
    }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfError(`unknown word «${word.slice(0, 20)}» at ${before}`)
    return Number(word)
  }

  private reference(num: number): Value | undefined {
    const before = this.at
    const gen = this.word()
    if (/^\d{1,5}$/.test(gen) && this.word() === 'R') return { kind: 'ref', num, gen: Number(gen) }
    this.at = before
    return undefined
  }

  private name(): Value {
    const from = ++this.at
    while (isRegular(this.bytes[this.at])) this.at++
    const raw = this.slice(from, this.at)
    return { kind: 'name', name: raw.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) }
  }

  private array(depth: number): Value {
    this.at++
    const items: Value[] = []
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.at] === 0x5d) break
      items.push(this.value(depth + 1))
    }
    this.at++
    return items
  }

  private dict(depth: number): Dict {
    this.at += 2
    const entries = new Map<string, Value>()
    for (;;) {
      this.skipWhite()
      if (this.slice(this.at, this.at + 2) === '>>') break
      const key = this.bytes[this.at] === 0x2f ? this.name() : undefined
      if (typeof key !== 'object' || key === null || !('kind' in key) || key.kind !== 'name')
        throw new PdfError(`key expected at ${this.at}`)
      if (entries.has(key.name)) throw new PdfError(`key /${key.name} twice at ${this.at}`)
      entries.set(key.name, this.value(depth + 1))
    }
    this.at += 2
    return { kind: 'dict', entries }
  }

  private hexText(): Text {
    const start = this.at
    const end = this.bytes.indexOf(0x3e, start)
    if (end < 0) throw new PdfError('string without end')
    this.at = end + 1
    const digits = this.slice(start + 1, end).replace(/[\0\t\n\f\r ]/g, '')
    if (/[^0-9a-fA-F]/.test(digits)) throw new PdfError(`hexadecimal string at ${start}`)
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
    return { kind: 'text', bytes: new Uint8Array(bytes), form: 'hex', start, end: this.at }
  }

  private literalText(): Text {
    const start = this.at++
    const pieces: number[] = []
    for (let open = 1; ; ) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new PdfError('string without end')
      if (byte === 0x5c) pieces.push(...this.escape())
      else {
        if (byte === 0x28) open++
        if (byte === 0x29 && --open === 0) break
        pieces.push(byte)
      }
    }
    return { kind: 'text', bytes: Uint8Array.from(pieces), form: 'literal', start, end: this.at }
  }

  private escape(): number[] {
    const octal = /^[0-7]{1,3}/.exec(this.slice(this.at, this.at + 3))?.[0]
    if (octal) {
      this.at += octal.length
      return [Number.parseInt(octal, 8) & 0xff]
    }
    const byte = this.bytes[this.at++] ?? 0
    if (byte === 13 && this.bytes[this.at] === 10) this.at++
    if (byte === 13 || byte === 10) return []
    const at = 'nrtbf'.indexOf(String.fromCharCode(byte))
    return [at < 0 ? byte : ([10, 13, 9, 8, 12][at] ?? byte)]
  }

  /** The bytes of a range as Latin-1; what lies outside the file is left out. */
  slice(from: number, to: number): string {
    const piece = this.bytes.subarray(from, Math.max(from, to))
    return Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1')
  }
}

/** All parts joined, text taken as Latin-1. */
export const joined = (...parts: readonly (Bytes | string)[]): Bytes =>
  concat(...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
