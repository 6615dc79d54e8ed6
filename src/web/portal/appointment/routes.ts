import { askOtherTime, chooseTime, hoursTaken, isTaken, openAppointment } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import { sentences } from '../../sentences.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { type Counter, countersOf } from '../counters.ts'
import { gather, type Seen } from '../dossier/gather.ts'
import { allows } from '../dossier/status.ts'
import { calendarFile } from './calendar-file.ts'
import { AppointmentPage, placeOf } from './page.tsx'
import { words } from './words.ts'

const citizen = { may: 'citizen' } as const

export function appointmentRoutes(doors: Doors, services: Services): void {
  doors.get('/ho-so/:code/hen', citizen, (req, reply) => show(req, reply, services))
  doors.post('/ho-so/:code/hen', citizen, (req, reply) => choose(req, reply, services))
  doors.post('/ho-so/:code/hen/khac', citizen, (req, reply) => askOther(req, reply, services))
  doors.get('/ho-so/:code/hen.ics', citizen, (req, reply) => calendar(req, reply, services))
}

const here = (req: Req) => `/ho-so/${param(req, 'code')}`

async function seenIn(req: Req): Promise<Seen> {
  return gather(req.ctx, param(req, 'code'), req.lang)
}

async function counterOf(req: Req, { found, directory }: Seen): Promise<Counter | undefined> {
  const [counter] = await countersOf(req.ctx, [directory.getUnit(found.unit).code])
  return counter
}

async function show(req: Req, reply: Reply, services: Services, problem?: string): Promise<unknown> {
  const seen = await seenIn(req)
  const open = seen.found.closedAt === null ? openAppointment(seen.rounds) : undefined
  if (open === undefined && !allows(seen.found, 'chooseTime')) return reply.redirect(here(req), 303)
  const page = {
    frame: { ...frameOf(req, services), path: `${here(req)}/hen` },
    seen,
    open,
    free: open === undefined ? await freeOf(req, seen) : [],
    counter: await counterOf(req, seen),
    problems: problem === undefined ? [] : [{ field: 'gio', text: problem }],
  }
  return reply.code(problem === undefined ? 200 : 422).page(AppointmentPage(page))
}

/** The times of the newest offer that are ahead and that no other case has taken meanwhile. */
async function freeOf(req: Req, { found, rounds, now }: Seen): Promise<string[]> {
  const round = rounds.at(-1)
  const last = round?.offered.at(-1)
  if (round === undefined || last === undefined) return []
  const until = new Date(Date.parse(last) + round.minutes * 60_000).toISOString()
  const taken = await hoursTaken(req.ctx, found.unit, now, until)
  return round.offered.filter((time) => Date.parse(time) > Date.parse(now) && !isTaken(time, round.minutes, taken))
}

/** The version of the dossier that the page showed: acts on an older one are refused with who was faster. */
function expected(req: Req): { version?: number } {
  const version = Number(typedIn(req).raw('_ban'))
  return Number.isInteger(version) && version > 0 ? { version } : {}
}

async function choose(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const time = typedIn(req).raw('gio')
  if (Number.isNaN(Date.parse(time))) return show(req, reply, services, words(req.lang)('missing'))
  try {
    await chooseTime(req.ctx, param(req, 'code'), time, expected(req))
  } catch (error) {
    // Somebody else was faster with this hour, or it is past: the others are still to choose from.
    if (!(error instanceof Refusal) || !['hour-taken', 'not-offered', 'time-is-past'].includes(error.reason)) throw error
    return show(req, reply, services, sentences(error.reason, error.params, req.lang) ?? words(req.lang)('missing'))
  }
  services.nudge()
  return reply.redirect(`${here(req)}?sau=hen`, 303)
}

async function askOther(req: Req, reply: Reply, services: Services): Promise<unknown> {
  await askOtherTime(req.ctx, param(req, 'code'), typedIn(req).lines('mong-muon'), expected(req))
  services.nudge()
  return reply.redirect(`${here(req)}?sau=hen-khac`, 303)
}

/** The appointment for whatever calendar the reader uses. */
async function calendar(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await seenIn(req)
  const open = openAppointment(seen.rounds)
  if (open === undefined) throw new Refusal(404, 'no-such-file')
  const { found, lang, now } = seen
  const text = calendarFile({
    uid: `${open.offer}@${new URL(services.publicUrl).hostname}`,
    at: now,
    ...open.chosen,
    summary: words(lang)('summary', { procedure: found.procedure.name[lang], code: found.code }),
    location: placeOf(await counterOf(req, seen)),
    url: `${services.publicUrl}/ho-so/${found.code}/hen`,
  })
  return reply
    .header('content-disposition', `attachment; filename="lich-hen-${found.code}.ics"`)
    .type('text/calendar; charset=utf-8')
    .send(text)
}
