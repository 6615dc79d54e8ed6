import { type Bytes, hex, sha256 } from '#platform/der'

/** The kinds of value a PDF file is made of. Arrays, numbers, booleans and null are those of the language. */
export type Name = { kind: 'name'; name: string }
export type Ref = { kind: 'ref'; num: number; gen: number }
/** A string with the place where it stands; `form` tells `(…)` from `<…>`. */
export type Text = { kind: 'text'; bytes: Bytes; form: 'literal' | 'hex'; start: number; end: number }
export type Dict = { kind: 'dict'; entries: ReadonlyMap<string, Value> }
export type Stream = { kind: 'stream'; dict: Dict; data: Bytes }
export type Value = null | boolean | number | Name | Ref | Text | Dict | Stream | readonly Value[]

export const name = (text: string): Name => ({ kind: 'name', name: text })
export const ref = (num: number, gen = 0): Ref => ({ kind: 'ref', num, gen })
export const dict = (entries: Readonly<Record<string, Value>>): Dict => ({ kind: 'dict', entries: new Map(Object.entries(entries)) })
export const stream = (entries: Readonly<Record<string, Value>>, data: Bytes): Stream => ({ kind: 'stream', dict: dict(entries), data })

/** A text string for people: plain ASCII as it is, everything else in UTF-16 with its mark. */
export function text(value: string): Text {
  const ascii = /^[\x20-\x7e]*$/.test(value)
  const bytes = ascii ? Buffer.from(value, 'latin1') : Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(value, 'utf16le').swap16()])
  return { kind: 'text', bytes: new Uint8Array(bytes), form: ascii ? 'literal' : 'hex', start: 0, end: 0 }
}

export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)
const has = (value: Value | undefined, kind: string): boolean =>
  typeof value === 'object' && value !== null && !isArray(value) && value.kind === kind
export const isName = (value: Value | undefined): value is Name => has(value, 'name')
export const isRef = (value: Value | undefined): value is Ref => has(value, 'ref')
export const isText = (value: Value | undefined): value is Text => has(value, 'text')
export const isDict = (value: Value | undefined): value is Dict => has(value, 'dict')
export const isStream = (value: Value | undefined): value is Stream => has(value, 'stream')

export const nameOf = (value: Value | undefined): string | undefined => (isName(value) ? value.name : undefined)

/** What a text string says, in NFC. */
export function textOf(value: Value | undefined): string | undefined {
  if (!isText(value)) return undefined
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2)).normalize('NFC')
  return Buffer.from(bytes).toString('latin1')
}

/** Four numbers of a rectangle, lower left corner first; undefined for anything else. */
export function rectOf(value: Value | undefined): readonly [number, number, number, number] | undefined {
  if (!isArray(value)) return undefined
  const [a, b, c, d] = value
  if (value.length !== 4 || typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Every reference that stands in a value, at any depth. */
export function refsIn(value: Value | undefined): Ref[] {
  if (isRef(value)) return [value]
  if (isArray(value)) return value.flatMap(refsIn)
  if (isStream(value)) return refsIn(value.dict)
  return isDict(value) ? [...value.entries.values()].flatMap(refsIn) : []
}

/** One text for one value, whatever the order of keys, the form of strings and the white space were. */
export function canonical(value: Value | undefined): string {
  if (value === undefined) return ''
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (isArray(value)) return `[${value.map(canonical).join(' ')}]`
  if (isName(value)) return `/${value.name}`
  if (isRef(value)) return `${value.num} ${value.gen} R`
  if (isText(value)) return `<${hex(value.bytes)}>`
  if (isStream(value)) return `${canonical(value.dict)}#${hex(sha256(value.data))}`
  const keys = [...value.entries.keys()].sort()
  return `<<${keys.map((key) => `/${key} ${canonical(value.entries.get(key))}`).join(' ')}>>`
}

/** The dictionary with some entries put in place of its own. */
export const withEntries = (value: Dict, entries: Readonly<Record<string, Value>>): Dict => ({
  kind: 'dict',
  entries: new Map([...value.entries, ...Object.entries(entries)]),
})
