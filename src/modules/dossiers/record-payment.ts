import { act, type Ctx, idAt, type Plan, Refusal, refuseUnless } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Actor } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import { type FeeState, feeStateFrom, type PaymentKind, paymentsQuestion } from './fees.ts'
import { may as allowed, refuseUnlessMay, relationTo } from './policy.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

/** What the receptionist noted. `replaces`: the row that this one puts right. */
export type Noted = {
  kind: PaymentKind
  receipt: string
  dong: bigint
  paidAt: string
  reason: string
  replaces?: Id
}

export type Recorded = { ok: true; code: string; paid: string }

/** No fee of a commune comes near; a longer number is a slip of the hand. */
const mostDong = 1_000_000_000n
const longestReceipt = 40

/**
 * Đã thu phí: notes what was taken at the counter, under which receipt and when. It moves nothing: money is taken while the dossier lies on
 * whichever desk. A sum that differs from what the rules come to, an exemption and a correction need a reason.
 * @throws Refusal 422 for what is missing or cannot be; 409 where the receipt is noted already or the row was put right before
 */
export function recordPayment(ctx: Ctx, code: string, noted: Noted): Promise<Recorded> {
  const questions = caseQuestions(code)
  return act<Recorded>(ctx, [...questions, paymentsQuestion(code)], async (answers): Promise<Plan<Recorded>> => {
    const found = await caseFrom(ctx, answers)
    refuseUnlessMay('recordPayment', found, ctx.actor)
    if (!mayTakeMoney(found, ctx.actor)) throw new Refusal(403, 'not-for-you')
    const state = feeStateFrom(ctx, found, answers[questions.length])
    const paid = sumAfter(state, noted)
    refuseUnlessSound(ctx, found, state, noted, paid)
    return plan(ctx, found, state, noted, paid)
  })
}

/** Whether this actor takes money for this dossier: the posts that take dossiers in and hand results out, in the unit where it lies. */
export function mayTakeMoney(found: Case, actor: Actor): boolean {
  const steps = Object.values(found.procedure.steps)
  const roles = steps.flatMap(({ by, may }) => (may.receive !== undefined || may.deliver !== undefined ? [by] : []))
  return allowed.recordPayment[relationTo(found, actor)] && roles.some((role) => actor.roles?.includes(role))
}

function sumAfter(state: FeeState, { dong, replaces }: Noted): bigint {
  const before = replaces === undefined ? undefined : state.standing.find(({ id }) => id === replaces)
  if (replaces !== undefined && before === undefined) throw new Refusal(409, 'payment-replaced')
  return state.paid - (before?.dong ?? 0n) + dong
}

function refuseUnlessSound(ctx: Ctx, found: Case, state: FeeState, noted: Noted, paid: bigint): void {
  const { kind, receipt, dong, paidAt, reason, replaces } = noted
  if (kind === 'void' && replaces === undefined) throw new Refusal(422, 'payment-missing')
  if (kind === 'paid' && (receipt.trim() === '' || receipt.trim().length > longestReceipt)) throw new Refusal(422, 'receipt-missing')
  if (kind === 'paid' ? dong <= 0n || dong > mostDong : dong !== 0n) throw new Refusal(422, 'amount-wrong')
  if (Date.parse(paidAt) > Date.parse(ctx.now)) throw new Refusal(422, 'payment-ahead')
  if (localDate(paidAt) < localDate(found.submittedAt)) throw new Refusal(422, 'payment-before')
  const differs = kind === 'paid' && paid !== state.due.total
  if ((differs || kind !== 'paid' || replaces !== undefined) && reason.trim() === '') {
    throw new Refusal(
      422,
      replaces !== undefined ? 'correction-needs-reason' : differs ? 'difference-needs-reason' : 'exemption-needs-reason',
    )
  }
  if (kind === 'paid' && state.standing.some((one) => one.receipt === receipt.trim() && one.id !== replaces)) {
    throw new Refusal(409, 'receipt-recorded')
  }
}

function plan(ctx: Ctx, found: Case, state: FeeState, noted: Noted, paid: bigint): Plan<Recorded> {
  const { kind, dong, paidAt, replaces } = noted
  const id = idAt(ctx.now)
  const actId = idAt(ctx.now)
  const receipt = kind === 'paid' ? noted.receipt.trim() : null
  const reason = noted.reason.trim()
  const [post] = ctx.actor.posts
  return {
    act: {
      name: 'recordPayment',
      item: found.id,
      system: found.system,
      unit: found.unit,
      step: found.step,
      ...(post === undefined ? {} : { post }),
      params: {
        kind,
        dong: String(dong),
        paidAt,
        ...(receipt === null ? {} : { receipt }),
        ...(replaces === undefined ? {} : { replaces }),
      },
      ...(reason === '' ? {} : { private: { reason } }),
    },
    id: actId,
    before: [
      // Two receptionists with one receipt: the second waits here and finds it noted.
      { text: "select pg_advisory_xact_lock(hashtextextended('fee ' || $1, 0))", values: [found.id] },
      refuseUnless(
        `$2::text is null or not exists (select from fee_payment p where p.work_item_id = $1 and p.receipt = $2 and p.id is distinct from $3
           and not exists (select from fee_payment r where r.replaces = p.id))`,
        [found.id, receipt, replaces ?? null],
        'receipt-recorded',
      ),
    ],
    after: [
      {
        text: `insert into fee_payment (id, work_item_id, act_id, system, unit_id, kind, receipt, dong, computed, paid_at, reason, replaces, at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        values: [
          id,
          found.id,
          actId,
          found.system,
          found.unit,
          kind,
          receipt,
          dong,
          state.due.total,
          paidAt,
          reason === '' ? null : ctx.keys.seal(reason, 'fee_payment.reason'),
          replaces ?? null,
          ctx.now,
        ],
      },
    ],
    answer: { ok: true, code: found.code, paid: String(paid) },
  }
}
