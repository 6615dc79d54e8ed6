import { type Draft, disputeKnown, fillKnown, getDraft, openDraft, type Saved, savePage, takeBackFile } from '#modules/dossiers'
import { paperWords } from '#modules/papers'
import { type Asked, applies, type Problem, problemsIn, type Raw, settle } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import type { Problem as Told } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { communesToday, namingFor } from '../places.ts'
import { DraftPage, type DraftPageProps } from './draft-page.tsx'
import { withEntries } from './list-entries.ts'
import { type Fault, sentForm } from './sent-form.ts'
import { withPlaces } from './typed-places.ts'
import { afterPage, findPage, pageHref, resumeAt, reviewPage } from './walk.ts'

/** Shows one page of a draft. A page that no longer applies leads to where the reader goes on. */
export async function showPage(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const draft = await openDraft(req.ctx, param(req, 'id'))
  const page = findPage(draft, param(req, 'page'), req.ctx.now)
  if (page === undefined) return reply.redirect(resumeAt(draft, req.ctx.now), 303)
  const goTo = asked(req, 've') === reviewPage ? { goTo: reviewPage } : {}
  return reply.page(DraftPage({ ...(await propsFor(req, services, draft, page)), ...goTo, wallet: asked(req, 'vi') }))
}

async function propsFor(req: Req, services: Services, draft: Draft, page: Asked): Promise<DraftPageProps> {
  const { ctx, lang } = req
  const files = new Map(draft.files.flatMap((one) => (one.file === undefined ? [] : [[one.file.id, one.name] as const])))
  const path = pageHref(draft.id, page.id)
  return {
    frame: { ...frameOf(req, services), path },
    draft,
    page,
    now: ctx.now,
    naming: await namingFor(ctx, lang, files),
    communes: await communesToday(ctx),
    // What was typed wrong is still wrong when the page is opened again; what is not answered yet is no mistake.
    problems: problemsIn(draft.procedure, draft.answers, { now: ctx.now, page: page.id }).filter(({ rule }) => rule !== 'required'),
    hasWallet: services.sources.wallet !== undefined,
  }
}

/** Takes the answers of one page: stores them whatever they are, then says what is wrong or goes on. */
export async function answerPage(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const before = await getDraft(ctx, param(req, 'id'))
  const page = findPage(before, param(req, 'page'), ctx.now)
  if (page === undefined) throw new Refusal(404, 'no-such-page')
  const takes = (field: string) => page.asks.some((one) => one.name === field && one.field.kind === 'upload')
  const { raw, faults } = await sentForm(req, services.vault, before.id, takes)
  const { raw: meant, several } = await withPlaces(ctx, page, raw)
  const { raw: grown, goTo: entry } = withEntries(before.procedure, meant)
  const saved = await savePage(ctx, before.id, page.id, grown, versionIn(raw))
  if (entry !== undefined) return reply.redirect(`${pageHref(before.id, page.id)}${backTo(raw)}#${entry}`, 303)
  const asideTo = await aside(ctx, services, before.id, page.id, raw)
  if (asideTo !== undefined) return reply.redirect(asideTo, 303)
  const judged = judge(before, saved, raw)
  const shows = judged.problems.length + faults.length + judged.opened + judged.warnings.length > 0
  if (!shows) return reply.redirect(await onwards(ctx, services, before.id, page.id, raw), 303)
  const now = findPage(saved.draft, page.id, ctx.now) ?? page
  const told = { ...judged, faults: faults.map((one) => toldOf(one, req)), several, overtook: saved.overtook }
  const goTo = textIn(raw, '_toi') === reviewPage ? { goTo: reviewPage } : {}
  const isWrong = judged.problems.length + faults.length > 0
  return reply.code(isWrong ? 422 : 200).page(DraftPage({ ...(await propsFor(req, services, saved.draft, now)), ...told, ...goTo }))
}

/** Buttons of the form that are not "go on": a source is wrong, a file is taken back, the rest is left for later. */
async function aside(ctx: Ctx, services: Services, draft: string, page: string, raw: Raw): Promise<string | undefined> {
  const [wrong, file] = [textIn(raw, '_sai'), textIn(raw, 'bo-tep')]
  const back = `${pageHref(draft, page)}${backTo(raw)}`
  if (wrong !== '') {
    await disputeKnown(ctx, draft, wrong)
    return `${back}#${wrong}`
  }
  if (file !== '') {
    await takeBackFile(ctx, services.vault, draft, file)
    return back
  }
  return textIn(raw, '_lam') === 'sau' ? '/ho-so' : undefined
}

function backTo(raw: Raw): string {
  return textIn(raw, '_toi') === reviewPage ? `?ve=${reviewPage}` : ''
}

type Judged = { problems: readonly Problem[]; warnings: readonly Problem[]; opened: number }

/**
 * What the reader must hear. A question that only this answer opened was not on his page: it is shown, not held against him – unless
 * his script had opened it already. A warning that he has seen and sent again is his decision.
 */
function judge(before: Draft, { draft, problems, warnings }: Saved, raw: Raw): Judged {
  const earlier = settle(before.procedure, before.answers, before.updatedAt)
  const sawAll = textIn(raw, '_hien') === 'het'
  const isNew = (one: Problem) => one.rule === 'required' && !sawAll && !applies(draft.procedure, one.field, earlier)
  const held = problems.filter((one) => !isNew(one))
  const seen = [raw['_da-xem']].flat()
  const stillToTell = held.length > 0 ? [] : warnings.filter((one) => !seen.includes(one.rule))
  return { problems: held, warnings: stillToTell.length > 0 ? warnings : [], opened: problems.length - held.length }
}

async function onwards(ctx: Ctx, services: Services, id: string, page: string, raw: Raw): Promise<string> {
  const draft = await fillKnown(ctx, services.sources, id)
  const goal = textIn(raw, '_toi') === reviewPage ? resumeAt(draft, ctx.now) : afterPage(draft, page, ctx.now)
  return goal
}

function toldOf({ field, name, fault }: Fault, { lang }: Req): Told {
  return { field, text: `${name}: ${paperWords(lang)(fault)}` }
}

function versionIn(raw: Raw): number | undefined {
  const said = Number(textIn(raw, '_ban'))
  return Number.isInteger(said) && said > 0 ? said : undefined
}

function textIn(raw: Raw, name: string): string {
  const value = [raw[name]].flat()[0]
  return typeof value === 'string' ? value : ''
}
