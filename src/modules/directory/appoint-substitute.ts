import { stillSignedIn } from '#modules/identity'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { epochMs, type Instant } from '#platform/clock'
import type { Id } from '#platform/id'
import { cleanInput } from '#platform/text'
import { forgetActor } from './actor.ts'
import { type Directory, directoryOn } from './directory.ts'
import { may } from './policy.ts'

export type Appointment = { post: Id; account: Id; from: Instant; to: Instant; reason: string }
export type AppointmentProblem = { field: 'post' | 'account' | 'to' | 'reason'; rule: string }

export type Appointed = { ok: true; id: Id } | { ok: false; problems: AppointmentProblem[] }

/**
 * Lets a colleague cover a post for a span: from then on its desk is his too. A leader of the unit appoints, or an administrator who
 * writes a leader's decision down; the appointment stands in the chain of the colleague's account.
 * @throws Refusal 403 unless the actor leads the post's unit or administers the province
 */
export async function appointSubstitute(ctx: Ctx, { post, account, from, to, reason }: Appointment): Promise<Appointed> {
  const appointed = await once<Appointed>(ctx, async () => {
    const directory = await directoryOn(ctx)
    const unit = directory.findPost(post)?.unit
    if (unit === undefined || !may.appointSubstitute[relationTo(ctx, directory, unit)]) throw new Refusal(403, 'not-yours')
    const why = cleanInput(reason)
    const problems: AppointmentProblem[] = []
    if (epochMs(to) <= epochMs(from) || epochMs(to) <= epochMs(ctx.now)) problems.push({ field: 'to', rule: 'before-start' })
    if (why === '') problems.push({ field: 'reason', rule: 'missing' })
    if (!(await isOfficial(ctx, account))) problems.push({ field: 'account', rule: 'unknown' })
    if (problems.length > 0) return { instead: { ok: false, problems } }
    const id = idAt(ctx.now)
    const text = `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`
    const row = { text, values: [id, post, account, from, to, why, ctx.actor.id, ctx.now] }
    const entry = entryFor(ctx.keys, account, 'substitute.appointed', post, ctx.now, { id, from, to, reason: why })
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), row, entry], answer: { ok: true, id } }
  })
  forgetActor(ctx, account)
  return appointed
}

/**
 * Ends a substitution now, before its time.
 * @throws Refusal 403 unless the actor may appoint for the post, 404 where nothing of that id holds or will
 */
export async function endSubstitution(ctx: Ctx, id: Id): Promise<void> {
  const { account } = await once(ctx, async () => {
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
    const entry = entryFor(ctx.keys, row.account_id, 'substitute.ended', row.post_id, ctx.now, { id })
    const statements = [...stillSignedIn(ctx), { text: end, values: [id, ctx.now] }, entry]
    return { as: ctx.actor, statements, answer: { account: row.account_id } }
  })
  forgetActor(ctx, account)
}

/** A leader of a unit leads its one-stop centre too; colleagues share the scope. */
function relationTo({ actor }: Ctx, directory: Directory, unit: Id): 'leader' | 'administrator' | 'colleague' | 'stranger' {
  if (actor.kind !== 'staff') return 'stranger'
  if (actor.roles?.includes('administrator') === true) return 'administrator'
  if (!actor.units.includes(unit)) return 'stranger'
  const home = directory.getUnit(unit)
  const office = home.level === 'centre' ? home.parent : home.id
  const leads = actor.posts.map((id) => directory.findPost(id)).some((post) => post?.role === 'chair' && post.unit === office)
  return leads ? 'leader' : 'colleague'
}

async function isOfficial(ctx: Ctx, account: Id): Promise<boolean> {
  const row = await ctx.db.selectFrom('account').where('id', '=', account).where('kind', '=', 'staff').select('id').executeTakeFirst()
  return row !== undefined
}
