import { hex, isSignedBy, pathTo, sha256 } from '#platform/der'
import { attributesFor, complete } from './complete.ts'
import { type Evidence, merged, stateAt } from './evidence.ts'
import type { PrepareAnswer, PrepareProblem, PrepareRequest } from './prepare.ts'
import type { Signer } from './signer.ts'
import { wholeSecond } from './times.ts'
import type { Trust } from './trust.ts'

export type SignRequest = Omit<PrepareRequest, 'field' | 'signer'> & { signer: Signer }

/** Why nothing was signed. `at` tells since when a certificate is revoked. */
export type SignProblem =
  | PrepareProblem
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-revoked'
  | 'revocation-unknown'
  | 'key-refused'
  | 'tsa-unreachable'
  | 'tsa-untrusted'
export type Signed =
  | { ok: true; pdf: Uint8Array; sha256: string; signedAt: string; evidence: Evidence }
  | { ok: false; problem: SignProblem; field?: string; at?: string }

/** Where the computing is done; the time limit is its own. */
export type Prepare = (request: PrepareRequest) => Promise<PrepareAnswer>

/** The leader signs: PAdES-B-T, with the ink visible. The first signature of a paper. */
export const signLeader = (request: SignRequest, trust: Trust, prepare: Prepare): Promise<Signed> => sign('leader', request, trust, prepare)

/** The agency seals; number and date, where the paper reserves them, are filled in the same increment. */
export const signAgency = (request: SignRequest, trust: Trust, prepare: Prepare): Promise<Signed> => sign('agency', request, trust, prepare)

async function sign(field: string, request: SignRequest, trust: Trust, prepare: Prepare): Promise<Signed> {
  const { signer } = request
  const at = wholeSecond(request.at)
  const standing = await mayStillSign(signer, trust, at)
  if (!standing.ok) return standing
  const answer = await prepare({ ...withoutSigner(request), at, field, signer: signer.certificate.subject.commonName })
  if (!answer.ok) return answer
  const attributes = attributesFor(answer.prepared, signer)
  const value = await signer.sign(attributes).catch(() => undefined)
  if (!value || !isSignedBy(attributes, value, signer.certificate.spki, signer.algorithm)) return { ok: false, problem: 'key-refused' }
  const stamped = await trust.stamp(value)
  if (!stamped.ok) return stamped
  const pdf = complete(answer.prepared, signer, attributes, value, stamped.token)
  const evidence = merged(standing.evidence, await trust.evidenceFor(stamped.path, stamped.at))
  return { ok: true, pdf, sha256: hex(sha256(pdf)), signedAt: stamped.at, evidence }
}

function withoutSigner({ pdf, shown, block, reason, fills }: SignRequest) {
  return { pdf, block, ...(shown === undefined ? {} : { shown }), ...(reason ? { reason } : {}), ...(fills ? { fills } : {}) }
}

type Standing = { ok: true; evidence: Evidence } | { ok: false; problem: SignProblem; at?: string }

/** The signer's own certificate, checked along its path before its key is used (the law's duty of signing software). */
async function mayStillSign({ certificate, chain }: Signer, trust: Trust, at: string): Promise<Standing> {
  const path = pathTo(certificate, chain, trust.roots, at)
  if (!path.ok) return { ok: false, problem: path.problem === 'expired' ? 'certificate-expired' : 'certificate-untrusted' }
  const evidence = await trust.evidenceFor(path.certificates, at)
  for (const [index, one] of path.certificates.entries()) {
    const issuer = path.certificates[index + 1]
    if (!issuer) continue
    const state = stateAt(one, issuer, evidence, at)
    if (state.state === 'revoked') return { ok: false, problem: 'certificate-revoked', at: state.at }
    if (state.state === 'unknown') return { ok: false, problem: 'revocation-unknown' }
  }
  return { ok: true, evidence }
}
