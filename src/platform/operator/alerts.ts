import { type Ctx, entryFor, once, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

/** Something that failed and waits for somebody who can act. Its parameters are codes and numbers, nothing personal. */
export type Alert = { id: Id; kind: string; subject: Id | null; params: Readonly<Record<string, unknown>>; at: string }

const most = 200
const columns = 'a.id, a.kind, a.subject_id as subject, a.params, a.at'

/** What nobody has dealt with yet, the newest first; no more than 200. */
export async function openAlerts(ctx: Ctx): Promise<Alert[]> {
  const text = `select ${columns} from operator_alert a
    where not exists (select from operator_alert_end e where e.alert_id = a.id) order by a.at desc, a.id desc limit $1`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [most] }])
  return rowsOf<Alert>(answer)
}

export type EndedAlert = Alert & { endedAt: string; endedBy: Id; note: string }

/** What was dealt with last, and how. */
export async function endedAlerts(ctx: Ctx, count: number): Promise<EndedAlert[]> {
  const text = `select ${columns}, e.at as "endedAt", e.ended_by as "endedBy", e.note from operator_alert_end e join operator_alert a on a.id = e.alert_id
    order by e.at desc limit $1`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [count] }])
  return rowsOf<EndedAlert>(answer)
}

/** The job behind an alert, where one is: it can be tried again. */
export function jobBehind({ params }: Alert): number | undefined {
  return typeof params.job === 'number' ? params.job : undefined
}

/**
 * Says that an alert was dealt with, and how; the row stays, and an entry in the chain of whoever says so.
 * @param again the job behind it is tried again from the beginning
 * @throws Refusal 422 without a word, 404 for an unknown alert, 409 where somebody else was faster or the job is gone
 */
export async function endAlert(ctx: Ctx, id: Id, note: string, again: boolean): Promise<void> {
  await once(ctx, async () => {
    const word = note.trim()
    if (word === '') throw new Refusal(422, 'reason-needed')
    const alert = await findAlert(ctx, id)
    const job = again ? jobBehind(alert) : undefined
    const end = `with ended as (insert into operator_alert_end (alert_id, at, ended_by, note) values ($1, $2, $3, $4) on conflict do nothing returning 1)
      select refuse_unless(count(*) = 1, 'alert-ended') from ended`
    const statements = [
      { text: end, values: [id, ctx.now, ctx.actor.id, word] },
      ...(job === undefined ? [] : [{ text: 'select retry_job($1)', values: [job] }]),
      entryFor(ctx.keys, ctx.actor.id, 'alert.ended', id, ctx.now, { kind: alert.kind, note: word, again: job ?? null }),
    ]
    return { as: ctx.actor, statements, answer: null }
  })
}

async function findAlert(ctx: Ctx, id: Id): Promise<Alert> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: `select ${columns} from operator_alert a where a.id = $1`, values: [id] }])
  const [alert] = rowsOf<Alert>(answer)
  if (alert === undefined) throw new Refusal(404, 'no-such-page')
  return alert
}
