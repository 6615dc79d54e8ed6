import { type Directory, directoryOn } from '#modules/directory'
import {
  type Case,
  copiesEntry,
  type FeeState,
  feeStateOf,
  getCase,
  type Round,
  refuseUnlessMay,
  roundsOf,
  surroundingsOf,
} from '#modules/dossiers'
import { type Answers, appearanceIn, settle } from '#modules/procedures'
import { type Calendar, calendarFor } from '#modules/rules'
import type { Ctx } from '#platform/act'
import type { Language } from '#platform/i18n'

/** One dossier with everything that its owner may see around it. */
export type Seen = {
  readonly lang: Language
  readonly now: string
  readonly found: Case
  readonly around: Awaited<ReturnType<typeof surroundingsOf>>
  readonly fees: FeeState
  /** The result is itself what the fee is for, and nothing was noted yet: it is not among the papers. */
  readonly heldForFee: boolean
  readonly calendar: Calendar
  readonly directory: Directory
  /** The answers as they were filed, what does not apply left out. */
  readonly answers: Answers
  /** Appointments of a dossier for which people must come. */
  readonly rounds: readonly Round[]
}

/** @throws Refusal 404 for a dossier that is not the reader's own */
export async function gather(ctx: Ctx, code: string, lang: Language): Promise<Seen> {
  const found = await getCase(ctx, code)
  refuseUnlessMay('see-accesses', found, ctx.actor)
  const [around, fees, calendar, directory] = await Promise.all([
    surroundingsOf(ctx, found.id),
    feeStateOf(ctx, found),
    calendarFor(ctx, found.unit),
    directoryOn(ctx),
  ])
  const heldForFee = copiesEntry(found) && !fees.settled
  const papers = heldForFee ? around.papers.filter((one) => !one.component.startsWith('result:')) : around.papers
  const answers = settle(found.procedure, found.filed.answers, found.submittedAt)
  const rounds = appearanceIn(found.procedure) === undefined ? [] : await roundsOf(ctx, found.id)
  return { lang, now: ctx.now, found, around: { ...around, papers }, fees, heldForFee, calendar, directory, answers, rounds }
}
