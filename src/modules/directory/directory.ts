import type { Ctx } from '#platform/act'
import { epochMs, type LocalDate, localDate } from '#platform/clock'
import type { Pool } from '#platform/db'
import type { Id } from '#platform/id'
import { compareVietnamese } from '#platform/text'
import { readDirectory } from './store.ts'
import { holdsOn, type Post, type Role, shortUnitName, type Unit } from './unit.ts'

/** Units and posts as they stand on one day. Everything in it is answered without asking the database again. */
export type Directory = {
  readonly day: LocalDate
  /** Any unit that ever was, by its id; `getUnit` throws where there is none. */
  readonly findUnit: (id: Id) => Unit | undefined
  readonly getUnit: (id: Id) => Unit
  readonly findUnitByCode: (code: string) => Unit | undefined
  /** The People's Committees of the communes that exist on the day, in Vietnamese order. */
  readonly communes: () => readonly Unit[]
  readonly province: () => Unit
  /** The one-stop centre of a commune or of the province; undefined where it has none. */
  readonly centreOf: (unit: Id) => Unit | undefined
  /** Who is competent for a commune of today: its People's Committee. An old commune leads to its successor on the day. */
  readonly competentUnit: (communeCode: string) => Unit | undefined
  readonly findPost: (id: Id) => Post | undefined
  /** Posts of a role in a unit and in its one-stop centre. */
  readonly postsOfUnit: (unit: Id, role?: Role) => readonly Post[]
  readonly successorsOf: (unit: Id) => readonly Unit[]
  readonly predecessorsOf: (unit: Id) => readonly Unit[]
}

/** What the tables hold; the day is applied to it. */
export type DirectoryRows = {
  units: readonly Unit[]
  posts: readonly Post[]
  successions: readonly { predecessor: Id; successor: Id; on: LocalDate }[]
}

const keptMs = 5 * 60_000
const kept = new WeakMap<Pool, Map<LocalDate, { at: number; directory: Directory }>>()

/**
 * The directory on a day, today where none is given. Kept in the process for five minutes, since units change a few times a year;
 * `forgetDirectory` after a change.
 */
export async function directoryOn(ctx: Pick<Ctx, 'pool' | 'db' | 'now'>, day: LocalDate = localDate(ctx.now)): Promise<Directory> {
  const days = kept.get(ctx.pool) ?? new Map<LocalDate, { at: number; directory: Directory }>()
  kept.set(ctx.pool, days)
  const at = epochMs(ctx.now)
  const known = days.get(day)
  if (known !== undefined && Math.abs(at - known.at) < keptMs) return known.directory
  const directory = directoryFrom(await readDirectory(ctx.db), day)
  if (days.size > 16) days.clear()
  days.set(day, { at, directory })
  return directory
}

/** Forgets what this process keeps; another process notices a change within five minutes. */
export function forgetDirectory({ pool }: Pick<Ctx, 'pool'>): void {
  kept.delete(pool)
}

/** The rows seen from one day. */
export function directoryFrom({ units, posts, successions }: DirectoryRows, day: LocalDate): Directory {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const alive = units.filter((unit) => holdsOn(unit, day))
  const order = (a: Unit, b: Unit) => compareVietnamese(areaName(a, day), areaName(b, day))
  const communes = alive.filter((unit) => unit.system === 'state' && unit.level === 'commune').sort(order)
  const getUnit = (id: Id) => found(byId.get(id), `no unit ${id}`)
  const centreOf = (id: Id) => alive.find((unit) => unit.level === 'centre' && unit.parent === id)
  const postsToday = posts.filter((post) => holdsOn(post, day))
  const successorsOf = (id: Id) => successions.filter((row) => row.predecessor === id && row.on <= day).map((row) => getUnit(row.successor))
  const competent = (unit: Unit | undefined): Unit | undefined => {
    if (unit === undefined || holdsOn(unit, day)) return unit
    const heirs = successorsOf(unit.id)
    // Split among several: the person must say which; nothing is guessed here.
    return heirs.length === 1 ? competent(heirs[0]) : undefined
  }
  return {
    day,
    findUnit: (id) => byId.get(id),
    getUnit,
    findUnitByCode: (code) => byCode.get(code),
    communes: () => communes,
    province: () =>
      found(
        alive.find((unit) => unit.system === 'state' && unit.level === 'province'),
        'no province',
      ),
    centreOf,
    competentUnit: (code) => {
      const unit = byCode.get(code)
      return unit?.level === 'commune' ? competent(unit) : undefined
    },
    findPost: (id) => posts.find((post) => post.id === id),
    postsOfUnit: (id, role) => {
      const places = [id, centreOf(id)?.id]
      return postsToday.filter((post) => places.includes(post.unit) && (role === undefined || post.role === role))
    },
    successorsOf,
    predecessorsOf: (id) => successions.filter((row) => row.successor === id && row.on <= day).map((row) => getUnit(row.predecessor)),
  }
}

/** The name by which a commune is looked for in a list: without "Phường", "Xã". */
function areaName(unit: Unit, on: LocalDate): string {
  return shortUnitName(unit, on).replace(/^(Phường|Xã|Đặc khu|Thị trấn) /, '')
}

function found<T>(one: T | undefined, otherwise: string): T {
  if (one === undefined) throw new Error(otherwise)
  return one
}
