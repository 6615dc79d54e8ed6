import { createPublicKey, verify } from 'node:crypto'

/** A public key that we trust, as JWK (P-256). */
export type TrustedKey = { kty: string; crv: string; x: string; y: string; kid: string }

/**
 * Whether a detached JWS (RFC 7515, Appendix F) by one of the trusted keys stands over exactly this text. ES256 alone is accepted,
 * whatever the header says.
 */
export function isSignedBy(text: string, detached: string, trusted: readonly TrustedKey[]): boolean {
  const [header = '', empty, signature = '', more] = detached.split('.')
  if (empty !== '' || more !== undefined) return false
  const kid = keyIdIn(header)
  const key = trusted.find((one) => one.kid === kid)
  if (!key) return false
  const content = Buffer.from(`${header}.${Buffer.from(text, 'utf8').toString('base64url')}`)
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return verify('sha256', content, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}

function keyIdIn(header: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
    if (typeof read !== 'object' || read === null || !('alg' in read) || read.alg !== 'ES256' || !('kid' in read)) return undefined
    return typeof read.kid === 'string' && !('crit' in read) ? read.kid : undefined
  } catch {
    return undefined
  }
}
