import { type Directory, directoryOn } from '#modules/directory'
import {
  type Case,
  communeNames,
  type FeeState,
  feeStateOf,
  getCase,
  type Mismatch,
  mayTakeMoney,
  mismatchesOf,
  noteAccess,
  orderOfWork,
  type Relation,
  relationTo,
  surroundingsOf,
} from '#modules/dossiers'
import { namesOf } from '#modules/identity'
import type { Naming } from '#modules/procedures'
import { type Calendar, calendarFor } from '#modules/rules'
import { type Ctx, idAt, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
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
  mismatches: readonly Mismatch[]
  fees: FeeState
  /** Whether the reader notes money for this case. */
  mayTakeMoney: boolean
  calendar: Calendar
  directory: Directory
  naming: Naming
  /** Officials by account. */
  names: ReadonlyMap<Id, string>
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
  const communes = communeNames(directory, localDate(ctx.now))
  const files = new Map(around.papers.map((paper) => [paper.file, paper.name]))
  return {
    lang,
    now: ctx.now,
    found,
    relation,
    around,
    fees,
    mayTakeMoney: mayTakeMoney(found, ctx.actor),
    mismatches: mismatchesOf(found, around.lookUps, around.events),
    calendar,
    directory,
    naming: { language: lang, communeName: (commune) => communes.get(commune), fileName: (id) => files.get(id) },
    names: await namesOf(ctx, [...new Set(around.events.map((event) => event.actorId))]),
    order,
  }
}
