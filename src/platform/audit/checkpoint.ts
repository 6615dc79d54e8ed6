import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { readTimeStamp, stamps } from '#platform/der'
import type { DataKey } from '#platform/keys'
import { type Head, leafHash, leafOf, rootOf } from './merkle.ts'

/** What a checkpoint says, and what is signed of it. */
export type Body = {
  format: 'lien-thong-checkpoint-1'
  no: number
  at: string
  /** SHA-256 of the body before, hexadecimal; zeros before the first. */
  previous: string
  heads: number
  root: string
  /** The public key that signs it: base64 of 32 bytes. */
  key: string
}

/** A checkpoint as it lies in a file outside the database. */
export type Checkpoint = {
  /** The signed text; reading it gives a `Body`. */
  body: string
  /** Ed25519, base64. */
  signature: string
  /** An RFC 3161 token over the body, base64. */
  timeStamp: string | null
  heads: [chain: string, seq: number, hash: string][]
}

export const beforeTheFirst = '0'.repeat(64)

// PKCS#8 and SubjectPublicKeyInfo of an Ed25519 key, up to the key's own 32 bytes (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** The signing key that a data key stands for. */
export function checkpointKey({ bytes }: DataKey): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', bytes, '', 'lien-thong checkpoint 1', 32))
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
}

export function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length)
}

export function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' })
}

/** By what an office publishes its key: SHA-256 of the 32 bytes, the first 16 hexadecimal digits. */
export function fingerprint(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
}

/** The body over some heads. */
export function bodyOver(heads: readonly Head[], { no, at, previous, key }: Pick<Body, 'no' | 'at' | 'previous' | 'key'>): string {
  const root = rootOf(heads.map((head) => leafHash(leafOf(head)))).toString('hex')
  return JSON.stringify({ format: 'lien-thong-checkpoint-1', no, at, previous, heads: heads.length, root, key } satisfies Body)
}

export function bodyHash(body: string): Buffer {
  return createHash('sha256').update(body).digest()
}

export function signBody(body: string, key: KeyObject): Buffer {
  return sign(null, Buffer.from(body), key)
}

/** Whether the signature is that of the key named in the body, and the root that of the heads listed. */
export function whatIsWrong(checkpoint: Checkpoint): 'checkpoint-signature' | 'checkpoint-root' | undefined {
  const body = readBody(checkpoint.body)
  const key = Buffer.from(body.key, 'base64')
  const signature = Buffer.from(checkpoint.signature, 'base64')
  if (key.length !== 32 || !verify(null, Buffer.from(checkpoint.body), publicKeyOf(key), signature)) return 'checkpoint-signature'
  const heads = checkpoint.heads.map(([chain, seq, hash]) => ({ chain, seq, hash }))
  return bodyOver(heads, body) === checkpoint.body ? undefined : 'checkpoint-root'
}

/** Whether the token, where there is one, stamps exactly this body. Whom the stamper's certificate leads to is for ordinary tools to ask. */
export function isStamped({ body, timeStamp }: Checkpoint): boolean {
  try {
    return timeStamp === null || stamps(readTimeStamp(Buffer.from(timeStamp, 'base64')), Buffer.from(body))
  } catch {
    return false
  }
}

/** @throws SyntaxError when the text is no body */
export function readBody(text: string): Body {
  const body: unknown = JSON.parse(text)
  if (!isBody(body)) throw new SyntaxError('not a checkpoint')
  return body
}

function isBody(body: unknown): body is Body {
  const named = body as Partial<Record<keyof Body, unknown>> | null
  const texts = [named?.at, named?.previous, named?.root, named?.key]
  return named?.format === 'lien-thong-checkpoint-1' && typeof named.no === 'number' && texts.every((text) => typeof text === 'string')
}
