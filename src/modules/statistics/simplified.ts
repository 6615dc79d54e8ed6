import { type Component, type Deadline, feesFor, type NationalRow, type Procedure } from '#modules/procedures'
import { type Instant, localDate } from '#platform/clock'

/** What a procedure asks of a citizen who follows the ordinary way. */
export type Effort = {
  /** Papers that must be brought or sent. */
  readonly papers: number
  /** Steps inside the office; unknown for a national row, which has them only in words. */
  readonly steps: number | undefined
  readonly time: Deadline | { readonly amounts: readonly number[] }
  /** Đồng; undefined where the amount is not known. */
  readonly cost: bigint | null
}

/** The procedure as it is published nationally beside what this province asks. */
export type Simplified = { readonly before: Effort | undefined; readonly after: Effort }

/**
 * Before → after for the list of simplifications (NQ 66.7/2025/NQ-CP: paper replaced by data).
 * @param now the instant at which substitutes and fees are looked at
 */
export function simplified(procedure: Procedure, row: NationalRow | undefined, now: Instant): Simplified {
  const day = localDate(now)
  return {
    before: row === undefined ? undefined : nationally(row),
    after: {
      papers: procedure.components.filter((one) => mustBeBrought(one, day)).length,
      steps: Object.values(procedure.steps).length,
      time: procedure.resolvedWithin,
      cost: feesFor(procedure, {}, now).total,
    },
  }
}

function nationally({ components, channels }: NationalRow): Effort {
  const amounts = [...new Set(channels.flatMap(({ time }) => (time === null ? [] : [time])))]
  const costs = [...new Set(channels.flatMap(({ fees }) => fees.map(({ vnd, suspect }) => (suspect ? null : vnd))))]
  return {
    papers: components.filter(({ original, copy }) => original + copy > 0).length,
    steps: undefined,
    time: { amounts },
    cost: costs.length === 1 && typeof costs[0] === 'number' ? BigInt(costs[0]) : null,
  }
}

/** Owed by everybody, not made from the answers, and not stood in for by data on that day. */
function mustBeBrought({ madeFromAnswers, when, substitutes }: Component, day: string): boolean {
  if (madeFromAnswers === true || when !== undefined) return false
  return !substitutes.some(({ validFrom = '', validTo = '9999-12-31' }) => validFrom <= day && day <= validTo)
}
