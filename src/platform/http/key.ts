import { createHash } from 'node:crypto'
import type { ActKey } from '#platform/act'
import type { Req } from './who.ts'

/**
 * The idempotency key of a request (header `Idempotency-Key`, or the form's hidden field `_key`) with the hash of what was sent.
 * Key and token are not part of what was sent; the order of fields does not matter.
 */
export function keyOf(req: Req, body: Record<string, unknown>): ActKey | undefined {
  const given = req.headers['idempotency-key'] ?? body._key
  if (typeof given !== 'string' || given.length < 8 || given.length > 200) return undefined
  const fields = Object.entries(body)
    .filter(([name]) => name !== '_key' && name !== '_csrf')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256')
    .update(`${req.method} ${req.url.split('?')[0]}\n`)
    .update(JSON.stringify(fields))
    .digest()
  return { value: given, bodyHash: hash }
}
