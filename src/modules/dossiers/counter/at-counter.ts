import { counterCodes, counterRoles, directoryOn, type Unit } from '#modules/directory'
import type { Procedure } from '#modules/procedures'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from '../case.ts'
import { relationTo } from '../policy.ts'
import { getCase } from '../store/load.ts'

/** A receptionist's counter: the unit that it belongs to, a centre counted as the office it serves. */
export type Counter = { unit: Unit; post: Id }

/** Every counter at which somebody stands today: who covers a colleague's post stands at two. @throws Refusal 403 where there is none */
async function countersOf({ pool, db, now, actor }: Ctx): Promise<Counter[]> {
  const directory = await directoryOn({ pool, db, now })
  const counters = actor.posts.flatMap((id): Counter[] => {
    const post = directory.findPost(id)
    if (post === undefined || !counterRoles.includes(post.role)) return []
    const own = directory.getUnit(post.unit)
    const home = own.level === 'centre' && own.parent !== undefined ? directory.getUnit(own.parent) : own
    return [{ unit: home, post: post.id }]
  })
  if (actor.kind !== 'staff' || counters.length === 0) throw new Refusal(403, 'not-for-you')
  return counters
}

/** @throws Refusal 403 for whoever holds no receptionist's post today */
export async function counterOf(ctx: Ctx): Promise<Counter> {
  const counters = await countersOf(ctx)
  const [counter] = counters.filter(({ unit }) => ctx.actor.counter === undefined || unit.id === ctx.actor.counter)
  if (counter === undefined) throw new Refusal(403, 'not-for-you')
  return counter
}

/** An office of its own takes in what is its own; the one-stop centre takes in everything. */
export function takesIn({ unit }: Counter, { counter }: Procedure): boolean {
  return unit.level !== 'department' || (counter !== undefined && unit.code.endsWith(`-${counterCodes[counter]}`))
}

function standingAt(ctx: Ctx, { unit, post }: Counter): Ctx {
  return contextFor(ctx, { ...ctx.actor, posts: [post], counter: unit.id }, ctx.now, ctx.key)
}

/**
 * The context in which a receptionist acts for whoever stands before him: in his one post, at his one counter.
 * @param unit of the counter at which something was begun, where he stands at several
 */
export async function atCounter(ctx: Ctx, unit?: Id): Promise<Ctx> {
  if (ctx.actor.counter !== undefined) return ctx
  const counters = await countersOf(ctx)
  const counter = unit === undefined ? counters[0] : counters.find((one) => one.unit.id === unit)
  if (counter === undefined) throw new Refusal(403, 'not-for-you')
  return standingAt(ctx, counter)
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
  const places = ctx.actor.counter === undefined ? (await countersOf(ctx)).map((one) => standingAt(ctx, one)) : [ctx]
  for (const here of places) {
    const unit = await unitOfIntake(here, 'code', code)
    const reached = unit === undefined ? here : reaching(here, unit)
    const found = await getCase(reached, code).catch(unlessHidden)
    if (found !== undefined && relationTo(found, reached.actor) === 'counter') return { ctx: reached, found }
  }
  throw new Refusal(404, 'no-such-dossier')
}

function unlessHidden(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 404) return undefined
  throw error
}

/** The unit in which lies what this counter took in; undefined for what it did not. */
export async function unitOfIntake(ctx: Ctx, by: 'code' | 'draft_id', value: string): Promise<Id | undefined> {
  const text = `select unit_id from counter_intake where ${by} = $1`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [value] }])
  return rowsOf<{ unit_id: Id }>(answer)[0]?.unit_id
}
