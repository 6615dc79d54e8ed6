import { createHash } from 'node:crypto'

export type Bytes = Uint8Array

/** One new array with all parts in order. */
export function concat(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const equal = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0

/** Digest by a name that OpenSSL knows, over several parts as if they were one. */
export function digest(name: string, ...parts: readonly Bytes[]): Bytes {
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const sha256 = (...parts: readonly Bytes[]): Bytes => digest('sha256', ...parts)
export const hex = (bytes: Bytes): string => Buffer.from(bytes).toString('hex')
