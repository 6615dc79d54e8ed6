import { type Directory, directoryOn } from '#modules/directory'
import {
  type Case,
  chosenFrom,
  chosenQuestion,
  communeNames,
  copiesEntry,
  type EntryFound,
  type FeeState,
  feeStateOf,
  freeTimes,
  getCase,
  hoursTaken,
  type Mismatch,
  mayTakeMoney,
  mismatchesOf,
  type NewerRevision,
  newerRevision,
  noteAccess,
  orderOfWork,
  type Relation,
  type Round,
  relationTo,
  roundsOf,
  surroundingsOf,
} from '#modules/dossiers'
import { type Difference as Changed, differencesBetween } from '#modules/editing'
import { namesOf } from '#modules/identity'
import { appearanceIn, type Naming } from '#modules/procedures'
import { type Calendar, calendarFor } from '#modules/rules'
import { type Ctx, idAt, Refusal } from '#platform/act'
import { addMinutes, localDate, MINUTES_A_DAY } from '#platform/clock'
import { ask } from '#platform/db'
import type { Language } from '#platform/i18n'
import type { Id } from '#platform/id'

export type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>

/** Everything that lies on the desk with a case. */
export type AtDesk = {
  lang: Language
  now: string
  found: Case
  relation: Relation
  around: Surroundings
  /** The register entry that was chosen to be copied; undefined where the procedure gives no copies. */
  entry: { chosen: EntryFound | undefined } | undefined
  mismatches: readonly Mismatch[]
  fees: FeeState
  /** Whether the reader notes money for this case. */
  mayTakeMoney: boolean
  calendar: Calendar
  directory: Directory
  naming: Naming
  /** Appointments of a case in which people must come, and the times at which they still could. */
  rounds: readonly Round[]
  free: readonly string[]
  /** Officials by account. */
  names: ReadonlyMap<Id, string>
  /** A newer revision about which the reader is asked, with what differs. */
  newer: (NewerRevision & { differences: readonly Changed[] }) | undefined
  /** Numbers of the actor's own work in its order. */
  order: readonly string[]
}

const purposes: Partial<Record<Relation, string>> = { holder: 'handle', leader: 'supervise', colleague: 'look' }

/** Why an official looks at a case, as the trace keeps it; undefined for anybody else. */
export function purposeOf(relation: Relation): string | undefined {
  return purposes[relation]
}

/**
 * Reads a case with all that surrounds it, and leaves the trace of the look. The trace is written before anything is shown.
 * @throws Refusal 404 where the actor may not see it
 */
export async function gather(ctx: Ctx, code: string, lang: Language): Promise<AtDesk> {
  const found = await getCase(ctx, code)
  const relation = relationTo(found, ctx.actor)
  const purpose = purposeOf(relation)
  if (purpose === undefined) throw new Refusal(404, 'no-such-dossier')
  const [around, calendar, directory, order, fees] = await Promise.all([
    surroundingsOf(ctx, found.id),
    calendarFor(ctx, found.unit),
    directoryOn(ctx),
    orderOfWork(ctx),
    feeStateOf(ctx, found),
    noteAccess(ctx, found.id, found.unit, found.system, purpose, idAt(ctx.now)),
  ])
  const rounds = appearanceIn(found.procedure) === undefined ? [] : await roundsOf(ctx, found.id)
  const communes = communeNames(directory, localDate(ctx.now))
  const files = new Map(around.papers.map((paper) => [paper.file, paper.name]))
  return {
    lang,
    now: ctx.now,
    found,
    relation,
    around,
    entry: copiesEntry(found) ? { chosen: await chosenOf(ctx, found) } : undefined,
    fees,
    mayTakeMoney: mayTakeMoney(found, ctx.actor),
    mismatches: mismatchesOf(found, around.lookUps, around.events),
    rounds,
    free: await freeFor(ctx, found, calendar),
    calendar,
    directory,
    naming: { language: lang, communeName: (commune) => communes.get(commune), fileName: (id) => files.get(id) },
    names: await namesOf(ctx, [...new Set(around.events.map((event) => event.actorId))]),
    newer: await newerFor(ctx, found, lang),
    order,
  }
}

async function newerFor(ctx: Ctx, found: Case, lang: Language): Promise<AtDesk['newer']> {
  const newer = await newerRevision(ctx, found)
  if (newer === undefined) return undefined
  const { code, revision } = found.procedure
  return { ...newer, differences: await differencesBetween(ctx, code, revision, newer.next.revision, lang) }
}

// Far enough ahead for whatever number of working days a procedure offers.
const lookAheadDays = 60

/** Free times for those who must come, while times are to be offered. */
async function freeFor(ctx: Ctx, found: Case, calendar: Calendar): Promise<string[]> {
  const appointment = appearanceIn(found.procedure)?.appointment
  if (appointment === undefined || found.procedure.steps[found.step]?.may.offerTimes === undefined) return []
  const until = addMinutes(ctx.now, lookAheadDays * MINUTES_A_DAY)
  return freeTimes(calendar, appointment, ctx.now, await hoursTaken(ctx, found.unit, ctx.now, until))
}

async function chosenOf(ctx: Ctx, found: Case): Promise<EntryFound | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [chosenQuestion(found.code)])
  return chosenFrom(ctx, answer)
}
