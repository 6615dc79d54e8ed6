import type { House } from '#modules/identity'
import { shippedRules } from '#modules/national'
import type { Instant } from '#platform/clock'
import { type Actor, asActor, ask, type Statement } from '#platform/db'
import { calendarRows } from './calendar.ts'
import { insertAll } from './insert.ts'
import { peopleRows } from './people.ts'
import { routingRows } from './routing.ts'
import { directoryRows } from './units.ts'

/** Loads as background work: it may write directory and people, and no case. */
export const loader: Actor = { id: '00000000-0000-7000-8000-00000000dada', kind: 'job', system: 'state', posts: [], units: [] }

/**
 * Loads the sample province: units, posts, people, calendar, what it decided about procedures. One transaction; where the province already stands, nothing is done.
 * @returns whether anything was loaded
 */
export async function loadSample(house: House, { now }: { now: Instant }): Promise<boolean> {
  const [found] = await ask(house.pool, loader, [{ text: "select 1 as one from unit where level = 'province'", values: [] }])
  if (found?.rows.length !== 0) return false
  const directory = directoryRows(now)
  const people = await peopleRows(house.keys, directory, now)
  await house.pool.trip([
    asActor(loader),
    ...directoryStatements(directory),
    ...people,
    ...calendarRows(now),
    ...shippedRules(now),
    ...routingRows(now),
  ])
  return true
}

function directoryStatements({ units, names, contacts, posts, successions, areas, hours }: ReturnType<typeof directoryRows>): Statement[] {
  return [
    insertAll('unit', ['id', 'system', 'level', 'code', 'parent_id', 'valid_from', 'valid_to'], units),
    insertAll('unit_name', ['unit_id', 'name', 'short_name', 'area_type', 'valid_from', 'valid_to', 'basis'], names),
    insertAll('unit_contact', ['unit_id', 'address', 'phone', 'hours', 'unverified'], contacts),
    insertAll('unit_succession', ['predecessor_id', 'successor_id', 'on_date'], successions),
    insertAll('post', ['id', 'unit_id', 'role', 'title', 'valid_from'], posts),
    insertAll('office_hours', ['unit_id', 'weekday', 'opens', 'closes', 'valid_from', 'source', 'unverified'], hours),
    insertAll('former_area', ['old_code', 'old_name', 'old_district', 'folded', 'commune_code', 'kind'], areas),
  ]
}
