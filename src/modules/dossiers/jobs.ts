import { nameOfCode } from '#modules/procedures'
import { calendarFor, recomputeTask } from '#modules/rules'
import { allocatePersonalNumber, giveRegisterCopy } from '#modules/sharing'
import { type Ctx, later, Refusal } from '#platform/act'
import { asActor } from '#platform/db'
import type { Id } from '#platform/id'
import type { Tasks } from '#platform/jobs'
import { askOtherTime } from './appointments.ts'
import type { Case } from './case.ts'
import { noteAnswer, openConsultation } from './consult.ts'
import { allot, allottedBefore, resultOf } from './enter.ts'
import { confirmDraft } from './forward.ts'
import { rebaseOpen, rebaseTask } from './rebase.ts'
import { recomputeDue } from './recompute.ts'
import { columnsOf } from './register-columns.ts'
import { entryOf, ownEntry, placeOf } from './register-place.ts'
import { deathReported } from './report-death.ts'
import { residenceRecorded, taxRegistered } from './report-decision.ts'
import type { Sources } from './sources.ts'
import { getCase } from './store/load.ts'
import { dueOf } from './term.ts'
import { continueThread } from './thread-continue.ts'
import { takeOver } from './transfer.ts'

/** The work that dossiers leave for later; each runs with the scope of the unit that its payload names. */
export function dossierTasks(sources: Sources): Tasks {
  return {
    silence: (ctx, { item = '', step = '' }) => silence(ctx, item, step),
    'allot-personal-number': (ctx, { item = '' }) => personalNumber(ctx, sources, item),
    'record-residence': (ctx, { item = '' }) => residenceRecorded(ctx, sources, item),
    'register-for-tax': (ctx, { item = '' }) => taxRegistered(ctx, sources, item),
    'give-register-copy': (ctx, { item = '' }) => registerCopy(ctx, sources, item),
    'report-death': (ctx, { item = '' }) => deathReported(ctx, sources, item),
    'open-consultation': (ctx, { item = '', code = '', unit = '', system = '', post = '', due = '', procedure = '' }) =>
      openConsultation(ctx, { item, code, unit, system, post, due, procedure }),
    'take-over': (ctx, { item = '', code = '', from = '', fromUnit = '', unit = '', post = '', system = '' }) =>
      takeOver(ctx, { item, code, from, fromUnit, unit, post, system }),
    'continue-thread': (ctx, { thread = '', after = '' }) => continueThread(ctx, thread, after),
    [recomputeTask]: (ctx) => recomputeDue(ctx),
    [rebaseTask]: async (ctx, { code = '', revision = '' }) => {
      await rebaseOpen(ctx, code, Number(revision))
    },
    'consultation-answered': (ctx, { item = '', consultation = '', outcome = '' }) => noteAnswer(ctx, item, consultation, outcome),
  }
}

/**
 * The time of a step has passed without a word from the applicant: the draft counts as agreed, or none of the offered times fits, and the
 * act says that it was silence. Where a change of the calendar has made the day longer, the job waits on.
 */
async function silence(ctx: Ctx, item: Id, step: string): Promise<void> {
  const found = await getCase(ctx, item)
  if (found.step !== step || found.status !== 'waiting-applicant') return
  const { within, silenceIs } = found.procedure.steps[step] ?? {}
  const due =
    within === undefined || found.pausedSince === null ? null : dueOf(await calendarFor(ctx, found.unit), within, found.pausedSince, [])
  if (due === null || Date.parse(due) <= Date.parse(ctx.now))
    return unlessMovedOn(silenceIs === 'askOtherTime' ? askOtherTime(ctx, found.code, '') : confirmDraft(ctx, found.code))
  await ctx.pool.trip([asActor(ctx.actor), later('silence', { item, unit: found.unit, system: found.system, step }, { runAt: due })])
}

/**
 * Asks the population database for the child's number. No answer: the job fails and is tried again, the dossier visibly waits. The
 * register entry's id is the request's id, so that asking again never allots a second number.
 */
async function personalNumber(ctx: Ctx, sources: Sources, item: Id): Promise<void> {
  const found = await getCase(ctx, item)
  if (found.status !== 'waiting-number') return
  const known = await allottedBefore(ctx, item)
  if (known !== undefined) return unlessMovedOn(allot(ctx, item, known, 'known'))
  const entry = await entryOf(ctx, item)
  const asking = { queryId: entry.id, purpose: found.procedure.code, now: () => ctx.now }
  const answer = await allocatePersonalNumber(sources.population, asking, {
    child: childOf(found),
    register: await placeOf(ctx, found, entry),
  })
  if (answer.status !== 'match' || answer.fields === null)
    throw new Error(`no personal number yet: ${answer.status} ${answer.reason ?? ''}`)
  await unlessMovedOn(allot(ctx, item, answer.fields.number, answer.queryId))
}

function childOf(found: Case) {
  const { answers } = found.filed
  const text = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '')
  const ethnicity = nameOfCode('ethnicity', text('childEthnicity'))
  return {
    name: text('childName'),
    sex: text('childSex') === 'male' ? ('male' as const) : ('female' as const),
    bornOn: text('childBornOn'),
    ...(ethnicity === undefined ? {} : { ethnicity }),
  }
}

/** Gives the civil-status database its copy of the entry, in the columns that the result names. */
async function registerCopy(ctx: Ctx, sources: Sources, item: Id): Promise<void> {
  const found = await getCase(ctx, item)
  const { reports } = resultOf(found)
  if (reports === undefined) return
  const entry = await entryOf(ctx, item)
  const place = await placeOf(ctx, found, entry)
  const answer = await giveRegisterCopy(
    sources.civilStatus,
    { queryId: entry.id, purpose: found.procedure.code, now: () => ctx.now },
    {
      event: reports.event,
      ...place,
      page: String(entry.page),
      columns: await columnsOf(ctx, ownEntry(ctx, found, entry), reports.columns),
    },
  )
  if (answer.status === 'unavailable') throw new Error(`the civil-status database took no copy: ${answer.reason ?? ''}`)
}

/** A second run of a job finds its work done: that is no failure. */
async function unlessMovedOn(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal && error.status === 409)) throw error
  })
}
