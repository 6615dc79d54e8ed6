import { directoryOn, type Unit } from '#modules/directory'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from '../case.ts'
import { getCase } from '../store/load.ts'

/** A receptionist's counter: the unit that it belongs to, a centre counted as the office it serves. */
export type Counter = { unit: Unit; post: Id }

/** @throws Refusal 403 for whoever holds no receptionist's post today */
export async function counterOf(ctx: Pick<Ctx, 'pool' | 'db' | 'now' | 'actor'>): Promise<Counter> {
  const directory = await directoryOn(ctx)
  const post = ctx.actor.posts.map((id) => directory.findPost(id)).find((one) => one?.role === 'receptionist')
  if (ctx.actor.kind !== 'staff' || post === undefined) throw new Refusal(403, 'not-for-you')
  const own = directory.getUnit(post.unit)
  const home = own.level === 'centre' && own.parent !== undefined ? directory.getUnit(own.parent) : own
  return { unit: home, post: post.id }
}

/** The context in which a receptionist acts for whoever stands before him: in his one post, at his one counter. */
export async function atCounter(ctx: Ctx): Promise<Ctx> {
  const { unit, post } = await counterOf(ctx)
  return contextFor(ctx, { ...ctx.actor, posts: [post], counter: unit.id }, ctx.now, ctx.key)
}

/**
 * The same, reaching into the competent unit: a counter takes in what another unit of the province decides (NĐ 118/2025/NĐ-CP). Given for
 * one case alone, by those who know that the counter has to do with it.
 */
export function reaching(ctx: Ctx, unit: Id): Ctx {
  if (ctx.actor.counter === undefined || ctx.actor.units.includes(unit)) return ctx
  return contextFor(ctx, { ...ctx.actor, units: [...ctx.actor.units, unit] }, ctx.now, ctx.key)
}

/**
 * A case whose number somebody brings to this counter: one of the counter's own unit, or one that the counter took in for another.
 * @throws Refusal 404 for any other
 */
export async function caseAtCounter(ctx: Ctx, code: string): Promise<{ ctx: Ctx; found: Case }> {
  const here = ctx.actor.counter === undefined ? await atCounter(ctx) : ctx
  const unit = await unitOfIntake(here, 'code', code)
  const reached = unit === undefined ? here : reaching(here, unit)
  return { ctx: reached, found: await getCase(reached, code) }
}

/** The unit in which lies what this counter took in; undefined for what it did not. */
export async function unitOfIntake(ctx: Ctx, by: 'code' | 'draft_id', value: string): Promise<Id | undefined> {
  const text = `select unit_id from counter_intake where ${by} = $1`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [value] }])
  return rowsOf<{ unit_id: Id }>(answer)[0]?.unit_id
}
