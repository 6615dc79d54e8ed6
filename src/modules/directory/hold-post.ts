import { gate, mayManageStaff, stillSignedIn } from '#modules/identity'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { epochMs, type Instant } from '#platform/clock'
import type { Id } from '#platform/id'
import { forgetActor } from './actor.ts'
import { directoryOn } from './directory.ts'

export type Given = { ok: true; id: Id } | { ok: false; problems: [{ field: 'to'; rule: 'before-start' }] }

/**
 * Gives an official a post from an instant on, until another where it is known. Several may hold one post.
 * @throws Refusal 403 unless an administrator (or the command line) does it, 404 for an unknown post or account
 */
export async function givePost(
  ctx: Ctx,
  { post, account, from, to }: { post: Id; account: Id; from: Instant; to?: Instant },
): Promise<Given> {
  if (!mayManageStaff(ctx.actor)) throw new Refusal(403, 'not-yours')
  const given = await once<Given>(ctx, async () => {
    if (to !== undefined && epochMs(to) <= epochMs(from))
      return { instead: { ok: false, problems: [{ field: 'to', rule: 'before-start' }] } }
    if ((await directoryOn(ctx)).findPost(post) === undefined) throw new Refusal(404, 'no-such-post')
    const official = await ctx.db
      .selectFrom('account')
      .where('id', '=', account)
      .where('kind', '=', 'staff')
      .select('id')
      .executeTakeFirst()
    if (official === undefined) throw new Refusal(404, 'no-such-account')
    const id = idAt(ctx.now)
    const text = 'insert into post_holding (id, post_id, account_id, valid_from, valid_to) values ($1, $2, $3, $4, $5)'
    const row = { text, values: [id, post, account, from, to ?? null] }
    const entry = entryFor(ctx.keys, account, 'post.given', post, ctx.now, { id, from, to: to ?? null })
    return { as: gate(ctx.actor.id), statements: [...stillSignedIn(ctx), row, entry], answer: { ok: true, id } }
  })
  forgetActor(ctx, account)
  return given
}

/**
 * Ends an official's hold on a post at an instant: its desks stay where they are, for whoever holds it next.
 * @throws Refusal 403 unless an administrator (or the command line) does it, 404 where the official does not hold the post then
 */
export async function endHolding(ctx: Ctx, { post, account, at }: { post: Id; account: Id; at: Instant }): Promise<void> {
  if (!mayManageStaff(ctx.actor)) throw new Refusal(403, 'not-yours')
  await once(ctx, async () => {
    const row = await ctx.db
      .selectFrom('post_holding')
      .where('post_id', '=', post)
      .where('account_id', '=', account)
      .where('valid_from', '<=', at)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', at)]))
      .select('id')
      .executeTakeFirst()
    if (row === undefined) throw new Refusal(404, 'no-such-holding')
    const end = { text: 'update post_holding set valid_to = $2 where id = $1', values: [row.id, at] }
    const entry = entryFor(ctx.keys, account, 'post.ended', post, ctx.now, { id: row.id, at })
    return { as: gate(ctx.actor.id), statements: [...stillSignedIn(ctx), end, entry], answer: null }
  })
  forgetActor(ctx, account)
}
