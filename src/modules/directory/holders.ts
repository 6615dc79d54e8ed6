import { namesOf } from '#modules/identity'
import type { Ctx } from '#platform/act'
import type { Instant } from '#platform/clock'
import type { Id } from '#platform/id'
import type { Holder } from './unit.ts'

/** Who holds or covers a post at an instant, now where none is given. Citizens and the public see nobody. */
export async function holdersOf(ctx: Ctx, post: Id, at: Instant = ctx.now): Promise<Holder[]> {
  const [holding, covering] = await Promise.all([
    ctx.db
      .selectFrom('post_holding')
      .where('post_id', '=', post)
      .where('valid_from', '<=', at)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', at)]))
      .orderBy('valid_from')
      .select(['account_id', 'valid_to'])
      .execute(),
    ctx.db
      .selectFrom('substitution')
      .where('post_id', '=', post)
      .where('valid_from', '<=', at)
      .where('valid_to', '>', at)
      .orderBy('valid_from')
      .select(['account_id', 'valid_to'])
      .execute(),
  ])
  const names = await namesOf(ctx, [...new Set([...holding, ...covering].map((row) => row.account_id))])
  const holder = (as: Holder['as']) => (row: { account_id: Id; valid_to: Instant | null }) => ({
    account: row.account_id,
    name: names.get(row.account_id) ?? '',
    as,
    ...(row.valid_to !== null && { until: row.valid_to }),
  })
  return [...holding.map(holder('holder')), ...covering.map(holder('substitute'))]
}

export type Substitution = { id: Id; post: Id; account: Id; name: string; from: Instant; to: Instant; reason: string }

/** Substitutions of the actor's units that hold now or will, soonest first. */
export async function substitutionsOf(ctx: Ctx): Promise<Substitution[]> {
  if (ctx.actor.units.length === 0) return []
  const rows = await ctx.db
    .selectFrom('substitution')
    .innerJoin('post', 'post.id', 'substitution.post_id')
    .where('post.unit_id', 'in', ctx.actor.units)
    .where('substitution.valid_to', '>', ctx.now)
    .orderBy('substitution.valid_from')
    .select(['substitution.id', 'post_id', 'account_id', 'substitution.valid_from', 'substitution.valid_to', 'reason'])
    .execute()
  const names = await namesOf(ctx, [...new Set(rows.map((row) => row.account_id))])
  return rows.map((row) => ({
    id: row.id,
    post: row.post_id,
    account: row.account_id,
    name: names.get(row.account_id) ?? '',
    from: row.valid_from,
    to: row.valid_to,
    reason: row.reason,
  }))
}
