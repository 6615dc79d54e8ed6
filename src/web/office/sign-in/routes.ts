import { renewalOf, renewCredentials, type StaffNotLetIn, shortestPassword, signInStaff } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import { type Id, isId, newRandomKey } from '#platform/id'
import { qrSvg } from '#platform/pdf'
import { momentText } from '#platform/text'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { letIn, wayBack } from '../../session.ts'
import { asked, typedIn } from '../../typed.ts'
import { RenewPage, SignInPage } from './pages.tsx'
import { words } from './words.ts'

const start = '/can-bo'
// Who holds the ticket sees the new authenticator key: it stays out of addresses.
const ticketCookie = '__Host-lt-phieu'
const renewing = '/can-bo/dang-nhap/doi-mat-khau'

/** What the browser calls itself, for the list of sessions. */
export function deviceOf(req: Req): string {
  return req.headers['user-agent'] ?? ''
}

export function signInRoutes(doors: Doors, services: Services): void {
  doors.get('/can-bo/dang-nhap', { may: 'anyone' }, (req, reply) => {
    const back = wayBack(asked(req, 've'), start)
    return reply.page(SignInPage({ frame: frameOf(req, services), formKey: newRandomKey(), back, left: asked(req, 'da-ra') !== '' }))
  })
  doors.post('/can-bo/dang-nhap', { may: 'anyone', keyless: true }, (req, reply) => enter(req, reply, services))
  doors.get(renewing, { may: 'anyone' }, (req, reply) => renewal(req, reply, services, []))
  doors.post(renewing, { may: 'anyone', keyless: true }, (req, reply) => renew(req, reply, services))
}

async function enter(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const login = typed.line('login')
  const back = wayBack(typed.raw('ve'), start)
  const now = services.now()
  const given = { login, password: typed.raw('password'), code: typed.line('code'), device: deviceOf(req), now }
  const answer = await signInStaff(services.house, given)
  if (answer.ok) {
    letIn(reply, answer.token, answer.session)
    return reply.redirect(back, 303)
  }
  if (answer.problem === 'renew') {
    reply.setCookie(ticketCookie, answer.ticket, { path: '/', httpOnly: true, secure: true, sameSite: 'strict', maxAge: 15 * 60 })
    return reply.redirect(renewing, 303)
  }
  const frame = { ...frameOf(req, services), path: '/can-bo/dang-nhap' }
  const problem = sentenceOf(answer, frame.lang)
  return reply.code(answer.problem === 'locked' ? 429 : 422).page(SignInPage({ frame, formKey: newRandomKey(), back, login, problem }))
}

function sentenceOf(answer: Exclude<StaffNotLetIn, { problem: 'renew' }>, lang: 'vi' | 'en'): string {
  const say = words(lang)
  return answer.problem === 'locked' ? say('wrong.locked', { until: momentText(answer.until) }) : say(`wrong.${answer.problem}`)
}

function ticketOf(req: Req): Id | undefined {
  const ticket = req.cookies[ticketCookie]
  return isId(ticket) ? ticket : undefined
}

type RenewProblem = { field: 'ticket' | 'password' | 'code'; rule: string }

async function renewal(req: Req, reply: Reply, services: Services, problems: readonly RenewProblem[]): Promise<unknown> {
  const ticket = ticketOf(req)
  const found = ticket === undefined ? undefined : await renewalOf(services.house, ticket, services.now())
  if (found === undefined) return reply.redirect('/can-bo/dang-nhap', 303)
  const { login, secret, address } = found
  const frame = { ...frameOf(req, services), path: renewing }
  const picture = `data:image/svg+xml;base64,${Buffer.from(qrSvg(address)).toString('base64')}`
  const told = problems.map(({ field, rule }) => ({ field, text: problemText(frame.lang, field, rule) }))
  if (told.length > 0) reply.code(422)
  return reply.page(RenewPage({ frame, formKey: newRandomKey(), login, secret, picture, least: shortestPassword, problems: told }))
}

function problemText(lang: 'vi' | 'en', field: RenewProblem['field'], rule: string): string {
  const say = words(lang)
  if (field === 'code') return say('renewWrong.code.wrong')
  if (rule === 'too-long' || rule === 'like-login') return say(`renewWrong.password.${rule}`)
  return say('renewWrong.password.too-short', { least: shortestPassword })
}

async function renew(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const ticket = ticketOf(req)
  if (ticket === undefined) return reply.redirect('/can-bo/dang-nhap', 303)
  const given = { ticket, password: typed.raw('password'), code: typed.line('code'), device: deviceOf(req), now: services.now() }
  const answer = await renewCredentials(services.house, given)
  if (!answer.ok) return renewal(req, reply, services, answer.problems)
  reply.clearCookie(ticketCookie, { path: '/', httpOnly: true, secure: true, sameSite: 'strict' })
  letIn(reply, answer.token, answer.session)
  return reply.redirect(start, 303)
}
