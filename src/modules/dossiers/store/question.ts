import { type Ctx, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

/** A question that another unit asked, as it lies on the desk of the unit that is to answer. */
export type AskedHere = {
  id: Id
  code: string
  system: string
  unit: Id
  fromUnit: Id
  procedure: string
  subject: string
  question: string
  askedAt: string
  dueAt: string
  /** The post that is to answer; nobody once it is answered. */
  postId: Id | null
  answered: { at: string; outcome: string; text: string; post: string | null } | null
}

const text = `select w.id, w.code, w.system, w.unit_id, w.procedure_code, c.from_unit, c.subject, c.question, c.at, c.due_at, d.post_id,
    a.outcome, a.answer, a.at as answered_at, p.title as answered_by
  from work_item w join consultation c on c.work_item_id = w.id left join desk d on d.work_item_id = w.id and d.part = 'lead'
  left join consultation_answer a on a.work_item_id = w.id left join act o on o.id = a.act_id left join post p on p.id = o.post_id
  where w.code = $1 and w.unit_id = any ($2::uuid[])`

type QuestionRow = {
  id: Id
  code: string
  system: string
  unit_id: Id
  procedure_code: string
  from_unit: Id
  subject: string
  question: Buffer
  at: string
  due_at: string
  post_id: Id | null
  outcome: string | null
  answer: Buffer | null
  answered_at: string | null
  answered_by: string | null
}

/** The question with this number, where the actor's unit was asked; undefined where there is none. */
export async function findQuestion(ctx: Ctx, code: string): Promise<AskedHere | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [code, [...ctx.actor.units]] }])
  const [row] = rowsOf<QuestionRow>(answer)
  if (row === undefined) return undefined
  return {
    id: row.id,
    code: row.code,
    system: row.system,
    unit: row.unit_id,
    fromUnit: row.from_unit,
    procedure: row.procedure_code,
    subject: row.subject,
    question: ctx.keys.openText(row.question, 'consultation.question'),
    askedAt: row.at,
    dueAt: row.due_at,
    postId: row.post_id,
    answered:
      row.outcome === null || row.answer === null || row.answered_at === null
        ? null
        : {
            at: row.answered_at,
            outcome: row.outcome,
            text: ctx.keys.openText(row.answer, 'consultation_answer.answer'),
            post: row.answered_by,
          },
  }
}

/** The same. @throws Refusal 404 */
export async function getQuestion(ctx: Ctx, code: string): Promise<AskedHere> {
  const found = await findQuestion(ctx, code)
  if (found === undefined) throw new Refusal(404, 'no-such-dossier')
  return found
}
