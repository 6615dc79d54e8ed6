import type { KeyObject } from 'node:crypto'
import { type Bytes, digest, equal } from './bytes.ts'
import {
  type Certificate,
  extension,
  isIssuedBy,
  readCertificate,
  readExtensions,
  readSigned,
  type Signed,
  wasSignedBy,
  writeSigned,
} from './certificate.ts'
import { purposesOf } from './extensions.ts'
import { digestNames, oids } from './oids.ts'
import { asBits, asNumber, asOctets, asOid, asSerial, asTime, DerError, type Element, parts, read } from './read.ts'
import { enumerated, generalizedTime, integer, nothing, octets, oid, sequence, tagged, taggedPrimitive, tlv } from './write.ts'

/** What an OCSP question or answer is about: hashes of the issuer's name and key, and a serial. */
export type CertificateId = { hash: string; nameHash: Bytes; keyHash: Bytes; serial: string }
export type Status = { id: CertificateId; revokedAt?: string; unknown?: boolean; thisUpdate: string; nextUpdate: string }
export type OcspAnswer = {
  der: Bytes
  producedAt: string
  statuses: readonly Status[]
  certificates: readonly Certificate[]
  signed: Signed
  nonce?: Bytes
}

const hashNames: Readonly<Record<string, string>> = { ...digestNames, [oids.sha1]: 'sha1' }

export function certificateId(serial: string, issuer: Certificate, hash = 'sha256'): CertificateId {
  const key = asBits(parts(read(issuer.spki))[1])
  return { hash, nameHash: digest(hash, issuer.subjectDer), keyHash: digest(hash, key), serial }
}

/** Both hashes and the serial: an answer for a namesake's certificate is not an answer. */
export function isAbout(id: CertificateId, serial: string, issuer: Certificate): boolean {
  const own = certificateId(serial, issuer, id.hash)
  return id.serial === own.serial && equal(id.nameHash, own.nameHash) && equal(id.keyHash, own.keyHash)
}

const writeId = ({ hash, nameHash, keyHash, serial }: CertificateId): Bytes => {
  const name = Object.entries(hashNames).find(([, known]) => known === hash)?.[0] ?? oids.sha256
  return sequence(sequence(oid(name), nothing()), octets(nameHash), octets(keyHash), integer(serial))
}

function readId(element: Element | undefined): CertificateId {
  const [algorithm, nameHash, keyHash, serial] = parts(element)
  const hash = hashNames[asOid(parts(algorithm)[0])]
  if (!hash) throw new DerError('hash of a certificate id')
  return { hash, nameHash: asOctets(nameHash), keyHash: asOctets(keyHash), serial: asSerial(serial) }
}

export const writeOcspRequest = (id: CertificateId, nonce?: Bytes): Bytes =>
  sequence(sequence(sequence(sequence(writeId(id))), ...(nonce ? [tagged(2, sequence(extension(oids.ocspNonce, octets(nonce))))] : [])))

export function readOcspRequest(der: Bytes): { ids: CertificateId[]; nonce?: Bytes } {
  const fields = parts(parts(read(der))[0])
  const list = fields.find((field) => field.tag === 0x30)
  const nonce = readExtensions(fields.find((field) => field.tag === 0xa2)?.children[0]).get(oids.ocspNonce)
  const ids = parts(list).map((request) => readId(parts(request)[0]))
  return nonce ? { ids, nonce: asOctets(read(nonce.value)) } : { ids }
}

/** An answer that carries no status: 1 malformed request, 2 internal error, 6 unauthorised. */
export const writeOcspRefusal = (code: number): Bytes => sequence(enumerated(code))

export type OcspSigner = { certificate: Certificate; key: KeyObject }

/** A successful answer, signed in this thread by a responder whose certificate goes with it. */
export function writeOcspAnswer(statuses: readonly Status[], producedAt: string, signer: OcspSigner, nonce?: Bytes): Bytes {
  const content = sequence(
    tagged(1, signer.certificate.subjectDer),
    generalizedTime(producedAt),
    sequence(...statuses.map(writeStatus)),
    ...(nonce ? [tagged(1, sequence(extension(oids.ocspNonce, octets(nonce))))] : []),
  )
  const basic = writeSigned(content, signer.key, tagged(0, sequence(signer.certificate.der)))
  return sequence(enumerated(0), tagged(0, sequence(oid(oids.ocspBasic), octets(basic))))
}

function writeStatus(status: Status): Bytes {
  const plain = taggedPrimitive(status.unknown ? 2 : 0, new Uint8Array())
  const state = status.revokedAt ? tlv(0xa1, generalizedTime(status.revokedAt)) : plain
  return sequence(writeId(status.id), state, generalizedTime(status.thisUpdate), tagged(0, generalizedTime(status.nextUpdate)))
}

/** Reads a successful answer; anything else is an error. */
export function readOcspAnswer(der: Bytes): OcspAnswer {
  const [state, body] = parts(read(der))
  if (asNumber(state, 0x0a) !== 0) throw new DerError('the responder gave no answer')
  const [type, value] = parts(body?.children[0])
  if (asOid(type) !== oids.ocspBasic) throw new DerError('kind of OCSP answer')
  const basic = read(asOctets(value))
  const fields = parts(parts(basic)[0]).filter((field) => field.tag !== 0xa0)
  const [, producedAt, statuses, extra] = fields
  const certificates = parts(basic)[3]?.children[0]
  const nonce = readExtensions(extra?.children[0]).get(oids.ocspNonce)
  return {
    der,
    producedAt: asTime(producedAt),
    statuses: parts(statuses).map(readStatus),
    certificates: (certificates ? parts(certificates) : []).map((item) => readCertificate(item.whole)),
    signed: readSigned(basic),
    ...(nonce ? { nonce: asOctets(read(nonce.value)) } : {}),
  }
}

function readStatus(element: Element): Status {
  const [id, state, thisUpdate, next] = parts(element)
  const status = { id: readId(id), thisUpdate: asTime(thisUpdate), nextUpdate: asTime(next?.tag === 0xa0 ? next.children[0] : thisUpdate) }
  if (state?.tag === 0xa1) return { ...status, revokedAt: asTime(state.children[0]) }
  return state?.tag === 0x80 ? status : { ...status, unknown: true }
}

/** Signed by the issuer itself, or by a responder that this issuer appointed for it (RFC 6960 4.2.2.2). */
export function isAnswerOf(answer: OcspAnswer, issuer: Certificate): boolean {
  if (wasSignedBy(answer.signed, issuer)) return true
  return answer.certificates.some(
    (responder) =>
      purposesOf(responder)?.ids.includes(oids.ocspSigning) === true &&
      isIssuedBy(responder, issuer) &&
      responder.notBefore <= answer.producedAt &&
      answer.producedAt <= responder.notAfter &&
      wasSignedBy(answer.signed, responder),
  )
}
