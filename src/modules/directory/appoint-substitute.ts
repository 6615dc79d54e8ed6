import { stillSignedIn } from '#modules/identity'
import { asRefusal, type Ctx, entryFor, idAt, Refusal } from '#platform/act'
import { epochMs, type Instant } from '#platform/clock'
import { asActor, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { cleanInput } from '#platform/text'
import { forgetActor } from './actor.ts'
import { type Directory, directoryOn } from './directory.ts'
import { may } from './policy.ts'

export type Appointment = { post: Id; account: Id; from: Instant; to: Instant; reason: string }
export type AppointmentProblem = { field: 'post' | 'account' | 'to' | 'reason'; rule: string }

/**
 * Lets a colleague cover a post for a span: from then on its desk is his too. A leader of the unit appoints; the appointment stands in
 * the chain of the colleague's account.
 * @throws Refusal 403 unless the actor leads the post's unit
 */
export async function appointSubstitute(
  ctx: Ctx,
  { post, account, from, to, reason }: Appointment,
): Promise<{ ok: true; id: Id } | { ok: false; problems: AppointmentProblem[] }> {
  const directory = await directoryOn(ctx)
  const unit = directory.findPost(post)?.unit
  if (unit === undefined || !may.appointSubstitute[relationTo(ctx, directory, unit)]) throw new Refusal(403, 'not-yours')
  const why = cleanInput(reason)
  const problems: AppointmentProblem[] = []
  if (epochMs(to) <= epochMs(from) || epochMs(to) <= epochMs(ctx.now)) problems.push({ field: 'to', rule: 'before-start' })
  if (why === '') problems.push({ field: 'reason', rule: 'missing' })
  if (!(await isOfficial(ctx, account))) problems.push({ field: 'account', rule: 'unknown' })
  if (problems.length > 0) return { ok: false, problems }
  const id = idAt(ctx.now)
  await store(ctx, [
    {
      text: `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [id, post, account, from, to, why, ctx.actor.id, ctx.now],
    },
    entryFor(ctx.keys, account, 'substitute.appointed', post, ctx.now, { id, from, to, reason: why }),
  ])
  forgetActor(ctx, account)
  return { ok: true, id }
}

/**
 * Ends a substitution now, before its time.
 * @throws Refusal 403 unless the actor leads the post's unit, 404 where nothing of that id holds or will
 */
export async function endSubstitution(ctx: Ctx, id: Id): Promise<void> {
  const row = await ctx.db
    .selectFrom('substitution')
    .innerJoin('post', 'post.id', 'substitution.post_id')
    .where('substitution.id', '=', id)
    .where('substitution.valid_to', '>', ctx.now)
    .select(['post_id', 'account_id', 'unit_id'])
    .executeTakeFirst()
  if (row === undefined) throw new Refusal(404, 'no-such-substitution')
  if (!may.endSubstitution[relationTo(ctx, await directoryOn(ctx), row.unit_id)]) throw new Refusal(403, 'not-yours')
  // What was never begun ends as it began: the span is empty.
  const end = 'update substitution set valid_to = greatest(valid_from, $2::timestamptz) where id = $1 and valid_to > $2'
  await store(ctx, [
    { text: end, values: [id, ctx.now] },
    entryFor(ctx.keys, row.account_id, 'substitute.ended', row.post_id, ctx.now, { id }),
  ])
  forgetActor(ctx, row.account_id)
}

/** A leader of a unit leads its one-stop centre too; colleagues share the scope. */
function relationTo({ actor }: Ctx, directory: Directory, unit: Id): 'leader' | 'colleague' | 'stranger' {
  if (actor.kind !== 'staff' || !actor.units.includes(unit)) return 'stranger'
  const home = directory.getUnit(unit)
  const office = home.level === 'centre' ? home.parent : home.id
  const leads = actor.posts.map((id) => directory.findPost(id)).some((post) => post?.role === 'chair' && post.unit === office)
  return leads ? 'leader' : 'colleague'
}

async function isOfficial(ctx: Ctx, account: Id): Promise<boolean> {
  const row = await ctx.db.selectFrom('account').where('id', '=', account).where('kind', '=', 'staff').select('id').executeTakeFirst()
  return row !== undefined
}

async function store(ctx: Ctx, statements: readonly Statement[]): Promise<void> {
  try {
    await ctx.pool.trip([asActor(ctx.actor), ...stillSignedIn(ctx), ...statements])
  } catch (error) {
    throw asRefusal(error)
  }
}
