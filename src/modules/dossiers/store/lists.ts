import { aboutText, revisionOf } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { type Answer, ask, type Row, rowsOf, type Statement } from '#platform/db'
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
  /** Since when it lies on this desk, and by which act of which post it came there; absent where the list is no desk's. */
  arrived?: { at: string; act: string; post: string | null }
  /** Of a question: what it is about, and who asks. */
  asked?: { subject: string; fromUnit: Id }
}

/** Which part of a list of open work: a span of due hours, what stands still, a procedure, a step; and the keyset place after which to go on. */
export type Wanted = {
  after?: { dueAt: string; id: Id }
  dueFrom?: string
  dueBefore?: string
  /** Only what stands still, or only what runs; both where nothing is said. */
  paused?: boolean
  procedure?: string
  step?: string
  most?: number
}

const columns = `d.work_item_id as id, w.kind, w.code, coalesce(w.procedure_code, '') as procedure, w.revision, d.step, s.status, d.unit_id as unit, d.post_id,
  d.due_at, s.due_at as promised_at, w.opened_at, s.paused_since, d.opened_at as on_desk_since, o.name as came_by, p.title as came_from, q.subject, q.from_unit,
  coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc limit 1), f.answers) as answers`
const around = `join work_item w on w.id = d.work_item_id join work_state s on s.work_item_id = w.id left join dossier f on f.work_item_id = w.id
  left join act o on o.id = d.opened_by left join post p on p.id = o.post_id left join consultation q on q.work_item_id = w.id`

const pausedOnDesk = "s.closed_at is null and s.paused_since is not null and s.status not in ('waiting-applicant', 'waiting-number')"

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
  on_desk_since?: string | null
  came_by?: string | null
  came_from?: string | null
  subject?: string | null
  from_unit?: Id | null
  answers: Buffer | null
}

/**
 * Asks for open work, soonest deadline first, in keyset pages: what waits on the actor's own desks (posts held or covered today), or
 * everything open in his scope. The scope is held by row-level security alone: repeating it here would make the question slow.
 */
export function openWork(ctx: Pick<Ctx, 'actor'>, whose: 'mine' | 'scope', wanted: Wanted): Statement {
  const after = wanted.after ?? { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  const values: Statement['values'][number][] = [after.dueAt, after.id]
  const conditions = ['(d.due_at, d.work_item_id) > ($1, $2::uuid)']
  const joined: string[] = []
  const only = (condition: (place: string) => string, value: Statement['values'][number] | undefined) => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`))
  }
  only((place) => `d.post_id = any (${place}::uuid[])`, whose === 'mine' ? [...ctx.actor.posts] : undefined)
  only((place) => `d.due_at >= ${place}`, wanted.dueFrom)
  only((place) => `d.due_at < ${place}`, wanted.dueBefore)
  only((place) => `d.step = ${place}`, wanted.step)
  only((place) => `w.procedure_code = ${place}`, wanted.procedure)
  if (wanted.procedure !== undefined) joined.push('join work_item w on w.id = d.work_item_id')
  if (wanted.paused !== undefined) {
    // With the words of its own index: what is paused is rare, and no walk over all desks should look for it.
    conditions.push(wanted.paused ? pausedOnDesk : 's.paused_since is null')
    joined.push('join work_state s on s.work_item_id = d.work_item_id')
  }
  // The page is chosen in the order of the index before anything is fetched for it: joined first, every open desk would be read. Its length
  // stands in the text, since a plan made once for all values would reckon with a tenth of the table.
  const page = `select d.* from desk d ${joined.join(' ')} where ${conditions.join(' and ')} order by d.due_at, d.work_item_id limit ${Math.trunc(wanted.most ?? 50)}`
  return { text: `select ${columns} from (${page}) d ${around} order by d.due_at, d.work_item_id`, values }
}

/** What waits on the actor's own desks, soonest deadline first. */
export async function worklist(ctx: Ctx, wanted: Wanted = {}): Promise<Line[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [openWork(ctx, 'mine', wanted)])
  return linesFrom(ctx, answer)
}

/** Everything open in the actor's scope, soonest deadline first: for supervisors. */
export async function openInScope(ctx: Ctx, wanted: Wanted = {}): Promise<Line[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [openWork(ctx, 'scope', wanted)])
  return linesFrom(ctx, answer)
}

/** How many lie on the actor's desks, counted no further than 500; and how many of them are overdue. */
export async function countMine(ctx: Ctx): Promise<{ open: number; overdue: number }> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select count(*)::int as open, (count(*) filter (where due_at < $2))::int as overdue from (select due_at from desk where post_id = any ($1::uuid[]) order by due_at limit 501) counted`,
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
  return linesFrom(ctx, answer)
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
  return linesFrom(ctx, answer)
}

/** Reads the answer to a list's question; names are opened for those who may see the case. */
export function linesFrom(ctx: Ctx, answer: Answer | undefined): Promise<Line[]> {
  return Promise.all(
    rowsOf<LineRow>(answer).map(async (row) => ({
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
      ...(row.on_desk_since && { arrived: { at: row.on_desk_since, act: row.came_by ?? '', post: row.came_from ?? null } }),
      ...(row.subject && row.from_unit && { asked: { subject: row.subject, fromUnit: row.from_unit } }),
    })),
  )
}

async function aboutOf(ctx: Ctx, row: LineRow): Promise<string> {
  if (row.answers === null || row.revision === null) return ''
  const procedure = await revisionOf(ctx, row.procedure, row.revision)
  return procedure === undefined ? '' : aboutText(procedure, ctx.keys.openJson<Filed>(row.answers, 'dossier.answers').answers)
}
