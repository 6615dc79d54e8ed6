import type { Ctx } from '#platform/act'
import type { Instant } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'

/** From the first instant to the second. */
export type Span = { readonly since: Instant; readonly till: Instant }

/** Of each procedure at most so many cases are counted, the newest first. */
export const mostCases = 20_000

const dayMs = 86_400_000

/** The last so many days. */
export function spanEndingAt(now: Instant, days: number): Span {
  return { since: new Date(Date.parse(now) - days * dayMs).toISOString(), till: now }
}

/** How a procedure went: cases, and seconds from hand-in to result as whoever waits counts them (nights and pauses included). */
export type Figures = {
  readonly code: string
  readonly filed: number
  readonly online: number
  readonly finished: number
  /** Seconds; null where nothing is finished. */
  readonly medianS: number | null
  readonly p90S: number | null
  readonly late: number
  readonly supplemented: number
  readonly refused: number
  readonly withdrawn: number
}

type Row = Omit<Figures, 'medianS' | 'p90S'> & { median_s: number | null; p90_s: number | null }

/** Every procedure with a case in the span, the busiest first; or the one of this code. What the actor may not see is not counted. */
export async function figuresOf(ctx: Ctx, { since, till }: Span, code: string | null = null): Promise<Figures[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: 'select * from procedure_figures($1, $2, $3, $4) where filed > 0 order by filed desc, code',
      values: [code, since, till, mostCases],
    },
  ])
  return rowsOf<Row>(answer).map(({ median_s, p90_s, ...counts }) => ({ ...counts, medianS: median_s, p90S: p90_s }))
}
