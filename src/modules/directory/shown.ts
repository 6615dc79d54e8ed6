import { namesOf } from '#modules/identity'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { directoryOn } from './directory.ts'
import { shortUnitName, unitName } from './unit.ts'

/** How the masthead addresses an official: name, post and unit of today; a former holder has neither post nor unit. */
export async function shownAs(ctx: Ctx): Promise<{ name: string; post?: string; unit?: string }> {
  const name = (await namesOf(ctx, [ctx.actor.id])).get(ctx.actor.id) ?? ''
  const directory = await directoryOn(ctx)
  const post = ctx.actor.posts.map((id) => directory.findPost(id)).find((one) => one !== undefined)
  if (post === undefined) return { name }
  const unit = directory.getUnit(post.unit)
  const today = localDate(ctx.now)
  // A centre is told from the others by the place it serves.
  return { name, post: post.title, unit: unit.level === 'centre' ? unitName(unit, today) : shortUnitName(unit, today) }
}
