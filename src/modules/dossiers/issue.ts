import { createHash } from 'node:crypto'
import { keepPaper, type Vault } from '#modules/papers'
import { type Result, resultData, settle } from '#modules/procedures'
import { merged, type Signed, type Signer, type Signing, softwareSigner, unpackEvidence } from '#modules/signing'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { type Actor, type Answer, ask, rowsOf, type Statement } from '#platform/db'
import { hex } from '#platform/der'
import type { Id } from '#platform/id'
import { qrSvg } from '#platform/pdf'
import type { Case } from './case.ts'
import { resultOf } from './enter.ts'
import { attach } from './files.ts'
import { issuedRow, nextNumber } from './issued.ts'
import { type Expected, type Extra, type Moved, move } from './move.ts'
import { type Office, officeFrom, printedOffice, signerQuestion } from './office.ts'

/** What issuing needs from outside the database. */
export type Means = {
  vault: Vault
  signing: Signing
  /** Where the QR code of a paper leads: the product's public origin. */
  publicUrl: string
  /** Opens a key that lies in a device instead of the row; undefined where no device is connected. */
  device?: (key: { label: string; certificatePem: string; chainPem: string }) => Promise<Signer | undefined>
}

const entryQuestion = (ref: string): Statement => ({
  text: `select e.number, e.year, e.book, e.page, e.entered_at, n.body as personal_number from register_entry e join work_item w on w.id = e.work_item_id
         left join register_note n on n.entry_id = e.id and n.kind = 'personal-number' where w.code = $1`,
  values: [ref],
})
// A person's key is his own: who covers a post signs with a key of his own on that post, never with the holder's.
export const keyQuestion = (kind: 'person' | 'agency', ref: string, { posts, id }: Pick<Actor, 'posts' | 'id'>): Statement => ({
  text: `select k.provider, k.certificate, k.chain, k.private, k.label, k.post_id from work_item w join signing_key k on k.unit_id = any (with_successors(w.unit_id))
         where w.code = $1 and k.kind = $2 and ($2 = 'agency' or (k.post_id = any ($3::uuid[]) and k.account_id = $4)) order by k.valid_from desc limit 1`,
  values: [ref, kind, posts, id],
})
const leaderPaperQuestion = (ref: string): Statement => ({
  text: `select f.key, p.sha256, p.kind, p.template, p.number, p.number_year, p.signed_post, p.evidence from issued_paper p join stored_file f on f.id = p.file_id
         join work_item w on w.id = p.work_item_id where w.code = $1 and p.stage = 'leader' order by p.at desc, p.id desc limit 1`,
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
type EntryRow = { number: number; year: number; book: string; page: number; entered_at: string; personal_number: Buffer | null }

/**
 * The leader signs: the result is set from the dossier and the register entry, signed with the key of his post, and stored together
 * with the act. When signing fails, nothing is stored and no number is spent.
 * @param shown SHA-256 (hexadecimal) of the paper that the leader saw; another paper is not signed
 */
export function sign(ctx: Ctx, means: Means, code: string, shown: string | undefined, expected: Expected = {}): Promise<Moved> {
  const questions = [entryQuestion(code), keyQuestion('person', code, ctx.actor), signerQuestion(ctx.actor.id)]
  return move(ctx, code, 'sign', expected, (found, actId, _calendar, more) => signing(ctx, means, found, actId, more, shown), questions)
}

async function signing(
  ctx: Ctx,
  means: Means,
  found: Case,
  actId: Id,
  more: readonly (Answer | undefined)[],
  shown: string | undefined,
): Promise<Extra> {
  const result = resultOf(found)
  const office = await officeFrom(ctx, found.unit, more[2])
  const paper = await paperOf(ctx, means, found, result, more[0], office)
  if (shown !== undefined && shown !== paper.sha256) throw new Refusal(409, 'paper-changed')
  const signer = await signerFrom(ctx, means, more[1])
  const signed = await means.signing.signLeader({
    pdf: paper.pdf,
    signer,
    at: ctx.now,
    block: { kind: 'ink', name: office.signerName },
  })
  return stored(ctx, means, found, actId, result, 'leader', signed, paper.number)
}

/** The paper as it will be signed: the same case gives the same bytes, so what was shown can be compared with what is signed. */
async function paperOf(
  ctx: Ctx,
  { publicUrl, signing }: Pick<Means, 'publicUrl' | 'signing'>,
  found: Case,
  result: Result,
  registered: Answer | undefined,
  office: Office,
) {
  const [entry] = rowsOf<EntryRow>(registered)
  if (result.numbering === 'from-register' && entry === undefined) throw new Refusal(409, 'not-in-register')
  const facts = {
    office: printedOffice(office),
    signer: { authority: office.authority, title: office.signerTitle, name: office.signerName },
    register: entry === undefined ? {} : registerOf(ctx, entry),
  }
  const naming = { communeName: (commune: string) => office.communes.get(commune), fileName: () => undefined }
  const data = {
    ...resultData(found.procedure, result.code, found.filed.answers, facts, naming),
    qr: qrSvg(`${publicUrl}/q/${found.trackKey}`),
    verifyUrl: `${publicUrl}/xac-minh`,
  }
  const made = await signing.draft({ template: result.template.typst, data, now: entry?.entered_at ?? found.submittedAt })
  return {
    ...made,
    number: entry === undefined ? null : { number: `${String(entry.number).padStart(2, '0')}/${entry.year}`, year: entry.year },
  }
}

function registerOf(ctx: Ctx, entry: EntryRow) {
  return {
    number: `${String(entry.number).padStart(2, '0')}/${entry.year}`,
    book: `01/${entry.year}`,
    page: String(entry.page),
    registeredOn: localDate(entry.entered_at),
    ...(entry.personal_number === null ? {} : { personalNumber: ctx.keys.openText(entry.personal_number, 'register_note.body') }),
  }
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

type LeaderPaper = { key: string; sha256: Buffer; number: string | null; number_year: number | null; evidence: Buffer | null }

async function sealing(ctx: Ctx, means: Means, found: Case, actId: Id, more: readonly (Answer | undefined)[]): Promise<Extra> {
  const [paper] = rowsOf<LeaderPaper>(more[0])
  if (paper === undefined) throw new Refusal(409, 'not-signed-yet')
  const result = resultOf(found)
  const pdf = await bytesOf(means.vault, paper)
  const signer = await signerFrom(ctx, means, more[1])
  const office = await officeFrom(ctx, found.unit, more[2])
  const number = paper.number === null ? null : { number: paper.number, year: paper.number_year ?? 0 }
  const fills = result.numbering === 'after-signature' ? await nextNumber(ctx, found.unit, result.code, result.symbol ?? 'UBND') : null
  const signed = await means.signing.signAgency({
    pdf,
    signer,
    at: ctx.now,
    block: { kind: 'seal', unit: office.unitName },
    ...(fills === null ? {} : { fills: { number: fills.number, date: localDate(ctx.now) } }),
  })
  const extra = await stored(ctx, means, found, actId, result, 'sealed', withProofOf(paper, signed), fills ?? number)
  return { ...extra, before: fills?.guard === undefined ? [] : [fills.guard], notice: { kind: 'result-ready' } }
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
    name: `${result.code}.pdf`,
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
        kind: 'result',
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

/** The paper as the leader will sign it, for the screen: bytes and their SHA-256. @throws Refusal 409 before the register entry */
export async function preview(
  ctx: Ctx,
  means: Pick<Means, 'publicUrl' | 'signing'>,
  found: Case,
): Promise<{ pdf: Uint8Array; sha256: string }> {
  const [entry, name] = await ask(ctx.pool, ctx.actor, [entryQuestion(found.code), signerQuestion(ctx.actor.id)])
  const { pdf, sha256 } = await paperOf(ctx, means, found, resultOf(found), entry, await officeFrom(ctx, found.unit, name))
  return { pdf, sha256 }
}

const acrossTheDraft = '#set page(foreground: rotate(-32deg, text(size: 92pt, weight: "bold", fill: rgb(178, 22, 27, 38))[BẢN NHÁP]))\n'

/** The draft that registrar and parents compare: what is not known yet stays empty, nobody has signed, and a word across it says so. */
export async function draftPaper(ctx: Ctx, { signing }: Pick<Means, 'signing'>, found: Case): Promise<Uint8Array> {
  const result = resultOf(found)
  const office = await officeFrom(ctx, found.unit, undefined)
  const naming = { communeName: (commune: string) => office.communes.get(commune), fileName: () => undefined }
  const facts = { office: printedOffice(office), signer: {}, register: {} }
  const answers = settle(found.procedure, found.filed.answers, found.submittedAt)
  const data = { ...resultData(found.procedure, result.code, answers, facts, naming), qr: '', verifyUrl: '' }
  const { pdf } = await signing.paper({ template: acrossTheDraft + result.template.typst, data, now: found.submittedAt })
  return pdf
}
