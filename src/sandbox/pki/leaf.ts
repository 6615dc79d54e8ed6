import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  authorityKey,
  type Bytes,
  type Certificate,
  crlAddress,
  keyUsage,
  type NameParts,
  notAnAuthority,
  ocspAddress,
  ocspNoCheck,
  oids,
  purposes,
  readCertificate,
  subjectKey,
  writeCertificate,
} from '#platform/der'

export type LeafKind = 'person' | 'agency' | 'tsa' | 'ocsp'
export type LeafRequest = {
  subject: NameParts
  kind: LeafKind
  publicKeyPem?: string
  spki?: Bytes
  crlUrl?: string
  ocspUrl?: string
  notBefore?: string
  notAfter?: string
}

/** A certificate of the issuing authority for a person, an agency, a stamper or a responder. */
export function newLeaf(
  request: LeafRequest,
  issuer: { certificate: Certificate; key: KeyObject },
  now: string,
  random: (count: number) => Bytes,
): Certificate {
  const spki = request.spki ?? spkiOf(request.publicKeyPem ?? '')
  const der = writeCertificate(
    {
      serial: newSerial(random),
      subject: request.subject,
      issuer: issuer.certificate.subject,
      notBefore: request.notBefore ?? new Date(Date.parse(now) - 86_400_000).toISOString(),
      notAfter: request.notAfter ?? new Date(Date.parse(now) + 5 * 365 * 86_400_000).toISOString(),
      spki,
      extensions: [
        notAnAuthority(),
        subjectKey(spki),
        authorityKey(issuer.certificate.spki),
        ...extensionsFor(request.kind),
        ...(request.crlUrl ? [crlAddress(request.crlUrl)] : []),
        ...(request.ocspUrl ? [ocspAddress(request.ocspUrl)] : []),
      ],
    },
    issuer.key,
  )
  return readCertificate(der)
}

function extensionsFor(kind: LeafKind): Bytes[] {
  if (kind === 'tsa') return [keyUsage('digitalSignature'), purposes([oids.timeStamping], true)]
  if (kind === 'ocsp') return [keyUsage('digitalSignature'), purposes([oids.ocspSigning], false), ocspNoCheck()]
  return [keyUsage('digitalSignature', 'nonRepudiation')]
}

/** 127 random bits, positive and never short. */
export function newSerial(random: (count: number) => Bytes): string {
  const bytes = Buffer.from(random(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

const spkiOf = (pem: string): Bytes => new Uint8Array(createPublicKey(pem).export({ format: 'der', type: 'spki' }))
