import { findQuestion, settleMismatch, takeRevision } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import { localTime } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { verbOf } from '../acts/verbs.ts'
import { words as actWords } from '../acts/words.ts'
import { words as feeWords } from '../fees/words.ts'
import { officeFrameOf } from '../frame.ts'
import { questionPage } from '../question/routes.ts'
import { words as registerWords } from '../register/words.ts'
import { hourText } from '../work/time.ts'
import { type AtDesk, gather } from './gather.ts'
import { newerSlug } from './newer.tsx'
import { DeskPage, type Told } from './page.tsx'
import { refusalText } from './refusals.ts'
import { words } from './words.ts'

export function deskRoutes(doors: Doors, services: Services): void {
  doors.get('/viec/:code', { may: 'staff' }, async (req, reply) => {
    const code = param(req, 'code')
    const question = await findQuestion(req.ctx, code)
    if (question !== undefined) return reply.page(await questionPage(req, services, question))
    const desk = await gather(req.ctx, code, req.lang)
    return reply.page(DeskPage({ frame: await officeFrameOf(req, services), desk, paper: asked(req, 'giay'), told: toldOf(req, desk) }))
  })
  doors.post('/viec/:code/lech/:field', { may: 'at-desk' }, async (req, reply) => {
    const typed = typedIn(req)
    const [code, field] = [param(req, 'code'), param(req, 'field')]
    const choice = typed.raw('choice')
    const expected = { version: Number(typed.raw('version')) }
    try {
      if (choice !== 'paper' && choice !== 'declared') throw new Refusal(422, 'source-missing')
      await settleMismatch(req.ctx, code, { field, choice }, expected)
    } catch (error) {
      return deskAgain(req, reply, services, code, error)
    }
    services.nudge()
    return reply.redirect(`/viec/${code}?xong=lech`, 303)
  })
  doors.post(`/viec/:code/${newerSlug}`, { may: 'at-desk' }, async (req, reply) => {
    const code = param(req, 'code')
    try {
      await takeRevision(req.ctx, code, { version: Number(typedIn(req).raw('version')) })
    } catch (error) {
      return deskAgain(req, reply, services, code, error)
    }
    return reply.redirect(`/viec/${code}?xong=${newerSlug}`, 303)
  })
}

/** What was just done, said on the page that follows. */
function toldOf(req: Req, { found, now, lang }: AtDesk): Told | undefined {
  const slug = asked(req, 'xong')
  const say = actWords(lang)
  const at = localTime(now)
  if (slug === 'lech') return { kind: 'done', text: say('done.settle', { at }) }
  if (slug === newerSlug) return { kind: 'done', text: words(lang)('newer.done', { at }) }
  if (slug === 'tra-so') return { kind: 'done', text: registerWords(lang)('done', { at }) }
  if (slug === 'thu-phi') return { kind: 'done', text: feeWords(lang)('done', { at }) }
  const verb = verbOf(slug)
  if (verb === undefined) return undefined
  const due = found.dueAt === null ? '–' : hourText(found.dueAt, now, lang)
  const text = verb === 'receive' || verb === 'apologise' ? say(`done.${verb}`, { at, due }) : say(`done.${verb}`, { at })
  return { kind: 'done', text }
}

/**
 * The newest state of the case after an act that was not stored, with the reason and with everything that was typed.
 * @throws whatever is no refusal, and refusals that concern the whole case
 */
export async function deskAgain(
  req: Req,
  reply: Reply,
  services: Services,
  code: string,
  error: unknown,
  typed: Told['typed'] = [],
): Promise<unknown> {
  if (!(error instanceof Refusal) || error.status === 404 || error.status === 401) throw error
  const desk = await gather(req.ctx, code, req.lang)
  const frame = { ...(await officeFrameOf(req, services)), path: `/viec/${code}` }
  const told: Told = { kind: 'bad', text: refusalText(error, req.lang), typed }
  return reply.code(error.status).page(DeskPage({ frame, desk, paper: '', told }))
}
