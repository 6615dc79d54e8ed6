import { type FeesDue, feesFor } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { type Answer, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'

/** `paid` under a receipt, `exempt` with the reason, `void`: noted by mistake. */
export type PaymentKind = 'paid' | 'exempt' | 'void'

export type Payment = {
  id: Id
  kind: PaymentKind
  /** The number on the receipt (biên lai); empty where no money was taken. */
  receipt: string
  dong: bigint
  /** What the rules came to at that moment; null where the amount was not known. */
  computed: bigint | null
  paidAt: string
  reason: string
  replaces: Id | null
  at: string
}

/** What a dossier owes, what was taken, and whether the office may hand the result over. */
export type FeeState = {
  due: FeesDue
  /** What counts: rows that no later one replaced, the oldest first. */
  standing: Payment[]
  /** Rows that a later one put right. */
  replaced: Payment[]
  paid: bigint
  settled: boolean
}

// One row at least: what the receptionist said of amounts that no rule gives stands beside every payment, also beside none.
export const paymentsQuestion = (ref: string): Statement => ({
  text: `select p.id, p.kind, p.receipt, p.dong, p.computed, p.paid_at, p.reason, p.replaces, p.at, t.fees as told from work_item w
    left join lateral (select a.params->'fees' as fees from act a where a.work_item_id = w.id and a.name = 'receive' and a.params ? 'fees'
      order by a.seq desc limit 1) t on true
    left join fee_payment p on p.work_item_id = w.id where w.code = $1 order by p.at, p.id`,
  values: [ref],
})

type ToldRow = { told: Record<string, string> | null; id: Id | null }

type PaymentRow = {
  id: Id
  kind: PaymentKind
  receipt: string | null
  dong: bigint
  computed: bigint | null
  paid_at: string
  reason: Buffer | null
  replaces: Id | null
  at: string
}

function paymentsFrom(ctx: Pick<Ctx, 'keys'>, answer: Answer | undefined): Payment[] {
  const noted = rowsOf<PaymentRow | { id: null }>(answer).filter((row): row is PaymentRow => row.id !== null)
  return noted.map(({ id, kind, replaces, at, paid_at, receipt, dong, computed, reason }) => ({
    id,
    kind,
    replaces,
    at,
    dong: BigInt(dong),
    computed: computed === null ? null : BigInt(computed),
    receipt: receipt ?? '',
    paidAt: paid_at,
    reason: reason === null ? '' : ctx.keys.openText(reason, 'fee_payment.reason'),
  }))
}

/**
 * What the rules of the dossier's own revision come to, on the day and through the door by which it was filed. Where they know no amount,
 * that which the receptionist said when he took the dossier in.
 */
export function feesOf(
  found: Pick<Case, 'procedure' | 'filed' | 'channel' | 'submittedAt'>,
  told: Readonly<Record<string, string>> = {},
): FeesDue {
  const due = feesFor(found.procedure, { ...found.filed.answers, channel: found.channel }, found.submittedAt)
  const lines = due.lines.map((line) => {
    const said = told[line.fee.id]
    return line.dong === null && said !== undefined ? { ...line, dong: BigInt(said) } : line
  })
  const total = lines.reduce<bigint | null>((sum, { dong }) => (sum === null || dong === null ? null : sum + dong), 0n)
  return { lines, total }
}

/** Puts the state together from the answer to `paymentsQuestion`. */
export function feeStateFrom(ctx: Pick<Ctx, 'keys'>, found: Case, answer: Answer | undefined): FeeState {
  const all = paymentsFrom(ctx, answer)
  const gone = new Set(all.map(({ replaces }) => replaces))
  const standing = all.filter(({ id, kind }) => !gone.has(id) && kind !== 'void')
  const [told] = rowsOf<ToldRow>(answer)
  const due = feesOf(found, told?.told ?? {})
  return {
    due,
    standing,
    replaced: all.filter(({ id }) => gone.has(id)),
    paid: standing.reduce((sum, { dong }) => sum + dong, 0n),
    // A difference was given a reason when it was noted; that something was noted is what the hand-over waits for.
    settled: due.total === 0n || standing.length > 0,
  }
}

export async function feeStateOf(ctx: Ctx, found: Case): Promise<FeeState> {
  const [answer] = await ask(ctx.pool, ctx.actor, [paymentsQuestion(found.code)])
  return feeStateFrom(ctx, found, answer)
}
