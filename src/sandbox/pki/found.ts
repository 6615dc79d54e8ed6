import {
  authority,
  authorityKey,
  type Bytes,
  type Certificate,
  keyUsage,
  type NameParts,
  readCertificate,
  subjectKey,
  toPem,
  writeCertificate,
} from '#platform/der'
import type { Memory } from './folder.ts'
import { type KeyPair, newKey } from './keys.ts'
import { newLeaf, newSerial } from './leaf.ts'

const sample = 'Liên Thông – hệ thống mẫu'
const rootName: NameParts = { commonName: 'Gốc thử nghiệm (MẪU, không có giá trị pháp lý)', organization: sample, country: 'VN' }
const issuingName: NameParts = { commonName: 'Cấp chứng thư thử nghiệm (MẪU)', organization: sample, country: 'VN' }

/** Founds all authorities anew, with new keys. */
export function founded(now: string, random: (count: number) => Bytes): Memory {
  const rootKey = newKey()
  const root = newAuthority(rootKey, rootName, { key: rootKey, name: rootName }, years(now, 20), random, 1)
  const issuingKey = newKey()
  const issuing = newAuthority(issuingKey, issuingName, { key: rootKey, name: rootName }, years(now, 15), random, 0)
  const memory: Memory = {
    root: { certificatePem: toPem(root.der), keyPem: rootKey.pem },
    issuing: { certificatePem: toPem(issuing.der), keyPem: issuingKey.pem },
    stamper: { certificatePem: '', keyPem: '' },
    responder: { certificatePem: '', keyPem: '' },
    issued: [],
    revoked: [],
  }
  const desk = { certificate: issuing, key: issuingKey.key }
  for (const [office, kind, commonName] of [
    ['stamper', 'tsa', 'Dấu thời gian thử nghiệm (MẪU)'],
    ['responder', 'ocsp', 'Trạng thái chứng thư thử nghiệm (MẪU)'],
  ] as const) {
    const key = newKey()
    const subject = { commonName, organization: sample, country: 'VN' }
    const certificate = newLeaf({ subject, kind, spki: key.spki, notAfter: years(now, 10).notAfter }, desk, now, random)
    memory[office] = { certificatePem: toPem(certificate.der), keyPem: key.pem }
    memory.issued.push({ serial: certificate.serial, subject: commonName, kind })
  }
  return memory
}

type Span = { notBefore: string; notAfter: string }
const years = (now: string, count: number): Span => ({
  notBefore: new Date(Date.parse(now) - 86_400_000).toISOString(),
  notAfter: new Date(Date.parse(now) + count * 365 * 86_400_000).toISOString(),
})

function newAuthority(
  own: KeyPair,
  subject: NameParts,
  issuer: { key: KeyPair; name: NameParts },
  span: Span,
  random: (count: number) => Bytes,
  pathLength: number,
): Certificate {
  const extensions = [authority(pathLength), keyUsage('keyCertSign', 'cRLSign'), subjectKey(own.spki), authorityKey(issuer.key.spki)]
  const request = { serial: newSerial(random), subject, issuer: issuer.name, ...span, spki: own.spki, extensions }
  return readCertificate(writeCertificate(request, issuer.key.key))
}
