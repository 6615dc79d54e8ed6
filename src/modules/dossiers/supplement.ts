import { forgetUploads } from '#modules/papers'
import { type Answers, problemsIn, settle } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { act, type Ctx, idAt, type Json, type Plan, Refusal } from '#platform/act'
import { rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { attach, type Brought, detach } from './files.ts'
import { type Moved, planResume } from './move.ts'
import { refuseUnlessMay } from './policy.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

/** What the applicant brings after a request: corrected answers and newer files. */
export type Supplement = { answers: Answers; files: readonly Brought[]; replaced: readonly Brought[]; note?: string }

const openRequest = (ref: string): Statement => ({
  text: `select r.id, r.no from supplement_request r join work_item w on w.id = r.work_item_id
         where w.code = $1 and not exists (select from supplement_answer a where a.request_id = r.id) order by r.no desc limit 1`,
  values: [ref],
})

export type Supplemented = Moved | { ok: false; problems: Json }

/** The applicant answers a request for more: the dossier comes back to the desk that asked, and the clock runs on. */
export function supplement(ctx: Ctx, code: string, brought: Supplement): Promise<Supplemented> {
  const own = caseQuestions(code)
  return act<Supplemented>(ctx, [...own, openRequest(code)], async (answers): Promise<Plan<Supplemented>> => {
    const found = await caseFrom(ctx, answers)
    refuseUnlessMay('supplement', found, ctx.actor)
    const [request] = rowsOf<{ id: Id; no: number }>(answers[own.length])
    if (found.closedAt !== null || found.status !== 'waiting-applicant' || request === undefined) throw new Refusal(409, 'nothing-asked')
    const settled = settle(found.procedure, { ...found.filed.answers, ...brought.answers }, found.submittedAt)
    const problems = problemsIn(found.procedure, settled, { now: ctx.now })
    if (problems.length > 0) return { instead: { ok: false, problems: problems.map((one) => ({ ...one })) } }
    const actId = idAt(ctx.now)
    return planResume(ctx, found, 'supplement', actId, await calendarFor(ctx, found.unit), {
      params: { no: request.no, files: brought.files.length },
      private: { note: brought.note ?? '' },
      after: [
        {
          text: 'insert into dossier_change (work_item_id, act_id, system, unit_id, answers, at) values ($1, $2, $3, $4, $5, $6)',
          values: [
            found.id,
            actId,
            found.system,
            found.unit,
            ctx.keys.sealJson({ ...found.filed, answers: settled }, 'dossier.answers'),
            ctx.now,
          ],
        },
        {
          text: 'insert into supplement_answer (request_id, work_item_id, act_id, system, unit_id, at) values ($1, $2, $3, $4, $5, $6)',
          values: [request.id, found.id, actId, found.system, found.unit, ctx.now],
        },
        ...attach(ctx, brought.files, found, actId),
        ...detach(ctx, brought.replaced, found, actId),
        forgetUploads(found.id),
      ],
    })
  })
}
