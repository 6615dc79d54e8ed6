import { ask, nobody, type Pool, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { jobActor } from '#platform/jobs'
import { type DerivedDesk, type DerivedState, derive, type PastAct } from './derive.ts'

/** A column of a present table that does not say what the acts say; `null` where a row or a value is missing. */
export type Difference = { item: Id; code: string; column: string; stored: string | null; derived: string | null }

type Stored = DerivedState & { paused_since: string | null }
type Row = { id: Id; code: string; acts: PastAct[]; state: Stored | null; desks: DerivedDesk[]; paused_since: string | null }

const pageLength = 500

const page = `select w.id, w.code,
    (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'step', a.step, 'at', a.at, 'params', a.params) order by a.seq), '[]') from act a where a.work_item_id = w.id) as acts,
    (select to_json(s) from work_state s where s.work_item_id = w.id) as state,
    (select coalesce(json_agg(d), '[]') from desk d where d.work_item_id = w.id) as desks,
    (select max(p.started_at) from suspension p left join suspension_end e on e.suspension_id = p.id where p.work_item_id = w.id and e.suspension_id is null) as paused_since
  from work_item w where w.id > $1 order by w.id limit ${pageLength}`

/**
 * Derives how every case stands from its acts, and compares that with the present tables.
 * @param pool of a role that sees every row (the owner)
 * @param progress told how many cases have been looked at
 */
export async function verifyDesks(pool: Pool, progress: (done: number) => void = () => {}): Promise<Difference[]> {
  const differences: Difference[] = []
  for (let after = nobody, done = 0; ; ) {
    const [answer] = await ask(pool, jobActor({}), [{ text: page, values: [after] }])
    const rows = rowsOf<Row>(answer)
    for (const row of rows) differences.push(...differencesIn(row))
    done += rows.length
    progress(done)
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return differences
    after = last.id
  }
}

const stateColumns = ['status', 'step', 'came_from', 'version', 'received_at', 'due_at', 'promised_at', 'closed_at'] as const
const deskColumns = ['step', 'post_id', 'due_at', 'opened_at', 'opened_by'] as const

function differencesIn({ id, code, acts, state, desks, paused_since }: Row): Difference[] {
  const derived = derive(acts)
  const expected = derived === undefined ? undefined : { ...derived.state, paused_since }
  const wrong = [
    ...compared('work_state', [...stateColumns, 'paused_since'], state ?? undefined, expected),
    ...compared('desk', deskColumns, desks[0], derived?.desk),
    ...desks.slice(1).flatMap((desk) => compared('desk', deskColumns, desk, undefined)),
  ]
  return wrong.map((one) => ({ item: id, code, ...one }))
}

function compared<K extends string>(
  table: string,
  columns: readonly K[],
  stored: Readonly<Record<K, unknown>> | undefined,
  derived: Readonly<Record<K, unknown>> | undefined,
): Omit<Difference, 'item' | 'code'>[] {
  if (stored === undefined && derived === undefined) return []
  if (stored === undefined || derived === undefined)
    return [{ column: table, stored: stored === undefined ? null : 'có', derived: derived === undefined ? null : 'có' }]
  return columns.flatMap((column) => {
    const [is, should] = [plain(stored[column]), plain(derived[column])]
    return is === should ? [] : [{ column: `${table}.${column}`, stored: is, derived: should }]
  })
}

const instant = /^\d{4}-\d{2}-\d{2}T/

/** Instants come in several spellings of the same moment. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = String(value)
  return instant.test(text) ? new Date(text).toISOString() : text
}
