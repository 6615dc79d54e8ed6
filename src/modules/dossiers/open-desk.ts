import { type Role, roles, type Step } from '#modules/procedures'
import type { Calendar } from '#modules/rules'
import { type Ctx, later, Refusal } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case, Status } from './case.ts'
import { dueOf } from './term.ts'

/** Where the dossier lies next: the post that holds the step, and by when; 'infinity' where nothing sets an hour. */
export type Desk = { step: string; post: Id; dueAt: string }

type Next = { step: string; status: Status }

/** Another system has the next word: a job asks it, again and again, and the case visibly waits. */
export function isMachine(role: Role): boolean {
  return role === 'populationDatabase' || role === 'taxAuthority'
}

function jobOf({ by, may }: Step): string {
  if (may.record !== undefined) return 'record-residence'
  return by === 'taxAuthority' ? 'register-for-tax' : 'allot-personal-number'
}

/** The desk of a step; undefined where somebody or something outside the office has the next word. */
export function deskFor(ctx: Ctx, found: Case, next: Next, calendar: Calendar, dossierDue: string | null): Desk | undefined {
  const step = stepOf(found, next.step)
  if (isMachine(step.by) || step.by === 'applicant' || next.status === 'waiting-applicant') return undefined
  const due = step.within === undefined ? null : dueOf(calendar, step.within, ctx.now, [])
  return { step: next.step, post: postFor(found, step.by), dueAt: earlier(due, dossierDue) ?? 'infinity' }
}

/** Puts the dossier on a desk. */
export function openDesk(ctx: Ctx, found: Case, { step, post, dueAt }: Desk, actId: Id): Statement {
  return {
    text: `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by) values ($1, $2, 'lead', $3, $4, $5, $6, $7, $8)`,
    values: [found.id, step, post, found.system, found.unit, dueAt, ctx.now, actId],
  }
}

/** People and programs outside the office get a job instead of a desk. */
export function workOutside(ctx: Ctx, found: Case, next: Next, calendar: Calendar): Statement[] {
  const step = stepOf(found, next.step)
  if (isMachine(step.by)) return [later(jobOf(step), jobFor(found), {})]
  if (step.by !== 'applicant' || step.silenceIs === undefined || next.status !== 'waiting-applicant') return []
  const due = step.within === undefined ? null : dueOf(calendar, step.within, ctx.now, [])
  return due === null ? [] : [later('silence', { ...jobFor(found), step: next.step }, { runAt: due })]
}

export function closeDesk(found: Case): Statement {
  return { text: "delete from desk where work_item_id = $1 and part = 'lead'", values: [found.id] }
}

function stepOf(found: Case, name: string) {
  const step = found.procedure.steps[name]
  if (step === undefined) throw new Error(`no step is called ${name}`)
  return step
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(a) < Date.parse(b) ? a : b
}

/** A job runs with the actor and the scope that are stored in it. */
function jobFor(found: Pick<Case, 'id' | 'unit' | 'system'>): { item: string; unit: string; system: string } {
  return { item: found.id, unit: found.unit, system: found.system }
}

/** The post of the unit that holds a role. @throws Refusal 409 when the unit has none: its leader must name one */
function postFor(found: Pick<Case, 'posts' | 'unit'>, role: string): Id {
  const post = found.posts.find((one) => one.role === role)
  if (post === undefined)
    throw new Refusal(409, 'no-post-for-step', { role: role in roles ? roles[role as keyof typeof roles].name.vi : role })
  return post.id
}
