import { revisionOf } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { ask, type Row, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Filed, Status } from '../case.ts'
import { wordKeys } from '../words.ts'

/** A line of a list: enough to say what it is, where it stands and when it is due. */
export type Line = {
  id: Id
  kind: 'dossier' | 'consultation'
  code: string
  procedure: string
  /** The case's own name, such as the child's. */
  about: string
  step: string
  status: Status | 'asked' | 'answered'
  unit: Id
  postId: Id | null
  dueAt: string | null
  /** The hour promised to the applicant. */
  promisedAt: string | null
  openedAt: string
  pausedSince: string | null
}

/** Which part of the worklist: all, overdue, due today, paused … and the keyset place after which to go on. */
export type Wanted = { after?: { dueAt: string; id: Id }; procedure?: string; step?: string; mine?: boolean; most?: number }

const columns = `d.work_item_id as id, w.kind, w.code, coalesce(w.procedure_code, '') as procedure, w.revision, d.step, s.status, d.unit_id as unit, d.post_id,
  d.due_at, s.due_at as promised_at, w.opened_at, s.paused_since,
  coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc limit 1), f.answers) as answers`
const tables =
  'desk d join work_item w on w.id = d.work_item_id join work_state s on s.work_item_id = w.id left join dossier f on f.work_item_id = w.id'

type LineRow = Row & {
  id: Id
  kind: Line['kind']
  code: string
  procedure: string
  revision: number | null
  step: string
  status: Line['status']
  unit: Id
  post_id: Id | null
  due_at: string
  promised_at: string | null
  opened_at: string
  paused_since: string | null
  answers: Buffer | null
}

/** What waits on the actor's own desks (posts held or covered today), soonest deadline first; keyset pages. */
export async function worklist(ctx: Ctx, wanted: Wanted = {}): Promise<Line[]> {
  const most = wanted.most ?? 50
  const after = wanted.after ?? { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  const filters = `${wanted.procedure === undefined ? '' : ' and w.procedure_code = $5'}${wanted.step === undefined ? '' : ` and d.step = $${wanted.procedure === undefined ? 5 : 6}`}`
  const values = [
    after.dueAt,
    after.id,
    most,
    ctx.actor.posts,
    ...(wanted.procedure === undefined ? [] : [wanted.procedure]),
    ...(wanted.step === undefined ? [] : [wanted.step]),
  ]
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select ${columns} from ${tables} where d.post_id = any ($4::uuid[]) and (d.due_at, d.work_item_id) > ($1, $2::uuid)${filters} order by d.due_at, d.work_item_id limit $3`,
      values,
    },
  ])
  return lines(ctx, rowsOf<LineRow>(answer))
}

/** Everything open in the actor's scope, soonest deadline first: for supervisors. Row-level security alone holds the scope. */
export async function openInScope(ctx: Ctx, wanted: Wanted = {}): Promise<Line[]> {
  const after = wanted.after ?? { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select ${columns} from ${tables} where (d.due_at, d.work_item_id) > ($1, $2::uuid) order by d.due_at, d.work_item_id limit $3`,
      values: [after.dueAt, after.id, wanted.most ?? 50],
    },
  ])
  return lines(ctx, rowsOf<LineRow>(answer))
}

/** How many lie on the actor's desks, counted no further than 500; and how many of them are overdue. */
export async function countMine(ctx: Ctx): Promise<{ open: number; overdue: number }> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select count(*)::int as open, (count(*) filter (where due_at < $2))::int as overdue from (select due_at from desk where post_id = any ($1::uuid[]) order by due_at limit 501) some`,
      values: [ctx.actor.posts, ctx.now],
    },
  ])
  const [row] = rowsOf<{ open: number; overdue: number }>(answer)
  return row ?? { open: 0, overdue: 0 }
}

/** Cases found by words (a name, a number) inside the actor's authority, newest first. */
export async function findCases(ctx: Ctx, words: string, most = 20): Promise<Line[]> {
  const keys = wordKeys(ctx, [words])
  if (keys.length === 0) return []
  const search = ctx.actor.kind === 'citizen' ? 'search_own' : 'search_office'
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select w.id, w.kind, w.code, coalesce(w.procedure_code, '') as procedure, w.revision, s.step, s.status, w.unit_id as unit, d.post_id, coalesce(d.due_at, s.due_at, 'infinity') as due_at,
               s.due_at as promised_at, w.opened_at, s.paused_since,
               coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc limit 1), f.answers) as answers
             from ${search}($1::bigint[], $2) hit join work_item w on w.id = hit.work_item_id join work_state s on s.work_item_id = w.id
             left join dossier f on f.work_item_id = w.id left join desk d on d.work_item_id = w.id and d.part = 'lead' order by hit.opened_at desc`,
      values: [`{${keys.join(',')}}`, most],
    },
  ])
  return lines(ctx, rowsOf<LineRow>(answer))
}

/** The citizen's own cases, newest first. */
export async function ownCases(ctx: Ctx, most = 50): Promise<Line[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select w.id, w.kind, w.code, w.procedure_code as procedure, w.revision, s.step, s.status, w.unit_id as unit, null::uuid as post_id, coalesce(s.due_at, 'infinity') as due_at,
               s.due_at as promised_at, w.opened_at, s.paused_since,
               coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc limit 1), f.answers) as answers
             from work_item w join work_state s on s.work_item_id = w.id join dossier f on f.work_item_id = w.id
             where w.applicant_id = $1 or w.submitter_id = $1 order by w.opened_at desc limit $2`,
      values: [ctx.actor.party ?? null, most],
    },
  ])
  return lines(ctx, rowsOf<LineRow>(answer))
}

async function lines(ctx: Ctx, rows: readonly LineRow[]): Promise<Line[]> {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      code: row.code,
      procedure: row.procedure,
      about: await aboutOf(ctx, row),
      step: row.step,
      status: row.status,
      unit: row.unit,
      postId: row.post_id,
      dueAt: row.due_at.startsWith('infinity') ? null : row.due_at,
      promisedAt: row.promised_at,
      openedAt: row.opened_at,
      pausedSince: row.paused_since,
    })),
  )
}

async function aboutOf(ctx: Ctx, row: LineRow): Promise<string> {
  if (row.answers === null || row.revision === null) return ''
  const procedure = await revisionOf(ctx, row.procedure, row.revision)
  const said = procedure === undefined ? undefined : ctx.keys.openJson<Filed>(row.answers, 'dossier.answers').answers[procedure.about]
  return typeof said === 'string' ? said : ''
}
