import {
  askForMore,
  beginDraft,
  confirmDraft,
  consult,
  deliver,
  enter,
  fillKnown,
  getCase,
  propose,
  receive,
  refuse,
  savePage,
  seal,
  sign,
} from '#modules/dossiers'
import { beginUpload, receive as receiveBytes, storeWhole } from '#modules/papers'
import { inForce } from '#modules/procedures'
import { type Id, newId } from '#platform/id'
import { personCalled } from '#sandbox'
import { fileBirth, smallPdf } from '../birth.ts'
import { askForCopies } from '../extract.ts'
import type { Subject } from './request.ts'
import type { Desk, PolicyWorld } from './world.ts'

const steps = ['submitted', 'received', 'draft', 'toEnter', 'toSign', 'toSeal', 'ready', 'delivered'] as const

/** Where a case of Hồng's stands. */
export type State = (typeof steps)[number] | 'asked' | 'toRefuse'

/** On whose desk a case lies there. */
export const deskAt: Record<State, Desk> = {
  submitted: 'receptionist',
  received: 'registrar',
  asked: 'registrar',
  draft: 'registrar',
  toEnter: 'registrar',
  toSign: 'chair',
  toSeal: 'clerk',
  ready: 'receptionist',
  delivered: 'receptionist',
  toRefuse: 'supervisor',
}

/** A fresh case of commune `a`, or one that lies with the old ward that became part of it. */
export async function caseAt(w: PolicyWorld, state: State, lies: 'own' | 'predecessor' = 'own'): Promise<Subject> {
  const filed = await fileBirth(w, { childName: newName() })
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  const { code, id, trackKey } = filed
  await walkTo(w, code, state)
  if (lies === 'predecessor') {
    await settleJobs(w)
    await lieWith(w, id, w.predecessor)
  }
  return { code, id, trackKey }
}

const syllables = ['An', 'Bảo', 'Châu', 'Diệp', 'Giang', 'Hạnh', 'Khánh', 'Linh', 'Minh', 'Ngân']
let born = 0

/** Every case is of another child: a personal number is given once. */
function newName(): string {
  born += 1
  return ['Trần', 'Nguyễn', ...[...String(born).padStart(4, '0')].map((digit) => syllables[Number(digit)])].join(' ')
}

async function walkTo(w: PolicyWorld, code: string, state: State): Promise<void> {
  const { a } = w
  if (state === 'submitted') return
  await receive(w.as(a.receptionist), code)
  if (state === 'asked') {
    await askForMore(w.as(a.registrar), code, [{ code: 'KS01' }], undefined)
    return
  }
  if (state === 'toRefuse') {
    await refuse(w.as(a.registrar), code, { reason: 'Trẻ đã được đăng ký khai sinh', basis: 'Luật Hộ tịch, Điều 12' })
    return
  }
  const last = steps.indexOf(state)
  const acts = [
    () => propose(w.as(a.registrar), code, 'Đủ điều kiện'),
    () => confirmDraft(w.as(w.hong), code),
    () => enter(w.as(a.registrar), code).then(() => settleJobs(w)),
    () => sign(w.as(a.chair), w.means, code, undefined),
    () => seal(w.as(a.clerk), w.means, code),
    () => deliver(w.as(a.receptionist), code, 'online'),
  ]
  for (const act of acts.slice(0, last - 1)) await act()
}

/** Does what waits, but for the office's own papers and what follows for a case that lies with the old ward: no door needs them. */
export async function settleJobs(w: PolicyWorld): Promise<void> {
  await w.owner.trip([
    {
      text: `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
             where t.id = j.task_id and (t.identifier = 'issue-form' or j.payload->>'unit' = $1)`,
      values: [w.predecessor],
    },
  ])
  await w.runJobs()
}

/** Everything of a case is put with another unit, as it was before a merger. The posts on whose desks it lies are those of today. */
export async function lieWith(w: PolicyWorld, item: Id, unit: Id): Promise<void> {
  const [found] = await w.owner.trip([
    {
      text: `select a.table_name as name from information_schema.columns a join information_schema.columns b using (table_schema, table_name)
             where a.table_schema = 'public' and a.column_name = 'work_item_id' and b.column_name = 'unit_id'`,
      values: [],
    },
  ])
  const tables = (found?.rows ?? []) as { name: string }[]
  await w.owner.trip([
    { text: 'update work_item set unit_id = $2 where id = $1', values: [item, unit] },
    ...tables.map(({ name }) => ({ text: `update ${name} set unit_id = $2 where work_item_id = $1`, values: [item, unit] })),
  ])
}

/** A question of commune `a` that lies with commune `b`. */
export async function questionAt(w: PolicyWorld): Promise<Subject> {
  const { code, id = '' } = await caseAt(w, 'received')
  await consult(w.as(w.a.registrar), code ?? '', { consultation: 'marriage', toUnit: w.units.b, text: 'Đề nghị tra sổ kết hôn.' })
  await settleJobs(w)
  const row = await w.db
    .selectFrom('consultation')
    .innerJoin('work_item', 'work_item.id', 'consultation.work_item_id')
    .where('parent_id', '=', id)
    .select('work_item.code')
    .executeTakeFirstOrThrow()
  return { code: row.code }
}

const answers: readonly (readonly [string, Record<string, string>])[] = [
  ['nguoi-nop', { relation: 'mother' }],
  ['tre', { childName: 'Trần Nguyễn Hải Đăng', childBornOn: '14/11/2026', childSex: 'male' }],
  ['noi-sinh', { bornIn: 'facility', birthFacility: 'Bệnh viện Sản Nhi mẫu', 'birthPlace-commune': '09187' }],
  ['cha-me', { parents: 'married', surrogacy: 'no' }],
  ['dan-toc', { childEthnicity: '01', hometownFrom: 'father' }],
  ['giay-to', { proof: 'clinic', clinicNoteNumber: '00001.GCS.99027.26' }],
  ['nhan-ket-qua', { receiveBy: 'online' }],
  ['cam-doan', { truthful: 'yes' }],
]

/** A draft of Hồng's with what is known filled in; `answered`: ready to be filed. */
export async function draftOf(w: PolicyWorld, { answered = false } = {}): Promise<Subject> {
  const ctx = w.as(w.hong)
  const procedure = await inForce(ctx, '1.001193', w.now.slice(0, 10))
  if (procedure === undefined) throw new Error('birth registration is not in force')
  const id = await beginDraft(ctx, procedure, w.units.a)
  await fillKnown(ctx, w.sources, id)
  if (!answered) return { id }
  for (const [page, raw] of answers) {
    await savePage(ctx, id, page, raw)
    await fillKnown(ctx, w.sources, id)
  }
  await storeWhole(ctx, w.vault, { draft: id, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  return { id }
}

/** An upload of Hồng's for a draft or a case: announced, or with all its bytes. */
export async function uploadOf(w: PolicyWorld, container: Id, { arrived = false } = {}): Promise<string> {
  const ctx = w.as(w.hong)
  const begun = await beginUpload(ctx, { draft: container, field: 'clinicNote', name: 'giay-chung-sinh.pdf', size: smallPdf.length })
  if (!begun.ok) throw new Error(begun.fault)
  if (arrived) await receiveBytes(ctx, w.vault, begun.upload, 0, [smallPdf])
  return begun.upload
}

/** The paper that Hồng handed in with a case. */
export async function paperOf(w: PolicyWorld, id: string): Promise<string> {
  const row = await w.db
    .selectFrom('file_use')
    .where('work_item_id', '=', id)
    .where('component', '=', 'clinicNote')
    .select('file_id')
    .executeTakeFirstOrThrow()
  return row.file_id
}

/** A case on whose desk the e-paper says another birth date than what was declared. */
export async function caseWithMismatch(w: PolicyWorld, lies: 'own' | 'predecessor' = 'own'): Promise<Subject> {
  const { code = '', id = '' } = await caseAt(w, 'received')
  const lookUp = newId(Date.parse(w.now))
  const result = w.keys.sealJson({ status: 'match', items: { 'birthNote.bornOn': '2026-11-11' } }, 'look_up.result')
  await w.owner.trip([
    {
      text: `insert into look_up (id, work_item_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, unit_id, at)
             values ($1, $2, $3, 'vneid-wallet', '1.001193', 'clinicNote', 'match', $9, $4, $5, $6, 'state', $7, $8)`,
      values: [lookUp, id, w.hong.person, result, Buffer.alloc(32), w.hong.account, w.units.a, w.now, lookUp],
    },
  ])
  if (lies === 'predecessor') {
    await settleJobs(w)
    await lieWith(w, id, w.predecessor)
  }
  return { code, id }
}

/** A look-up that stands for a paper of a case. */
export async function lookUpOf(w: PolicyWorld, code: string): Promise<string> {
  const found = await getCase(w.as(w.hong), code)
  const id = newId(Date.parse(w.now))
  const result = w.keys.sealJson({ status: 'match', fields: { name: w.minh.name }, differs: [] }, 'look_up.result')
  await w.owner.trip([
    {
      text: `insert into look_up (id, draft_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, at)
             select $1, d.draft_id, $2, 'population', '1.001193', 'identity', 'match', $8, $3, $4, $5, 'state', $6 from dossier d where d.work_item_id = $7`,
      values: [id, w.hong.person, result, Buffer.alloc(32), w.hong.account, w.now, found.id, id],
    },
  ])
  return id
}

/** A request for copies of Hồng's marriage entry, where the registrar searches for it. */
export async function copyAt(w: PolicyWorld, lies: 'own' | 'predecessor'): Promise<Subject> {
  const hong = personCalled('hong')
  const code = await askForCopies(w, { kind: 'marriage', relation: 'self', subjectName: hong.name, subjectBornOn: hong.bornOn })
  const { id } = await w.db.selectFrom('work_item').where('code', '=', code).select('id').executeTakeFirstOrThrow()
  if (lies === 'predecessor') {
    await settleJobs(w)
    await lieWith(w, id, w.predecessor)
  }
  return { code, id }
}
