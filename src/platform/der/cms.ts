import { type Algorithm, algorithmIdentifier, digestIdentifier, readAlgorithm, readDigest } from './algorithms.ts'
import { type Bytes, digest, equal, sha256 } from './bytes.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { oids } from './oids.ts'
import { asOctets, asOid, asSerial, DerError, type Element, parts, readFirst } from './read.ts'
import { integer, octets, oid, sequence, setOf, tagged, tlv } from './write.ts'

const attribute = (id: string, value: Bytes): Bytes => sequence(oid(id), setOf(value))

/**
 * The attributes that a CAdES/PAdES signature signs: content type, digest of the content, and the signer's own
 * certificate (ESS v2). No signing time: PAdES forbids it, the time is the token's.
 */
export function signedAttributes(contentType: string, contentDigest: Bytes, certificate: Certificate): Bytes {
  const issuerSerial = sequence(sequence(tagged(4, certificate.issuerDer)), integer(certificate.serial))
  const ess = sequence(sequence(sequence(octets(sha256(certificate.der)), issuerSerial)))
  return setOf(
    attribute(oids.contentType, oid(contentType)),
    attribute(oids.messageDigest, octets(contentDigest)),
    attribute(oids.signingCertificateV2, ess),
  )
}

export type SignedDataRequest = {
  contentType: string
  content?: Bytes
  certificates: readonly Certificate[]
  attributes: Bytes
  algorithm: Algorithm
  signature: Bytes
  timeStampToken?: Bytes
}

/** A CMS SignedData of one signer, the first of the certificates. `attributes` is the SET that was signed. */
export function writeSignedData(request: SignedDataRequest): Bytes {
  const [signer] = request.certificates
  if (!signer) throw new DerError('no signer')
  const digestAlgorithm = digestIdentifier(request.algorithm.digest)
  const stamp = request.timeStampToken
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuerDer, integer(signer.serial)),
    digestAlgorithm,
    implicit(0xa0, request.attributes),
    algorithmIdentifier(request.algorithm),
    octets(request.signature),
    ...(stamp ? [implicit(0xa1, setOf(attribute(oids.timeStampToken, stamp)))] : []),
  )
  const content = sequence(oid(request.contentType), ...(request.content ? [tagged(0, octets(request.content))] : []))
  return sequence(
    oid(oids.signedData),
    tagged(
      0,
      sequence(
        integer(request.content ? 3 : 1),
        setOf(digestAlgorithm),
        content,
        implicit(0xa0, setOf(...request.certificates.map((one) => one.der))),
        setOf(signerInfo),
      ),
    ),
  )
}

/** The same value under a context tag of its own. */
const implicit = (tag: number, value: Bytes): Bytes => {
  const { element } = readFirst(value)
  return tlv(tag, element.content)
}

export type SignerInfo = {
  certificate: Certificate
  digest: string
  algorithm: Algorithm
  attributes: ReadonlyMap<string, readonly Element[]>
  signedBytes: Bytes
  signature: Bytes
  unsigned: ReadonlyMap<string, readonly Element[]>
}
export type SignedData = { contentType: string; content?: Bytes; certificates: readonly Certificate[]; signer: SignerInfo; end: number }

/** Paths are sought among all of them, so their number is bounded. */
const mostCertificates = 16

/** Reads a SignedData of exactly one signer whose certificate is inside; says where it ends. */
export function readSignedData(bytes: Bytes, rules: 'der' | 'ber' = 'der'): SignedData {
  const { element, end } = readFirst(bytes, rules)
  const [type, body] = parts(element)
  if (asOid(type) !== oids.signedData || parts(element).length !== 2) throw new DerError('not signed data')
  const [, , encapsulated, ...rest] = parts(body?.children[0])
  const [contentType, content] = parts(encapsulated)
  const certificates = (rest.find((field) => field.tag === 0xa0)?.children ?? []).map((item) => readCertificate(item.whole))
  if (certificates.length > mostCertificates) throw new DerError('too many certificates')
  const signers = parts(rest.at(-1), 0x31)
  if (signers.length !== 1) throw new DerError('exactly one signer expected')
  return {
    contentType: asOid(contentType),
    ...(content ? { content: asOctets(content.children[0]) } : {}),
    certificates,
    signer: readSigner(signers[0], certificates),
    end,
  }
}

function readSigner(element: Element | undefined, certificates: readonly Certificate[]): SignerInfo {
  const [, id, digestAlgorithm, signed, algorithm, signature, unsigned, more] = parts(element)
  const [issuer, serial] = parts(id)
  const certificate = certificates.find((one) => issuer && equal(one.issuerDer, issuer.whole) && one.serial === asSerial(serial))
  if (!certificate) throw new DerError("the signer's certificate is missing")
  if (signed?.tag !== 0xa0 || more) throw new DerError('signer without signed attributes')
  const name = readDigest(digestAlgorithm)
  const attributes = readAttributes(signed)
  const used = readAlgorithm(algorithm, name)
  if (used.digest !== name) throw new DerError('two digests')
  return {
    certificate,
    digest: name,
    algorithm: used,
    attributes,
    signedBytes: tlv(0x31, signed.content),
    signature: asOctets(signature),
    unsigned: readAttributes(unsigned),
  }
}

function readAttributes(set: Element | undefined): Map<string, readonly Element[]> {
  const found = new Map<string, readonly Element[]>()
  for (const item of set?.children ?? []) {
    const [id, values] = parts(item)
    const name = asOid(id)
    if (found.has(name)) throw new DerError(`attribute ${name} twice`)
    found.set(name, parts(values, 0x31))
  }
  return found
}

/** The single value of an attribute; more or fewer is an error. */
export function single(attributes: ReadonlyMap<string, readonly Element[]>, id: string): Element {
  const values = attributes.get(id)
  const [value] = values ?? []
  if (!value || values?.length !== 1) throw new DerError(`attribute ${id}`)
  return value
}

/** Whether the signed attributes name exactly this certificate (ESS v2, or v1 by SHA-1 in old papers). */
export function namesSigner(signer: SignerInfo): boolean {
  const v2 = signer.attributes.get(oids.signingCertificateV2)?.[0]
  const v1 = signer.attributes.get(oids.signingCertificate)?.[0]
  const fields = parts(parts(parts(v2 ?? v1)[0])[0])
  const named = v2 && fields[0]?.tag === 0x30 ? readDigest(fields[0]) : v2 ? 'sha256' : 'sha1'
  const hash = asOctets(fields.find((field) => field.tag === 0x04))
  return equal(hash, digest(named, signer.certificate.der))
}
