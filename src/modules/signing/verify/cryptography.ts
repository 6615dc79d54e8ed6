import {
  asOctets,
  asOid,
  type Certificate,
  DerError,
  digest,
  equal,
  isSignedBy,
  isWeak,
  mayBeUsedFor,
  namesSigner,
  oids,
  type Path,
  pathTo,
  publicKey,
  readCertificate,
  readSignedData,
  readTimeStamp,
  type SignedData,
  type SignerInfo,
  single,
  stamps,
  type TimeStamp,
} from '#platform/der'
import { type Evidence, orNothing, stateAt } from '../evidence.ts'
import { type Finding, finding, isRefusal } from './findings.ts'
import { type Held, whoIs } from './held.ts'

/** What a signature says of itself. `who` is name and post; the time is the token's. */
export type Statement = { certificate?: Certificate; who: string; at?: string; scheme?: string; findings: Finding[] }
export type Grounds = { roots: readonly Certificate[]; evidence: Evidence }

/** Checks a signature by its cryptography: digest, value, certificate, time-stamp, path, revocation. */
export function checked(held: Held, bytes: Uint8Array, grounds: Grounds): Statement {
  const { contents } = held
  const covered = [bytes.subarray(0, contents.start), bytes.subarray(contents.end, held.end)] as const
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + contents.start + 1, contents.end - contents.start - 2).toString('latin1')
  try {
    if (!/^([0-9a-f]{2})+$/.test(raw)) throw new DerError('form of the hexadecimal string')
    return held.isTimeStamp ? stampAlone(contents.bytes, covered, grounds) : signature(contents.bytes, covered, grounds)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    return { who: '', findings: [finding('contents-altered')] }
  }
}

/** Nothing but zeros may follow the CMS in its room. */
function withoutRoom(contents: Uint8Array, end: number): Uint8Array {
  if (contents.subarray(end).some((byte) => byte !== 0)) throw new DerError('data behind the signature')
  return contents.subarray(0, end)
}

function signature(contents: Uint8Array, covered: readonly Uint8Array[], grounds: Grounds): Statement {
  const data = readSignedData(contents)
  withoutRoom(contents, data.end)
  const { signer } = data
  const who = whoIs(signer.certificate)
  const own = { certificate: signer.certificate, who, scheme: signer.algorithm.scheme }
  const broken = mathematics(data, covered, who)
  if (broken) return { ...own, findings: [broken] }
  const stamped = timeOf(signer, grounds)
  if ('code' in stamped) return { ...own, findings: [stamped] }
  const findings = [...stamped.findings, ...standing(signer.certificate, data, stamped.at, grounds)]
  return { ...own, at: stamped.at, findings }
}

function mathematics(data: SignedData, covered: readonly Uint8Array[], who: string): Finding | undefined {
  const { signer } = data
  const alien = [...signer.unsigned.keys()].some((id) => id !== oids.timeStampToken)
  if (data.contentType !== oids.data || data.content || alien) return finding('contents-altered')
  if (asOid(single(signer.attributes, oids.contentType)) !== oids.data) return finding('contents-altered')
  const imprint = asOctets(single(signer.attributes, oids.messageDigest))
  if (!equal(imprint, digest(signer.digest, ...covered))) return finding('digest-mismatch', { who })
  if (isWeak(publicKey(signer.certificate.spki))) return finding('untrusted', { who })
  if (orNothing(() => namesSigner(signer)) !== true) return finding('certificate-mismatch')
  const isTrue = isSignedBy(signer.signedBytes, signer.signature, signer.certificate.spki, signer.algorithm)
  return isTrue ? undefined : finding('contents-altered')
}

type Time = { at: string; findings: Finding[] }

function timeOf(signer: SignerInfo, grounds: Grounds): Time | Finding {
  const token = signer.unsigned.get(oids.timeStampToken)
  if (!token) return finding('no-time-stamp')
  const stamp = token.length === 1 && token[0] ? orNothing(() => readTimeStamp(token[0]?.whole ?? new Uint8Array())) : undefined
  if (!stamp || !orNothing(() => stamps(stamp, signer.signature))) return finding('foreign-time-stamp')
  return { at: stamp.at, findings: standing(stamp.data.signer.certificate, stamp.data, stamp.at, grounds, false) }
}

function stampAlone(contents: Uint8Array, covered: readonly Uint8Array[], grounds: Grounds): Statement {
  const { end } = readSignedData(contents)
  const stamp: TimeStamp = readTimeStamp(withoutRoom(contents, end))
  const { certificate } = stamp.data.signer
  const who = whoIs(certificate)
  const own = { certificate, who, at: stamp.at }
  if (!equal(stamp.imprint, digest(stamp.digest, ...covered))) return { ...own, findings: [finding('digest-mismatch', { who })] }
  if (!orNothing(() => stamps(stamp, ...covered))) return { ...own, findings: [finding('foreign-time-stamp')] }
  return { ...own, findings: standing(certificate, stamp.data, stamp.at, grounds, false) }
}

/** Where a certificate stood at an instant: its use, its path, every revocation on it. */
function standing(certificate: Certificate, data: SignedData, at: string, grounds: Grounds, forSigning = true): Finding[] {
  const who = whoIs(certificate)
  if (forSigning && !mayBeUsedFor(certificate, 'digitalSignature', 'nonRepudiation')) return [finding('untrusted', { who })]
  const path = pathAt(certificate, data, at, grounds)
  if (!path.ok) return [finding(path.problem, { who })]
  const trusted = path.certificates
  if (data.certificates.some((one) => !trusted.some((known) => equal(known.der, one.der)))) return [finding('contents-altered')]
  return trusted.flatMap((one, index) => {
    const issuer = trusted[index + 1]
    if (!issuer) return []
    const state = stateAt(one, issuer, grounds.evidence, at)
    if (state.state === 'revoked') return [finding('revoked', { who: whoIs(one), at: state.at })]
    return state.state === 'unknown' ? [finding('state-unproven', { who: whoIs(one) })] : []
  })
}

function pathAt(certificate: Certificate, data: SignedData, at: string, { roots, evidence }: Grounds): Path {
  const own = pathTo(certificate, data.certificates, roots, at)
  if (own.ok || own.problem === 'expired') return own
  const more = evidence.certificates.flatMap((der) => orNothing(() => readCertificate(der)) ?? [])
  return pathTo(certificate, [...data.certificates, ...more], roots, at)
}

/** Whether a statement carries the weight of a signature: nothing in its cryptography speaks against it. */
export const isSound = ({ findings }: Statement): boolean => !findings.some(isRefusal)
