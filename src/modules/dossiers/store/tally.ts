import type { Ctx } from '#platform/act'
import { ask, rowsOf, type Statement } from '#platform/db'
import { type Line, linesFrom, openWork, type Wanted } from './lists.ts'

/** Counts stop here: nobody needs to know whether it is 500 or 700, and counting further costs. */
export const mostCounted = 500

/** How much open work of one procedure and step there is, by urgency. */
export type Tally = { procedure: string; step: string; late: number; today: number; ahead: number; paused: number }

export type WorkPage = { lines: Line[]; tallies: Tally[]; waiting: number }

/** Whose work a list shows: what lies on the actor's own desks, or all of his scope. */
export type Whose = 'mine' | 'scope'

const tallyQuestion = (ctx: Ctx, whose: Whose, endOfDay: string): Statement => ({
  text: `select coalesce(w.procedure_code, '') as procedure, d.step,
      (count(*) filter (where s.paused_since is null and d.due_at < $1))::int as late,
      (count(*) filter (where s.paused_since is null and d.due_at >= $1 and d.due_at < $2))::int as today,
      (count(*) filter (where s.paused_since is null and d.due_at >= $2))::int as ahead,
      (count(*) filter (where s.paused_since is not null))::int as paused
    from (select work_item_id, step, due_at from desk ${whose === 'mine' ? 'where post_id = any ($3::uuid[])' : ''} order by due_at, work_item_id limit ${mostCounted + 1}) d
    join work_item w on w.id = d.work_item_id join work_state s on s.work_item_id = d.work_item_id group by 1, 2 order by 1, 2`,
  values: [ctx.now, endOfDay, ...(whose === 'mine' ? [[...ctx.actor.posts]] : [])],
})

// What somebody else must move first lies on no desk. It is followed by the post that dealt with it.
const waits = "s.closed_at is null and s.status in ('waiting-applicant', 'waiting-number')"
// The units stand here besides row-level security, whose alternatives no index serves.
const followed =
  's.unit_id = any ($2::uuid[]) and exists (select from act a where a.work_item_id = s.work_item_id and a.post_id = any ($1::uuid[]))'
const followedBy = (ctx: Ctx): Statement['values'] => [[...ctx.actor.posts], [...ctx.actor.units]]

const waitingCount = (ctx: Ctx, whose: Whose): Statement => ({
  text: `select count(*)::int as waiting from (select 1 from work_state s where ${waits}${whose === 'mine' ? ` and ${followed}` : ''} limit ${mostCounted + 1}) counted`,
  values: whose === 'mine' ? followedBy(ctx) : [],
})

const waitingLines = (ctx: Ctx, whose: Whose, most: number): Statement => ({
  text: `select w.id, w.kind, w.code, coalesce(w.procedure_code, '') as procedure, w.revision, s.step, s.status, w.unit_id as unit, null::uuid as post_id,
      coalesce(s.due_at, 'infinity') as due_at, s.due_at as promised_at, w.opened_at, s.paused_since,
      coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc limit 1), f.answers) as answers
    from work_state s join work_item w on w.id = s.work_item_id left join dossier f on f.work_item_id = w.id
    where ${waits}${whose === 'mine' ? ` and ${followed}` : ''} order by s.paused_since nulls last, w.id limit ${Math.trunc(most)}`,
  values: whose === 'mine' ? followedBy(ctx) : [],
})

/** A page of a list of open work with the counts of its filters, in one trip. `endOfDay`: the instant at which today ends. */
export async function workPage(ctx: Ctx, whose: Whose, wanted: Wanted, endOfDay: string): Promise<WorkPage> {
  const questions = [openWork(ctx, whose, wanted), tallyQuestion(ctx, whose, endOfDay), waitingCount(ctx, whose)]
  const [lines, tallies, waiting] = await ask(ctx.pool, ctx.actor, questions)
  const [count] = rowsOf<{ waiting: number }>(waiting)
  return { lines: await linesFrom(ctx, lines), tallies: rowsOf<Tally>(tallies), waiting: count?.waiting ?? 0 }
}

/** What waits for the applicant or for another agency's number: nothing is to be done, but somebody keeps an eye on it. */
export async function waitingWork(ctx: Ctx, whose: Whose, most = 100): Promise<Line[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [waitingLines(ctx, whose, most)])
  return linesFrom(ctx, answer)
}

/** Numbers of what lies on the actor's desks, in the order of his list: the way from one piece of work to the next. */
export async function orderOfWork(ctx: Ctx): Promise<string[]> {
  const text =
    'select w.code from desk d join work_item w on w.id = d.work_item_id where d.post_id = any ($1::uuid[]) order by d.due_at, d.work_item_id limit $2'
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [[...ctx.actor.posts], mostCounted] }])
  return rowsOf<{ code: string }>(answer).map((row) => row.code)
}
