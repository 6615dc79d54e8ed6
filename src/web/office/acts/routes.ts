import { preview, refuseUnlessMay } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import { datePartsIn, type Problem } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { param, type Typed, typedIn } from '../../typed.ts'
import { type AtDesk, gather } from '../desk/gather.ts'
import { refusalText } from '../desk/refusals.ts'
import { deskAgain } from '../desk/routes.ts'
import { officeFrameOf } from '../frame.ts'
import type { Filling } from './forms.tsx'
import { openField } from './left-open.tsx'
import { ActPage } from './page.tsx'
import { perform } from './perform.ts'
import { inOrder, offered, type Verb, verbs } from './verbs.ts'
import { words } from './words.ts'

/** Every act has an address: a page that asks what it needs, and the sending. */
export function actRoutes(doors: Doors, services: Services): void {
  for (const verb of inOrder) {
    const path = `/viec/:code/${verbs[verb].slug}`
    doors.get(path, { may: 'at-desk' }, async (req, reply) => {
      const desk = await gather(req.ctx, param(req, 'code'), req.lang)
      // Where the act is not to be done, the desk says what is.
      if (!offered(desk.found, desk.relation).includes(verb)) return reply.redirect(`/viec/${desk.found.code}`, 303)
      return reply.page(await pageOf(req, services, { desk, verb, problems: [] }))
    })
    doors.post(path, { may: 'at-desk' }, (req, reply) => send(req, reply, services, verb))
  }
}

async function send(req: Req, reply: Reply, services: Services, verb: Verb): Promise<unknown> {
  const code = param(req, 'code')
  const typed = typedIn(req)
  // What lies around the case is read only by those acts that need it: most ask the case itself, once, with who may.
  const desk = () => gather(req.ctx, code, req.lang)
  try {
    await perform[verb]({ ctx: req.ctx, code, desk, typed, body: bodyOf(req), services })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return again(req, reply, services, { desk: await desk(), verb, error, typed })
  }
  services.nudge()
  return reply.redirect(`/viec/${code}?xong=${verbs[verb].slug}`, 303)
}

type Failed = { desk: AtDesk; verb: Verb; error: Refusal; typed: Typed }

/** Something to put right: the form again. Somebody was faster: the newest state, with what was typed. */
async function again(req: Req, reply: Reply, services: Services, failed: Failed): Promise<unknown> {
  const { desk, verb, error, typed } = failed
  const isMine = offered(desk.found, desk.relation).includes(verb)
  // Who may not do it is told so, whatever was wrong with what he typed.
  if (error.status === 422) refuseUnlessMay(verb, desk.found, req.who.actor)
  if (error.status === 422 && isMine) {
    const problems = problemsOf(verb, error, typed, req.lang)
    return reply.code(422).page(await pageOf(req, services, { desk, verb, problems, typed }))
  }
  if (isMine && (error.status === 503 || error.reason === 'paper-changed' || error.reason.startsWith('no-'))) {
    const trouble = refusalText(error, req.lang)
    return reply.code(error.status).page(await pageOf(req, services, { desk, verb, problems: [], typed, trouble }))
  }
  return deskAgain(req, reply, services, desk.found.code, error, textsIn(typed, req.lang))
}

const labels = [
  ['reason', 'reason'],
  ['basis', 'basis'],
  ['elsewhere', 'elsewhere'],
  ['opinion', 'opinion'],
  ['leaderReason', 'leaderReason'],
  ['question', 'questionText'],
] as const

/** Every text that somebody took the trouble to write. */
function textsIn(typed: Typed, lang: Language): { label: string; text: string }[] {
  return labels.flatMap(([name, label]) => (typed.lines(name) === '' ? [] : [{ label: words(lang)(label), text: typed.lines(name) }]))
}

/** What is wrong, at the field that can mend it. */
function problemsOf(verb: Verb, error: Refusal, typed: Typed, lang: Language): Problem[] {
  const say = words(lang)
  switch (error.reason) {
    case 'grounds-needed':
      return [
        ...(typed.lines('reason') === '' ? [{ field: 'reason', text: say('reasonMissing') }] : []),
        ...(typed.line('basis') === '' ? [{ field: 'basis', text: say('basisMissing') }] : []),
      ]
    case 'no-such-unit':
    case 'asks-itself':
      return [{ field: 'toUnit', text: say('chooseUnit') }]
    case 'no-such-date':
      return [{ field: verb === 'receive' ? 'due' : 'newDue', text: say('noSuchDate') }]
    case 'no-time-named':
    case 'only-one-time':
      return [{ field: 'time', text: say(error.reason === 'no-time-named' ? 'noTime' : 'onlyOneTime') }]
    case 'no-such-hour':
    case 'not-a-working-time':
      return [{ field: 'ownHour', text: say('noSuchHour') }]
    case 'not-all-appeared':
      return [{ field: 'appeared', text: say('notAllCame') }]
    case 'not-confirmed':
      return [{ field: 'confirmed', text: say('notAllConfirmed') }]
    case 'nobody-absent':
      return [{ field: 'absent', text: say('nobodyAbsent') }]
    case 'way-missing':
      return [{ field: 'way', text: say('chooseWay') }]
    case 'question-missing':
      return [{ field: 'question', text: say('questionMissing') }]
    default:
      return [{ field: openField(error) ?? fieldOf(verb, error.reason), text: refusalText(error, lang) }]
  }
}

function fieldOf(verb: Verb, reason: string): string {
  if (reason === 'second-request-needs-reason') return 'leaderReason'
  if (reason === 'new-date-must-be-later') return 'newDue'
  if (verb === 'consult') return 'subject'
  if (verb === 'offerTimes') return 'time'
  if (verb === 'recordAbsence') return 'absent'
  return verb === 'askForMore' ? 'defect' : 'reason'
}

type Asked = { desk: AtDesk; verb: Verb; problems: Problem[]; typed?: Typed; trouble?: string }

async function pageOf(req: Req, services: Services, { desk, verb, problems, typed, trouble }: Asked) {
  const frame = { ...(await officeFrameOf(req, services)), path: `/viec/${desk.found.code}/${verbs[verb].slug}` }
  const seen = verb === 'sign' ? await preview(req.ctx, services.means, desk.found) : undefined
  const body = typed === undefined ? {} : bodyOf(req)
  const filling: Filling = {
    text: (name) => typed?.lines(name) ?? '',
    all: (name) => typed?.all(name) ?? [],
    date: (name) => datePartsIn(body, name),
    error: (name) => problems.find((one) => one.field === name)?.text,
  }
  return ActPage({ frame, desk, verb, filling, problems, trouble, ...(seen !== undefined && { shown: seen.sha256, toSign: seen.papers }) })
}

function bodyOf(req: Req): Readonly<Record<string, unknown>> {
  return typeof req.body === 'object' && req.body !== null ? (req.body as Record<string, unknown>) : {}
}
