import { directoryOn, unitName } from '#modules/directory'
import { factsOfFiles, keepPaper, verifyStored } from '#modules/papers'
import { componentsFor, howText, type PaperNeeded, valueText } from '#modules/procedures'
import { act, type Ctx, idAt, type Plan, Refusal, refuseUnless } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { qrSvg } from '#platform/pdf'
import { moneyText } from '#platform/text'
import { applicantOf } from './applicant.ts'
import type { Case } from './case.ts'
import { namedOnReceipt } from './counter/named-on-receipt.ts'
import { feeStateOf } from './fees.ts'
import { attach } from './files.ts'
import { formOf } from './form-of.ts'
import type { Means } from './issue.ts'
import { machineFor } from './machine.ts'
import { aboveOf, communeNames, headOf } from './office.ts'
import { type HandedIn, type Receipt, receiptData } from './papers/index.ts'
import { refuseUnlessMay } from './policy.ts'
import { evidenceOf } from './proofs.ts'
import { getCase } from './store/load.ts'
import { timeOf } from './term.ts'
import { termText } from './term-text.ts'

const component = 'receipt'

/** What making a receipt needs from outside the database. */
export type ReceiptMeans = Pick<Means, 'vault' | 'publicUrl' | 'signing'>

type Made = { file: Id }

/** What a receipt rests on: the newest one, and whether something has happened since that it must say. */
const standing = (item: Id): Statement => ({
  text: `select r.file_id, not exists (select from act a where a.work_item_id = $1 and a.name in ('receive', 'supplement') and a.at > r.at) as current
         from issued_paper r where r.work_item_id = $1 and r.kind = 'receipt' order by r.at desc, r.id desc limit 1`,
  values: [item],
})

const broughtFiles = (item: Id): Statement => ({
  text: `select u.file_id from file_use u join stored_file f on f.id = u.file_id where u.work_item_id = $1 and f.scan <> 'made-here'
         and not exists (select from file_use_end e where e.file_id = u.file_id and e.work_item_id = u.work_item_id and e.component = u.component)
         order by u.at, u.component, u.file_id`,
  values: [item],
})

/**
 * The receipt of a dossier (Mẫu 01) as it stands now: made where there is none yet, and made anew when the office has received the
 * dossier or more was handed in since.
 * @throws Refusal 404 for a dossier that is not the actor's
 */
export async function receiptOf(ctx: Ctx, means: ReceiptMeans, code: string): Promise<Id> {
  const found = await getCase(ctx, code)
  refuseUnlessMay('read', found, ctx.actor)
  return prepareReceipt(machineFor(ctx, found), means, found.id)
}

/** The same as a job, straight after the submission. Every file is read to its last byte before its name stands on paper. */
export async function prepareReceipt(ctx: Ctx, means: ReceiptMeans, item: Id): Promise<Id> {
  const ready = await currentReceipt(ctx, item)
  if (ready !== undefined) return ready
  const found = await getCase(ctx, item)
  const paper = await paperOf(ctx, means, found)
  try {
    const { file } = await act<Made>(ctx, [], () => plan(ctx, means, found, paper))
    return file
  } catch (error) {
    const made = error instanceof Refusal && error.reason === 'receipt-made' ? await currentReceipt(ctx, item) : undefined
    if (made === undefined) throw error
    return made
  }
}

async function currentReceipt(ctx: Ctx, item: Id): Promise<Id | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [standing(item)])
  const [row] = rowsOf<{ file_id: Id; current: boolean }>(answer)
  return row?.current ? row.file_id : undefined
}

async function plan(ctx: Ctx, { vault }: Pick<Means, 'vault'>, found: Case, bytes: Uint8Array): Promise<Plan<Made>> {
  const id = idAt(ctx.now)
  const { system, unit } = found
  const name = `giay-tiep-nhan-${found.code}.pdf`
  const made = await keepPaper(ctx, vault, { case: found.id, system, unit, name, mediaType: 'application/pdf', bytes })
  return {
    act: { name: 'issueReceipt', item: found.id, system, unit, params: { sha256: made.sha256.toString('hex') } },
    id,
    before: [
      refuseUnless(
        `not exists (select from issued_paper r where r.work_item_id = $1 and r.kind = 'receipt'
           and not exists (select from act a where a.work_item_id = $1 and a.name in ('receive', 'supplement') and a.at > r.at))`,
        [found.id],
        'receipt-made',
      ),
    ],
    after: [
      ...made.statements,
      ...attach(ctx, [{ file: made.file, component }], found, id),
      {
        text: `insert into issued_paper (id, work_item_id, kind, template, stage, file_id, sha256, act_id, system, unit_id, at)
               values ($1, $2, 'receipt', $3, 'issued', $4, $5, $6, $7, $8, $9)`,
        values: [
          idAt(ctx.now),
          found.id,
          `form-${formOf(found.procedure, 'receipt').form}`,
          made.file,
          made.sha256,
          id,
          system,
          unit,
          ctx.now,
        ],
      },
    ],
    answer: { file: made.file },
  }
}

async function paperOf(ctx: Ctx, { vault, publicUrl, signing }: ReceiptMeans, found: Case): Promise<Uint8Array> {
  const data = receiptData(await receiptFrom(ctx, vault, publicUrl, found))
  return (await signing.paper({ template: formOf(found.procedure, 'receipt').typst, data, now: ctx.now })).pdf
}

async function receiptFrom(ctx: Ctx, vault: Means['vault'], publicUrl: string, found: Case): Promise<Receipt> {
  const { procedure, filed, receivedAt, dueAt } = found
  const today = localDate(ctx.now)
  const directory = await directoryOn(ctx)
  // Mẫu 01 is the paper of the counter that took it in, which need not be the competent unit's.
  const unit = directory.getUnit(found.channel === 'counter' ? found.receivingUnit : found.unit)
  const centre = directory.centreOf(unit.id)
  const { receiver, ...others } = await namedOnReceipt(ctx, found)
  const naming = {
    language: 'vi',
    communeName: (code: string) => communeNames(directory, today).get(code),
    fileName: () => undefined,
  } as const
  const { receiveBy } = procedure.fields
  const place = communeNames(directory, today).get(directory.communeServed(unit).code)?.split(',')[0] ?? ''
  return {
    sheet: {
      above: headOf(unitName(centre === undefined ? aboveOf(directory, unit) : unit, today)),
      office: headOf(centre === undefined ? unitName(unit, today) : unitName(centre, today)),
      place: place.replace(/^(Phường|Xã|Đặc khu) /, ''),
      number: `${found.code}/${formOf(procedure, 'receipt').symbol}`,
      date: localDate(receivedAt ?? found.submittedAt),
      signer: { authority: '', title: '', name: receiver },
      qr: qrSvg(`${publicUrl}/q/${found.trackKey}`),
      verifyUrl: `${publicUrl}/xac-minh`,
    },
    subject: {
      dossier: found.code,
      procedure: { code: procedure.code, name: procedure.name.vi },
      applicant: await applicantOf(ctx, found.applicant),
    },
    ...others,
    ...(unit.id === found.unit ? {} : { decidedBy: unitName(directory.getUnit(found.unit), today) }),
    components: (await componentsOf(ctx, found)).flatMap((one) => handedIn(found, one)),
    files: (await filesOf(ctx, vault, found)).map(({ name, size, sha256 }) => ({ name, bytes: size, sha256 })),
    sets: 1,
    fees: await feesOn(ctx, found),
    within: termText(timeOf(found), 'vi'),
    filedAt: found.submittedAt,
    ...(receivedAt === null ? {} : { receivedAt }),
    ...(dueAt === null ? {} : { dueAt }),
    returned: receiveBy === undefined ? '' : valueText(receiveBy, filed.answers.receiveBy, naming),
  }
}

/** What is owed, as Mẫu 01 prints it. */
async function feesOn(ctx: Ctx, found: Case): Promise<Receipt['fees']> {
  const { lines, total } = (await feeStateOf(ctx, found)).due
  return {
    lines: lines.map((line) => ({
      name: line.fee.name.vi,
      amount: line.dong === null ? 'chưa xác định' : moneyText(line.dong),
      how: line.dong === null ? 'nơi tiếp nhận thông báo' : howText(line, 'vi'),
    })),
    total: total === null ? 'do nơi tiếp nhận thông báo' : total === 0n ? 'không phải nộp' : moneyText(total),
  }
}

async function componentsOf(ctx: Ctx, found: Case): Promise<PaperNeeded[]> {
  const lookUps = await ctx.db
    .selectFrom('look_up')
    .innerJoin('dossier', 'dossier.draft_id', 'look_up.draft_id')
    .where('dossier.work_item_id', '=', found.id)
    .select(['look_up.component', 'look_up.status'])
    .execute()
  const { answers, provenance, shown = [] } = found.filed
  const evidence = evidenceOf(found.procedure, lookUps)
  return componentsFor(found.procedure, answers, { now: found.submittedAt, known: provenance, evidence, shown })
}

const shownAs: Partial<Record<PaperNeeded['standing'], HandedIn>> = {
  attached: 'electronic',
  data: 'data',
  made: 'form',
  lookedUp: 'data',
  shown: 'shown',
}

/** What was scanned at a counter was handed in on paper; what was only shown is listed with its return. */
function handedIn({ channel }: Case, { component: { name, originals }, standing: how }: PaperNeeded): Receipt['components'] {
  const onPaper = channel === 'counter' && how === 'attached'
  const as = onPaper ? (originals > 0 ? 'original' : 'copy') : shownAs[how]
  return as === undefined ? [] : [{ name: name.vi, count: 1, as }]
}

/** @throws Error when a stored file is not what was acknowledged: then no receipt is made, and an operator sees the failed job */
async function filesOf(ctx: Ctx, vault: Means['vault'], found: Case) {
  const [answer] = await ask(ctx.pool, ctx.actor, [broughtFiles(found.id)])
  const ids = rowsOf<{ file_id: Id }>(answer).map((row) => row.file_id)
  const verified = await verifyStored(ctx, vault, ids)
  if (!verified.ok) throw new Error(`a receipt for ${found.code} would list a file that is ${verified.problems[0]?.reason}`)
  return factsOfFiles(ctx, ids)
}
