import { createHash } from 'node:crypto'
import { directoryOn, unitName } from '#modules/directory'
import {
  type Evidence,
  type Finding,
  levels,
  RoomError,
  type SignatureFact,
  type Signing,
  unpackEvidence,
  type Verdict,
} from '#modules/signing'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

/** What checking needs from outside the database. */
export type CheckMeans = { signing: Pick<Signing, 'verify' | 'trust'> }

/**
 * What the register of issued papers says of exactly these bytes. `foreign`: nobody of this province signed it; `unknown`: one of us
 * did, but these bytes were never issued, or nothing in it tells who signed.
 */
export type Standing = 'issued' | 'before-issue' | 'replaced' | 'unknown' | 'foreign'

/** Who signed, as the certificate says; `isOurs` where the directory knows the certificate. */
export type PaperSigner = Pick<SignatureFact, 'field' | 'kind' | 'name' | 'post' | 'unit' | 'at' | 'issuer' | 'isSound'> & {
  isOurs: boolean
}

export type PaperVerdict = {
  outcome: 'genuine' | 'refused' | 'unsure'
  standing: Standing
  sha256: string
  signers: PaperSigner[]
  /** What was found, what refuses the paper first; a byte-for-byte comparison that failed comes after whatever explains it. */
  findings: Finding[]
  /** The row of the register, where these bytes are in it. */
  issued?: { kind: string; number: string | null; at: string; unit: string }
  /** The unit that signed, as far as the directory knows it: whom to ask. */
  office?: { name: string; phone?: string }
}

type Row = {
  stage: 'issued' | 'leader' | 'sealed'
  kind: string
  number: string | null
  at: string
  unit_id: Id
  evidence: Buffer | null
  latest: Buffer
}
type Known = { fingerprint: Buffer; kind: 'person' | 'agency'; post_id: Id | null; unit_id: Id }

/**
 * Says who signed a file, in which post, when, and whether anything changed since. A paper of ours must be, byte for byte, what was
 * issued last; whether its certificates stood is told by what was kept when it was signed, without asking anybody. The file is not kept.
 * @throws Refusal 422 'paper-too-hard' where judging took longer than it may
 */
export async function verifyPaper(ctx: Ctx, { signing }: CheckMeans, pdf: Uint8Array): Promise<PaperVerdict> {
  const hash = createHash('sha256').update(pdf).digest()
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: 'select * from issued_by_hash($1)', values: [hash] }])
  const [row] = rowsOf<Row>(found)
  const evidence = await evidenceFor(row, signing)
  const verdict = await withinTime(signing.verify(pdf, { profile: 'own', evidence }))
  const known = await knownSigners(ctx, verdict.signatures)
  const signers = verdict.signatures.map((fact) => signerOf(fact, known))
  return { ...judged(verdict, row, signers), sha256: verdict.sha256, signers, ...(await officeOf(ctx, row, known)) }
}

async function withinTime(verdict: Promise<Verdict>): Promise<Verdict> {
  try {
    return await verdict
  } catch (error) {
    if (error instanceof RoomError) throw new Refusal(422, 'paper-too-hard')
    throw error
  }
}

/** Of a paper in the register, what was kept with it; of any other, the lists of today. */
async function evidenceFor(row: Row | undefined, { trust }: CheckMeans['signing']): Promise<Evidence> {
  return row?.evidence ? unpackEvidence(row.evidence.toString('utf8')) : trust.lists()
}

async function knownSigners(ctx: Ctx, facts: readonly SignatureFact[]): Promise<Known[]> {
  const prints = facts.flatMap(({ certificate }) => (certificate === undefined ? [] : [certificate]))
  if (prints.length === 0) return []
  const wanted = [...new Set(prints)].map((print) => `\\x${print}`)
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select * from signer_of_certificate($1::bytea[])', values: [wanted] }])
  return rowsOf<Known>(answer)
}

function signerOf(fact: SignatureFact, known: readonly Known[]): PaperSigner {
  const { field, kind, name, post, unit, at, issuer, isSound } = fact
  return {
    field,
    kind,
    name,
    isSound,
    isOurs: known.some(({ fingerprint }) => fingerprint.toString('hex') === fact.certificate),
    ...(post === undefined ? {} : { post }),
    ...(unit === undefined ? {} : { unit }),
    ...(at === undefined ? {} : { at }),
    ...(issuer === undefined ? {} : { issuer }),
  }
}

function judged(
  verdict: Verdict,
  row: Row | undefined,
  signers: readonly PaperSigner[],
): Pick<PaperVerdict, 'outcome' | 'standing' | 'findings'> {
  const isOurs = signers.some((signer) => signer.isOurs)
  if (row === undefined && isOurs) {
    return { outcome: 'refused', standing: 'unknown', findings: inOrder([...verdict.findings, { code: 'not-as-issued', params: {} }]) }
  }
  if (row === undefined) {
    const outcome = outcomeOf(verdict.findings)
    // The rules for papers of other agencies are not ours to apply: their signatures hold, but we do not vouch for them.
    const vouched = outcome === 'genuine' ? 'unsure' : outcome
    return { outcome: vouched, standing: signers.length === 0 ? 'unknown' : 'foreign', findings: inOrder(verdict.findings) }
  }
  if (row.stage === 'leader') return { outcome: outcomeOf(verdict.findings), standing: 'before-issue', findings: inOrder(verdict.findings) }
  // Forms of the office carry the agency's seal alone: exactly these bytes were issued, so nobody's signature is missing.
  const findings = inOrder(verdict.findings.filter(({ code }) => code !== 'leader-missing'))
  // A later result replaces an earlier one; forms such as two requests for more stand beside each other.
  const isInForce = row.kind !== 'result' || row.latest.toString('hex') === verdict.sha256
  return isInForce ? { outcome: outcomeOf(findings), standing: 'issued', findings } : { outcome: 'refused', standing: 'replaced', findings }
}

function outcomeOf(findings: readonly Finding[]): PaperVerdict['outcome'] {
  if (findings.some(({ code }) => levels[code] === 'refused')) return 'refused'
  return findings.some(({ code }) => levels[code] === 'unproven') ? 'unsure' : 'genuine'
}

const weight = { refused: 0, unproven: 1, accepted: 2 }

function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ code }: Finding) => weight[levels[code]] + (code === 'not-as-issued' ? 0.5 : 0)
  return [...findings].sort((a, b) => place(a) - place(b))
}

async function officeOf(ctx: Ctx, row: Row | undefined, known: readonly Known[]): Promise<Pick<PaperVerdict, 'issued' | 'office'>> {
  const id = row?.unit_id ?? known[0]?.unit_id
  if (id === undefined) return {}
  const directory = await directoryOn(ctx)
  const unit = directory.getUnit(id)
  const phone = unit.contact?.phone
  const office = { name: unitName(unit, localDate(row?.at ?? ctx.now)), ...(phone === undefined ? {} : { phone }) }
  return { office, ...(row === undefined ? {} : { issued: { kind: row.kind, number: row.number, at: row.at, unit: office.name } }) }
}
