import type { Ctx } from '#platform/act'
import { type Answer, ask, instantOf, rowsOf, type Statement } from '#platform/db'
import { type Id, isId } from '#platform/id'

/** One round: what was offered, what was chosen of it, and who came. */
export type Round = {
  offer: Id
  no: number
  minutes: number
  offered: readonly string[]
  /** Chosen and still ahead, or past. */
  chosen: { startsAt: string; endsAt: string } | null
  outcome: { appeared: readonly string[]; absent: readonly string[] } | null
}

type Row = {
  id: Id
  no: number
  minutes: number
  times: string[]
  starts_at: string | null
  ends_at: string | null
  appeared: string[] | null
  absent: string[] | null
}

/** The rounds of a case, the newest last; `ref` is an id or a code. */
export function roundsQuestion(ref: Id | string): Statement {
  const item = isId(ref) ? '$1::uuid' : '(select id from work_item where code = $1)'
  return {
    text: `select o.id, o.no, o.minutes, to_json(o.times::text[]) as times, a.starts_at, a.ends_at, to_json(p.appeared) as appeared, to_json(p.absent) as absent
           from appointment_offer o left join appointment a on a.offer_id = o.id left join appearance p on p.offer_id = o.id where o.work_item_id = ${item} order by o.no`,
    values: [ref],
  }
}

export function roundsFrom(answer: Answer | undefined): Round[] {
  return rowsOf<Row>(answer).map(({ id, no, minutes, times, starts_at, ends_at, appeared, absent }) => ({
    offer: id,
    no,
    minutes,
    offered: times.map(instantOf),
    chosen: starts_at === null || ends_at === null ? null : { startsAt: starts_at, endsAt: ends_at },
    outcome: appeared === null ? null : { appeared, absent: absent ?? [] },
  }))
}

/** The same, asked by itself. A case in which nobody has to come has none. */
export async function roundsOf(ctx: Ctx, ref: Id | string): Promise<Round[]> {
  const [rounds] = await ask(ctx.pool, ctx.actor, [roundsQuestion(ref)])
  return roundsFrom(rounds)
}

export type Span = { readonly from: string; readonly until: string }

/** Hours of a unit that are taken between two instants, by whatever case. */
export async function hoursTaken(ctx: Ctx, unit: Id, from: string, until: string): Promise<Span[]> {
  const [taken] = await ask(ctx.pool, ctx.actor, [
    { text: 'select starts_at, ends_at from hours_taken($1, $2, $3)', values: [unit, from, until] },
  ])
  return rowsOf<{ starts_at: string; ends_at: string }>(taken).map((row) => ({ from: row.starts_at, until: row.ends_at }))
}

/** Gives an hour back that was taken for this case. */
export function giveBack(item: Id): Statement {
  return { text: 'delete from taken_hour where work_item_id = $1', values: [item] }
}
