import { type Procedure, revisionOf } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import { type Id, isId } from '#platform/id'
import type { Status } from '../case.ts'
import type { AskedOnce } from '../thread.ts'

/** A dossier of a thread as its owner sees it. */
export type OpenedPart = {
  readonly part: string
  readonly code: string
  readonly unit: Id
  readonly status: Status
  readonly step: string
  readonly openedAt: string
  readonly dueAt: string | null
  readonly promisedAt: string | null
  readonly closedAt: string | null
}

/** A life event that was filed: what was asked once, and the dossiers that have grown from it so far. */
export type Thread = {
  readonly id: Id
  readonly procedure: Procedure
  readonly unit: Id
  readonly filedAt: string
  readonly asked: AskedOnce
  readonly parts: readonly OpenedPart[]
}

type ThreadRow = { id: Id; procedure_code: string; revision: number; unit_id: Id; filed: Buffer; at: string }
type PartRow = {
  thread_id: Id
  part: string
  code: string
  unit_id: Id
  status: Status
  step: string
  at: string
  due_at: string | null
  promised_at: string | null
  closed_at: string | null
}

const threadColumns = 'select t.id, t.procedure_code, t.revision, t.unit_id, t.filed, t.at from thread t'
const partColumns = `select p.thread_id, p.part, w.code, p.unit_id, s.status, s.step, p.at, s.due_at, s.promised_at, s.closed_at
  from thread_part p join work_item w on w.id = p.work_item_id join work_state s on s.work_item_id = w.id`

/** @throws Refusal 404 for one that is not the reader's own */
export async function getThread(ctx: Ctx, id: string): Promise<Thread> {
  if (!isId(id)) throw new Refusal(404, 'no-such-dossier')
  const [threads, parts] = await ask(ctx.pool, ctx.actor, [
    { text: `${threadColumns} where t.id = $1`, values: [id] },
    { text: `${partColumns} where p.thread_id = $1 order by p.at, p.part`, values: [id] },
  ])
  const [row] = rowsOf<ThreadRow>(threads)
  if (row === undefined) throw new Refusal(404, 'no-such-dossier')
  return threadFrom(ctx, row, rowsOf<PartRow>(parts))
}

/** The thread to which a dossier belongs; undefined for one that was filed by itself. */
export async function threadOf(ctx: Ctx, item: Id): Promise<Id | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select thread_id from thread_part where work_item_id = $1', values: [item] }])
  return rowsOf<{ thread_id: Id }>(answer)[0]?.thread_id
}

/** The reader's life events, newest first. */
export async function ownThreads(ctx: Ctx, most = 20): Promise<Thread[]> {
  const [threads, parts] = await ask(ctx.pool, ctx.actor, [
    { text: `${threadColumns} order by t.at desc limit $1`, values: [most] },
    {
      text: `${partColumns} where p.thread_id in (select t.id from thread t order by t.at desc limit $1) order by p.at, p.part`,
      values: [most],
    },
  ])
  const ofThread = Map.groupBy(rowsOf<PartRow>(parts), ({ thread_id }) => thread_id)
  return Promise.all(rowsOf<ThreadRow>(threads).map((row) => threadFrom(ctx, row, ofThread.get(row.id) ?? [])))
}

async function threadFrom(ctx: Ctx, row: ThreadRow, parts: readonly PartRow[]): Promise<Thread> {
  const procedure = await revisionOf(ctx, row.procedure_code, row.revision)
  if (procedure === undefined) throw new Error(`no revision ${row.revision} of ${row.procedure_code}`)
  return {
    id: row.id,
    procedure,
    unit: row.unit_id,
    filedAt: row.at,
    asked: ctx.keys.openJson<AskedOnce>(row.filed, 'thread.filed'),
    parts: parts.map((one) => ({
      part: one.part,
      code: one.code,
      unit: one.unit_id,
      status: one.status,
      step: one.step,
      openedAt: one.at,
      dueAt: one.due_at,
      promisedAt: one.promised_at,
      closedAt: one.closed_at,
    })),
  }
}
