import { createHash } from 'node:crypto'
import type { Id } from '#platform/id'
import type { Keyring } from '#platform/keys'

export function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/**
 * By what a content is found again within a case: equal papers of one case lie once; equal papers of two cases have nothing in
 * common, so that nobody learns from the store who else has the same paper.
 */
export function contentKeyOf(keys: Keyring, caseId: Id, sha256: Uint8Array): string {
  return keys.lookUpKey('file', `${caseId} ${Buffer.from(sha256).toString('hex')}`).toString('hex')
}

/** Where the bytes lie. The file's own id ends the key: two tries at the same paper never share bytes that one of them may sweep away. */
export function keyOf(contentKey: string, file: Id): string {
  return `${contentKey.slice(0, 2)}/${contentKey.slice(2)}-${file}`
}
