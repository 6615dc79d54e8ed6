/** What a statement may carry. Everything else is refused before the first byte leaves. */
export type Value = string | number | bigint | boolean | null | Uint8Array | readonly (string | null)[]

/** A text from outside that no database can hold. */
export class NotStorable extends TypeError {
  constructor() {
    super('a text for the database holds a zero byte')
    this.name = 'NotStorable'
  }
}

/**
 * Turns a value into what the wire carries: text, bytes or null.
 * @throws TypeError for anything that has no one obvious form (undefined, NaN, objects, dates)
 */
export function onTheWire(value: Value): string | Buffer | null {
  if (value === null) return null
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new NotStorable()
    return value
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number for the database is not finite')
    return String(value)
  }
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return arrayText(value)
  throw new TypeError(`no way to send a value of type ${typeof value} to the database`)
}

/** The text form of a one-dimensional array (PostgreSQL manual, 8.15.2). */
function arrayText(items: readonly (string | null)[]): string {
  const parts = items.map((item) => {
    if (item === null) return 'NULL'
    if (typeof item !== 'string') throw new TypeError('an array for the database holds something else than texts')
    if (item.includes('\0')) throw new NotStorable()
    return `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${parts.join(',')}}`
}
