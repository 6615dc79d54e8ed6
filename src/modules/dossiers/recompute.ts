import {
  type AnnouncedDay,
  type Calendar,
  type CalendarRows,
  CalendarUnknown,
  calendarChanged,
  calendarOf,
  readRows,
  recompute,
  withDays,
} from '#modules/rules'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import type { Actor } from '#platform/db'
import type { Id } from '#platform/id'
import { type Moving, type OpenItem, openItems, storeMoves } from './store/recompute.ts'
import { asCounted, dueOf } from './term.ts'

/** How many open cases were looked at, how many got another hour, and how many have one that nobody can reckon. */
export type Recomputed = { looked: number; changed: number; unknown: number }

const pageLength = 500
const mostPasses = 5

/**
 * Reckons every open case anew under the calendar as it stands now (the job after a change of it). What changes is an act of the case,
 * old and new hour in its ledger, and a notice to the applicant; no promise moves to an earlier hour. Cases that somebody moves meanwhile
 * are looked at again.
 */
export async function recomputeDue(ctx: Ctx): Promise<Recomputed> {
  calendarChanged(ctx)
  const rows = await readRows(ctx)
  const calendars = new Map<Id, Calendar>()
  const total: Recomputed = { looked: 0, changed: 0, unknown: 0 }
  for (const actor of await actorsOver(ctx)) {
    const own = contextFor(ctx, actor, ctx.now)
    for (let pass = 1, missed = 1; missed > 0 && pass <= mostPasses; pass += 1) {
      const done = await onePass(own, (unit) => calendarFrom(rows, calendars, unit))
      if (pass === 1) Object.assign(total, { looked: total.looked + done.looked, unknown: total.unknown + done.unknown })
      total.changed += done.changed
      missed = done.missed
    }
  }
  return total
}

/** What an announcement would do; `cut` where there are more open cases than were looked at. */
export type Impact = Recomputed & { cut: boolean }

const mostTried = 20_000

/**
 * How many open cases of the province would get another hour if these days were announced. Nothing is stored, and no more than numbers
 * is told: the cases themselves are not the administrator's to see.
 * @throws Refusal 403 for anybody but an administrator
 */
export async function impactOf(ctx: Ctx, days: readonly AnnouncedDay[]): Promise<Impact> {
  if (ctx.actor.kind !== 'staff' || ctx.actor.roles?.includes('administrator') !== true) throw new Refusal(403, 'not-for-you')
  const rows = withDays(await readRows(ctx), days)
  const calendars = new Map<Id, Calendar>()
  const total: Impact = { looked: 0, changed: 0, unknown: 0, cut: false }
  const machine: Actor = { id: ctx.actor.id, kind: 'job', system: 'state', posts: [], units: [] }
  for (const actor of await actorsOver(contextFor(ctx, machine, ctx.now))) {
    const own = contextFor(ctx, actor, ctx.now)
    for (let after: Id | undefined; ; ) {
      const items = await openItems(own, after, pageLength)
      const moved = items.map((item) => movingOf(item, calendarFrom(rows, calendars, item.unit)))
      total.looked += items.length
      total.unknown += moved.filter((one) => one === 'unknown').length
      total.changed += moved.filter((one) => one !== undefined && one !== 'unknown' && one.dueAt !== one.item.dueAt).length
      after = items.at(-1)?.id
      if (items.length < pageLength) break
      if (total.looked >= mostTried) return { ...total, cut: true }
    }
  }
  return total
}

function calendarFrom(rows: CalendarRows, known: Map<Id, Calendar>, unit: Id): Calendar {
  const calendar = known.get(unit) ?? calendarOf(rows, unit)
  known.set(unit, calendar)
  return calendar
}

/** One actor for each system, with all of its units in scope. */
async function actorsOver(ctx: Ctx): Promise<Actor[]> {
  const units = await ctx.db.selectFrom('unit').select(['id', 'system']).execute()
  const systems = [...new Set(units.map((unit) => unit.system))]
  return systems.map((system) => ({
    ...ctx.actor,
    system,
    units: units.filter((unit) => unit.system === system).map((unit) => unit.id),
  }))
}

async function onePass(ctx: Ctx, calendar: (unit: Id) => Calendar): Promise<Recomputed & { missed: number }> {
  const done = { looked: 0, changed: 0, unknown: 0, missed: 0 }
  for (let after: Id | undefined; ; ) {
    const items = await openItems(ctx, after, pageLength)
    const moving: Moving[] = []
    for (const item of items) {
      const moved = movingOf(item, calendar(item.unit))
      if (moved === 'unknown') done.unknown += 1
      else if (moved !== undefined) moving.push(moved)
    }
    const stored = await storeMoves(ctx, moving)
    done.looked += items.length
    done.changed += stored
    done.missed += moving.length - stored
    const last = items.at(-1)
    if (last === undefined || items.length < pageLength) return done
    after = last.id
  }
}

/** What changes for one case; undefined when nothing does. */
function movingOf(item: OpenItem, calendar: Calendar): Moving | 'unknown' | undefined {
  try {
    const due = dueNow(item, calendar)
    const desk = deskNow(item, calendar, due)
    if (due === item.dueAt && desk === item.desk?.dueAt) return undefined
    return { item, dueAt: due, deskDueAt: desk }
  } catch (error) {
    if (error instanceof CalendarUnknown || (error instanceof Refusal && error.reason === 'calendar-unknown')) return 'unknown'
    throw error
  }
}

function dueNow({ id, deadline, startedAt, promisedAt, dueAt, pauses }: OpenItem, calendar: Calendar): string | null {
  const counted = asCounted(deadline)
  // What the office promised by itself does not follow the calendar: the day was said, not reckoned.
  if (startedAt === null || counted === undefined) return dueAt
  const clock = { deadline: counted, startedAt, pauses }
  const [change] = recompute([{ id, clock, promisedAt }], calendar)
  return change?.to ?? dueAt
}

/** An official's own hour follows the calendar too, and is never drawn forward. */
function deskNow({ desk }: OpenItem, calendar: Calendar, dossierDue: string | null): string | undefined {
  if (desk === undefined || desk.dueAt.startsWith('infinity')) return desk?.dueAt
  const own = desk.within === undefined ? null : dueOf(calendar, desk.within, desk.openedAt, [])
  const wanted = own === null || (dossierDue !== null && Date.parse(dossierDue) < Date.parse(own)) ? dossierDue : own
  return wanted !== null && Date.parse(wanted) > Date.parse(desk.dueAt) ? wanted : desk.dueAt
}
