import { feesFor, type Procedure, settle } from '#modules/procedures'
import { type Ctx, type Json, Refusal } from '#platform/act'
import type { Case } from './case.ts'
import { type Expected, type Moved, move } from './move.ts'
import { dueOf, laterOf, timeOf } from './term.ts'

/**
 * What the receptionist says when he takes a dossier in and the procedure leaves it open: the hour that is promised, and amounts in đồng by
 * the id of their fee. It stands in the parameters of the act (`due`, `fees`) and nowhere else: the promise of the state follows from it, and
 * whoever reckons fees later reads the amounts there (`feesTold`).
 */
export type ToldAtReceipt = { dueAt?: string; fees?: Readonly<Record<string, bigint>> }

/** What has to be said at receipt because no source says it. */
export type AskedAtReceipt = { due: boolean; fees: Procedure['fees'] }

/** What the procedure leaves open for this dossier; nothing where another unit received it before. */
export function askedAtReceipt(found: Case): AskedAtReceipt {
  const { procedure, filed, channel, submittedAt, receivedAt } = found
  if (receivedAt !== null) return { due: false, fees: [] }
  const answers = settle(procedure, { ...filed.answers, channel }, submittedAt)
  const { lines } = feesFor(procedure, answers, submittedAt)
  const fees = procedure.derived ? lines.flatMap(({ fee, dong }) => (dong === null ? [fee] : [])) : []
  return { due: timeOf(found).unit === 'asked', fees }
}

/** The receptionist takes the dossier in: from now on the statutory clock runs, and the applicant is promised an hour. */
export function receive(ctx: Ctx, code: string, expected: Expected = {}, told: ToldAtReceipt = {}): Promise<Moved> {
  return move(ctx, code, 'receive', expected, (found, _actId, calendar) => {
    const fees = feesSaid(found, told)
    // What another unit received before it was passed on keeps its promise: the clock is not begun anew.
    const receivedAt = found.receivedAt ?? ctx.now
    if (timeOf(found).unit === 'asked' && found.promisedAt === null) {
      const due = dueSaid(ctx, told)
      return {
        receivedAt,
        promisedAt: due,
        params: { due, dueCause: 'said-at-receipt', ...fees },
        notice: { kind: 'received', params: { due } },
      }
    }
    const due = laterOf(dueOf(calendar, timeOf(found), receivedAt, found.pauses), found.promisedAt) ?? found.promisedAt
    return { receivedAt, params: { due, ...fees }, notice: { kind: 'received', params: { due } } }
  })
}

/** @throws Refusal 422 where nothing was said or the hour is past */
function dueSaid({ now }: Ctx, { dueAt }: ToldAtReceipt): string {
  if (dueAt === undefined) throw new Refusal(422, 'due-needed')
  if (Date.parse(dueAt) <= Date.parse(now)) throw new Refusal(422, 'due-must-be-later')
  return dueAt
}

function feesSaid(found: Case, { fees = {} }: ToldAtReceipt): { fees?: Record<string, Json> } {
  const asked = askedAtReceipt(found).fees
  const missing = asked.find(({ id }) => fees[id] === undefined)
  if (missing) throw new Refusal(422, 'fee-needed', { fee: missing.id })
  return asked.length === 0 ? {} : { fees: Object.fromEntries(asked.map(({ id }) => [id, String(fees[id])])) }
}
