import { casesOf, type Result, resultData, settle } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { addMonths, localDate } from '#platform/clock'
import { type Answer, ask, rowsOf, type Statement } from '#platform/db'
import { qrSvg } from '#platform/pdf'
import { dateText } from '#platform/text'
import { applicantOf } from './applicant.ts'
import type { Case } from './case.ts'
import { chosenFrom, chosenQuestion } from './choose-entry.ts'
import { resultOf } from './enter.ts'
import type { Means } from './issue.ts'
import { machineFor } from './machine.ts'
import { type Office, officeFrom, printedOffice, signerQuestion } from './office.ts'
import { proposalQuestion, resultsFrom, type ToIssue } from './propose.ts'
import { type Entry, toldBy } from './register-place.ts'
import { scansOf, unlessUndrawable } from './scans.ts'

/** The register entry of a case, with the personal number that was noted beside it. */
export const entryQuestion = (ref: string): Statement => ({
  text: `select e.number, e.year, e.book, e.page, e.entered_at, n.body as personal_number from register_entry e join work_item w on w.id = e.work_item_id
         left join register_note n on n.entry_id = e.id and n.kind = 'personal-number' where w.code = $1`,
  values: [ref],
})

type EntryRow = Omit<Entry, 'id'>

/** A result as it will be signed: the same case gives the same bytes, so what was shown can be compared with what is signed. */
export type ResultPaper = {
  result: Result
  pdf: Uint8Array
  sha256: string
  number: { number: string; year: number } | null
}

/** The papers of the results that are to be issued. @throws Refusal 409 before the register entry */
export async function papersOf(
  ctx: Ctx,
  { vault, publicUrl, signing }: Pick<Means, 'vault' | 'publicUrl' | 'signing'>,
  found: Case,
  wanted: readonly ToIssue[],
  registered: Answer | undefined,
  office: Office,
  chosen: Answer | undefined,
): Promise<ResultPaper[]> {
  const [entry] = rowsOf<EntryRow>(registered)
  const naming = { communeName: (commune: string) => office.communes.get(commune), fileName: () => undefined }
  const papers: ResultPaper[] = []
  for (const { result, content } of wanted) {
    if (result.numbering === 'from-register' && entry === undefined) throw new Refusal(409, 'not-in-register')
    if (result.copies !== undefined && chosenFrom(ctx, chosen) === undefined) throw new Refusal(409, 'entry-not-chosen')
    const facts = {
      office: printedOffice(office),
      signer: { authority: office.authority, title: office.signerTitle, name: office.signerName },
      register: entry === undefined ? {} : registerOf(ctx, result, entry),
      dossier: await dossierFacts(ctx, found, result, content),
      entry: entryFacts(ctx, result, chosen),
    }
    const scans = await scansOf(ctx, vault, found, result)
    const data = {
      ...resultData(found.procedure, result.code, found.filed.answers, facts, naming),
      qr: qrSvg(`${publicUrl}/q/${found.trackKey}`),
      verifyUrl: `${publicUrl}/xac-minh`,
      scans: scans.names,
    }
    const now = entry?.entered_at ?? found.submittedAt
    const made = await signing.draft({ template: result.template.typst, data, files: scans.files, now }).catch(unlessUndrawable(scans))
    const number = entry === undefined ? null : { number: numberOf(result, entry), year: entry.year }
    papers.push({ result, ...made, number })
  }
  return papers
}

/** What one fingerprint says of several papers: each of them, in their order. */
export function fingerprintOf(papers: readonly Pick<ResultPaper, 'sha256'>[]): string {
  return papers.map(({ sha256 }) => sha256).join(',')
}

/** "07/2026" of an event, "07/UBND-XNTTHN" of a paper that a register only counts. */
function numberOf({ symbol }: Result, { number, year }: Pick<EntryRow, 'number' | 'year'>): string {
  return `${String(number).padStart(2, '0')}/${symbol ?? year}`
}

function registerOf(ctx: Ctx, result: Result, entry: EntryRow) {
  const told = toldBy(ctx, entry)
  const validUntil = result.valid === undefined ? {} : { validUntil: addMonths(told.registeredOn, result.valid.months) }
  return { ...told, number: numberOf(result, entry), ...validUntil }
}

/** What the dossier says on a paper that prints it; the applicant is asked of the database only then. */
async function dossierFacts(ctx: Ctx, found: Case, result: Result, content: string) {
  const items = Object.values(result.prints).flatMap((print) => (print.from === 'dossier' ? [print.item] : []))
  if (items.length === 0) return {}
  const { procedure, code, filed, submittedAt } = found
  const { name, number = '' } = await applicantOf(machineFor(ctx, found), found.applicant)
  return {
    code,
    procedure: procedure.name.vi,
    procedureCode: procedure.code,
    result: result.name.vi,
    applicant: name,
    applicantNumber: number,
    cases: casesOf(procedure, filed.answers, submittedAt)
      .map((one) => one.name.vi)
      .join('; '),
    submittedOn: `ngày ${dateText(localDate(submittedAt))}`,
    content,
  }
}

/** What the chosen register entry says, for a paper that is its copy; nothing before one was chosen. */
function entryFacts(ctx: Pick<Ctx, 'keys'>, { copies }: Result, answer: Answer | undefined) {
  const chosen = copies === undefined ? undefined : chosenFrom(ctx, answer)
  if (chosen === undefined) return {}
  const { event, columns, agencyName, number, book, date } = chosen
  return { event, columns: JSON.stringify(columns), agency: agencyName, number, book, registeredOn: date }
}

/** The papers as the leader will sign them, for the screen, with the fingerprint of all of them. @throws Refusal 409 before the register entry */
export async function preview(
  ctx: Ctx,
  means: Pick<Means, 'vault' | 'publicUrl' | 'signing'>,
  found: Case,
): Promise<{ papers: readonly ResultPaper[]; sha256: string }> {
  const questions = [entryQuestion(found.code), signerQuestion(ctx.actor.id), proposalQuestion(found.code), chosenQuestion(found.code)]
  const [entry, name, proposal, chosen] = await ask(ctx.pool, ctx.actor, questions)
  const papers = await papersOf(
    ctx,
    means,
    found,
    resultsFrom(ctx, found, proposal),
    entry,
    await officeFrom(ctx, found.unit, name),
    chosen,
  )
  return { papers, sha256: fingerprintOf(papers) }
}

const acrossTheDraft = '#set page(foreground: rotate(-32deg, text(size: 92pt, weight: "bold", fill: rgb(178, 22, 27, 38))[BẢN NHÁP]))\n'

/**
 * The draft that officials and applicants compare: what is not known yet stays empty, nobody has signed, and a word across it says so.
 * @param code which of several results; the first one where nothing is said
 */
export async function draftPaper(
  ctx: Ctx,
  { vault, signing }: Pick<Means, 'vault' | 'signing'>,
  found: Case,
  code?: string,
): Promise<Uint8Array> {
  const [proposal, chosen] = await ask(ctx.pool, ctx.actor, [proposalQuestion(found.code), chosenQuestion(found.code)])
  const wanted = resultsFrom(ctx, found, proposal)
  const { result, content } = wanted.find((one) => one.result.code === code) ?? wanted[0] ?? { result: resultOf(found), content: '' }
  const office = await officeFrom(ctx, found.unit, undefined)
  const naming = { communeName: (commune: string) => office.communes.get(commune), fileName: () => undefined }
  const facts = {
    office: printedOffice(office),
    signer: {},
    register: {},
    dossier: await dossierFacts(ctx, found, result, content),
    entry: entryFacts(ctx, result, chosen),
  }
  const answers = settle(found.procedure, found.filed.answers, found.submittedAt)
  const scans = await scansOf(ctx, vault, found, result)
  const data = { ...resultData(found.procedure, result.code, answers, facts, naming), qr: '', verifyUrl: '', scans: scans.names }
  const template = acrossTheDraft + result.template.typst
  const { pdf } = await signing.paper({ template, data, files: scans.files, now: found.submittedAt }).catch(unlessUndrawable(scans))
  return pdf
}

/** Which result a stored file carries, by the name under which it was stored. */
export function resultOfFile(found: Pick<Case, 'procedure'>, name: string): Result | undefined {
  return found.procedure.results.find(({ code }) => name === resultFile(code)) ?? found.procedure.results[0]
}

/** The name under which the paper of a result is stored. */
export function resultFile(code: string): string {
  return `${code}.pdf`
}
