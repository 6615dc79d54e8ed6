import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '#platform/keys'

const size = 32

/** The secret behind all tokens, derived anew when the key for it is another one. */
export function formSecret(keys: Keyring): () => KeyObject {
  let known: { id: number; secret: KeyObject } | undefined
  return () => {
    const { id } = keys.current('look-up')
    if (known?.id !== id) known = { id, secret: createSecretKey(keys.lookUpKey('form-token', 'v1')) }
    return known.secret
  }
}

function secretOf(secret: KeyObject, visitor: string): Buffer {
  return createHmac('sha256', secret).update('form\0').update(visitor).digest()
}

function mixed(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, place) => byte ^ (b[place] ?? 0)))
}

/**
 * The token of a visitor's forms: a page of another origin cannot read it, and the cookie alone is not enough. It looks different on
 * every page (a random pad lies over it), so that a compressed page tells nothing about it by its length.
 */
export function formToken(secret: KeyObject, visitor: string): string {
  const pad = randomBytes(size)
  return Buffer.concat([pad, mixed(secretOf(secret, visitor), pad)]).toString('base64url')
}

/** Whether a form came from a page of ours that this visitor was shown. */
export function isFormToken(token: unknown, secret: KeyObject, visitor: string): boolean {
  if (typeof token !== 'string') return false
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== size * 2) return false
  return timingSafeEqual(mixed(bytes.subarray(size), bytes.subarray(0, size)), secretOf(secret, visitor))
}

/** Compares without telling how much was right; different lengths are simply wrong. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}
