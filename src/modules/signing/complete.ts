import { equal, oids, signedAttributes, writeSignedData } from '#platform/der'
import { digestOf, type Prepared, reserveBytes } from './prepare.ts'
import type { Signer } from './signer.ts'

/** What the signer's key signs for a prepared paper. */
export const attributesFor = (prepared: Prepared, signer: Signer): Uint8Array =>
  signedAttributes(oids.data, new Uint8Array(Buffer.from(prepared.digest, 'hex')), signer.certificate)

/**
 * Puts the CMS into the gap. Throws when the prepared bytes changed while the key was at work (a remote confirmation
 * may take minutes), or when the CMS is larger than its room: nothing is ever cut.
 */
export function complete(
  prepared: Prepared,
  signer: Signer,
  attributes: Uint8Array,
  signature: Uint8Array,
  timeStampToken?: Uint8Array,
): Uint8Array {
  if (!equal(digestOf(prepared.bytes, prepared.gap), new Uint8Array(Buffer.from(prepared.digest, 'hex')))) {
    throw new Error('the prepared paper changed before its signature came back')
  }
  const cms = writeSignedData({
    contentType: oids.data,
    certificates: [signer.certificate, ...signer.chain],
    attributes,
    algorithm: signer.algorithm,
    signature,
    ...(timeStampToken ? { timeStampToken } : {}),
  })
  if (cms.length > reserveBytes) throw new Error(`the signature takes ${cms.length} bytes, more than its room`)
  const bytes = prepared.bytes.slice()
  Buffer.from(bytes.buffer).write(Buffer.from(cms).toString('hex'), prepared.gap.start + 1, 'latin1')
  return bytes
}
