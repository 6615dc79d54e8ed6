import { type Answer, type Answers, type Comparison, comparisons, type SourceName } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { act, type Ctx, idAt, type Json, type Plan, Refusal } from '#platform/act'
import type { Case } from './case.ts'
import { type Expected, type Moved, planHere } from './move.ts'
import { refuseUnlessMay } from './policy.ts'
import { type Event, type LookedUp, lookUpQuestion, lookUpsFrom } from './store/history.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

/** A fact on which answer and paper disagree; `settled` once somebody has decided which of them holds. */
export type Mismatch = Comparison & { settled?: 'declared' | 'paper' }

const sources: Readonly<Record<string, SourceName>> = {
  population: 'population',
  'civil-status': 'civilStatus',
  'vneid-wallet': 'wallet',
  vneid: 'vneid',
}

/** Facts on which what was declared differs from what a source or an e-paper says, with what was decided about each. */
export function mismatchesOf(found: Case, lookUps: readonly LookedUp[], events: readonly Pick<Event, 'name' | 'params'>[]): Mismatch[] {
  const findings = lookUps.flatMap((one) => {
    const from = sources[one.source]
    const { items, about } = one.result
    // Fields that named the person it was about; empty for an e-paper of the applicant's own.
    const by = Array.isArray(about) ? Object.fromEntries(about.map((name) => [String(name), ''])) : {}
    return from === undefined || typeof items !== 'object' || items === null
      ? []
      : [{ lookUp: { from, by, items: [] }, items: items as Answers }]
  })
  const decided = new Map(events.flatMap(({ name, params }) => (name === 'settle' ? [[String(params.field), params.choice] as const] : [])))
  return comparisons(found.procedure, found.filed.answers, findings, found.submittedAt).flatMap((one): Mismatch[] => {
    const choice = decided.get(one.field)
    if (one.same) return choice === 'paper' ? [{ ...one, settled: 'paper' }] : []
    return [{ ...one, ...(choice === 'declared' && { settled: 'declared' as const }) }]
  })
}

/**
 * Decides which of two sources holds where they disagree. What the paper says becomes the answer, with the older one kept; what was
 * declared stays. Either way the act says who decided. The applicant sees the result in the draft.
 * @throws Refusal 404, 403 unless the actor examines the case, 409 where somebody was faster, 422 where nothing disagrees
 */
export function settleMismatch(
  ctx: Ctx,
  code: string,
  { field, choice }: { field: string; choice: 'declared' | 'paper' },
  expected: Expected = {},
): Promise<Moved> {
  const own = caseQuestions(code)
  return act<Moved>(ctx, [...own, lookUpQuestion(code)], async (answers): Promise<Plan<Moved>> => {
    const found = await caseFrom(ctx, answers)
    refuseUnlessMay('read', found, ctx.actor)
    if (expected.version !== undefined && expected.version !== found.version) throw new Refusal(409, 'moved-on')
    refuseUnlessMay('propose', found, ctx.actor)
    if (found.procedure.steps[found.step]?.may.propose === undefined) throw new Refusal(409, 'not-in-this-step')
    const mismatch = mismatchesOf(found, lookUpsFrom(ctx, answers[own.length]), []).find((one) => one.field === field)
    if (mismatch === undefined) throw new Refusal(422, 'nothing-to-settle')
    const actId = idAt(ctx.now)
    return planHere(ctx, found, 'settle', actId, await calendarFor(ctx, found.unit), {
      params: { field, choice, from: mismatch.from },
      private: { declared: asJson(mismatch.answered), paper: asJson(mismatch.found) },
      after: choice === 'paper' ? [corrected(ctx, found, actId, field, mismatch.found)] : [],
    })
  })
}

function corrected(ctx: Ctx, found: Case, actId: string, field: string, value: Answer) {
  return {
    text: 'insert into dossier_change (work_item_id, act_id, system, unit_id, answers, at) values ($1, $2, $3, $4, $5, $6)',
    values: [
      found.id,
      actId,
      found.system,
      found.unit,
      ctx.keys.sealJson({ ...found.filed, answers: { ...found.filed.answers, [field]: value } }, 'dossier.answers'),
      ctx.now,
    ],
  }
}

function asJson(answer: Answer): Json {
  return typeof answer === 'object' && !Array.isArray(answer) ? { ...answer } : (answer as Json)
}
