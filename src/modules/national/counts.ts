import type { Ctx } from '#platform/act'
import type { LocalDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import { type Flag, flags } from './flag.ts'
import { type Target, targets } from './routing.ts'

/** How much there is: rows by where they are dealt with, by rule, and by flag; `communes` counts those of the commune level alone. */
export type CatalogueCounts = {
  readonly rows: number
  readonly dropped: number
  readonly byTarget: readonly { readonly target: Target; readonly rows: number; readonly communes: number }[]
  readonly byDecision: readonly {
    readonly name: { vi: string; en: string } | null
    readonly hand: boolean
    readonly target: Target
    readonly rows: number
    readonly communes: number
  }[]
  readonly byFlag: readonly { readonly flag: Flag; readonly rows: number; readonly ours: number }[]
}

type Decided = { target: Target; hand: boolean; name_vi: string | null; name_en: string | null; rows: number; communes: number }

const decidedQuestion = `select n.target, n.choice is not null as hand, l.name_vi, l.name_en, count(*)::int as rows,
    count(*) filter (where r.levels && '{commune}')::int as communes
  from national_routing($1) n join national_row r using (code) left join routing_rule l on l.id = n.rule
  where r.dropped_at is null group by 1, 2, 3, 4, l.rank order by l.rank nulls last, 2 desc`

const flagQuestion = `select flag, count(*)::int as rows, count(*) filter (where n.target = 'ours')::int as ours
  from national_row r join national_routing($1) n using (code), unnest(r.flags) flag where r.dropped_at is null group by 1`

const sizeQuestion = 'select count(*) filter (where dropped_at is null)::int as rows, count(dropped_at)::int as dropped from national_row'

/** The catalogue in numbers on a day. */
export async function catalogueCounts(ctx: Pick<Ctx, 'pool' | 'actor'>, on: LocalDate): Promise<CatalogueCounts> {
  const [size, decided, flagged] = await ask(ctx.pool, ctx.actor, [
    { text: sizeQuestion, values: [] },
    { text: decidedQuestion, values: [on] },
    { text: flagQuestion, values: [on] },
  ])
  const decisions = rowsOf<Decided>(decided)
  const byName = new Map(rowsOf<{ flag: string; rows: number; ours: number }>(flagged).map((row) => [row.flag, row]))
  const sum = (target: Target, of: 'rows' | 'communes') =>
    decisions.filter((one) => one.target === target).reduce((all, one) => all + one[of], 0)
  const [whole] = rowsOf<{ rows: number; dropped: number }>(size)
  return {
    rows: whole?.rows ?? 0,
    dropped: whole?.dropped ?? 0,
    byTarget: targets.map((target) => ({ target, rows: sum(target, 'rows'), communes: sum(target, 'communes') })),
    byDecision: decisions.map(({ name_vi, name_en, ...rest }) => ({
      ...rest,
      name: name_vi === null || name_en === null ? null : { vi: name_vi, en: name_en },
    })),
    byFlag: flags.map((flag) => ({ flag, rows: byName.get(flag)?.rows ?? 0, ours: byName.get(flag)?.ours ?? 0 })),
  }
}
