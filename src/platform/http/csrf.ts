import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The token of a visitor's forms. A page of another origin cannot read it, and the cookie alone is not enough. */
export function formToken(secret: Uint8Array, visitor: string): string {
  return createHmac('sha256', secret).update('form\0').update(visitor).digest('base64url')
}

/** Compares without telling how much was right; different lengths are simply wrong. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}
