import { knownRevision, revisionOf } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { ask, type Answer as DbAnswer, instantOf, type Row, rowsOf, type Statement } from '#platform/db'
import { type Id, isId } from '#platform/id'
import type { Case, Channel, Filed, OpenDesk, Status } from '../case.ts'

/** The questions that read a whole case in one trip; `ref` is an id or a code. */
export function caseQuestions(ref: Id | string): Statement[] {
  return [{ text: 'select * from read_case($1, $2)', values: isId(ref) ? [ref, null] : [null, ref] }]
}

type Head = Row & {
  id: Id
  code: string
  system: string
  unit_id: Id
  applicant_id: Id
  submitter_id: Id
  helper_id: Id | null
  procedure_code: string
  revision: number
  status: Status
  step: string
  came_from: string | null
  version: number
  received_at: string | null
  due_at: string | null
  promised_at: string | null
  paused_since: string | null
  closed_at: string | null
  channel: Channel
  receiving_unit_id: Id
  submitted_at: string
  track_key: Buffer
  answers: Buffer
  supplements: number
  /** Lists within the row; null where they are empty, and instants as the database writes them. */
  desks: { step: string; part: OpenDesk['part']; post_id: Id; due_at: string }[] | null
  pauses: { id: Id; cause: string; started_at: string; ended_at: string | null }[] | null
  posts: PostRow[] | null
}

/**
 * Puts a case together from the answers to `caseQuestions`.
 * @throws Refusal 404 when the actor may not see it, or it does not exist: the same answer for both
 */
export async function caseFrom(ctx: Ctx, answers: readonly (DbAnswer | undefined)[]): Promise<Case> {
  const [head] = rowsOf<Head>(answers[0])
  if (head === undefined) throw new Refusal(404, 'no-such-dossier')
  const procedure = knownRevision(ctx, head.procedure_code, head.revision) ?? (await revisionOf(ctx, head.procedure_code, head.revision))
  if (procedure === undefined) throw new Error(`revision ${head.revision} of ${head.procedure_code} is gone`)
  let filed: Filed | undefined
  return {
    id: head.id,
    code: head.code,
    system: head.system,
    unit: head.unit_id,
    receivingUnit: head.receiving_unit_id,
    procedure,
    channel: head.channel,
    applicant: head.applicant_id,
    submitter: head.submitter_id,
    helper: head.helper_id,
    // Opened where it is looked at: most acts only move the case on.
    get filed() {
      filed ??= ctx.keys.openJson<Filed>(head.answers, 'dossier.answers')
      return filed
    },
    submittedAt: head.submitted_at,
    status: head.status,
    step: head.step,
    cameFrom: head.came_from,
    version: head.version,
    receivedAt: head.received_at,
    dueAt: head.due_at,
    promisedAt: head.promised_at,
    pausedSince: head.paused_since,
    closedAt: head.closed_at,
    desks: (head.desks ?? []).map((desk) => ({
      step: desk.step,
      part: desk.part,
      postId: desk.post_id,
      dueAt: desk.due_at === 'infinity' ? null : instantOf(desk.due_at),
    })),
    pauses: (head.pauses ?? []).map((pause) => ({
      id: pause.id,
      cause: pause.cause,
      from: instantOf(pause.started_at),
      until: pause.ended_at === null ? null : instantOf(pause.ended_at),
    })),
    posts: await postsIn(ctx, head.unit_id, head.posts ?? []),
    supplements: head.supplements,
    get trackKey() {
      return ctx.keys.openText(head.track_key, 'dossier.track_key')
    },
  }
}

type PostRow = { id: Id; role: string; unit_id: Id }

/** The posts of the unit; of a unit that was merged, those of its successor: asked only then. */
async function postsIn(ctx: Ctx, unit: Id, own: readonly PostRow[]): Promise<Case['posts']> {
  const [heirs] = own.length > 0 ? [] : await ask(ctx.pool, ctx.actor, [{ text: postsOfHeirs, values: [unit] }])
  return [...own, ...rowsOf<PostRow>(heirs)].map(({ id, role, unit_id }) => ({ id, role, unitId: unit_id }))
}

const postsOfHeirs = `select p.id, p.role, p.unit_id from post p join unit u on u.id = p.unit_id
  where (u.id = any (with_successors($1)) or (u.parent_id = any (with_successors($1)) and u.level = 'centre')) and p.valid_to is null order by p.role, p.id`

/** Reads one case. @throws Refusal 404 */
export async function getCase(ctx: Ctx, ref: Id | string): Promise<Case> {
  return caseFrom(ctx, await ask(ctx.pool, ctx.actor, caseQuestions(ref)))
}
