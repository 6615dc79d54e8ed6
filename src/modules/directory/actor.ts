import { gate, type House, type Session } from '#modules/identity'
import { epochMs, type Instant, localDate } from '#platform/clock'
import { type Actor, ask, type Pool, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

const keptMs = 5_000
const mostKept = 20_000
type Office = Pick<Actor, 'system' | 'posts' | 'units'> & { roles: readonly string[] }
const kept = new WeakMap<Pool, Map<Id, { at: number; office: Office }>>()

/*
 * Posts held today and posts covered today. In scope lie their units; a one-stop centre and the office it belongs to count as one;
 * a supervisor sees everything below, except what answers to a line of its own (police, social insurance). Predecessors come along, so that a merger rewrites no case.
 */
const question = `
with recursive mine as (
  select p.id, p.role, p.unit_id, u.level, u.parent_id, u.system from post p join unit u on u.id = p.unit_id
  where p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3) and p.id in (
    select post_id from post_holding where account_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
    union select post_id from substitution where account_id = $1 and valid_from <= $2 and valid_to > $2)
), chosen as (select min(system) as system from mine where system = 'state' or not exists (select from mine where system = 'state')
), used as (select mine.* from mine, chosen where mine.system = chosen.system
), homes as (select unit_id as id from used union select parent_id from used where level = 'centre' and parent_id is not null
), below as (select unit_id as id from used where role = 'supervisor' union select u.id from unit u join unit b on b.id = u.parent_id join below on below.id = b.id
  where not (u.level = 'department' and b.level = 'province')
), scope as (
  select id from homes union select id from below
  union select u.id from unit u join homes h on u.parent_id = h.id where u.level = 'centre')
select (select system from chosen) as system,
  (select coalesce(array_agg(id::text order by id), '{}') from used) as posts,
  (select coalesce(array_agg(distinct role), '{}') from used) as roles,
  with_predecessors((select coalesce(array_agg(id), '{}') from scope))::text[] as units`

/**
 * Who stands behind a session today: for staff the posts held or covered with their units, for a citizen the party acted for. Kept in
 * the process for five seconds at most; `forgetActor` after a change.
 */
export async function actorOf(house: House, session: Session, now: Instant): Promise<Actor> {
  if (session.kind === 'citizen') {
    const party = session.party ?? session.person
    return { id: session.account, kind: 'citizen', system: 'state', posts: [], units: [], party, session: session.id }
  }
  return { id: session.account, kind: 'staff', ...(await officeOf(house, session.account, now)), session: session.id }
}

async function officeOf(house: House, account: Id, now: Instant): Promise<Office> {
  const memory = kept.get(house.pool) ?? new Map<Id, { at: number; office: Office }>()
  kept.set(house.pool, memory)
  const at = epochMs(now)
  const known = memory.get(account)
  if (known !== undefined && at >= known.at && at - known.at < keptMs) return known.office
  const office = await readOffice(house, account, now)
  if (memory.size >= mostKept) memory.clear()
  memory.set(account, { at, office })
  return office
}

/** Posts, roles and scope of a staff account at an instant, straight from the tables. */
export async function readOffice(house: House, account: Id, now: Instant): Promise<Office> {
  const [answer] = await ask(house.pool, gate(account), [{ text: question, values: [account, now, localDate(now)] }])
  const [row] = rowsOf<{ system: string | null; posts: Id[]; roles: string[]; units: Id[] }>(answer)
  return { system: row?.system ?? 'state', posts: row?.posts ?? [], units: row?.units ?? [], roles: row?.roles ?? [] }
}

/** Forgets what this process keeps of an account's posts, after an appointment or its end. */
export function forgetActor({ pool }: Pick<House, 'pool'>, account: Id): void {
  kept.get(pool)?.delete(account)
}
