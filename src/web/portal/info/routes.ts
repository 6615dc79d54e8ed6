import { directoryOn, findArea } from '#modules/directory'
import { oldWardName } from '#modules/rules'
import type { Ctx } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { languageOf } from '#platform/i18n'
import { cookieOf, links, lookCookie, lookOf } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { wayBack } from '../../session.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { allCounters, type Counter, countersOf, officesForAll, officesIn } from '../counters.ts'
import { AccessibilityPage } from './access-page.tsx'
import { type CounterFound, CountersPage } from './counters-page.tsx'
import { FeedbackPage } from './feedback-page.tsx'
import { HelpPage } from './help-page.tsx'
import { LookPage } from './look-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'

const anyone = { may: 'anyone' } as const
const languageCookie = '__Host-lt-ngonngu'
const mostFound = 12
const year = 60 * 60 * 24 * 365
/** Kept for a year, sent to this origin alone. */
const kept = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: year } as const

/** The pages to which head and foot of every page lead. */
export function infoRoutes(doors: Doors, services: Services): void {
  doors.get(links.counters, anyone, (req, reply) => counters(req, reply, services))
  doors.get(links.help, anyone, (req, reply) => reply.page(HelpPage({ frame: frameOf(req, services) })))
  doors.get(links.privacy, anyone, async (req, reply) =>
    reply.page(PrivacyPage({ frame: frameOf(req, services), centre: await provincialCentre(req.ctx) })),
  )
  doors.get(links.accessibility, anyone, (req, reply) => reply.page(AccessibilityPage({ frame: frameOf(req, services) })))
  doors.get(links.feedback, anyone, async (req, reply) =>
    reply.page(FeedbackPage({ frame: frameOf(req, services), centre: await provincialCentre(req.ctx) })),
  )
  doors.get('/ngon-ngu/:lang', anyone, (req, reply) => language(req, reply))
  doors.get(links.look, anyone, (req, reply) => showLook(req, reply, services))
  doors.post(links.look, { ...anyone, keyless: true }, (req, reply) => look(req, reply))
}

async function counters(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = asked(req, 'q').trim()
  const frame = frameOf(req, services)
  if (typed === '') return reply.page(CountersPage({ frame, all: await allCounters(req.ctx), offices: await officesForAll(req.ctx) }))
  return reply.page(CountersPage({ frame, all: [], offices: [], search: { asked: typed, found: await findCounters(req.ctx, typed) } }))
}

/** Counters by a name of today or of before, best answer first, with the old place that led there. */
async function findCounters(ctx: Ctx, typed: string): Promise<CounterFound[]> {
  const areas = await findArea(ctx, typed, mostFound)
  const counters = new Map((await countersOf(ctx, [...new Set(areas.map(({ unit }) => unit.code))])).map((one) => [one.code, one]))
  const offices = new Map<string, Counter[]>()
  for (const { code } of counters.values()) offices.set(code, await officesIn(ctx, code))
  return areas.flatMap(({ unit, by, oldWard, mustChoose }, at) => {
    const counter = counters.get(unit.code)
    if (counter === undefined) return []
    // A commune that several old places lead to names its offices once.
    const isFirst = areas.findIndex((one) => one.unit.code === unit.code) === at
    return [
      {
        counter,
        offices: isFirst ? (offices.get(counter.code) ?? []) : [],
        ...(oldWard === undefined ? {} : { old: oldWardName(oldWard) }),
        ...(by === 'oldDistrict' && { byDistrict: true as const }),
        ...(by === 'oldWard' && mustChoose && { split: true as const }),
      },
    ]
  })
}

async function provincialCentre(ctx: Ctx): Promise<Counter[]> {
  return countersOf(ctx, [(await directoryOn(ctx)).province().code])
}

/** A link and not a form, so that it works everywhere: it changes nothing but a cookie, and leads to our own pages only. */
function language(req: Req, reply: Reply): unknown {
  reply.setCookie(languageCookie, languageOf(param(req, 'lang')), kept)
  return reply.redirect(wayBack(asked(req, 've'), links.home), 303)
}

function showLook(req: Req, reply: Reply, services: Services): unknown {
  const back = wayBack(asked(req, 've'), links.home)
  return reply.page(LookPage({ frame: frameOf(req, services), back, look: lookOf(req.cookies[lookCookie]) }))
}

function look(req: Req, reply: Reply): unknown {
  const typed = typedIn(req)
  reply.setCookie(lookCookie, cookieOf(lookOf(`${typed.raw('theme')}.${typed.raw('type')}`)), kept)
  return reply.redirect(wayBack(typed.raw('back'), links.home), 303)
}
