import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Bytes } from '#platform/der'

/** A key as it lies in the folder: PKCS#8 PEM. */
export type KeyPair = { key: KeyObject; pem: string; spki: Bytes }
export type KeyKind = 'ec' | 'rsa'

/** Makes a new key: P-256, or RSA of 2048 bits where a test wants one. */
export function newKey(kind: KeyKind = 'ec'): KeyPair {
  const pair = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return { key: pair.privateKey, pem, spki: new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' })) }
}

export const keyFrom = (pem: string): KeyObject => createPrivateKey(pem)
