import { changeContacts, endSession, partiesOf, personOf, sessionsOf } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import type { Problem as Told } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { AccountPage, NoticesPage } from './pages.tsx'
import { words } from './words.ts'

export function accountRoutes(doors: Doors, services: Services): void {
  doors.get('/tai-khoan', { may: 'citizen' }, (req, reply) => account(req, reply, services))
  doors.post('/tai-khoan/lien-lac', { may: 'citizen' }, (req, reply) => contacts(req, reply, services))
  doors.post('/tai-khoan/phien/:id', { may: 'citizen' }, async (req, reply) => {
    await endSession(req.ctx, param(req, 'id'))
    return reply.redirect('/tai-khoan?sau=het', 303)
  })
  doors.get('/thong-bao', { may: 'citizen' }, (req, reply) => notices(req, reply, services))
}

type Wrong = { problems: readonly Told[]; phone: string; email: string }

async function account(req: Req, reply: Reply, services: Services, wrong?: Wrong): Promise<unknown> {
  const { ctx } = req
  const [person, parties, sessions] = await Promise.all([personOf(ctx), partiesOf(ctx), sessionsOf(ctx)])
  const own = {
    ...(person.phone === undefined ? {} : { phone: person.phone }),
    ...(person.email === undefined ? {} : { email: person.email }),
  }
  return reply.code(wrong === undefined ? 200 : 422).page(
    AccountPage({
      frame: { ...frameOf(req, services), path: '/tai-khoan' },
      now: ctx.now,
      person,
      parties,
      party: ctx.actor.party ?? '',
      contacts: wrong ?? own,
      sessions,
      current: ctx.actor.session ?? '',
      problems: wrong?.problems ?? [],
      after: asked(req, 'sau'),
    }),
  )
}

async function contacts(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const given = { phone: typed.line('phone'), email: typed.line('email') }
  const answer = await changeContacts(req.ctx, given)
  if (answer.ok) return reply.redirect('/tai-khoan?sau=luu', 303)
  const say = words(req.lang)
  const problems = answer.problems.map(({ field }) => ({ field, text: say(`wrong.${field}`) }))
  return account(req, reply, services, { ...given, problems })
}

const mostNotices = 100

async function notices(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const rows = await ctx.db
    .selectFrom('notice')
    .where('party_id', '=', ctx.actor.party ?? ctx.actor.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostNotices)
    .select(['id', 'kind', 'params', 'at'])
    .execute()
  const lines = rows.map(({ id, kind, params, at }) => ({ id, kind, at, params: params as Record<string, unknown> }))
  return reply.page(NoticesPage({ frame: frameOf(req, services), now: ctx.now, notices: lines }))
}
