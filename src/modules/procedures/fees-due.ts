import { type Instant, localDate } from '#platform/clock'
import { type Answers, isRows } from './answers.ts'
import { settle } from './apply.ts'
import { holds } from './condition.ts'
import type { Exemption, Fee } from './fee.ts'
import type { Procedure } from './procedure.ts'

/** So many units at one rate. */
export type FeePart = { readonly count: number; readonly dong: bigint }

/** One line of what is to be paid, with how it came about. `dong` is null where the amount is not known here. */
export type FeeLine = {
  readonly fee: Fee
  /** Units, and how often all of them count. */
  readonly count: number
  readonly times: number
  readonly parts: readonly FeePart[]
  /** The parts came to more than the most that may be taken. */
  readonly capped: boolean
  readonly exemption?: Exemption
  readonly dong: bigint | null
}

/** `total` is null as long as one line is not known. */
export type FeesDue = { readonly lines: readonly FeeLine[]; readonly total: bigint | null }

/** Whether a fee holds on a day (ISO date). */
export function isInForce(fee: Fee, today: string): boolean {
  return today >= (fee.validFrom ?? today) && today <= (fee.validTo ?? today)
}

/** The units split by their rates: 2.000 đ each up to the second page, 1.000 đ from the third on. */
function partsOf({ tiers = [] }: Fee, rate: bigint, count: number): FeePart[] {
  const bounds = [{ from: 1, dong: rate }, ...tiers]
  return bounds.flatMap(({ from, dong }, i): FeePart[] => {
    const last = Math.min(count, (bounds[i + 1]?.from ?? count + 1) - 1)
    return last >= from ? [{ count: last - from + 1, dong }] : []
  })
}

function lineOf(fee: Fee, answers: Answers): FeeLine {
  const number = (name: string | undefined) => {
    const said = name === undefined ? 1 : answers[name]
    // Of a list its entries are counted.
    return typeof said === 'number' ? said : isRows(said) ? said.length : 0
  }
  const [count, times] = [number(fee.per), number(fee.times)]
  const exemption = fee.exempt?.find(({ when }) => holds(when, answers))
  const line = { fee, count, times, capped: false, ...(exemption ? { exemption } : {}) }
  if (fee.dong === null) return { ...line, parts: [], dong: exemption ? 0n : null }
  const parts = partsOf(fee, fee.dong, count)
  const once = parts.reduce((sum, part) => sum + part.dong * BigInt(part.count), 0n)
  const capped = fee.most !== undefined && once > fee.most
  const each = capped && fee.most !== undefined ? fee.most : once
  return { ...line, parts, capped, dong: exemption ? 0n : each * BigInt(times) }
}

/**
 * What is to be paid for a dossier filed at `now`, line by line, in whole đồng. Lines of nothing are kept where the fee applies: "0 đồng" is an
 * answer too. The door is that of the answers, else online.
 */
export function feesFor(procedure: Procedure, given: Answers, now: Instant): FeesDue {
  const answers = settle(procedure, given, now)
  const door = given.channel ?? 'online'
  const lines = procedure.fees
    .filter((fee) => isInForce(fee, localDate(now)) && holds(fee.when, answers))
    .filter(({ channels }) => channels === undefined || channels.some((one) => one === door))
    .map((fee) => lineOf(fee, answers))
    .filter(({ count, times }) => count > 0 && times > 0)
  const total = lines.reduce<bigint | null>((sum, { dong }) => (sum === null || dong === null ? null : sum + dong), 0n)
  return { lines, total }
}
