import { confirmDraft, correctDraft, dueOf, objectTo, rate, type Satisfaction, withdraw } from '#modules/dossiers'
import { printedAnswers } from '#modules/procedures'
import { Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import type { SummaryRow } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { namingFor } from '../places.ts'
import { DraftPaperPage, type Objected, ObjectPage, RatePage, WithdrawPage } from './act-pages.tsx'
import { gather, type Seen } from './gather.ts'
import { allows } from './status.ts'
import { words } from './words.ts'

const here = (req: Req, path = '') => `/ho-so/${param(req, 'code')}${path === '' ? '' : `/${path}`}`

function shown(req: Req, services: Services, seen: Seen, path: string) {
  return { frame: { ...frameOf(req, services), path: here(req, path) }, seen }
}

async function seenIn(req: Req): Promise<Seen> {
  return gather(req.ctx, param(req, 'code'), req.lang)
}

/** The version of the dossier that the page showed: acts on an older one are refused with who was faster. */
function expected(req: Req): { version?: number } {
  const version = Number(typedIn(req).raw('_ban'))
  return Number.isInteger(version) && version > 0 ? { version } : {}
}

export async function showDraftPaper(req: Req, reply: Reply, services: Services, typed?: string): Promise<unknown> {
  const seen = await seenIn(req)
  if (!allows(seen.found, 'confirmDraft')) return reply.redirect(here(req), 303)
  const until = silenceAt(seen)
  const problems = typed === undefined ? [] : [{ field: 'loi', text: words(req.lang)('wishMissing') }]
  const printed = await printedIn(req, seen)
  const page = { ...shown(req, services, seen, 'ban-nhap'), until, printed, problems, typed: typed ?? '' }
  return reply.code(typed === undefined ? 200 : 422).page(DraftPaperPage(page))
}

/** What the paper will say, in the paper's language, under the questions in the reader's. */
async function printedIn(req: Req, { found, answers, lang }: Seen): Promise<SummaryRow[]> {
  const [result] = found.procedure.results
  if (result === undefined) return []
  const rows = printedAnswers(found.procedure, result.code, answers, await namingFor(req.ctx, 'vi'))
  const empty = words(lang)('leftEmpty')
  return rows.map(({ field, text }) => ({ key: found.procedure.fields[field]?.label[lang] ?? field, value: text === '' ? empty : text }))
}

/** Until when the reader may answer: the step's own term from the moment it came to him. */
function silenceAt({ found, around, calendar }: Seen): string | null {
  const within = found.procedure.steps[found.step]?.within
  const since = around.events.at(-1)?.at
  return within === undefined || since === undefined ? null : dueOf(calendar, within, since, [])
}

export async function agree(req: Req, reply: Reply, services: Services): Promise<unknown> {
  await confirmDraft(req.ctx, param(req, 'code'), expected(req))
  services.nudge()
  return reply.redirect(`${here(req)}?sau=dong-y`, 303)
}

export async function askCorrection(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const wish = typedIn(req).lines('loi')
  if (wish === '') return showDraftPaper(req, reply, services, wish)
  await correctDraft(req.ctx, param(req, 'code'), wish, expected(req))
  services.nudge()
  return reply.redirect(`${here(req)}?sau=sua`, 303)
}

export async function showWithdraw(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await seenIn(req)
  if (!allows(seen.found, 'withdraw')) return reply.redirect(here(req), 303)
  return reply.page(WithdrawPage(shown(req, services, seen, 'rut')))
}

export async function takeBack(req: Req, reply: Reply, services: Services): Promise<unknown> {
  await withdraw(req.ctx, param(req, 'code'), typedIn(req).lines('ly-do'), expected(req))
  services.nudge()
  return reply.redirect(`${here(req)}?sau=rut`, 303)
}

export async function showRate(req: Req, reply: Reply, services: Services, typed?: string): Promise<unknown> {
  const seen = await seenIn(req)
  if (seen.found.closedAt === null) return reply.redirect(here(req), 303)
  const problems = typed === undefined ? [] : [{ field: 'muc', text: words(req.lang)('rateMissing') }]
  return reply
    .code(typed === undefined ? 200 : 422)
    .page(RatePage({ ...shown(req, services, seen, 'danh-gia'), problems, typed: typed ?? '' }))
}

const levels: readonly Satisfaction[] = [1, 2, 3]

export async function sendRating(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const level = levels.find((one) => String(one) === typed.raw('muc'))
  if (level === undefined) return showRate(req, reply, services, typed.lines('loi'))
  await rate(req.ctx, param(req, 'code'), level, typed.lines('loi'))
  return reply.redirect(`${here(req)}?sau=danh-gia`, 303)
}

export async function showObjection(req: Req, reply: Reply, services: Services, typed?: string): Promise<unknown> {
  const seen = await seenIn(req)
  const lookUp = param(req, 'lookUp')
  const about = objected(seen, lookUp)
  const problems = typed === undefined ? [] : [{ field: 'loi', text: words(req.lang)('objectMissing') }]
  const page = { ...shown(req, services, seen, `bao-sai/${lookUp}`), problems, typed: typed ?? '', lookUp, about }
  return reply.code(typed === undefined ? 200 : 422).page(ObjectPage(page))
}

/** What a look-up told, in a line; codes stay codes, this is what the source itself said. */
function objected({ around, found, lang }: Seen, id: string): Objected {
  const one = around.lookUps.find((look) => look.id === id)
  if (one === undefined) throw new Refusal(404, 'no-such-look-up')
  const component = found.procedure.components.find((each) => each.id === one.component)
  const fields = one.result.fields
  const told = typeof fields === 'object' && fields !== null ? Object.values(fields).filter((value) => typeof value === 'string') : []
  return { title: component?.name[lang] ?? words(lang)('identity'), told: told.join(', ') }
}

export async function object(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const note = typedIn(req).lines('loi')
  if (note === '') return showObjection(req, reply, services, note)
  const seen = await seenIn(req)
  objected(seen, param(req, 'lookUp'))
  await objectTo(req.ctx, param(req, 'lookUp'), note)
  return reply.redirect(`${here(req)}?sau=bao-sai`, 303)
}
