import { createHash } from 'node:crypto'
import { keepPaper, type Vault } from '#modules/papers'
import type { Result } from '#modules/procedures'
import { merged, type Signed, type Signer, type Signing, softwareSigner, unpackEvidence } from '#modules/signing'
import { type Ctx, later, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { type Actor, type Answer, rowsOf, type Statement } from '#platform/db'
import { hex } from '#platform/der'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import { chosenQuestion } from './choose-entry.ts'
import { resultOf } from './enter.ts'
import { attach } from './files.ts'
import { issuedRow, nextNumber } from './issued.ts'
import { type Expected, type Extra, type Moved, move } from './move.ts'
import { officeFrom, signerQuestion } from './office.ts'
import { proposalQuestion, resultsFrom } from './propose.ts'
import { entryQuestion, fingerprintOf, papersOf, resultFile } from './result-paper.ts'
import { goOnWithThread } from './thread-continue.ts'

/** What issuing needs from outside the database. */
export type Means = {
  vault: Vault
  signing: Signing
  /** Where the QR code of a paper leads: the product's public origin. */
  publicUrl: string
  /** Opens a key that lies in a device instead of the row; undefined where no device is connected. */
  device?: (key: { label: string; certificatePem: string; chainPem: string }) => Promise<Signer | undefined>
}

// A person's key is his own: who covers a post signs with a key of his own on that post, never with the holder's.
export const keyQuestion = (kind: 'person' | 'agency', ref: string, { posts, id }: Pick<Actor, 'posts' | 'id'>): Statement => ({
  text: `select k.provider, k.certificate, k.chain, k.private, k.label, k.post_id from work_item w join signing_key k on k.unit_id = any (with_successors(w.unit_id))
         where w.code = $1 and k.kind = $2 and ($2 = 'agency' or (k.post_id = any ($3::uuid[]) and k.account_id = $4)) order by k.valid_from desc limit 1`,
  values: [ref, kind, posts, id],
})
// The papers of the newest signing, which may be several: one a result.
const leaderPaperQuestion = (ref: string): Statement => ({
  text: `select f.key, p.sha256, p.kind, p.template, p.number, p.number_year, p.signed_post, p.evidence from issued_paper p join stored_file f on f.id = p.file_id
         join work_item w on w.id = p.work_item_id where w.code = $1 and p.stage = 'leader' and p.act_id = (select l.act_id from issued_paper l
           where l.work_item_id = w.id and l.stage = 'leader' order by l.at desc, l.id desc limit 1) order by p.id`,
  values: [ref],
})

type KeyRow = {
  provider: 'software' | 'pkcs11'
  certificate: string
  chain: string
  private: Buffer | null
  label: string | null
  post_id: Id | null
}

/**
 * The leader signs: each result is set from the dossier, the register entry and what was proposed, signed with the key of his post, and stored
 * together with the act. When signing fails, nothing is stored and no number is spent.
 * @param shown what `preview` gave as fingerprint of the papers that the leader saw; others are not signed
 */
export function sign(ctx: Ctx, means: Means, code: string, shown: string | undefined, expected: Expected = {}): Promise<Moved> {
  const questions = [
    entryQuestion(code),
    keyQuestion('person', code, ctx.actor),
    signerQuestion(ctx.actor.id),
    proposalQuestion(code),
    chosenQuestion(code),
  ]
  return move(ctx, code, 'sign', expected, (found, actId, _calendar, more) => signing(ctx, means, found, actId, more, shown), questions)
}

async function signing(
  ctx: Ctx,
  means: Means,
  found: Case,
  actId: Id,
  [entry, key, name, proposal, chosen]: readonly (Answer | undefined)[],
  shown: string | undefined,
): Promise<Extra> {
  const office = await officeFrom(ctx, found.unit, name)
  const papers = await papersOf(ctx, means, found, resultsFrom(ctx, found, proposal), entry, office, chosen)
  if (shown !== undefined && shown !== fingerprintOf(papers)) throw new Refusal(409, 'paper-changed')
  const signer = await signerFrom(ctx, means, key)
  const extras: Extra[] = []
  for (const paper of papers) {
    const signed = await means.signing.signLeader({ pdf: paper.pdf, signer, at: ctx.now, block: { kind: 'ink', name: office.signerName } })
    extras.push(await stored(ctx, means, found, actId, paper.result, 'leader', signed, paper.number))
  }
  return together(extras)
}

/** Several papers of one act: their rows one after the other; what is told of the act tells of the first. */
function together([first = {}, ...others]: readonly Extra[]): Extra {
  const all = [first, ...others]
  return { ...first, before: all.flatMap(({ before = [] }) => before), after: all.flatMap(({ after = [] }) => after) }
}

export async function signerFrom(ctx: Ctx, means: Means, answer: Answer | undefined): Promise<Signer> {
  const [key] = rowsOf<KeyRow>(answer)
  if (key === undefined) throw new Refusal(409, 'no-signing-key')
  if (key.provider === 'pkcs11') {
    const signer =
      key.label === null ? undefined : await means.device?.({ label: key.label, certificatePem: key.certificate, chainPem: key.chain })
    if (signer === undefined) throw new Refusal(503, 'signing-device-missing')
    return signer
  }
  if (key.private === null) throw new Refusal(409, 'no-signing-key')
  return softwareSigner({
    keyPem: ctx.keys.openText(key.private, 'signing_key.private'),
    certificatePem: key.certificate,
    chainPem: key.chain,
  })
}

/** The clerk seals: the agency's signature goes over the leader's paper as an increment, and the paper is issued. */
export function seal(ctx: Ctx, means: Means, code: string, expected: Expected = {}): Promise<Moved> {
  const questions = [leaderPaperQuestion(code), keyQuestion('agency', code, ctx.actor), signerQuestion(ctx.actor.id)]
  return move(ctx, code, 'seal', expected, (found, actId, _calendar, more) => sealing(ctx, means, found, actId, more), questions)
}

type LeaderPaper = {
  key: string
  sha256: Buffer
  template: string
  number: string | null
  number_year: number | null
  evidence: Buffer | null
}

async function sealing(ctx: Ctx, means: Means, found: Case, actId: Id, more: readonly (Answer | undefined)[]): Promise<Extra> {
  const papers = rowsOf<LeaderPaper>(more[0])
  if (papers.length === 0) throw new Refusal(409, 'not-signed-yet')
  const signer = await signerFrom(ctx, means, more[1])
  const office = await officeFrom(ctx, found.unit, more[2])
  const extras: Extra[] = []
  // How many numbers of a series this act has taken already.
  const taken = new Map<string, number>()
  for (const paper of papers) {
    const result = found.procedure.results.find(({ template }) => template.id === paper.template) ?? resultOf(found)
    const number = paper.number === null ? null : { number: paper.number, year: paper.number_year ?? 0 }
    const series = result.series ?? result.code
    const ahead = taken.get(series) ?? 0
    const fills = result.numbering === 'after-signature' ? await nextNumber(ctx, found.unit, series, result.symbol ?? 'UBND', ahead) : null
    taken.set(series, ahead + 1)
    const signed = await means.signing.signAgency({
      pdf: await bytesOf(means.vault, paper),
      signer,
      at: ctx.now,
      block: { kind: 'seal', unit: office.unitName },
      ...(fills === null ? {} : { fills: { number: fills.number, date: localDate(ctx.now) } }),
    })
    const extra = await stored(ctx, means, found, actId, result, 'sealed', withProofOf(paper, signed), fills ?? number)
    extras.push({ ...extra, before: fills?.guard === undefined ? [] : [fills.guard] })
  }
  const { after = [], ...issued } = together(extras)
  return { ...issued, after: [...after, ...reportLater(found), goOnWithThread(found.id)], notice: { kind: 'result-ready' } }
}

/** What the national database is told of the register entry, once the paper is out. */
function reportLater({ id: item, unit, system, procedure }: Case): Statement[] {
  const events = procedure.results.flatMap(({ reports }) => reports?.event ?? [])
  const copy = events.length > 0 ? [later('give-register-copy', { item, unit, system })] : []
  return events.includes('death') ? [...copy, later('report-death', { item, unit, system })] : copy
}

/** Whoever checks the sealed paper later needs the proof for both signatures beside it. */
function withProofOf({ evidence }: LeaderPaper, signed: Signed): Signed {
  if (!signed.ok || evidence === null) return signed
  return { ...signed, evidence: merged(unpackEvidence(evidence.toString('utf8')), signed.evidence) }
}

async function bytesOf(vault: Vault, paper: { key: string; sha256: Buffer }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await vault.store.open(paper.key)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (!createHash('sha256').update(bytes).digest().equals(paper.sha256)) throw new Error('a stored paper is not what was stored')
  return bytes
}

async function stored(
  ctx: Ctx,
  means: Means,
  found: Case,
  actId: Id,
  result: Result,
  stage: 'leader' | 'sealed',
  signed: Signed,
  number: { number: string; year: number } | null,
): Promise<Extra> {
  if (!signed.ok) throw new Refusal(503, `signing-${signed.problem}`, signed.at === undefined ? {} : { at: signed.at })
  const made = await keepPaper(ctx, means.vault, {
    case: found.id,
    system: found.system,
    unit: found.unit,
    name: resultFile(result.code),
    mediaType: 'application/pdf',
    bytes: signed.pdf,
  })
  return {
    params: { sha256: hex(made.sha256), signedAt: signed.signedAt, stage },
    after: [
      ...made.statements,
      ...attach(ctx, [{ file: made.file, component: `result:${stage}` }], found, actId),
      issuedRow(ctx, {
        item: found.id,
        system: found.system,
        unit: found.unit,
        kind: kindOf(found, result),
        template: result.template.id,
        stage,
        file: made.file,
        sha256: made.sha256,
        number,
        post: stage === 'leader' ? (ctx.actor.posts.find((post) => found.desks.some((desk) => desk.postId === post)) ?? null) : null,
        act: actId,
        signed,
      }),
    ],
  }
}

/** Papers of one kind follow each other, the newest counts; several results of a case stand beside each other. */
function kindOf({ procedure }: Case, { code }: Result): string {
  return procedure.results.length > 1 ? `result:${code}` : 'result'
}
