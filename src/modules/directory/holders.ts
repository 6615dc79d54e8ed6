import { namesOf } from '#modules/identity'
import type { Ctx } from '#platform/act'
import type { Instant } from '#platform/clock'
import type { Id } from '#platform/id'
import { directoryOn } from './directory.ts'
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

/** Substitutions that hold now or will, soonest first: of the actor's units, for an administrator of all. */
export async function substitutionsOf(ctx: Ctx): Promise<Substitution[]> {
  const { units, roles } = ctx.actor
  const seesAll = roles?.includes('administrator') === true
  if (units.length === 0 && !seesAll) return []
  const rows = await ctx.db
    .selectFrom('substitution')
    .innerJoin('post', 'post.id', 'substitution.post_id')
    .$if(!seesAll, (query) => query.where('post.unit_id', 'in', units))
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

/** Posts that officials hold now, or of whom one account holds or will hold them; for pages about people, not for work. */
export async function holdingsOf(ctx: Ctx, account?: Id): Promise<{ account: Id; post: Id; from: Instant; to: Instant | null }[]> {
  const rows = await ctx.db
    .selectFrom('post_holding')
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', ctx.now)]))
    .$if(account !== undefined, (query) => query.where('account_id', '=', account ?? ''))
    .$if(account === undefined, (query) => query.where('valid_from', '<=', ctx.now))
    .orderBy('valid_from')
    .select(['account_id', 'post_id', 'valid_from', 'valid_to'])
    .execute()
  return rows.map((row) => ({ account: row.account_id, post: row.post_id, from: row.valid_from, to: row.valid_to }))
}

/** Officials who hold a post of a unit or of its one-stop centre now, each once: those who may stand in for one another. */
export async function colleaguesIn(ctx: Ctx, unit: Id): Promise<{ account: Id; name: string; posts: Id[] }[]> {
  const posts = (await directoryOn(ctx)).postsOfUnit(unit).map((post) => post.id)
  const held = Map.groupBy(
    (await holdingsOf(ctx)).filter(({ post }) => posts.includes(post)),
    (one) => one.account,
  )
  const names = await namesOf(ctx, [...held.keys()])
  return [...held].map(([account, holdings]) => ({ account, name: names.get(account) ?? '', posts: holdings.map(({ post }) => post) }))
}
