import { directoryOn } from '#modules/directory'
import { type Answers, holds, isPlace, type Part, type Procedure, revisionOf, settle, takenFrom } from '#modules/procedures'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Brought } from './files.ts'
import { type Entry, toldBy } from './register-place.ts'
import { submit } from './submit.ts'
import { type AskedOnce, answersFor, assertComplete, partRow, procedureOf, provenanceFor } from './thread.ts'

/** With an issued result: whatever part of a life event waits for it is opened by a job. Nothing for an ordinary case. */
export const goOnWithThread = (item: Id): Statement => ({
  text: `select later('continue-thread', json_build_object('thread', t.thread_id, 'after', t.part, 'unit', t.thread_unit, 'system', t.thread_system), null, null)
         from thread_part t where t.work_item_id = $1`,
  values: [item],
})

type ThreadRow = {
  id: Id
  procedure_code: string
  revision: number
  applicant_id: Id
  submitter_id: Id
  system: string
  unit_id: Id
  filed: Buffer
}

const questions = (thread: Id, after: string): Statement[] => [
  {
    text: 'select id, procedure_code, revision, applicant_id, submitter_id, system, unit_id, filed from thread where id = $1',
    values: [thread],
  },
  { text: 'select part from thread_part where thread_id = $1', values: [thread] },
  {
    text: `select e.number, e.year, e.book, e.page, e.entered_at, n.body as personal_number from thread_part t join register_entry e on e.work_item_id = t.work_item_id
           left join register_note n on n.entry_id = e.id and n.kind = 'personal-number' where t.thread_id = $1 and t.part = $2`,
    values: [thread, after],
  },
  {
    text: `select u.file_id, u.component from thread_part t join file_use u on u.work_item_id = t.work_item_id where t.thread_id = $1 and t.part = $2
             and not exists (select from file_use_end e where e.file_id = u.file_id and e.work_item_id = u.work_item_id and e.component = u.component)`,
    values: [thread, after],
  },
]

/**
 * Opens every part of a life event that waited for the result of `after` (a job). Asked again it finds its work done; a part that cannot
 * be opened yet fails this run alone and is tried again, the others stay open.
 */
export async function continueThread(ctx: Ctx, thread: Id, after: string): Promise<void> {
  const [rows, opened, entries, uses] = await ask(ctx.pool, ctx.actor, questions(thread, after))
  const [row] = rowsOf<ThreadRow>(rows)
  if (row === undefined) throw new Refusal(404, 'no-such-thread')
  const event = await revisionOf(ctx, row.procedure_code, row.revision)
  const asked = ctx.keys.openJson<AskedOnce>(row.filed, 'thread.filed')
  const there = new Set(rowsOf<{ part: string }>(opened).map(({ part }) => part))
  const answers = event === undefined ? {} : settle(event, asked.answers, ctx.now)
  const waiting = (event?.parts ?? []).filter((part) => part.after === after && !there.has(part.id) && holds(part.when, answers))
  const [entry] = rowsOf<Omit<Entry, 'id'>>(entries)
  const files = rowsOf<{ file_id: Id; component: string }>(uses).map((use): Brought => ({ file: use.file_id, component: use.component }))
  for (const part of waiting) await openPart(ctx, row, part, { ...asked, answers }, entry === undefined ? {} : toldBy(ctx, entry), files)
}

async function openPart(
  ctx: Ctx,
  thread: ThreadRow,
  part: Part,
  asked: AskedOnce,
  entry: Readonly<Partial<Record<string, string>>>,
  files: readonly Brought[],
): Promise<void> {
  const procedure = await procedureOf(ctx, part)
  const unit = await unitFor(ctx, thread, part, procedure, asked.answers)
  const answers = answersFor(part, procedure, asked.answers, entry)
  assertComplete(ctx, procedure, answers)
  // It reads where the thread began and writes where the part lies.
  const both = contextFor(ctx, { ...ctx.actor, units: [...new Set([unit, thread.unit_id])] }, ctx.now)
  const place = { thread: thread.id, part: part.id, threadUnit: thread.unit_id, threadSystem: thread.system, unit }
  const filed = await submit(both, {
    procedure,
    answers,
    provenance: provenanceFor(part, procedure, asked.answers, asked.provenance),
    channel: 'online',
    unit,
    receivingUnit: unit,
    applicant: thread.applicant_id,
    submitter: thread.submitter_id,
    files: files.filter(({ component }) => procedure.fields[component]?.kind === 'upload'),
    trackBy: asked.trackBy,
    words: asked.words,
    alongside: (opened) => [partRow(both, place, opened)],
  })
  if (!filed.ok) throw new Error(`part ${part.id} was refused after it was found complete`)
}

async function unitFor(ctx: Ctx, thread: ThreadRow, part: Part, procedure: Procedure, answers: Answers): Promise<Id> {
  const directory = await directoryOn(ctx)
  const named = part.lies === undefined ? undefined : takenFrom(part.lies, answers)
  const home = directory.communeServed(directory.getUnit(thread.unit_id)).code
  const commune = named !== undefined && isPlace(named) ? (named.commune ?? home) : home
  const unit = directory.servingUnit(commune, procedure.counter)
  if (unit === undefined) throw new Refusal(422, 'no-such-unit')
  return unit.id
}
