import { type Directory, directoryOn, shortUnitName } from '#modules/directory'
import type { Line } from '#modules/dossiers'
import { type Act, acts, inForce, type Procedure, revisionOf } from '#modules/procedures'
import { type Calendar, calendarFor } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { epochMs, localDate } from '#platform/clock'
import type { Language } from '#platform/i18n'
import type { WorkRow } from '../../components/index.ts'
import { type Left, leftOf, sinceText } from './time.ts'
import { words } from './words.ts'

/** A line of work ready to be read, with its urgency. */
export type Work = WorkRow & Pick<Left, 'urgency'>

/** What rows are worded with: asked once for a page. */
type Wording = { lang: Language; now: string; directory: Directory; procedures: ReadonlyMap<string, Procedure>; calendars: Calendars }
type Calendars = ReadonlyMap<string, Calendar>

/** Words every line in the reader's language. */
export async function workRows(ctx: Ctx, lines: readonly Line[], lang: Language): Promise<Work[]> {
  const directory = await directoryOn(ctx)
  const procedures = await proceduresOf(ctx, lines)
  const units = [...new Set(lines.map((line) => line.unit))]
  const calendars = new Map(await Promise.all(units.map(async (unit) => [unit, await calendarFor(ctx, unit)] as const)))
  const wording = { lang, now: ctx.now, directory, procedures, calendars }
  return lines.map((line) => rowOf(line, wording))
}

const keptMs = 60_000
const kept = new WeakMap<object, Map<string, { at: number; procedure: Procedure | undefined }>>()

/**
 * The procedures of some lines by their code, as in force today; kept in the process for a minute. A line's own revision may be older:
 * names and steps keep their ids.
 */
export async function proceduresOf(ctx: Ctx, lines: readonly { procedure: string }[]): Promise<ReadonlyMap<string, Procedure>> {
  const codes = [...new Set(lines.map((line) => line.procedure))].filter((code) => code !== '')
  const found = await Promise.all(codes.map((code) => procedureOf(ctx, code)))
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.code, one] as const])))
}

async function procedureOf(ctx: Ctx, code: string): Promise<Procedure | undefined> {
  const memory = kept.get(ctx.pool) ?? new Map<string, { at: number; procedure: Procedure | undefined }>()
  kept.set(ctx.pool, memory)
  const key = `${code} ${localDate(ctx.now)}`
  const known = memory.get(key)
  const at = epochMs(ctx.now)
  if (known !== undefined && Math.abs(at - known.at) < keptMs) return known.procedure
  const procedure = (await inForce(ctx, code, localDate(ctx.now))) ?? (await revisionOf(ctx, code, 1))
  memory.set(key, { at, procedure })
  return procedure
}

function rowOf(line: Line, { lang, now, directory, procedures, calendars }: Wording): Work {
  const say = words(lang)
  const procedure = procedures.get(line.procedure)
  const calendar = calendars.get(line.unit)
  if (calendar === undefined) throw new Error('a line of a unit without a calendar')
  const { urgency, left, due, segments } = leftOf(
    calendar,
    { since: line.arrived?.at ?? line.openedAt, dueAt: line.dueAt, pausedSince: pausedSinceOf(line) },
    now,
    lang,
  )
  const isQuestion = line.kind === 'consultation'
  const name = procedure?.name[lang] ?? line.procedure
  return {
    id: line.id,
    urgency,
    kind: isQuestion ? 'question' : 'dossier',
    href: `/viec/${line.code}`,
    title: isQuestion ? questionTitle(line, procedure, directory, now, lang) : name,
    subtitle: [line.code, line.about].filter((part) => part !== '').join(' · '),
    todo: isQuestion ? say('answerQuestion') : todoOf(line, procedure, lang),
    left,
    due,
    segments,
    from: fromOf(line, directory, now, lang),
    since: sinceText(line.arrived?.at ?? line.openedAt, now, lang),
  }
}

/** What waits for somebody outside stands still for the reader of the list, whether or not the clock had begun. */
function pausedSinceOf(line: Line): string | null {
  const isWaiting = line.status === 'waiting-applicant' || line.status === 'waiting-number'
  return line.pausedSince ?? (isWaiting ? line.openedAt : null)
}

function todoOf(line: Line, procedure: Procedure | undefined, lang: Language): string {
  const say = words(lang)
  if (line.status === 'waiting-applicant') return say('waitApplicant')
  // The step says itself for whom or what it waits.
  if (line.status === 'waiting-number') return procedure?.steps[line.step]?.status[lang] ?? say('waitNumber')
  const task = procedure?.steps[line.step]?.task[lang] ?? line.step
  return line.pausedSince === null ? task : `${say('waitAgency')}; ${task.charAt(0).toLowerCase()}${task.slice(1)}`
}

function questionTitle(line: Line, procedure: Procedure | undefined, directory: Directory, now: string, lang: Language): string {
  const { subject = '', fromUnit = '' } = line.asked ?? {}
  const about = procedure?.consultations.find((one) => one.id === subject)?.about[lang] ?? subject
  const unit = directory.findUnit(fromUnit)
  return words(lang)('question', { unit: unit === undefined ? '' : shortUnitName(unit, localDate(now)), about })
}

/** Who brought it here: a unit that asks, the post before, the applicant. */
function fromOf(line: Line, directory: Directory, now: string, lang: Language): string {
  const say = words(lang)
  const unit = line.asked === undefined ? undefined : directory.findUnit(line.asked.fromUnit)
  if (unit !== undefined) return shortUnitName(unit, localDate(now))
  if (line.arrived?.post) return line.arrived.post
  return line.arrived === undefined || byApplicant.includes(line.arrived.act) ? say('filed') : actName(line.arrived.act, lang)
}

const byApplicant = ['submit', 'supplement', 'confirmDraft', 'correctDraft', 'chooseTime', 'askOtherTime']

/** The name of an act in a log; an act that no procedure names speaks for itself. */
export function actName(act: string, lang: Language): string {
  return act in acts ? acts[act as Act][lang] : words(lang)('itself')
}
