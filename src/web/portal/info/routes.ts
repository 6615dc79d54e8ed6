import { directoryOn, findArea } from '#modules/directory'
import type { Doors, Reply, Req } from '#platform/http'
import { languageOf } from '#platform/i18n'
import { cookieOf, links, lookCookie, lookOf } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { wayBack } from '../../session.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { allCounters, countersOf } from '../counters.ts'
import { AccessibilityPage, CountersPage, FeedbackPage, HelpPage, LookPage, PrivacyPage } from './pages.tsx'

const year = 60 * 60 * 24 * 365
const languageCookie = '__Host-lt-ngonngu'

export function infoRoutes(doors: Doors, services: Services): void {
  const open = { may: 'anyone' } as const
  doors.get(links.help, open, (req, reply) => reply.page(HelpPage({ frame: frameOf(req, services) })))
  doors.get(links.privacy, open, (req, reply) => reply.page(PrivacyPage({ frame: frameOf(req, services) })))
  doors.get(links.accessibility, open, (req, reply) => reply.page(AccessibilityPage({ frame: frameOf(req, services) })))
  doors.get(links.feedback, open, (req, reply) => feedback(req, reply, services))
  doors.get(links.counters, open, (req, reply) => counters(req, reply, services))
  doors.get('/ngon-ngu/:lang', open, (req, reply) => language(req, reply))
  doors.get(links.look, open, (req, reply) => {
    const back = wayBack(asked(req, 've'), '/')
    return reply.page(LookPage({ frame: { ...frameOf(req, services), path: back }, back, cookie: req.cookies[lookCookie] }))
  })
  doors.post(links.look, { ...open, keyless: true }, (req, reply) => look(req, reply))
}

async function feedback(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const province = (await directoryOn(req.ctx)).province().code
  return reply.page(FeedbackPage({ frame: frameOf(req, services), counters: await countersOf(req.ctx, [province]) }))
}

async function counters(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const words = asked(req, 'q').trim()
  const found = words === '' ? undefined : [...new Set((await findArea(req.ctx, words, 10)).map(({ commune }) => commune.code))]
  const shown = found === undefined ? await allCounters(req.ctx) : await countersOf(req.ctx, found)
  return reply.page(CountersPage({ frame: frameOf(req, services), counters: shown, asked: words }))
}

/** A link, so that it works everywhere: it changes nothing but a cookie. */
function language(req: Req, reply: Reply): unknown {
  const lang = languageOf(param(req, 'lang'))
  reply.setCookie(languageCookie, lang, { path: '/', secure: true, sameSite: 'lax', maxAge: year })
  return reply.redirect(wayBack(asked(req, 've'), '/'), 303)
}

function look(req: Req, reply: Reply): unknown {
  const typed = typedIn(req)
  const wanted = lookOf(`${typed.raw('theme')}.${typed.raw('type')}`)
  reply.setCookie(lookCookie, cookieOf(wanted), { path: '/', secure: true, sameSite: 'lax', maxAge: year })
  return reply.redirect(wayBack(typed.raw('back'), '/'), 303)
}
