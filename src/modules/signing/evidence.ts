import { type Bytes, type Certificate, hex, isAbout, isAnswerOf, isListOf, readOcspAnswer, readRevocationList, sha256 } from '#platform/der'

/** What proves the state of certificates at an instant: DER of certificates, revocation lists and OCSP answers. */
export type Evidence = { certificates: readonly Bytes[]; crls: readonly Bytes[]; ocsps: readonly Bytes[] }
export const noEvidence: Evidence = { certificates: [], crls: [], ocsps: [] }

/** Both together, each piece once. */
export const merged = (a: Evidence, b: Evidence): Evidence => ({
  certificates: distinct([...a.certificates, ...b.certificates]),
  crls: distinct([...a.crls, ...b.crls]),
  ocsps: distinct([...a.ocsps, ...b.ocsps]),
})

const distinct = (pieces: readonly Bytes[]): Bytes[] => [...new Map(pieces.map((piece) => [hex(sha256(piece)), piece])).values()]

/** Evidence as text to be kept in a row: JSON with base64. */
export const packEvidence = ({ certificates, crls, ocsps }: Evidence): string =>
  JSON.stringify({ certificates: certificates.map(base64), crls: crls.map(base64), ocsps: ocsps.map(base64) })

const base64 = (piece: Bytes): string => Buffer.from(piece).toString('base64')

/** What `packEvidence` wrote. Anything else in the text is left out: it proves nothing. */
export function unpackEvidence(text: string): Evidence {
  const found: unknown = JSON.parse(text)
  const pieces = (key: string): Bytes[] => {
    const list: unknown = typeof found === 'object' && found !== null ? Object.entries(found).find(([name]) => name === key)?.[1] : []
    return Array.isArray(list)
      ? list.filter((item) => typeof item === 'string').map((item) => new Uint8Array(Buffer.from(item, 'base64')))
      : []
  }
  return { certificates: pieces('certificates'), crls: pieces('crls'), ocsps: pieces('ocsps') }
}

/** `unknown`: nothing at hand speaks about this certificate at that instant. */
export type State = { state: 'good' } | { state: 'revoked'; at: string } | { state: 'unknown' }

/** One statement by the issuer or its responder, already checked: valid from, valid until, revoked since. */
type Statement = { thisUpdate: string; nextUpdate: string; revokedAt?: string }

/**
 * The state of a certificate at an instant. Any statement that tells of a revocation at or before it wins; to be good,
 * one statement must reach that instant (`thisUpdate` or `nextUpdate` not before it). A later revocation does no harm.
 */
export function stateAt(certificate: Certificate, issuer: Certificate, evidence: Evidence, at: string): State {
  const instant = new Date(at).toISOString()
  const statements = [...fromLists(certificate, issuer, evidence), ...fromAnswers(certificate, issuer, evidence)]
  const since = statements.flatMap(({ revokedAt }) => (revokedAt && revokedAt <= instant ? [revokedAt] : [])).sort()[0]
  if (since) return { state: 'revoked', at: since }
  const reaches = statements.some(({ thisUpdate, nextUpdate }) => thisUpdate >= instant || nextUpdate >= instant)
  return { state: reaches ? 'good' : 'unknown' }
}

function fromLists(certificate: Certificate, issuer: Certificate, { crls }: Evidence): Statement[] {
  return crls.flatMap((der) => {
    const list = orNothing(() => readRevocationList(der))
    if (!list || !isListOf(list, issuer)) return []
    const revokedAt = list.revoked.get(certificate.serial)
    return [{ thisUpdate: list.thisUpdate, nextUpdate: list.nextUpdate, ...(revokedAt ? { revokedAt } : {}) }]
  })
}

function fromAnswers(certificate: Certificate, issuer: Certificate, { ocsps }: Evidence): Statement[] {
  return ocsps.flatMap((der) => {
    const answer = orNothing(() => readOcspAnswer(der))
    if (!answer || !isAnswerOf(answer, issuer)) return []
    return answer.statuses.filter((status) => !status.unknown && isAbout(status.id, certificate.serial, issuer))
  })
}

/** A piece that cannot be read is no evidence; it says nothing in either direction. */
export function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
