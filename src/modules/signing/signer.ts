import { createPrivateKey, createPublicKey } from 'node:crypto'
import { type Algorithm, type Certificate, certificatesIn, equal, schemeFor, signLater } from '#platform/der'

/** Whoever holds a key: software, a token, a remote service. Only `sign` knows where the key lies. */
export type Signer = {
  certificate: Certificate
  /** Certificates between the signer's and the root, without the root. */
  chain: readonly Certificate[]
  algorithm: Algorithm
  /** Signs the attributes of a CMS; ECDSA values in DER form. May take minutes with a remote key. */
  sign(attributes: Uint8Array): Promise<Uint8Array>
}

export type SoftwareKey = { keyPem: string; certificatePem: string; chainPem: string; algorithm?: Algorithm }

/** A signer over a private key in memory (PKCS#8 PEM). Throws when key and certificate do not belong together. */
export function softwareSigner({ keyPem, certificatePem, chainPem, algorithm }: SoftwareKey): Signer {
  const key = createPrivateKey(keyPem)
  const [certificate] = certificatesIn(certificatePem)
  if (!certificate) throw new Error('no certificate')
  const used = algorithm ?? schemeFor(key)
  if (!equal(spkiOf(keyPem), certificate.spki)) throw new Error('the key does not belong to the certificate')
  return { certificate, chain: certificatesIn(chainPem), algorithm: used, sign: (attributes) => signLater(attributes, key, used) }
}

const spkiOf = (keyPem: string): Uint8Array => new Uint8Array(createPublicKey(keyPem).export({ format: 'der', type: 'spki' }))
