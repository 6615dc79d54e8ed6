import { createHash, randomBytes } from 'node:crypto'
import { type Deadline, type Procedure, revisionOf } from '#modules/procedures'
import type { Pause } from '#modules/rules'
import { type Ctx, idAt, type Json } from '#platform/act'
import { asActor, ask, nobody, type Row, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Filed } from '../case.ts'
import { timeOf } from '../term.ts'

/** An open case as far as its hours depend on the calendar. */
export type OpenItem = {
  id: Id
  kind: 'dossier' | 'consultation'
  code: string
  procedure: string
  unit: Id
  system: string
  applicant: Id | null
  step: string
  version: number
  deadline: Deadline
  /** Null before the receipt: then nothing is promised yet. */
  startedAt: string | null
  dueAt: string | null
  /** What a new hour may not come before; a question to another unit promises its own. */
  promisedAt: string | null
  pauses: Pause[]
  desk: { dueAt: string; openedAt: string; within: Deadline | undefined } | undefined
}

/** A case that gets another hour, or whose desk does. */
export type Moving = { item: OpenItem; dueAt: string | null; deskDueAt: string | undefined }

// The page's beginning is told of every table: a merge join would else read each from its own.
const page = `select w.id, w.kind, w.code, w.unit_id, w.system, w.applicant_id, coalesce(p.procedure_code, w.procedure_code) as procedure_code, coalesce(p.revision, w.revision) as revision,
    s.step, s.version, s.received_at, s.due_at, s.promised_at, c.subject, d.due_at as desk_due, d.opened_at as desk_opened,
    (select f.answers from dossier f where f.work_item_id = w.id) as answers,
    (select coalesce(json_agg(json_build_object('from', u.started_at, 'until', e.ended_at, 'cause', u.cause) order by u.started_at, u.id), '[]')
     from suspension u left join suspension_end e on e.suspension_id = u.id where u.work_item_id = w.id) as pauses
  from work_state s join work_item w on w.id = s.work_item_id and w.id > $1 left join desk d on d.work_item_id = w.id and d.part = 'lead' and d.work_item_id > $1
    left join consultation c on c.work_item_id = w.id left join work_item p on p.id = c.parent_id
  where s.closed_at is null and s.work_item_id > $1 order by s.work_item_id limit $2`

type ItemRow = Row & {
  id: Id
  kind: OpenItem['kind']
  code: string
  unit_id: Id
  system: string
  applicant_id: Id | null
  procedure_code: string
  revision: number
  step: string
  version: number
  received_at: string | null
  due_at: string | null
  promised_at: string | null
  subject: string | null
  desk_due: string | null
  desk_opened: string | null
  pauses: Pause[]
  answers: Buffer | null
}

/** The next open cases in the order of their ids. */
export async function openItems(ctx: Ctx, after: Id | undefined, most: number): Promise<OpenItem[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: page, values: [after ?? nobody, most] }])
  return Promise.all(rowsOf<ItemRow>(answer).map((row) => itemOf(ctx, row)))
}

/** The answers as they were filed: by them a procedure with times for cases tells which one counts. */
function caseOf(ctx: Ctx, procedure: Procedure, { answers }: ItemRow): Parameters<typeof timeOf>[0] {
  if (answers === null || procedure.otherTimes === undefined) return { procedure }
  return { procedure, filed: ctx.keys.openJson<Filed>(answers, 'dossier.answers') }
}

async function itemOf(ctx: Ctx, row: ItemRow): Promise<OpenItem> {
  const procedure = await revisionOf(ctx, row.procedure_code, row.revision)
  if (procedure === undefined) throw new Error(`revision ${row.revision} of ${row.procedure_code} is gone`)
  const isQuestion = row.kind === 'consultation'
  const deadline = isQuestion ? procedure.consultations.find((one) => one.id === row.subject)?.within : timeOf(caseOf(ctx, procedure, row))
  if (deadline === undefined) throw new Error(`${row.code} asks what ${row.procedure_code} does not know`)
  const { desk_due: dueAt, desk_opened: openedAt } = row
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    procedure: row.procedure_code,
    unit: row.unit_id,
    system: row.system,
    applicant: row.applicant_id,
    step: row.step,
    version: row.version,
    deadline,
    startedAt: row.received_at,
    dueAt: row.due_at,
    promisedAt: isQuestion ? row.due_at : row.promised_at,
    pauses: row.pauses,
    desk:
      dueAt === null || openedAt === null
        ? undefined
        : { dueAt, openedAt, within: isQuestion ? deadline : procedure.steps[row.step]?.within },
  }
}

// In the order of their ids, as every act locks.
const lock = 'select count(pg_advisory_xact_lock(hashtextextended(id, 0))) from (select unnest($1::text[]) as id order by 1) ordered'

const store = `with given as materialized (select * from json_to_recordset($1::json) as g (id uuid, kind text, code text, procedure text, applicant uuid, system text, unit uuid, step text, version int,
    was_due timestamptz, was_promised timestamptz, due timestamptz, desk_due timestamptz, act_id uuid, change_id uuid, notice_id uuid, params jsonb, salt bytea, payload bytea, hashed bytea)),
  moved as (update work_state s set due_at = g.due, promised_at = case when g.kind = 'dossier' then coalesce(g.due, s.promised_at) end from given g
    where s.work_item_id = g.id and s.version = g.version and s.closed_at is null and s.due_at is not distinct from g.was_due
      and (g.kind <> 'dossier' or s.promised_at is not distinct from g.was_promised) returning g.*),
  landed as (select land_act(act_id, id, 'due-changed', step, null, system, unit, $2, params, null, salt, payload, hashed) from moved),
  desks as (update desk d set due_at = m.desk_due from moved m where d.work_item_id = m.id and d.part = 'lead' and m.desk_due is not null),
  asked as (update consultation c set due_at = m.due from moved m where m.kind = 'consultation' and c.work_item_id = m.id),
  dues as (select * from moved where due is distinct from was_due),
  ledger as (insert into due_change (id, work_item_id, act_id, system, unit_id, old_due, new_due, cause, at)
    select change_id, id, act_id, system, unit, was_due, due, 'calendar', $2 from dues),
  notices as (insert into notice (id, party_id, work_item_id, kind, params, system, unit_id, at)
    select notice_id, applicant, id, 'due-changed', json_build_object('code', code, 'procedure', procedure, 'due', params->>'dueAt'), system, unit, $2 from dues where applicant is not null),
  jobs as (select later('deliver-notice', json_build_object('notice', notice_id, 'party', applicant), null, null) from dues where applicant is not null)
  select (select count(*)::int from moved) as moved, (select count(*) from landed) as landed, (select count(*) from jobs) as jobs`

/** Stores what changes, in one trip; a case that was moved meanwhile is left out. Answers how many were stored. */
export async function storeMoves(ctx: Ctx, moving: readonly Moving[]): Promise<number> {
  if (moving.length === 0) return 0
  const answers = await ctx.pool.trip([
    asActor(ctx.actor),
    { text: lock, values: [moving.map(({ item }) => item.id)] },
    { text: store, values: [JSON.stringify(moving.map((one) => rowOf(ctx, one))), ctx.now] },
  ])
  const [row] = rowsOf<{ moved: number }>(answers[2])
  return row?.moved ?? 0
}

function rowOf(ctx: Ctx, { item, dueAt, deskDueAt }: Moving): Record<string, Json> {
  const params = { cause: 'calendar', old: item.dueAt, dueAt, ...(deskDueAt === undefined ? {} : { deskDueAt }) }
  const text = JSON.stringify({ act: 'due-changed', step: item.step, params, private: null })
  const salt = randomBytes(16)
  const asBytes = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
  return {
    id: item.id,
    kind: item.kind,
    code: item.code,
    procedure: item.procedure,
    applicant: item.applicant,
    system: item.system,
    unit: item.unit,
    step: item.step,
    version: item.version,
    was_due: item.dueAt,
    was_promised: item.promisedAt,
    due: dueAt,
    desk_due: deskDueAt ?? null,
    act_id: idAt(ctx.now),
    change_id: idAt(ctx.now),
    notice_id: idAt(ctx.now),
    params,
    salt: asBytes(salt),
    payload: asBytes(ctx.keys.seal(text, 'audit.payload')),
    hashed: asBytes(createHash('sha256').update(salt).update(text).digest()),
  }
}
