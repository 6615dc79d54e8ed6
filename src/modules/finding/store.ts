import type { Words } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { ask, rowsOf } from '#platform/db'

export type Asking = Pick<Ctx, 'pool' | 'actor' | 'now'>

/** A procedure that is filed here: the newest revision in force. */
export type Published = {
  readonly code: string
  readonly name: Words
  readonly purpose: Words
  readonly area: string
  readonly alsoCalled: readonly string[]
  /** Taken in through the internet, and not at a counter alone. */
  readonly online: boolean
}

/** A row of the national catalogue, with the system to which it is routed; `ours` waits for its form to be published. */
export type Routed = {
  readonly code: string
  readonly name: string
  readonly ministry: string
  readonly field: string
  readonly levels: readonly string[]
  readonly target: 'ours' | 'other-system'
  readonly system: Words | null
}

// A part of a life event is no procedure that anybody files by itself: it has no way in.
const published = `select p.code, p.body->'name' as name, p.body->'purpose' as purpose, p.body->>'area' as area, p.body->'alsoCalled' as "alsoCalled",
    coalesce(body->'channels' ? 'online', true) as online
  from (select distinct on (code) code, body from procedure_revision where state = 'published' and in_force_from <= $1 order by code, revision desc) p
  where p.body->'channels' is null or jsonb_array_length(p.body->'channels') > 0`

const routed = `select n.code, n.name, n.ministry, n.field, n.levels, r.target,
    case when c.id is not null then jsonb_build_object('vi', c.system, 'en', c.system)
         when l.system_vi is not null then jsonb_build_object('vi', l.system_vi, 'en', l.system_en) end as system
  from national_row n join national_routing($1) r using (code)
  left join routing_choice c on c.id = r.choice and c.system is not null left join routing_rule l on l.id = r.rule
  where n.dropped_at is null and r.target in ('ours', 'other-system')`

export async function readPublished(ctx: Asking, day: string): Promise<Published[]> {
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: published, values: [day] }])
  return rowsOf<Published>(found)
}

export async function readRouted(ctx: Asking, day: string): Promise<Routed[]> {
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: routed, values: [day] }])
  return rowsOf<Routed>(found)
}

const stamp = `select concat_ws(' ',
  (select concat(count(*), max(published_at)) from procedure_revision where state = 'published' and in_force_from <= $1),
  (select concat(count(*) filter (where dropped_at is null), max(changed_at)) from national_row),
  (select concat(count(*), max(set_at)) from routing_rule where valid_from <= $1 and (valid_to is null or valid_to >= $1)),
  (select concat(count(*), max(decided_at)) from routing_choice where valid_from <= $1)) as stamp`

/** A text that differs as soon as something can be found that could not be found before, or no longer. */
export async function readStamp(ctx: Asking, day: string): Promise<string> {
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: stamp, values: [day] }])
  return `${day} ${rowsOf<{ stamp: string }>(found)[0]?.stamp ?? ''}`
}
