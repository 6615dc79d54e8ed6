import { type Impact, impactOf } from '#modules/dossiers'
import { type AnnouncedDay, addCalendarDays, CalendarUnknown, calendarOf, daysOfSwap, readRows } from '#modules/rules'
import { type Ctx, Refusal } from '#platform/act'
import { dayNumber, type LocalDate, yearOf } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import { cleanInput, parseDate } from '#platform/text'
import { type DateParts, datePartsIn, type Problem, writtenDate } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { AnnouncePage, announcedKinds, PreviewPage } from './calendar-form.tsx'
import { words } from './words.ts'

const path = '/quan-tri/lich'

/** An announcement as it was typed. */
export type Typed = { kind: string; off: DateParts; worked: DateParts; name: string; source: string }
const noDate: DateParts = { day: '', month: '', year: '' }
const nothing: Typed = { kind: 'swap', off: noDate, worked: noDate, name: '', source: '' }

/** Days are typed, then their effect on open cases is shown, and only then they are announced. */
export function announceRoutes(doors: Doors, services: Services): void {
  doors.get(`${path}/them`, { may: 'administer' }, async (req, reply) => reply.page(await formPage(req, services, nothing, [])))
  doors.get(`${path}/xem-truoc`, { may: 'administer' }, (req, reply) => look(req, reply, services))
  doors.post(path, { may: 'administer' }, (req, reply) => announce(req, reply, services))
}

async function look(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = announcementIn(req.query)
  const found = await daysIn(req.ctx, typed, req.lang)
  if ('problems' in found) return reply.code(422).page(await formPage(req, services, typed, found.problems))
  const impact: Impact = await impactOf(req.ctx, found.days)
  const frame = { ...(await officeFrameOf(req, services)), path: `${path}/xem-truoc` }
  return reply.page(PreviewPage({ frame, typed, days: found.days, impact }))
}

async function announce(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = announcementIn(req.body)
  const first = await announceOrTell(req, typed)
  if ('problems' in first) return reply.code(first.status).page(await formPage(req, services, typed, first.problems))
  services.nudge()
  return reply.redirect(`${path}?nam=${first.year}&xong=1`, 303)
}

type Outcome = { status: 409 | 422; problems: readonly Problem[] } | { year: number }

async function announceOrTell(req: Req, typed: Typed): Promise<Outcome> {
  const days = plannedIn(typed)
  if (days === undefined) return { status: 422, problems: await problemsOf(req.ctx, typed, req.lang) }
  try {
    // What is sent a second time under its key finds its own days in the calendar: it is asked before they are judged.
    await addCalendarDays(req.ctx, days)
    return { year: yearOf(days[0]?.on ?? '') }
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 422)) throw error
    const text = words(req.lang)(error.reason === 'day-stands-already' ? 'problem.day-stands-already' : 'problem.source-needed')
    return { status: error.status, problems: [{ field: 'off', text }] }
  }
}

function announcementIn(sent: unknown): Typed {
  const given = typeof sent === 'object' && sent !== null ? (sent as Readonly<Record<string, unknown>>) : {}
  const line = (name: string) => (typeof given[name] === 'string' ? cleanInput(given[name]) : '')
  return {
    kind: line('kind'),
    off: datePartsIn(given, 'off'),
    worked: datePartsIn(given, 'worked'),
    name: line('name'),
    source: line('source'),
  }
}

/** The days that were typed, where all that is needed stands there. */
function plannedIn({ kind, off, worked, name, source }: Typed): AnnouncedDay[] | undefined {
  const [day, instead] = [parseDate(writtenDate(off)), parseDate(writtenDate(worked))]
  const known = announcedKinds.find((one) => one === kind)
  if (known === undefined || day === null || name === '' || source === '') return undefined
  if (known !== 'swap') return [{ on: day, kind: known, name, source }]
  return instead === null ? undefined : daysOfSwap({ off: day, worked: instead, name, source })
}

async function daysIn(ctx: Ctx, typed: Typed, lang: Language): Promise<{ days: AnnouncedDay[] } | { problems: readonly Problem[] }> {
  const problems = await problemsOf(ctx, typed, lang)
  const days = plannedIn(typed)
  return days === undefined || problems.length > 0 ? { problems } : { days }
}

async function problemsOf(ctx: Ctx, { kind, off, worked, name, source }: Typed, lang: Language): Promise<Problem[]> {
  const say = words(lang)
  const rows = await readRows(ctx)
  const calendar = calendarOf(rows)
  const [day, instead] = [parseDate(writtenDate(off)), parseDate(writtenDate(worked))]
  const isSwap = kind === 'swap'
  const isWorked = (on: LocalDate): boolean | undefined => {
    try {
      return calendar.day(dayNumber(on)).minutes > 0
    } catch (error) {
      if (error instanceof CalendarUnknown) return undefined
      throw error
    }
  }
  const about = (field: string, on: LocalDate | null, shouldBeWorked: boolean): Problem[] => {
    if (on === null) return [{ field, text: say('problem.not-a-date') }]
    const worksThen = isWorked(on)
    if (worksThen === undefined) return [{ field, text: say('problem.year-unknown') }]
    return worksThen === shouldBeWorked ? [] : [{ field, text: say(shouldBeWorked ? 'problem.not-worked' : 'problem.not-closed') }]
  }
  return [
    ...(announcedKinds.some((one) => one === kind) ? [] : [{ field: 'kind', text: say('problem.kind') }]),
    ...about('off', day, true),
    ...(isSwap ? about('worked', instead, false) : []),
    ...(name === '' ? [{ field: 'name', text: say('problem.name-needed') }] : []),
    ...(source === '' ? [{ field: 'source', text: say('problem.source-needed') }] : []),
  ]
}

async function formPage(req: Req, services: Services, typed: Typed, problems: readonly Problem[]) {
  const frame = { ...(await officeFrameOf(req, services)), path: `${path}/them` }
  return AnnouncePage({ frame, typed, problems })
}
