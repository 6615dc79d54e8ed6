import type { Bytes } from './bytes.ts'
import { concat } from './bytes.ts'

/** What was read is not the structure that was asked for. */
export class DerError extends Error {
  override name = 'DerError'
}

/** One value: its tag, all its bytes, its contents, and the values inside when it is constructed. */
export type Element = { tag: number; whole: Bytes; content: Bytes; children: readonly Element[] }

type Rules = 'der' | 'ber'
const deepest = 40

/** Reads one value that must fill all the bytes. `ber` also takes indefinite and padded lengths (papers of others). */
export function read(bytes: Bytes, rules: Rules = 'der'): Element {
  const [element, end] = readAt(bytes, 0, rules, 0)
  if (end !== bytes.length) throw new DerError('bytes after the value')
  return element
}

/** Reads the first value and says where it ends. */
export function readFirst(bytes: Bytes, rules: Rules = 'der'): { element: Element; end: number } {
  const [element, end] = readAt(bytes, 0, rules, 0)
  return { element, end }
}

function readAt(bytes: Bytes, start: number, rules: Rules, depth: number): [Element, number] {
  if (depth > deepest) throw new DerError('nested too deeply')
  const tag = octet(bytes, start)
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several octets')
  const { length, from } = readLength(bytes, start + 1, rules)
  if (length === undefined) return readIndefinite(bytes, start, from, tag, depth)
  const end = from + length
  if (end > bytes.length) throw new DerError('value cut short')
  const content = bytes.subarray(from, end)
  const children = (tag & 0x20) !== 0 ? readAll(content, rules, depth + 1) : []
  return [{ tag, whole: bytes.subarray(start, end), content, children }, end]
}

function readAll(content: Bytes, rules: Rules, depth: number): Element[] {
  const children: Element[] = []
  for (let at = 0; at < content.length; ) {
    const [child, next] = readAt(content, at, rules, depth)
    children.push(child)
    at = next
  }
  return children
}

function readIndefinite(bytes: Bytes, start: number, from: number, tag: number, depth: number): [Element, number] {
  if ((tag & 0x20) === 0) throw new DerError('indefinite length of a primitive value')
  const children: Element[] = []
  let at = from
  while (octet(bytes, at) !== 0 || octet(bytes, at + 1) !== 0) {
    const [child, next] = readAt(bytes, at, 'ber', depth + 1)
    children.push(child)
    at = next
  }
  return [{ tag, whole: bytes.subarray(start, at + 2), content: bytes.subarray(from, at), children }, at + 2]
}

function readLength(bytes: Bytes, at: number, rules: Rules): { length: number | undefined; from: number } {
  const first = octet(bytes, at)
  if (first < 0x80) return { length: first, from: at + 1 }
  if (first === 0x80) {
    if (rules === 'der') throw new DerError('indefinite length')
    return { length: undefined, from: at + 1 }
  }
  const count = first & 0x7f
  if (count > 4) throw new DerError('length too long')
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + octet(bytes, at + i)
  const shortest = length >= 0x80 && octet(bytes, at + 1) !== 0
  if (rules === 'der' && !shortest) throw new DerError('length not in the shortest form')
  return { length, from: at + 1 + count }
}

function octet(bytes: Bytes, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw new DerError('value cut short')
  return value
}

/** The element, when its tag is the one expected. */
export function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new DerError(`tag ${tag.toString(16)} expected, ${element?.tag.toString(16) ?? 'nothing'} found`)
  return element
}

/** The values inside a SEQUENCE (or another constructed tag). */
export const parts = (element: Element | undefined, tag = 0x30): readonly Element[] => expect(element, tag).children

export function asOid(element: Element | undefined): string {
  const { content } = expect(element, 0x06)
  const arcs: number[] = []
  let arc = 0
  for (const value of content) {
    arc = arc * 128 + (value & 0x7f)
    if (value < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [joint = 0, ...rest] = arcs
  const first = Math.min(2, Math.floor(joint / 40))
  return [first, joint - first * 40, ...rest].join('.')
}

/** A non-negative INTEGER in lower-case hexadecimal, without a sign octet. */
export function asSerial(element: Element | undefined): string {
  const { content } = expect(element, 0x02)
  const raw = content.length > 1 && content[0] === 0 ? content.subarray(1) : content
  return Buffer.from(raw).toString('hex')
}

export function asNumber(element: Element | undefined, tag = 0x02): number {
  const { content } = expect(element, tag)
  if (content.length > 6) throw new DerError('number too large')
  return content.reduce((sum, value) => sum * 256 + value, 0)
}

export const asBoolean = (element: Element | undefined): boolean => expect(element, 0x01).content[0] !== 0

/** OCTET STRING; the pieces of a constructed one (BER) are joined. */
export function asOctets(element: Element | undefined): Bytes {
  if (element?.tag === 0x24) return concat(...element.children.map(asOctets))
  return expect(element, 0x04).content
}

/** BIT STRING of whole octets. */
export function asBits(element: Element | undefined): Bytes {
  const { content } = expect(element, 0x03)
  return content.subarray(1)
}

/** UTCTime or GeneralizedTime as an instant with Z. */
export function asTime(element: Element | undefined): string {
  const text = Buffer.from(element?.content ?? []).toString('latin1')
  const short = /^(\d\d)(\d{10})Z$/.exec(text)
  const full = element?.tag === 0x17 && short ? `${Number(short[1]) < 50 ? '20' : '19'}${short[1]}${short[2]}` : text
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z?$/.exec(full)
  if (!match || (element?.tag !== 0x17 && element?.tag !== 0x18)) throw new DerError('time expected')
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
  if (Number.isNaN(instant.getTime())) throw new DerError('no such time')
  return instant.toISOString()
}

/** Text of any of the string types that names use. */
export function asText(element: Element | undefined): string {
  const content = Buffer.from(element?.content ?? [])
  if (element?.tag === 0x1e) return new TextDecoder('utf-16be').decode(content)
  if ([0x0c, 0x13, 0x16, 0x14, 0x1a].includes(element?.tag ?? 0)) return content.toString(element?.tag === 0x0c ? 'utf8' : 'latin1')
  throw new DerError('text expected')
}
