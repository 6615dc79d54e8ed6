import { type Channel, confirmDraft, enter, propose, receive, seal, sign, submit } from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import { type Answers, inForce } from '#modules/procedures'
import { asActor } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { people } from '#sandbox'
import { type BirthWorld, smallPdf } from './birth.ts'
import type { Office, Somebody } from './world.ts'

type Filing = {
  procedure: string
  answers: Answers
  /** Uploads to make: each becomes a file of its own. */
  uploads?: readonly string[]
  who?: Somebody
  unit?: Id
  channel?: Channel
  now?: string
}

/** Files any procedure of the catalogue for a citizen of the cast, with a small file for each upload. */
export async function fileAny(w: BirthWorld, filing: Filing): Promise<{ code: string; trackKey: string }> {
  const { who = w.hong, unit = w.units.a, channel = 'online', now = w.now, uploads = [] } = filing
  const ctx = w.as(who, { now })
  const procedure = await inForce(ctx, filing.procedure, now.slice(0, 10))
  if (procedure === undefined) throw new Error(`${filing.procedure} is not in force`)
  const draft = newId(Date.parse(now))
  await w.pool.trip([
    asActor(ctx.actor),
    {
      text: 'insert into draft (id, account_id, party_id, procedure_code, revision, answers, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      values: [draft, who.account, who.person, procedure.code, procedure.revision, w.keys.sealJson({}, 'draft.answers'), now],
    },
  ])
  const files: { file: Id; component: string }[] = []
  for (const field of uploads) {
    const stored = await storeWhole(ctx, w.vault, { draft, field, name: `${field}.pdf`, bytes: [smallPdf] })
    if (!stored.ok) throw new Error(`${field} was refused: ${stored.fault}`)
    files.push({ file: stored.file, component: field })
  }
  const attached = Object.fromEntries(files.map(({ file, component }) => [component, [file]]))
  const person = people.find(({ key }) => key === who.key)
  const filed = await submit(ctx, {
    procedure,
    answers: { ...filing.answers, ...attached },
    provenance: {},
    channel,
    unit,
    receivingUnit: unit,
    applicant: who.person,
    submitter: who.person,
    files,
    draft,
    trackBy: { bornOn: person?.bornOn ?? '', number: person?.number ?? '' },
    words: [who.name],
  })
  if (!filed.ok) throw new Error(`not filed: ${JSON.stringify(filed.problems)}`)
  return filed
}

/** Carries a case of the registry from the first desk to the sealed paper, every act by the one whose act it is. */
export async function carryToSeal(w: BirthWorld, code: string, { who = w.hong, office = w.a }: { who?: Somebody; office?: Office } = {}) {
  await receive(w.as(office.receptionist), code)
  await propose(w.as(office.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(who), code)
  await sealFrom(w, code, office)
}

/** From the register on. */
export async function sealFrom(w: BirthWorld, code: string, office: Office = w.a): Promise<void> {
  await enter(w.as(office.registrar), code)
  await w.runJobs()
  await sign(w.as(office.chair), w.means, code, undefined)
  await seal(w.as(office.clerk), w.means, code)
  await w.runJobs()
}

/** The sealed result of a case. */
export async function sealedPaper(w: BirthWorld, code: string): Promise<Uint8Array> {
  const { key } = await w.db
    .selectFrom('issued_paper')
    .innerJoin('stored_file', 'stored_file.id', 'issued_paper.file_id')
    .innerJoin('work_item', 'work_item.id', 'issued_paper.work_item_id')
    .where('work_item.code', '=', code)
    .where('stage', '=', 'sealed')
    .where('issued_paper.kind', 'like', 'result%')
    .select('stored_file.key')
    .executeTakeFirstOrThrow()
  const chunks: Uint8Array[] = []
  for await (const chunk of await w.vault.store.open(key)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
