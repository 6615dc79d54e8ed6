import { type Ctx, idAt, Refusal } from '#platform/act'
import { formLater } from './issue-form.ts'
import { type Expected, type Moved, move } from './move.ts'

/** One thing to put right: from the procedure's catalogue of defects, with a word of the official's own where needed. */
export type DefectFound = { code: string; note?: string }

/**
 * Asks the applicant for everything that is missing, at once. The clock stands still until he answers.
 * A second request needs a leader's reason (NĐ 118/2025; how many go without is the procedure's own figure).
 */
export function askForMore(
  ctx: Ctx,
  code: string,
  defects: readonly DefectFound[],
  leaderReason: string | undefined,
  expected: Expected = {},
): Promise<Moved> {
  return move(ctx, code, 'askForMore', expected, (found, actId) => {
    if (defects.length === 0) throw new Refusal(422, 'no-defect-named')
    const unknown = defects.find((one) => !found.procedure.defects.some((known) => known.code === one.code))
    if (unknown !== undefined) throw new Refusal(422, 'unknown-defect', { code: unknown.code })
    if (found.supplements >= found.procedure.supplement.withoutLeader && (leaderReason ?? '').trim() === '')
      throw new Refusal(422, 'second-request-needs-reason')
    const no = found.supplements + 1
    const listed = defects.map((one) => ({ code: one.code, note: one.note ?? '' }))
    return {
      params: { no, defects: listed.map((one) => one.code) },
      private: { defects: listed, leaderReason: leaderReason ?? '' },
      after: [
        {
          text: 'insert into supplement_request (id, work_item_id, act_id, no, system, unit_id, defects, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
          values: [
            idAt(ctx.now),
            found.id,
            actId,
            no,
            found.system,
            found.unit,
            ctx.keys.sealJson(listed, 'supplement_request.defects'),
            ctx.now,
          ],
        },
        formLater(found, 'supplement'),
      ],
      notice: { kind: 'supplement-asked', params: { count: listed.length } },
    }
  })
}
