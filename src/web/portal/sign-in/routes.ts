import { takeFromWallet } from '#modules/dossiers'
import { beginVneid, finishConsent, finishVneid, type NotLetIn, openSession, partiesOf, signOut, whoIs } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { letIn, letOut, sessionCookie, wayBack } from '../../session.ts'
import { asked, typedIn } from '../../typed.ts'
import { type NotIn, PartyPage, SignInPage } from './pages.tsx'
import { clearTrips, keepTrip, tripOf } from './trip.ts'

const start = '/ho-so'

export function signInRoutes(doors: Doors, services: Services): void {
  doors.get('/dang-nhap', { may: 'anyone' }, (req, reply) => {
    const back = wayBack(asked(req, 've'), start)
    return reply.page(SignInPage({ frame: frameOf(req, services), formKey: newRandomKey(), back, out: asked(req, 'da-ra') !== '' }))
  })
  doors.post('/dang-nhap', { may: 'anyone', keyless: true }, (req, reply) => leave(req, reply, services))
  doors.get('/dang-nhap/vneid', { may: 'anyone' }, (req, reply) => arrive(req, reply, services))
  doors.get('/dang-nhap/vai', { may: 'citizen' }, (req, reply) => chooseParty(req, reply, services, false))
  doors.post('/dang-nhap/vai', { may: 'citizen', keyless: true }, (req, reply) => actFor(req, reply, services))
  doors.post('/dang-xuat', { may: 'citizen', keyless: true }, (req, reply) => leaveHouse(req, reply, services))
}

async function leave(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const backTo = wayBack(typedIn(req).raw('ve'), start)
  const { url, browserKey } = await beginVneid(services.house, { ...services.vneid, backTo, now: services.now() })
  keepTrip(reply, 'sign-in', browserKey)
  return reply.redirect(url, 303)
}

/** Everybody comes back from VNeID here: to sign in, or with a consent that opens the wallet once. */
async function arrive(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const trip = tripOf(req)
  clearTrips(reply)
  if (trip?.purpose === 'consent' && req.ctx.actor.kind === 'citizen') return openWallet(req, reply, services, trip.browserKey)
  const arrival = { callbackUrl: req.url, browserKey: trip?.browserKey ?? '', now: services.now() }
  const come = await finishVneid(services.house, services.vneid, arrival)
  if (!come.ok) return notIn(req, reply, services, come)
  const { account, party, parties, backTo } = come
  const opening = { account, party, kind: 'citizen', device: req.headers['user-agent'] ?? '', now: services.now() } as const
  const { token, session } = await openSession(services.house, opening)
  letIn(reply, token, session)
  return reply.redirect(parties.length > 1 ? `/dang-nhap/vai?ve=${encodeURIComponent(backTo)}` : backTo, 303)
}

const told: Record<NotLetIn['problem'], NotIn> = { declined: 'declined', stale: 'stale', level: 'wrongLevel', failed: 'failed' }

function notIn(req: Req, reply: Reply, services: Services, { problem, backTo }: NotLetIn): unknown {
  const frame = { ...frameOf(req, services), path: '/dang-nhap' }
  return reply.code(422).page(SignInPage({ frame, formKey: newRandomKey(), back: backTo, problem: told[problem], out: false }))
}

/** The address to which a consent returns names its draft. */
async function openWallet(req: Req, reply: Reply, services: Services, browserKey: string): Promise<unknown> {
  const { ctx } = req
  const consent = await finishConsent(ctx, services.vneid, { callbackUrl: req.url, browserKey })
  const [, draft = ''] = /^\/ho-so-nhap\/([0-9a-f-]{36})\//.exec(consent.backTo) ?? []
  if (!consent.ok) return reply.redirect(`${consent.backTo}?vi=${consent.problem}`, 303)
  const { wallet } = services.sources
  if (wallet === undefined) return reply.redirect(consent.backTo, 303)
  const { status } = await takeFromWallet(ctx, services.vault, wallet, draft, consent.accessToken)
  return reply.redirect(`${consent.backTo}?vi=${status}`, 303)
}

async function chooseParty(req: Req, reply: Reply, services: Services, wrong: boolean): Promise<unknown> {
  const back = wayBack(wrong ? typedIn(req).raw('ve') : asked(req, 've'), start)
  const parties = await partiesOf(req.ctx)
  const frame = { ...frameOf(req, services), path: '/dang-nhap/vai' }
  const current = req.ctx.actor.party ?? ''
  return reply.code(wrong ? 422 : 200).page(PartyPage({ frame, formKey: newRandomKey(), back, parties, current, wrong }))
}

async function actFor(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const wanted = typed.raw('party')
  const back = wayBack(typed.raw('ve'), start)
  if (!(await partiesOf(req.ctx)).some((party) => party.id === wanted)) return chooseParty(req, reply, services, true)
  if (wanted === req.ctx.actor.party) return reply.redirect(back, 303)
  const now = services.now()
  const opening = { account: req.ctx.actor.id, party: wanted, kind: 'citizen', device: req.headers['user-agent'] ?? '', now } as const
  const { token, session } = await openSession(services.house, opening)
  await endThis(req, services)
  letIn(reply, token, session)
  return reply.redirect(back, 303)
}

async function leaveHouse(req: Req, reply: Reply, services: Services): Promise<unknown> {
  await endThis(req, services)
  letOut(reply)
  return reply.redirect('/dang-nhap?da-ra=1', 303)
}

async function endThis(req: Req, { house, now }: Services): Promise<void> {
  const session = await whoIs(house, req.cookies[sessionCookie] ?? '', now())
  if (session !== undefined) await signOut(house, session, now())
}
