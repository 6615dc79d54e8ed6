import type { Algorithm } from '#platform/der'
import { certificatesIn, publicKey, schemeFor } from '#platform/der'
import { openTokenKey, type TokenOptions } from '#platform/pkcs11'
import type { Signer } from './signer.ts'

export type TokenSignerOptions = TokenOptions & { certificatePem: string; chainPem: string; algorithm?: Algorithm }

/**
 * A signer over a key on a token or HSM (PKCS#11). The certificate comes from the directory, the key stays where it is.
 * Rejects with TokenError: no library, no token, wrong PIN, no such key.
 */
export async function tokenSigner({
  certificatePem,
  chainPem,
  algorithm,
  ...token
}: TokenSignerOptions): Promise<Signer & { close(): void }> {
  const [certificate] = certificatesIn(certificatePem)
  if (!certificate) throw new Error('no certificate')
  const used = algorithm ?? schemeFor(publicKey(certificate.spki))
  const key = await openTokenKey(token)
  return {
    certificate,
    chain: certificatesIn(chainPem),
    algorithm: used,
    sign: (attributes) => key.sign(attributes, used),
    close: () => key.close(),
  }
}
