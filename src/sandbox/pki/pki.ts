import { createPublicKey, randomBytes } from 'node:crypto'
import {
  type Bytes,
  type Certificate,
  certificatesIn,
  isAbout,
  type NameParts,
  readOcspRequest,
  readTimeStampRequest,
  type Status,
  toPem,
  writeOcspAnswer,
  writeOcspRefusal,
  writeRevocationList,
  writeTimeStampAnswer,
  writeTimeStampRefusal,
} from '#platform/der'
import { type Memory, remember, remembered } from './folder.ts'
import { founded } from './found.ts'
import { type KeyKind, keyFrom, newKey } from './keys.ts'
import { type LeafKind, newLeaf } from './leaf.ts'

/** Stands in for the private policy identifiers of a real time-stamping authority. */
const stampPolicy = '1.3.6.1.4.1.99999.1.1'
const listDays = 7

export type PkiOptions = { now: () => string; dir?: string; random?: (count: number) => Bytes }
export type IssueRequest = {
  subject: NameParts
  kind: LeafKind
  /** SubjectPublicKeyInfo as PEM. */
  publicKeyPem: string
  crlUrl?: string
  ocspUrl?: string
  /** Instants; without them from a day ago for five years. */
  notBefore?: string
  notAfter?: string
}
export type Issued = { certificatePem: string; chainPem: string; serial: string }

export type Pki = {
  rootPem: string
  issuingPem: string
  issue(request: IssueRequest): Issued
  /** A new key and its certificate in one go, for sample people and agencies. */
  issueWithKey(request: Omit<IssueRequest, 'publicKeyPem'> & { keyKind?: KeyKind }): Issued & { keyPem: string }
  revoke(serial: string, at: string): void
  /** RFC 3161: request in, answer out. */
  tsa(request: Bytes): Bytes
  /** RFC 6960: request in, answer out. */
  ocsp(request: Bytes): Bytes
  crl(of: 'root' | 'issuing'): Bytes
}

type Office = { certificate: Certificate; key: ReturnType<typeof keyFrom> }
type Desk = {
  memory: Memory
  root: Office
  issuing: Office
  stamper: Office
  responder: Office
  now: () => string
  random: (count: number) => Bytes
  save: () => void
}

/**
 * Opens the test authorities: a root, an issuing authority, a time-stamping authority and an OCSP responder. They are
 * founded anew where the folder holds none; without a folder they live as long as the process.
 */
export function createPki({ now, dir, random = (count) => new Uint8Array(randomBytes(count)) }: PkiOptions): Pki {
  const memory = (dir && remembered(dir)) || founded(now(), random)
  const save = () => dir && remember(dir, memory)
  save()
  const desk: Desk = {
    memory,
    root: office(memory.root),
    issuing: office(memory.issuing),
    stamper: office(memory.stamper),
    responder: office(memory.responder),
    now,
    random,
    save,
  }
  return {
    rootPem: memory.root.certificatePem,
    issuingPem: memory.issuing.certificatePem,
    issue: (request) => issue(desk, request),
    issueWithKey: ({ keyKind = 'ec', ...request }) => {
      const { pem, key } = newKey(keyKind)
      const publicKeyPem = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString()
      return { ...issue(desk, { ...request, publicKeyPem }), keyPem: pem }
    },
    revoke: (serial, at) => {
      memory.revoked.push({ serial, at })
      save()
    },
    tsa: (request) => stamp(desk, request),
    ocsp: (request) => answer(desk, request),
    crl: (of) => list(desk, of),
  }
}

const office = ({ certificatePem, keyPem }: Memory['root']): Office => {
  const [certificate] = certificatesIn(certificatePem)
  if (!certificate) throw new Error('no certificate in the folder of the test authority')
  return { certificate, key: keyFrom(keyPem) }
}

function issue(desk: Desk, request: IssueRequest): Issued {
  const certificate = newLeaf(request, desk.issuing, desk.now(), desk.random)
  desk.memory.issued.push({ serial: certificate.serial, subject: request.subject.commonName, kind: request.kind })
  desk.save()
  return { certificatePem: toPem(certificate.der), chainPem: desk.memory.issuing.certificatePem, serial: certificate.serial }
}

function stamp(desk: Desk, bytes: Bytes): Bytes {
  try {
    const request = readTimeStampRequest(bytes)
    const serial = Buffer.from(desk.random(16)).toString('hex')
    const stamper = { ...desk.stamper, chain: [desk.issuing.certificate], policy: stampPolicy }
    return writeTimeStampAnswer(request, `10${serial.slice(2)}`, desk.now(), stamper)
  } catch {
    return writeTimeStampRefusal(2)
  }
}

function answer(desk: Desk, bytes: Bytes): Bytes {
  try {
    const { ids, nonce } = readOcspRequest(bytes)
    const statuses = ids.map((id) => statusOf(desk, id))
    return writeOcspAnswer(statuses, desk.now(), desk.responder, nonce)
  } catch {
    return writeOcspRefusal(1)
  }
}

function statusOf({ memory, issuing, now }: Desk, id: Status['id']): Status {
  const at = { id, thisUpdate: now(), nextUpdate: daysAfter(now(), 1) }
  const known = memory.issued.find(({ serial }) => serial === id.serial)
  if (!known || !isAbout(id, id.serial, issuing.certificate)) return { ...at, unknown: true }
  const revoked = memory.revoked.find(({ serial }) => serial === id.serial)
  return revoked ? { ...at, revokedAt: revoked.at } : at
}

function list({ memory, root, issuing, now }: Desk, of: 'root' | 'issuing'): Bytes {
  const issuer = of === 'root' ? root : issuing
  const isOwn = (serial: string) => (serial === issuing.certificate.serial) === (of === 'root')
  const number = Math.floor(Date.parse(now()) / 1000)
  const revoked = memory.revoked.filter(({ serial }) => isOwn(serial))
  const request = { issuer: issuer.certificate, number, thisUpdate: now(), nextUpdate: daysAfter(now(), listDays), revoked }
  return writeRevocationList(request, issuer.key)
}

const daysAfter = (instant: string, days: number): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString()
