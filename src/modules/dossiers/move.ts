import { type Act, acts, appearanceIn, holds, type PlaceOfRest, type Route } from '#modules/procedures'
import { type Calendar, calendarFor, type Pause } from '#modules/rules'
import { type ActRecord, act, type Ctx, idAt, type Json, type Plan, Refusal } from '#platform/act'
import type { Answer, Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case, Status } from './case.ts'
import { closeDesk, type Desk, deskFor, isMachine, openDesk, workOutside } from './open-desk.ts'
import { refuseUnlessMay } from './policy.ts'
import { giveBack } from './store/appointments.ts'
import { caseFrom, caseQuestions } from './store/load.ts'
import { tellApplicant } from './tell.ts'
import { dueAfter, laterOf } from './term.ts'

/** What one act adds to moving the dossier on. */
export type Extra = {
  params?: Record<string, Json>
  private?: Json
  before?: readonly Statement[]
  after?: readonly Statement[]
  /** Where it goes, when the act itself knows better than the route. */
  target?: string
  /** The case as it stands after this act, for the clock: a receipt sets the start. */
  receivedAt?: string
  /** A notice to the applicant: its kind and parameters. */
  notice?: { kind: string; params?: Record<string, Json> }
  /** Lets the dossier's own clock stand still from now on, for this cause; or lets it run again. */
  pause?: string | 'ends'
  /** A new promised hour that replaces the reckoned one. */
  promisedAt?: string
  /** When the next desk has to do with it, where the act itself sets the hour: an appointment. */
  deskDueAt?: string
}

export type Moved = { ok: true; code: string; step: string; status: Status }

/** Names the step and version that the actor's screen showed; another one means that somebody was faster. */
export type Expected = { version?: number }

const outcomes: Partial<Record<Act, Status>> = { deliver: 'delivered', withdraw: 'withdrawn', stop: 'stopped', transfer: 'transferred' }

/**
 * Moves a dossier by one act of its procedure: asks whether the step allows it and whether the actor may, closes the desk, opens the
 * next, keeps the clock, writes the act. Everything else that an act does is in `extra`.
 * @throws Refusal 404, 403, 409 (not possible in this step; somebody was faster, with his post and hour)
 */
export async function move(
  ctx: Ctx,
  ref: string,
  verb: Act,
  expected: Expected,
  extra: (found: Case, actId: Id, calendar: Calendar, more: readonly (Answer | undefined)[]) => Extra | Promise<Extra>,
  questions: readonly Statement[] = [],
): Promise<Moved> {
  const own = caseQuestions(ref)
  try {
    return await act<Moved>(ctx, [...own, ...questions], async (answers): Promise<Plan<Moved>> => {
      const found = await caseFrom(ctx, answers)
      refuseUnlessMay('read', found, ctx.actor)
      // Asked before who may: the desk may have passed to another post by what somebody else just did.
      if (expected.version !== undefined && expected.version !== found.version) throw new Refusal(409, 'moved-on')
      refuseUnlessMay(verb, found, ctx.actor)
      const route = found.procedure.steps[found.step]?.may[verb]
      if (route === undefined || found.closedAt !== null)
        throw new Refusal(409, 'not-in-this-step', { act: acts[verb].vi, actEn: acts[verb].en })
      if (found.status === 'waiting-applicant' && ctx.actor.kind === 'staff' && ctx.actor.counter === undefined)
        throw new Refusal(409, 'waiting-for-applicant')
      const calendar = await calendarFor(ctx, found.unit)
      const actId = idAt(ctx.now)
      const added = await extra(found, actId, calendar, answers.slice(own.length))
      return planOf(ctx, found, verb, actId, calendar, added, added.target ?? targetOf(route, found))
    })
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'moved-on') throw await whoWasFaster(ctx, ref)
    throw error
  }
}

function targetOf(route: Route, found: Case): string {
  if (typeof route === 'string') return route
  const chosen = route.find((each) => holds(each.when, found.filed.answers))
  if (chosen === undefined) throw new Error(`no way on from ${found.step}`)
  return chosen.to
}

function isRest(target: string): target is PlaceOfRest {
  return target === 'closed' || target === 'applicant' || target === 'here' || target === 'otherUnit' || target === 'back'
}

/** How the dossier stands after the act. */
type Next = { status: Status; step: string; waits: string | null; closed: boolean; stays: boolean }

function nextOf(found: Case, verb: Act, target: string): Next {
  const staying: Next = { status: found.status, step: found.step, waits: null, closed: false, stays: true }
  if (target === 'here') return staying
  if (target === 'closed') return { ...staying, status: outcomes[verb] ?? 'refused', closed: true, stays: false }
  if (target === 'applicant') return { ...staying, status: 'waiting-applicant', waits: 'supplement', stays: false }
  const name = target === 'back' ? (found.cameFrom ?? found.procedure.begins) : target === 'otherUnit' ? found.procedure.begins : target
  const step = found.procedure.steps[name]
  if (step === undefined) throw new Error(`no step is called ${name}`)
  const waits = step.outsideClock === true ? name : null
  if (step.by === 'applicant') return { status: 'waiting-applicant', step: name, waits: waits ?? name, closed: false, stays: false }
  if (isMachine(step.by)) return { status: 'waiting-number', step: name, waits, closed: false, stays: false }
  const done = step.may.deliver !== undefined
  return {
    status: done ? 'resolved' : name === found.procedure.begins ? 'submitted' : 'in-progress',
    step: name,
    waits,
    closed: false,
    stays: false,
  }
}

function planOf(ctx: Ctx, found: Case, verb: Act, actId: Id, calendar: Calendar, added: Extra, target: string): Plan<Moved> {
  return planNext(ctx, found, verb, actId, calendar, added, nextOf(found, verb, target), isRest(target) ? target : undefined)
}

function planNext(
  ctx: Ctx,
  found: Case,
  name: string,
  actId: Id,
  calendar: Calendar,
  added: Extra,
  next: Next,
  to: string | undefined,
): Plan<Moved> {
  const clock = clockAfter(ctx, found, actId, calendar, added, next)
  const opened = next.stays || next.closed ? undefined : deskFor(ctx, found, next, calendar, clock.dueAt)
  const desk = opened && added.deskDueAt !== undefined ? { ...opened, dueAt: added.deskDueAt } : opened
  const post = ctx.actor.posts.find((one) => found.desks.some((desk) => desk.postId === one)) ?? ctx.actor.posts[0]
  const record: ActRecord = {
    name,
    item: found.id,
    system: found.system,
    unit: found.unit,
    step: found.step,
    params: { ...added.params, ...atCounterIn(ctx), to: to ?? next.step, status: next.status, ...standing(clock, desk) },
    ...(post === undefined ? {} : { post }),
    ...(added.private === undefined ? {} : { private: added.private }),
  }
  const moved = next.stays ? stateOf(ctx, found, next, clock) : [stateOf(ctx, found, next, clock), closeDesk(found)]
  return {
    act: record,
    id: actId,
    before: [...(added.before ?? []), ...(Array.isArray(moved) ? moved : [moved])],
    after: [
      ...clock.statements,
      ...(desk === undefined ? [] : [openDesk(ctx, found, desk, actId)]),
      ...(next.stays || next.closed ? [] : workOutside(ctx, found, next, calendar)),
      // A case that ends needs its hour no longer.
      ...(next.closed && appearanceIn(found.procedure) !== undefined ? [giveBack(found.id)] : []),
      ...(added.after ?? []),
      ...(added.notice === undefined ? [] : tellApplicant(ctx, found, added.notice.kind, added.notice.params ?? {})),
    ],
    answer: { ok: true, code: found.code, step: next.step, status: next.status },
  }
}

/** Done in the person's place by the official at this counter. */
function atCounterIn({ actor: { counter } }: Ctx): Record<string, Json> {
  return counter === undefined ? {} : { counter }
}

/** How the case stands after the act, beside its status: from these the present tables are derived anew. */
function standing({ dueAt }: ClockAfter, desk: Desk | undefined): Record<string, Json> {
  return { dueAt, ...(desk === undefined ? {} : { desk: desk.post, deskDueAt: desk.dueAt }) }
}

/** After the applicant answered: back to the desk that asked, under the name of an act that no step lists. */
export function planResume(ctx: Ctx, found: Case, name: string, actId: Id, calendar: Calendar, added: Extra): Plan<Moved> {
  const status = found.step === found.procedure.begins ? 'submitted' : 'in-progress'
  return planNext(
    ctx,
    found,
    name,
    actId,
    calendar,
    added,
    { status, step: found.step, waits: null, closed: false, stays: false },
    found.step,
  )
}

/** An event that leaves the dossier where it lies, such as an answer from another unit. */
export function planHere(ctx: Ctx, found: Case, name: string, actId: Id, calendar: Calendar, added: Extra): Plan<Moved> {
  const next = { status: found.status, step: found.step, waits: null, closed: false, stays: true }
  return planNext(ctx, found, name, actId, calendar, added, next, 'here')
}

type ClockAfter = {
  dueAt: string | null
  promisedAt: string | null
  pausedSince: string | null
  receivedAt: string | null
  statements: Statement[]
}

/** Starts or ends a pause, and reckons the due hour anew; every change of a promise leaves a row. */
function clockAfter(ctx: Ctx, found: Case, actId: Id, calendar: Calendar, added: Extra, next: Next): ClockAfter {
  const receivedAt = added.receivedAt ?? found.receivedAt
  const statements: Statement[] = []
  const open = found.pauses.find((pause) => pause.until === null)
  const wanted = pauseAfter(added, next, open)
  let pauses: Pause[] = found.pauses
  if (open !== undefined && wanted !== open.cause) {
    statements.push(endPause(ctx, found, open.id, actId))
    pauses = pauses.map((pause) => (pause === open ? { ...pause, until: ctx.now } : pause))
  }
  if (wanted !== null && wanted !== open?.cause && receivedAt !== null) {
    statements.push(startPause(ctx, found, wanted, actId))
    pauses = [...pauses, { from: ctx.now, until: null, cause: wanted }]
  }
  const reckoned = receivedAt === null ? null : dueAfter(calendar, found, { receivedAt, pauses, ending: open }, ctx.now)
  const dueAt = next.closed ? found.dueAt : (added.promisedAt ?? laterOf(reckoned, found.promisedAt))
  if (dueAt !== found.dueAt && dueAt !== null && !next.closed) statements.push(dueChange(ctx, found, actId, dueAt, added.params?.dueCause))
  const standing = pauses.find((pause) => pause.until === null)
  return { dueAt, promisedAt: dueAt ?? found.promisedAt, pausedSince: standing?.from ?? null, receivedAt, statements }
}

/** The cause for which the clock stands still after this act, or null when it runs. */
function pauseAfter(added: Extra, next: Next, open: Pause | undefined): string | null {
  if (next.closed || added.pause === 'ends') return null
  if (added.pause !== undefined) return added.pause
  return next.stays ? (open?.cause ?? null) : next.waits
}

function startPause(ctx: Ctx, found: Case, cause: string, actId: Id): Statement {
  return {
    text: 'insert into suspension (id, work_item_id, act_id, system, unit_id, cause, started_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [idAt(ctx.now), found.id, actId, found.system, found.unit, cause, ctx.now],
  }
}

function endPause(ctx: Ctx, found: Case, suspension: Id, actId: Id): Statement {
  return {
    text: 'insert into suspension_end (suspension_id, work_item_id, act_id, system, unit_id, ended_at) values ($1, $2, $3, $4, $5, $6)',
    values: [suspension, found.id, actId, found.system, found.unit, ctx.now],
  }
}

function dueChange(ctx: Ctx, found: Case, actId: Id, due: string, cause: Json | undefined): Statement {
  return {
    text: 'insert into due_change (id, work_item_id, act_id, system, unit_id, old_due, new_due, cause, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      idAt(ctx.now),
      found.id,
      actId,
      found.system,
      found.unit,
      found.dueAt,
      due,
      typeof cause === 'string' ? cause : 'reckoned',
      ctx.now,
    ],
  }
}

/** The state row is the guard as well: whoever read an older version moves nothing. */
function stateOf(ctx: Ctx, found: Case, next: Next, clock: ClockAfter): Statement {
  return {
    text: `with moved as (update work_state set status = $3, step = $4, came_from = $5, version = version + 1, received_at = $6, due_at = $7,
             promised_at = $8, paused_since = $9, closed_at = $10
             where work_item_id = $1 and version = $2 and closed_at is null and promised_at is not distinct from $11 returning 1)
           select refuse_unless(count(*) = 1, 'moved-on') from moved`,
    values: [
      found.id,
      found.version,
      next.status,
      next.step,
      next.stays ? found.cameFrom : found.step,
      clock.receivedAt,
      clock.dueAt,
      clock.promisedAt,
      clock.pausedSince,
      next.closed ? ctx.now : null,
      // A promise that a change of the calendar moved meanwhile must not be put back.
      found.promisedAt,
    ],
  }
}

/** The second of two learns who was first: post, act and hour. Papers that follow an act by themselves move nothing. */
async function whoWasFaster(ctx: Ctx, ref: string): Promise<Refusal> {
  const answers = await ctx.db
    .selectFrom('act')
    .innerJoin('work_item', 'work_item.id', 'act.work_item_id')
    .leftJoin('post', 'post.id', 'act.post_id')
    .where('work_item.code', '=', ref)
    .where('act.name', 'not in', ['issueForm', 'issueReceipt'])
    .orderBy('act.seq', 'desc')
    .limit(1)
    .select(['act.name', 'act.at', 'post.title'])
    .executeTakeFirst()
  if (answers === undefined) return new Refusal(409, 'moved-on')
  return new Refusal(409, 'someone-was-faster', { post: answers.title ?? '', act: answers.name, at: answers.at })
}
