import { directoryOn, shortUnitName } from '#modules/directory'
import { type AskedHere, answerConsultation, getQuestion } from '#modules/dossiers'
import { inForce } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { localDate, localTime } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import type { Problem } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { asked as askedFor, param, typedIn } from '../../typed.ts'
import { words as actWords } from '../acts/words.ts'
import { refusalText } from '../desk/refusals.ts'
import { officeFrameOf } from '../frame.ts'
import { QuestionPage } from './page.tsx'
import { words } from './words.ts'

export function questionRoutes(doors: Doors, services: Services): void {
  doors.post('/viec/:code/tra-loi', { may: 'at-desk' }, (req, reply) => answer(req, reply, services))
}

async function answer(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const code = param(req, 'code')
  const typed = typedIn(req)
  const [outcome, text] = [typed.raw('outcome'), typed.lines('text')]
  const question = await getQuestion(ctx, code)
  const isOutcome = outcome === 'found' || outcome === 'not-found' || outcome === 'other'
  const problems: Problem[] = [
    ...(isOutcome ? [] : [{ field: 'outcome', text: words(lang)('chooseOutcome') }]),
    ...(text === '' ? [{ field: 'text', text: words(lang)('textMissing') }] : []),
  ]
  if (!isOutcome || problems.length > 0)
    return reply.code(422).page(await questionPage(req, services, question, { outcome, text }, problems))
  try {
    await answerConsultation(ctx, code, outcome, text)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error
    const now = await getQuestion(ctx, code)
    return reply.code(409).page(await questionPage(req, services, now, { outcome, text }, [], refusalText(error, lang)))
  }
  services.nudge()
  return reply.redirect(`/viec/${code}?xong=tra-loi`, 303)
}

/** The page of a question; what was typed comes back with it. */
export async function questionPage(
  req: Req,
  services: Services,
  asked: AskedHere,
  typed = { outcome: '', text: '' },
  problems: readonly Problem[] = [],
  trouble?: string,
) {
  const { ctx, lang } = req
  const today = localDate(ctx.now)
  const [directory, procedure, frame] = await Promise.all([
    directoryOn(ctx),
    inForce(ctx, asked.procedure, today),
    officeFrameOf(req, services),
  ])
  const kind = procedure?.consultations.find((one) => one.id === asked.subject)
  const unit = directory.findUnit(asked.fromUnit)
  const isMine = asked.postId !== null && ctx.actor.posts.includes(asked.postId)
  return QuestionPage({
    frame: { ...frame, path: `/viec/${asked.code}` },
    asked,
    unit: unit === undefined ? '' : shortUnitName(unit, today),
    about: kind?.about[lang] ?? asked.subject,
    basis: kind?.basis ?? '–',
    now: ctx.now,
    elsewhere: isMine ? undefined : (directory.findPost(asked.postId ?? '')?.title ?? '–'),
    typed,
    problems,
    trouble,
    done: askedFor(req, 'xong') === 'tra-loi' ? actWords(lang)('done.answer', { at: localTime(ctx.now) }) : undefined,
  })
}
