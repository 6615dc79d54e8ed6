import { act, type Ctx, idAt, type Plan, Refusal } from '#platform/act'
import { refuseUnlessMay } from './policy.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

/** 1 not satisfied, 2 satisfied, 3 very satisfied. The result was handed over before anybody asks. */
export type Satisfaction = 1 | 2 | 3

export type Rated = { ok: true; code: string }

/** The applicant says how it went, once, after the end. No name goes to the official. */
export function rate(ctx: Ctx, code: string, satisfaction: Satisfaction, comment: string): Promise<Rated> {
  return act<Rated>(ctx, caseQuestions(code), async (answers): Promise<Plan<Rated>> => {
    const found = await caseFrom(ctx, answers)
    refuseUnlessMay('rate', found, ctx.actor)
    if (found.closedAt === null) throw new Refusal(409, 'not-ended-yet')
    return {
      act: { name: 'rate', item: found.id, system: found.system, unit: found.unit, params: { satisfaction } },
      id: idAt(ctx.now),
      after: [
        {
          text: 'insert into rating (work_item_id, system, unit_id, satisfaction, comment, at) values ($1, $2, $3, $4, $5, $6)',
          values: [
            found.id,
            found.system,
            found.unit,
            satisfaction,
            comment.trim() === '' ? null : ctx.keys.seal(comment.trim(), 'rating.comment'),
            ctx.now,
          ],
        },
      ],
      answer: { ok: true, code: found.code },
    }
  })
}
