import type { Ctx } from '#platform/act'
import { epochMs, type LocalDate, localDate } from '#platform/clock'
import type { Pool } from '#platform/db'
import type { Id } from '#platform/id'
import { compareVietnamese } from '#platform/text'
import { readDirectory } from './store.ts'
import { type Counter, counterCodes, holdsOn, type Level, type Post, type Role, shortUnitName, type Unit } from './unit.ts'

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
  /** Who serves a commune for a procedure: its People's Committee, or the office that keeps this counter; undefined where it has none. */
  readonly servingUnit: (communeCode: string, counter: Counter | undefined) => Unit | undefined
  /** The commune that an office serves: itself, or the one whose code its own begins with. */
  readonly communeServed: (unit: Unit) => Unit
  /** Offices beside the People's Committees that keep counters of their own, by code. */
  readonly departments: () => readonly Unit[]
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
export function directoryFrom(rows: DirectoryRows, day: LocalDate): Directory {
  const byId = new Map(rows.units.map((unit) => [unit.id, unit]))
  const byCode = new Map(rows.units.map((unit) => [unit.code, unit]))
  const alive = rows.units.filter((unit) => holdsOn(unit, day))
  const ofState = (level: Level) => alive.filter((unit) => unit.system === 'state' && unit.level === level)
  const communes = ofState('commune').sort((a, b) => compareVietnamese(areaName(a, day), areaName(b, day)))
  const centres = new Map(ofState('centre').map((unit) => [unit.parent, unit]))
  const posts = new Map(rows.posts.map((post) => [post.id, post]))
  const postsIn = Map.groupBy(
    rows.posts.filter((post) => holdsOn(post, day)),
    (post) => post.unit,
  )
  const getUnit = (id: Id) => found(byId.get(id), `no unit ${id}`)
  const { heirs, forebears } = linesOn(rows.successions, day)
  const competentUnit = (code: string) => {
    const unit = byCode.get(code)
    return unit?.level === 'commune' ? heirOf(unit, (id) => heirs(id).map(getUnit), day) : undefined
  }
  return {
    day,
    findUnit: (id) => byId.get(id),
    getUnit,
    findUnitByCode: (code) => byCode.get(code),
    communes: () => communes,
    province: () => found(ofState('province')[0], 'no province'),
    centreOf: (id) => centres.get(id),
    competentUnit,
    servingUnit: (code, counter) => {
      const home = competentUnit(code)
      if (home === undefined || counter === undefined) return home
      return [home.code, ofState('province')[0]?.code].map((place) => byCode.get(`${place}-${counterCodes[counter]}`)).find(Boolean)
    },
    communeServed: (unit) => (unit.level === 'department' ? (byCode.get(unit.code.slice(0, 5)) ?? unit) : unit),
    departments: () => ofState('department'),
    findPost: (id) => posts.get(id),
    postsOfUnit: (id, role) => {
      const all = [id, centres.get(id)?.id].flatMap((place) => (place === undefined ? [] : (postsIn.get(place) ?? [])))
      return role === undefined ? all : all.filter((post) => post.role === role)
    },
    successorsOf: (id) => heirs(id).map(getUnit),
    predecessorsOf: (id) => forebears(id).map(getUnit),
  }
}

function linesOn(successions: DirectoryRows['successions'], day: LocalDate) {
  const past = successions.filter((row) => row.on <= day)
  const after = Map.groupBy(past, (row) => row.predecessor)
  const before = Map.groupBy(past, (row) => row.successor)
  return {
    heirs: (id: Id) => (after.get(id) ?? []).map((row) => row.successor),
    forebears: (id: Id) => (before.get(id) ?? []).map((row) => row.predecessor),
  }
}

/** The unit itself while it exists, else the one heir. Split among several: the person must say which, nothing is guessed. */
function heirOf(unit: Unit, heirs: (id: Id) => Unit[], day: LocalDate): Unit | undefined {
  if (holdsOn(unit, day)) return unit
  const [only, ...others] = heirs(unit.id)
  return only !== undefined && others.length === 0 ? heirOf(only, heirs, day) : undefined
}

/** The name by which a commune is looked for in a list: without "Phường", "Xã". */
function areaName(unit: Unit, on: LocalDate): string {
  return shortUnitName(unit, on).replace(/^(Phường|Xã|Đặc khu|Thị trấn) /, '')
}

function found<T>(one: T | undefined, otherwise: string): T {
  if (one === undefined) throw new Error(otherwise)
  return one
}
