import { constants, createPublicKey, type KeyObject, sign as nodeSign, verify as nodeVerify } from 'node:crypto'
import { type Bytes, hex } from './bytes.ts'
import { digestNames, oids } from './oids.ts'
import { asNumber, asOid, DerError, type Element, parts, read } from './read.ts'
import { integer, nothing, oid, sequence, tagged } from './write.ts'

/** How a signature was, or is to be, made. PKCS#1 v1.5 is read and written because tokens still offer it. */
export type Scheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa'
export type Algorithm = { scheme: Scheme; digest: string; saltLength?: number }

const byOid: Readonly<Record<string, Algorithm>> = {
  [oids.rsaSha256]: { scheme: 'rsa-pkcs1', digest: 'sha256' },
  [oids.rsaSha384]: { scheme: 'rsa-pkcs1', digest: 'sha384' },
  [oids.rsaSha512]: { scheme: 'rsa-pkcs1', digest: 'sha512' },
  [oids.ecdsaSha256]: { scheme: 'ecdsa', digest: 'sha256' },
  [oids.ecdsaSha384]: { scheme: 'ecdsa', digest: 'sha384' },
  [oids.ecdsaSha512]: { scheme: 'ecdsa', digest: 'sha512' },
}

/**
 * Reads an AlgorithmIdentifier of a signature. `outer` is the digest named beside it in a CMS signer, which bare
 * `rsaEncryption` relies on. SHA-1 and anything unknown is an error: such a signature counts for nothing.
 */
export function readAlgorithm(element: Element | undefined, outer?: string): Algorithm {
  const [id, parameters] = parts(element)
  const name = asOid(id)
  if (name === oids.rsaEncryption && outer) return { scheme: 'rsa-pkcs1', digest: outer }
  if (name === oids.rsaPss) return readPss(parameters)
  const known = byOid[name]
  if (!known) throw new DerError(`signature algorithm ${name}`)
  return known
}

function readPss(parameters: Element | undefined): Algorithm {
  const fields = new Map(parts(parameters).map((field) => [field.tag, field.children[0]]))
  const digest = readDigest(fields.get(0xa0))
  const [mask, maskDigest] = parts(fields.get(0xa1))
  if (asOid(mask) !== oids.mgf1 || readDigest(maskDigest) !== digest) throw new DerError('mask function')
  return { scheme: 'rsa-pss', digest, saltLength: fields.has(0xa2) ? asNumber(fields.get(0xa2)) : 20 }
}

/** Reads an AlgorithmIdentifier of a digest; gives the name that node:crypto knows. */
export function readDigest(element: Element | undefined): string {
  const name = digestNames[asOid(parts(element)[0])]
  if (!name) throw new DerError('digest algorithm')
  return name
}

export const digestIdentifier = (digest: string): Bytes => {
  const found = Object.entries(digestNames).find(([, name]) => name === digest)
  if (!found) throw new DerError(`digest ${digest}`)
  return sequence(oid(found[0]))
}

/** The AlgorithmIdentifier to write for a scheme. RSA-PSS spells out hash, mask and a salt as long as the hash. */
export function algorithmIdentifier({ scheme, digest, saltLength = 32 }: Algorithm): Bytes {
  if (scheme === 'rsa-pss') {
    const hash = digestIdentifier(digest)
    return sequence(oid(oids.rsaPss), sequence(tagged(0, hash), tagged(1, sequence(oid(oids.mgf1), hash)), tagged(2, integer(saltLength))))
  }
  const found = Object.entries(byOid).find(([, a]) => a.scheme === scheme && a.digest === digest)
  if (!found) throw new DerError(`no identifier for ${scheme} with ${digest}`)
  return scheme === 'ecdsa' ? sequence(oid(found[0])) : sequence(oid(found[0]), nothing())
}

/** The scheme that a key asks for when nobody says otherwise: RSA-PSS or ECDSA, as the state's standard wants. */
export function schemeFor(key: KeyObject): Algorithm {
  if (key.asymmetricKeyType === 'ec') return { scheme: 'ecdsa', digest: 'sha256' }
  if (key.asymmetricKeyType === 'rsa') return { scheme: 'rsa-pss', digest: 'sha256', saltLength: 32 }
  throw new DerError(`key of type ${key.asymmetricKeyType}`)
}

const padding = ({ scheme, saltLength = 32 }: Algorithm) =>
  scheme === 'rsa-pss' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } : {}

/** Signs at once, in this thread. */
export function signNow(data: Bytes, key: KeyObject, algorithm: Algorithm): Bytes {
  return new Uint8Array(nodeSign(algorithm.digest, data, { key, ...padding(algorithm) }))
}

/** Signs on the thread pool of Node. */
export function signLater(data: Bytes, key: KeyObject, algorithm: Algorithm): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    nodeSign(algorithm.digest, data, { key, ...padding(algorithm) }, (error, value) =>
      error ? reject(error) : resolve(new Uint8Array(value)),
    )
  })
}

/** An ECDSA value as tokens give it (r‖s, halves of equal length) in the form that CMS wants. */
export function writeEcdsaValue(value: Bytes): Bytes {
  const half = value.length / 2
  return sequence(...[value.subarray(0, half), value.subarray(half)].map((part) => integer(hex(part))))
}

/** True when the signature over the data was made by the holder of this key. Weak keys never verify. */
export function isSignedBy(data: Bytes, signature: Bytes, spki: Bytes, algorithm: Algorithm): boolean {
  try {
    const key = publicKey(spki)
    const wanted = algorithm.scheme === 'ecdsa' ? 'ec' : 'rsa'
    if (key.asymmetricKeyType !== wanted || isWeak(key)) return false
    return nodeVerify(algorithm.digest, data, { key, ...padding(algorithm) }, signature)
  } catch {
    return false
  }
}

/** RSA below 2048 bits and elliptic curves other than the three of NIST. */
export function isWeak(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  return key.asymmetricKeyType === 'rsa' ? modulusLength < 2048 : !['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve)
}

/** The public key of a SubjectPublicKeyInfo. */
export function publicKey(spki: Bytes): KeyObject {
  read(spki)
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (error) {
    throw new DerError(`public key: ${error instanceof Error ? error.message : ''}`)
  }
}
