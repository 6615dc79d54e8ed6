import type { KeyObject } from 'node:crypto'
import { digestIdentifier, isSignedBy, readDigest, schemeFor, signNow } from './algorithms.ts'
import { type Bytes, digest, equal, sha256 } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import { namesSigner, readSignedData, type SignedData, signedAttributes, single, writeSignedData } from './cms.ts'
import { purposesOf } from './extensions.ts'
import { oids } from './oids.ts'
import { asBoolean, asNumber, asOctets, asOid, asSerial, asTime, DerError, parts, read } from './read.ts'
import { bits, boolean, generalizedTime, integer, octets, oid, sequence } from './write.ts'

/** A question to a time-stamping authority (RFC 3161): digest of what is to be stamped, and a number used once. */
export type TimeStampRequest = { digest: string; imprint: Bytes; nonce?: string; wantsCertificate: boolean }

export const writeTimeStampRequest = ({ digest, imprint, nonce }: Omit<TimeStampRequest, 'wantsCertificate'>): Bytes =>
  sequence(integer(1), sequence(digestIdentifier(digest), octets(imprint)), ...(nonce ? [integer(nonce)] : []), boolean(true))

export function readTimeStampRequest(der: Bytes): TimeStampRequest {
  const [version, imprint, ...rest] = parts(read(der))
  if (asNumber(version) !== 1) throw new DerError('version of the request')
  const [algorithm, value] = parts(imprint)
  const nonce = rest.find((field) => field.tag === 0x02)
  const flag = rest.find((field) => field.tag === 0x01)
  return {
    digest: readDigest(algorithm),
    imprint: asOctets(value),
    ...(nonce ? { nonce: asSerial(nonce) } : {}),
    wantsCertificate: flag ? asBoolean(flag) : false,
  }
}

export type Stamper = { certificate: Certificate; chain: readonly Certificate[]; key: KeyObject; policy: string }

/** A granted answer with its token, signed in this thread. */
export function writeTimeStampAnswer(request: TimeStampRequest, serial: string, at: string, stamper: Stamper): Bytes {
  const info = sequence(
    integer(1),
    oid(stamper.policy),
    sequence(digestIdentifier(request.digest), octets(request.imprint)),
    integer(serial),
    generalizedTime(at),
    ...(request.nonce ? [integer(request.nonce)] : []),
  )
  const attributes = signedAttributes(oids.timeStampInfo, sha256(info), stamper.certificate)
  const algorithm = schemeFor(stamper.key)
  const token = writeSignedData({
    contentType: oids.timeStampInfo,
    content: info,
    certificates: [stamper.certificate, ...stamper.chain],
    attributes,
    algorithm,
    signature: signNow(attributes, stamper.key, algorithm),
  })
  return sequence(sequence(integer(0)), token)
}

/** A refusal: 0 bad algorithm, 2 bad request, 5 bad data format (RFC 3161 2.4.2). */
export function writeTimeStampRefusal(bit: number): Bytes {
  const octets = Uint8Array.of(0x80 >> bit)
  return sequence(sequence(integer(2), bits(octets, 7 - bit)))
}

/** The token of a granted answer; a refusal is an error. */
export function tokenOf(answer: Bytes): Bytes {
  const [status, token] = parts(read(answer))
  if (asNumber(parts(status)[0]) > 1 || !token) throw new DerError('the time-stamping authority refused')
  return token.whole
}

export type TimeStamp = { at: string; digest: string; imprint: Bytes; nonce?: string; data: SignedData }

/** Reads a token. What it stamps and who made it is asked by `stamps` and by its path. */
export function readTimeStamp(token: Bytes, rules: 'der' | 'ber' = 'der'): TimeStamp {
  const data = readSignedData(token, rules)
  if (data.contentType !== oids.timeStampInfo || !data.content || data.end !== token.length) throw new DerError('not a time-stamp token')
  const [, , imprint, , time, ...rest] = parts(read(data.content))
  const [algorithm, value] = parts(imprint)
  const nonce = rest.find((field) => field.tag === 0x02)
  return { at: asTime(time), digest: readDigest(algorithm), imprint: asOctets(value), ...(nonce ? { nonce: asSerial(nonce) } : {}), data }
}

/** Whether the token is whole, made for stamping (critical, sole purpose), and stamps exactly this. */
export function stamps(stamp: TimeStamp, ...stamped: readonly Bytes[]): boolean {
  const { signer, content = new Uint8Array() } = stamp.data
  const purposes = purposesOf(signer.certificate)
  return (
    equal(stamp.imprint, digest(stamp.digest, ...stamped)) &&
    equal(asOctets(single(signer.attributes, oids.messageDigest)), digest(signer.digest, content)) &&
    asOid(single(signer.attributes, oids.contentType)) === oids.timeStampInfo &&
    isSignedBy(signer.signedBytes, signer.signature, signer.certificate.spki, signer.algorithm) &&
    namesSigner(signer) &&
    purposes?.critical === true &&
    purposes.ids.length === 1 &&
    purposes.ids[0] === oids.timeStamping
  )
}
