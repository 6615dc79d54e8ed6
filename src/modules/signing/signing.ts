import type { PaperRequest } from '#platform/pdf'
import type { Evidence } from './evidence.ts'
import { openRoom, type RoomOptions } from './room.ts'
import { type Signed, type SignRequest, signAgency, signLeader } from './sign.ts'
import { openTrust, type Trust, type TrustOptions } from './trust.ts'
import type { Verdict, VerifyOptions } from './verify/verify.ts'

export type Fingerprinted = { pdf: Uint8Array; sha256: string }

/** Papers from the first draft to the verdict. All computing is done in worker threads with a time limit. */
export type Signing = {
  trust: Trust
  /** Sets a paper without fields (a receipt). Rejects with PaperError. */
  paper(request: PaperRequest): Promise<Fingerprinted>
  /** Sets a paper and reserves the fields that its template keeps free. Rejects with PaperError. */
  draft(request: PaperRequest): Promise<Fingerprinted>
  signLeader(request: SignRequest): Promise<Signed>
  signAgency(request: SignRequest): Promise<Signed>
  /** The sealed paper with its evidence inside (PAdES-B-LT): a further stage to put in the register of issued files. */
  archive(pdf: Uint8Array, evidence: Evidence): Promise<Fingerprinted>
  /** `trustRoots` is filled in from the trust of this install. */
  verify(pdf: Uint8Array, options: Omit<VerifyOptions, 'trustRoots'>): Promise<Verdict>
  close(): Promise<void>
}

/** Opens signing for an install: whom it trusts, and how many threads may compute. */
export function openSigning(options: TrustOptions & RoomOptions): Signing {
  const trust = openTrust(options)
  const room = openRoom(options)
  const prepare: Parameters<typeof signLeader>[2] = (request) => room.run('prepare', request)
  return {
    trust,
    paper: (request) => room.run('paper', request),
    draft: (request) => room.run('draft', request),
    signLeader: (request) => signLeader(request, trust, prepare),
    signAgency: (request) => signAgency(request, trust, prepare),
    archive: (pdf, evidence) => room.run('archive', pdf, evidence),
    verify: (pdf, asked) => room.run('verify', pdf, { ...asked, trustRoots: options.rootsPem }),
    close: () => room.close(),
  }
}
