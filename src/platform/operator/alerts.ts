import { asRefusal, type Ctx, Refusal } from '#platform/act'
import { asActor, ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

/** Something that failed and waits for somebody who can act. Its parameters are codes and numbers, nothing personal. */
export type Alert = { id: Id; kind: string; subject: Id | null; params: Readonly<Record<string, unknown>>; at: string }

const most = 200

/** What nobody has dealt with yet, the newest first; no more than 200. */
export async function openAlerts(ctx: Ctx): Promise<Alert[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select a.id, a.kind, a.subject_id as subject, a.params, a.at from operator_alert a
             where not exists (select from operator_alert_end e where e.alert_id = a.id) order by a.at desc, a.id desc limit $1`,
      values: [most],
    },
  ])
  return rowsOf<Alert>(answer)
}

/**
 * Says that an alert was dealt with, and how; the row stays.
 * @throws Refusal 422 without a word, 409 where somebody else was faster
 */
export async function endAlert(ctx: Ctx, id: Id, note: string): Promise<void> {
  if (note.trim() === '') throw new Refusal(422, 'reason-needed')
  const end = `with ended as (insert into operator_alert_end (alert_id, at, ended_by, note) select id, $2, $3, $4 from operator_alert where id = $1
      on conflict do nothing returning 1) select refuse_unless(count(*) = 1, 'alert-ended') from ended`
  try {
    await ctx.pool.trip([asActor(ctx.actor), { text: end, values: [id, ctx.now, ctx.actor.id, note.trim()] }])
  } catch (error) {
    throw asRefusal(error)
  }
}
