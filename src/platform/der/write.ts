import type { Bytes } from './bytes.ts'
import { concat } from './bytes.ts'

/** One DER value: tag, length in the shortest form, then the contents one after another. */
export function tlv(tag: number, ...contents: readonly Bytes[]): Bytes {
  const body = concat(...contents)
  return concat(Uint8Array.of(tag, ...lengthOctets(body.length)), body)
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

export const sequence = (...items: readonly Bytes[]): Bytes => tlv(0x30, ...items)

/** SET OF in DER order: the encodings sorted as octet strings. */
export const setOf = (...items: readonly Bytes[]): Bytes => tlv(0x31, ...[...items].sort(Buffer.compare))

/** Context tag `[n]` around whole values (explicit, or implicit of a constructed type). */
export const tagged = (n: number, ...items: readonly Bytes[]): Bytes => tlv(0xa0 | n, ...items)

/** Context tag `[n]` in place of a primitive tag (implicit). */
export const taggedPrimitive = (n: number, content: Bytes): Bytes => tlv(0x80 | n, content)

export const boolean = (value: boolean): Bytes => tlv(0x01, Uint8Array.of(value ? 0xff : 0))
export const nothing = (): Bytes => tlv(0x05)
export const octets = (value: Bytes): Bytes => tlv(0x04, value)
export const bits = (value: Bytes, unused = 0): Bytes => tlv(0x03, Uint8Array.of(unused), value)
export const utf8 = (value: string): Bytes => tlv(0x0c, Buffer.from(value, 'utf8'))
export const printable = (value: string): Bytes => tlv(0x13, Buffer.from(value, 'latin1'))
export const enumerated = (value: number): Bytes => tlv(0x0a, Uint8Array.of(value))

/** INTEGER of a non-negative number, or of a serial number given in hexadecimal. */
export function integer(value: number | bigint | string): Bytes {
  const hex = typeof value === 'string' ? value : value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  const raw = Buffer.from(even.replace(/^(00)+(?=..)/, ''), 'hex')
  return (raw[0] ?? 0) >= 0x80 ? tlv(0x02, Uint8Array.of(0), raw) : tlv(0x02, raw)
}

export function oid(dotted: string): Bytes {
  const arcs = dotted.split('.').map(Number)
  const [first = 0, second = 0, ...rest] = arcs
  return tlv(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

function base128(arc: number): number[] {
  const digits = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80)
  return digits
}

/** GeneralizedTime to the second, in UTC. */
export const generalizedTime = (instant: string): Bytes => tlv(0x18, Buffer.from(`${compact(instant)}Z`, 'latin1'))

/** Time as X.509 wants it: UTCTime until 2049, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function time(instant: string): Bytes {
  const year = Number(instant.slice(0, 4))
  return year < 2050 ? tlv(0x17, Buffer.from(`${compact(instant).slice(2)}Z`, 'latin1')) : generalizedTime(instant)
}

const compact = (instant: string): string => new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')
