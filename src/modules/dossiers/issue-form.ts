import { directoryOn, shortUnitName, unitName } from '#modules/directory'
import { keepPaper } from '#modules/papers'
import { act, type Ctx, idAt, later, type Plan, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { qrSvg } from '#platform/pdf'
import { applicantOf } from './applicant.ts'
import type { Case } from './case.ts'
import { attach } from './files.ts'
import { formOf } from './form-of.ts'
import { keyQuestion, type Means, signerFrom } from './issue.ts'
import { issuedRow, nextNumber, onlyOnce } from './issued.ts'
import { aboveOf, headOf } from './office.ts'
import { apologyData, refusalData, type Sheet, type Subject, stopData, supplementData } from './papers/index.ts'
import { getCase } from './store/load.ts'

/** The office's forms that an act brings about, and the act whose reasons they carry. */
const origins = { supplement: 'askForMore', refusal: 'refuse', apology: 'apologise', stop: 'stop' } as const
export type FormKind = keyof typeof origins

/** Whether a job's payload names one of the forms. */
export function isFormKind(form: string | undefined): form is FormKind {
  return form !== undefined && form in origins
}

/** Leaves the form to a job: an act is not held up by the time-stamping authority. */
export function formLater(found: Pick<Case, 'id' | 'unit' | 'system'>, form: FormKind): Statement {
  return later('issue-form', { item: found.id, unit: found.unit, system: found.system, form })
}

type Origin = { id: Id; params: Record<string, unknown>; private: Buffer | null }
type Reasons = { reason?: string; basis?: string; elsewhere?: string; leaderReason?: string; defects?: { code: string; note: string }[] }
type Contact = { phone: string; address: string }

/**
 * Issues one of the forms 02 to 05 (TT 03/2025/TT-VPCP, annex I): set from the act's own reasons, sealed by the agency, with number and
 * date filled together with the seal. When the authorities do not answer, the job is tried again and no number is spent.
 */
export async function issueForm(ctx: Ctx, means: Means, item: Id, form: FormKind): Promise<void> {
  const found = await getCase(ctx, item)
  const [origin, contact, key] = await ask(ctx.pool, ctx.actor, [
    {
      text: 'select id, params, private from act where work_item_id = $1 and name = $2 order by seq desc limit 1',
      values: [item, origins[form]],
    },
    {
      text: "select c.phone, c.address from unit u join unit_contact c on c.unit_id = u.id where u.id = $1 or (u.parent_id = $1 and u.level = 'centre') order by (u.level = 'centre') desc limit 1",
      values: [found.unit],
    },
    keyQuestion('agency', found.code, ctx.actor),
  ])
  const [from] = rowsOf<Origin>(origin)
  if (from === undefined) throw new Error(`no act brought about form ${form}`)
  const reasons = from.private === null ? {} : ctx.keys.openJson<Reasons>(from.private, 'act.private')
  const data = await dataOf(ctx, means, found, form, from, reasons, rowsOf<Contact>(contact)[0])
  const own = formOf(found.procedure, form)
  const paper = await means.signing.draft({ template: own.typst, data, now: ctx.now })
  const number = await nextNumber(ctx, found.unit, `form-${own.form}`, own.symbol)
  const signed = await means.signing.signAgency({
    pdf: paper.pdf,
    signer: await signerFrom(ctx, means, key),
    at: ctx.now,
    block: { kind: 'seal', unit: unitName((await directoryOn(ctx)).getUnit(found.unit), localDate(ctx.now)) },
    fills: { number: number.number, date: localDate(ctx.now) },
  })
  if (!signed.ok) throw new Refusal(503, `signing-${signed.problem}`)
  await act(ctx, [], () => planOf(ctx, means, found, form, from.id, number, signed)).catch(unlessIssued)
}

async function planOf(
  ctx: Ctx,
  means: Means,
  found: Case,
  form: FormKind,
  of: Id,
  number: Awaited<ReturnType<typeof nextNumber>>,
  signed: Extract<Awaited<ReturnType<Means['signing']['signAgency']>>, { ok: true }>,
): Promise<Plan<{ ok: true }>> {
  const id = idAt(ctx.now)
  const { system, unit } = found
  const own = formOf(found.procedure, form)
  const name = `mau-${own.form}-${found.code}.pdf`
  const made = await keepPaper(ctx, means.vault, { case: found.id, system, unit, name, mediaType: 'application/pdf', bytes: signed.pdf })
  const row = {
    item: found.id,
    system,
    unit,
    kind: `form-${own.form}`,
    template: `form-${own.form}`,
    file: made.file,
  }
  return {
    act: { name: 'issueForm', item: found.id, system, unit, params: { form, of, number: number.number } },
    id,
    before: [onlyOnce(found.id, form, of), number.guard],
    after: [
      ...made.statements,
      ...attach(ctx, [{ file: made.file, component: `form:${form}:${number.number}` }], found, id),
      issuedRow(ctx, { ...row, stage: 'sealed', sha256: made.sha256, number, post: null, act: id, signed }),
    ],
    answer: { ok: true },
  }
}

function unlessIssued(error: unknown): void {
  if (!(error instanceof Refusal && error.reason === 'form-issued')) throw error
}

async function dataOf(
  ctx: Ctx,
  means: Means,
  found: Case,
  form: FormKind,
  from: Origin,
  reasons: Reasons,
  contact: Contact | undefined,
): Promise<unknown> {
  const { procedure } = found
  const shared = { sheet: await sheetOf(ctx, means, found), subject: await subjectOf(ctx, found), contact: contactText(contact) }
  const received = found.receivedAt ?? found.submittedAt
  const reason = reasons.reason ?? ''
  switch (form) {
    case 'supplement': {
      const items = (reasons.defects ?? []).flatMap(({ code, note }) => {
        const known = procedure.defects.find((one) => one.code === code)
        return known === undefined
          ? []
          : [{ what: known.text.vi, how: known.remedy.vi, basis: known.basis, ...(note === '' ? {} : { note }) }]
      })
      const again = reasons.leaderReason ? { leader: 'lãnh đạo đơn vị', reason: reasons.leaderReason } : undefined
      return supplementData({ ...shared, items, ...(again === undefined ? {} : { again }) })
    }
    case 'refusal':
      return refusalData({ ...shared, reason, basis: reasons.basis ?? '', elsewhere: reasons.elsewhere ?? '' })
    case 'apology':
      return apologyData({
        ...shared,
        receivedAt: received,
        promisedAt: text(from.params.old),
        newDueAt: text(from.params.due),
        reason,
        answerable: shared.sheet.office,
      })
    case 'stop':
      return stopData({
        ...shared,
        receivedAt: received,
        askedBy: 'office',
        reason,
        basis: reasons.basis ?? procedure.basis,
        stage: procedure.steps[found.step]?.task.vi ?? '',
        feesAndPapers:
          'Giấy tờ bản chính đã nộp được trả lại tại nơi tiếp nhận; khoản đã thu được xử lý theo quy định của từng loại phí, lệ phí.',
      })
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function contactText(contact: Contact | undefined): string {
  return contact === undefined ? 'nơi tiếp nhận hồ sơ' : `nơi tiếp nhận hồ sơ, ${contact.address}, điện thoại ${contact.phone}`
}

async function sheetOf(ctx: Ctx, { publicUrl }: Means, found: Case): Promise<Sheet> {
  const directory = await directoryOn(ctx)
  const today = localDate(ctx.now)
  const unit = directory.getUnit(found.unit)
  const centre = directory.centreOf(found.unit)
  return {
    above: headOf(unitName(centre === undefined ? aboveOf(directory, unit) : unit, today)),
    office: headOf(unitName(centre ?? unit, today)),
    place: shortUnitName(directory.communeServed(unit), today).replace(/^(Phường|Xã|Đặc khu) /, ''),
    signer: { authority: '', title: '', name: '' },
    qr: qrSvg(`${publicUrl}/q/${found.trackKey}`),
    verifyUrl: `${publicUrl}/xac-minh`,
  }
}

async function subjectOf(ctx: Ctx, found: Case): Promise<Subject> {
  return {
    dossier: found.code,
    procedure: { code: found.procedure.code, name: found.procedure.name.vi },
    applicant: await applicantOf(ctx, found.applicant),
  }
}
