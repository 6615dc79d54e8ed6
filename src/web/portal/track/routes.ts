import { trackByKey, trackByNumber } from '#modules/dossiers'
import type { Doors, Reply, Req } from '#platform/http'
import type { Problem as Told } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { subnetOf } from '../../subnet.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { isAnswered, newChallenge } from './challenge.ts'
import { AskPage, TrackedPage, type Typed, UnknownKeyPage } from './pages.tsx'
import { normaliseDate } from './typed-date.ts'
import { words } from './words.ts'

export function trackRoutes(doors: Doors, services: Services): void {
  doors.get('/q/:key', { may: 'anyone' }, (req, reply) => byKey(req, reply, services))
  doors.get('/tra-cuu', { may: 'anyone' }, (req, reply) => {
    const typed = { number: asked(req, 'so'), bornOn: '', id: '' }
    return ask(req, reply, services, { typed, problems: [], notFound: false })
  })
  doors.post('/tra-cuu', { may: 'anyone', keyless: true }, (req, reply) => byNumber(req, reply, services))
}

async function byKey(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const trackKey = param(req, 'key')
  const tracked = await trackByKey(req.ctx, trackKey)
  const frame = frameOf(req, services)
  if (tracked === undefined) return reply.code(404).page(UnknownKeyPage({ frame }))
  return reply.page(TrackedPage({ frame, tracked, now: req.ctx.now, trackKey }))
}

type Asking = { typed: Typed; problems: readonly Told[]; notFound: boolean }

function ask(req: Req, reply: Reply, services: Services, told: Asking): unknown {
  const challenge = newChallenge(services.house.keys, req.ctx.now, req.lang)
  const status = told.notFound ? 404 : told.problems.length > 0 ? 422 : 200
  return reply.code(status).page(AskPage({ frame: { ...frameOf(req, services), path: '/tra-cuu' }, challenge, ...told }))
}

async function byNumber(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const sent = typedIn(req)
  const typed = { number: sent.line('so'), bornOn: normaliseDate(sent, 'sinh'), id: sent.line('dinh-danh').replaceAll(/[\s.]/g, '') }
  const isHuman = isAnswered(services.house.keys, sent.raw('phep'), sent.line('tong'), ctx.now)
  const problems = problemsIn(typed, isHuman, lang)
  if (problems.length > 0) return ask(req, reply, services, { typed, problems, notFound: false })
  const tracked = await trackByNumber(ctx, { code: typed.number, bornOn: typed.bornOn, number: typed.id }, subnetOf(req.ip))
  if (tracked === undefined) return ask(req, reply, services, { typed, problems: [], notFound: true })
  return reply.page(TrackedPage({ frame: { ...frameOf(req, services), path: '/tra-cuu' }, tracked, now: ctx.now }))
}

function problemsIn({ number, bornOn, id }: Typed, isHuman: boolean, lang: Req['lang']): Told[] {
  const say = words(lang)
  const problems: (Told | false)[] = [
    number === '' && { field: 'so', text: say('wrong.number') },
    !/^\d{4}(-\d{2}){0,2}$/.test(bornOn) && { field: 'sinh', text: say('wrong.bornOn') },
    !/^\d{12}$/.test(id) && { field: 'dinh-danh', text: say('wrong.id') },
    !isHuman && { field: 'tong', text: say('wrong.challenge') },
  ]
  return problems.filter((one) => one !== false)
}
