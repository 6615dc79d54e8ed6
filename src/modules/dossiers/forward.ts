import { type Ctx, type Json, Refusal } from '#platform/act'
import { feeStateFrom, paymentsQuestion } from './fees.ts'
import { formLater } from './issue-form.ts'
import { type Expected, type Moved, move } from './move.ts'

/** A leader approves what lies before him: a refusal, or the end of a posting. */
export function approve(ctx: Ctx, code: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'approve', expected, (found) =>
    found.procedure.steps[found.step]?.may.approve === 'closed'
      ? { after: [formLater(found, 'refusal')], notice: { kind: 'refused' } }
      : {},
  )
}

/** Gives it back to the step before, with what is wrong. */
export function sendBack(ctx: Ctx, code: string, reason: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'sendBack', expected, () => {
    if (reason.trim() === '') throw new Refusal(422, 'reason-needed')
    return { private: { reason } }
  })
}

/** The applicant agrees with the draft; after a working day his silence means the same and is written down as silence. */
export function confirmDraft(ctx: Ctx, code: string, expected: Expected = {}): Promise<Moved> {
  const silent = ctx.actor.kind === 'job'
  return move(ctx, code, 'confirmDraft', expected, () => ({
    params: { silence: silent },
    ...(silent ? { notice: { kind: 'draft-taken-as-agreed' } } : {}),
  }))
}

/** The applicant says what is wrong in the draft: it goes back to be put right. */
export function correctDraft(ctx: Ctx, code: string, wish: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'correctDraft', expected, () => {
    if (wish.trim() === '') throw new Refusal(422, 'reason-needed')
    return { private: { wish } }
  })
}

/** The applicant takes his dossier back, any time before the result is there. */
export function withdraw(ctx: Ctx, code: string, reason: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'withdraw', expected, () => ({ private: { reason } satisfies Json, notice: { kind: 'withdrawn' } }))
}

/** The office stops (Mẫu 05), with the reason. */
export function stop(ctx: Ctx, code: string, reason: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'stop', expected, (found) => {
    if (reason.trim() === '') throw new Refusal(422, 'reason-needed')
    return { private: { reason }, after: [formLater(found, 'stop')], notice: { kind: 'stopped' } }
  })
}

/**
 * The result is handed over, or was fetched online: the case ends. What is owed for it was noted as paid or as not owed before.
 * @param handedTo who took it at the counter, where that is not the one who filed
 */
export function deliver(
  ctx: Ctx,
  code: string,
  way: 'counter' | 'online' | 'post',
  expected: Expected = {},
  handedTo = '',
): Promise<Moved> {
  return move(
    ctx,
    code,
    'deliver',
    expected,
    (found, _actId, _calendar, [payments]) => {
      if (!feeStateFrom(ctx, found, payments).settled) throw new Refusal(409, 'fee-not-recorded')
      return { params: { way }, ...(handedTo !== '' && { private: { handedTo } }), notice: { kind: 'delivered' } }
    },
    [paymentsQuestion(code)],
  )
}

/** An apology with a new date (Mẫu 04): reason, who answers for it, and a day that is later than the promised one. */
export function apologise(ctx: Ctx, code: string, reason: string, newDue: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'apologise', expected, (found) => {
    if (reason.trim() === '') throw new Refusal(422, 'reason-needed')
    if (found.dueAt === null || Date.parse(newDue) <= Date.parse(found.dueAt)) throw new Refusal(422, 'new-date-must-be-later')
    return {
      params: { old: found.dueAt, due: newDue, dueCause: 'apology' },
      private: { reason },
      promisedAt: newDue,
      after: [
        formLater(found, 'apology'),
        { text: "update desk set due_at = $2 where work_item_id = $1 and part = 'lead'", values: [found.id, newDue] },
      ],
      notice: { kind: 'apology', params: { old: found.dueAt, due: newDue } },
    }
  })
}
