import type { KeyObject } from 'node:crypto'
import { type Algorithm, algorithmIdentifier, isSignedBy, readAlgorithm, schemeFor, signNow } from './algorithms.ts'
import { type Bytes, equal, hex, sha256 } from './bytes.ts'
import { type NameParts, readName, writeName } from './name.ts'
import { asBits, asBoolean, asOctets, asOid, asSerial, asTime, DerError, type Element, parts, read } from './read.ts'
import { bits, boolean, integer, octets, oid, sequence, tagged, time } from './write.ts'

export type Extension = { critical: boolean; value: Bytes }

/** A certificate as read; `subject` and `issuer` also stand as the bytes that are compared. */
export type Certificate = {
  der: Bytes
  fingerprint: string
  serial: string
  subject: NameParts
  subjectDer: Bytes
  issuer: NameParts
  issuerDer: Bytes
  notBefore: string
  notAfter: string
  spki: Bytes
  extensions: ReadonlyMap<string, Extension>
  signed: Signed
}

/** The form that certificates, CRLs and OCSP answers share: content, algorithm, signature. */
export type Signed = { content: Bytes; algorithm: Algorithm; signature: Bytes }

/** Reads one certificate. Throws DerError on anything that is not plain X.509 v3. */
export function readCertificate(der: Bytes): Certificate {
  const outer = read(der)
  const signed = readSigned(outer)
  const fields = [...parts(parts(outer)[0])]
  if (fields[0]?.tag === 0xa0) fields.shift()
  const [serial, inner, issuer, validity, subject, spki, ...rest] = fields
  if (!issuer || !subject || !spki || !inner) throw new DerError('certificate cut short')
  if (!equal(inner.whole, parts(outer)[1]?.whole ?? new Uint8Array())) throw new DerError('two signature algorithms')
  const [notBefore, notAfter] = parts(validity)
  return {
    der,
    fingerprint: hex(sha256(der)),
    serial: asSerial(serial),
    subject: readName(subject.whole),
    subjectDer: subject.whole,
    issuer: readName(issuer.whole),
    issuerDer: issuer.whole,
    notBefore: asTime(notBefore),
    notAfter: asTime(notAfter),
    spki: spki.whole,
    extensions: readExtensions(rest.find((field) => field.tag === 0xa3)?.children[0]),
    signed,
  }
}

/** SEQUENCE { content, algorithm, signature } */
export function readSigned(outer: Element): Signed {
  const [content, algorithm, signature] = parts(outer)
  if (!content) throw new DerError('nothing signed')
  return { content: content.whole, algorithm: readAlgorithm(algorithm), signature: asBits(signature) }
}

export function readExtensions(list: Element | undefined): Map<string, Extension> {
  const found = new Map<string, Extension>()
  for (const item of list ? parts(list) : []) {
    const fields = parts(item)
    const id = asOid(fields[0])
    if (found.has(id)) throw new DerError(`extension ${id} twice`)
    found.set(id, { critical: fields.length === 3 && asBoolean(fields[1]), value: asOctets(fields.at(-1)) })
  }
  return found
}

export const isIssuedBy = (thing: { signed: Signed; issuerDer: Bytes }, issuer: Certificate): boolean =>
  equal(thing.issuerDer, issuer.subjectDer) && wasSignedBy(thing.signed, issuer)

export const wasSignedBy = ({ content, signature, algorithm }: Signed, signer: Certificate): boolean =>
  isSignedBy(content, signature, signer.spki, algorithm)

export type CertificateRequest = {
  serial: string
  subject: NameParts
  issuer: NameParts
  notBefore: string
  notAfter: string
  spki: Bytes
  extensions: readonly Bytes[]
}

/** A new certificate, signed by the issuer's key in this thread. */
export function writeCertificate(request: CertificateRequest, issuerKey: KeyObject): Bytes {
  const algorithm = schemeFor(issuerKey)
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(request.serial),
    algorithmIdentifier(algorithm),
    writeName(request.issuer),
    sequence(time(request.notBefore), time(request.notAfter)),
    writeName(request.subject),
    request.spki,
    tagged(3, sequence(...request.extensions)),
  )
  return writeSigned(tbs, issuerKey)
}

/** Signs a content and puts it in the form of `Signed`. */
export function writeSigned(content: Bytes, key: KeyObject, ...after: readonly Bytes[]): Bytes {
  const algorithm = schemeFor(key)
  return sequence(content, algorithmIdentifier(algorithm), bits(signNow(content, key, algorithm)), ...after)
}

export const extension = (id: string, value: Bytes, critical = false): Bytes =>
  critical ? sequence(oid(id), boolean(true), octets(value)) : sequence(oid(id), octets(value))

/** The PEM form of a DER structure. */
export function toPem(der: Bytes, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** Every certificate of a PEM text, in its order. */
export function certificatesIn(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)
  return [...blocks].map(([, body = '']) => readCertificate(new Uint8Array(Buffer.from(body, 'base64'))))
}
