import { directoryOn, shortUnitName, unitName } from '#modules/directory'
import {
  type Draft,
  disputeKnown,
  dropDraft,
  dueOf,
  evidenceOf,
  fileDraft,
  filedFrom,
  getDraft,
  openDraft,
  threadOf,
} from '#modules/dossiers'
import { beginConsent } from '#modules/identity'
import { competentCommunes, sentenceOf } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { Button, Buttons, Form, LinkButton, Page, Title, type Problem as Told } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { namingFor } from '../places.ts'
import { keepTrip } from '../sign-in/trip.ts'
import { ReviewPage } from './review-page.tsx'
import { pageHref, resumeAt, reviewPage, walkOf } from './walk.ts'
import { words } from './words.ts'

/** Shows everything before it leaves. Whoever comes here with answers missing is led to them. */
export async function showReview(req: Req, reply: Reply, services: Services, problems: readonly Told[] = []): Promise<unknown> {
  const { ctx, lang } = req
  const draft = await openDraft(ctx, param(req, 'id'))
  const resume = resumeAt(draft, ctx.now)
  if (problems.length === 0 && resume !== pageHref(draft.id, reviewPage)) return reply.redirect(resume, 303)
  const files = new Map(draft.files.flatMap((one) => (one.file === undefined ? [] : [[one.file.id, one.name] as const])))
  const directory = await directoryOn(ctx)
  const today = localDate(ctx.now)
  const unit = draft.unit === null ? undefined : directory.findUnit(draft.unit)
  const competent = competentCommunes(draft.procedure, draft.answers, ctx.now)
  const others = unit === undefined || competent.includes(directory.communeServed(unit).code) ? [] : competent
  const lookUps = await ctx.db.selectFrom('look_up').where('draft_id', '=', draft.id).select(['component', 'status']).execute()
  return reply.code(problems.length > 0 ? 422 : 200).page(
    ReviewPage({
      frame: { ...frameOf(req, services), path: pageHref(draft.id, reviewPage) },
      draft,
      now: ctx.now,
      naming: await namingFor(ctx, lang, files),
      unitName: unit === undefined ? '' : unitName(unit, today),
      competent: others.flatMap((code) => {
        const found = directory.findUnitByCode(code)
        return found === undefined ? [] : [shortUnitName(found, today)]
      }),
      evidence: evidenceOf(draft.procedure, lookUps),
      dueAt: await dueIfNow(ctx, draft),
      formKey: newRandomKey(),
      problems,
    }),
  )
}

async function dueIfNow(ctx: Ctx, { procedure, unit }: Draft): Promise<string | null> {
  return dueOf(await calendarFor(ctx, unit ?? undefined), procedure.resolvedWithin, ctx.now, [])
}

/** Files. However often this is sent, one dossier comes of it, and every sending is answered with its number. */
export async function file(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const id = param(req, 'id')
  const filed = await fileDraft(ctx, services.means, id)
  if (filed.ok) {
    services.nudge()
    const thread = await threadOf(ctx, filed.id)
    return reply.redirect(thread === undefined ? `/ho-so/${filed.code}/da-nop` : `/lien-thong/${thread}?sau=nop`, 303)
  }
  const draft = await getDraft(ctx, id)
  const say = words(lang)
  const label = (field: string) => draft.procedure.fields[field]?.label[lang] ?? field
  const missing = filed.problems.map((one) => ({ text: sentenceOf(draft.procedure, one, lang) }))
  const damaged = filed.damaged.map(({ field }) => ({ text: say('damaged', { label: label(field) }) }))
  return showReview(req, reply, services, [...missing, ...damaged])
}

/** Where a draft's address leads: to the page where something is missing, or to the dossier that grew from it. */
export async function resume(req: Req, reply: Reply): Promise<unknown> {
  const { ctx } = req
  const id = param(req, 'id')
  const filed = await filedFrom(ctx, id)
  if (filed?.ok) return reply.redirect(`/ho-so/${filed.code}`, 303)
  return reply.redirect(resumeAt(await openDraft(ctx, id), ctx.now), 303)
}

/** "Sai" on the review: the answer becomes the citizen's own to type. */
export async function dispute(req: Req, reply: Reply): Promise<unknown> {
  const field = typedIn(req).raw('o')
  const draft = await getDraft(req.ctx, param(req, 'id'))
  const page = draft.procedure.pages.find((one) => one.asks.includes(field))
  if (page === undefined) throw new Refusal(404, 'no-such-field')
  await disputeKnown(req.ctx, draft.id, field)
  return reply.redirect(`${pageHref(draft.id, page.id)}?ve=${reviewPage}#${field}`, 303)
}

/** Leaves for VNeID to have the wallet opened once. */
export async function askWallet(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const draft = await getDraft(req.ctx, param(req, 'id'))
  const page = draft.procedure.pages.find((one) => one.id === typedIn(req).raw('trang'))
  const backTo = pageHref(draft.id, page?.id ?? walkOf(draft, req.ctx.now)[0]?.id ?? reviewPage)
  const { url, browserKey } = await beginConsent(req.ctx, { ...services.vneid, scope: 'vi.giay_chung_sinh', backTo })
  keepTrip(reply, 'consent', browserKey)
  return reply.redirect(url, 303)
}

export async function showDrop(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const draft = await getDraft(req.ctx, param(req, 'id'))
  const say = words(req.lang)
  const frame = { ...frameOf(req, services), path: pageHref(draft.id, 'bo') }
  return reply.page(
    <Page {...frame} title={say('throwAwayTitle')} form unlisted back={{ href: pageHref(draft.id, reviewPage) }}>
      <Title>{say('throwAwayTitle')}</Title>
      <p class="govuk-body">{say('throwAwayText')}</p>
      <Form action={pageHref(draft.id, 'bo')} formKey={newRandomKey()}>
        <Buttons>
          <Button kind="warning">{say('throwAway')}</Button>
          <LinkButton kind="secondary" href={`/ho-so-nhap/${draft.id}`}>
            {say('keep')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>,
  )
}

export async function drop(req: Req, reply: Reply): Promise<unknown> {
  await dropDraft(req.ctx, param(req, 'id'))
  return reply.redirect('/ho-so', 303)
}
