import { type AreaFound, directoryOn, findArea } from '#modules/directory'
import { beginDraft, fillKnown, getDraft, moveDraft, ownDrafts } from '#modules/dossiers'
import { frontOf } from '#modules/finding'
import { partiesOf, personOf } from '#modules/identity'
import { guideThrough, inForce, type Procedure } from '#modules/procedures'
import { oldWardName } from '#modules/rules'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { isId, newId } from '#platform/id'
import { fold } from '#platform/text'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { choicesIn, communeChosen, withChoices } from '../choices.ts'
import { communesToday } from '../places.ts'
import { BeginPage, type Choice } from './begin-page.tsx'
import { handOver } from './hand-over.tsx'
import { pageHref, resumeAt, reviewPage } from './walk.ts'

/** The first page of an application: where it goes, and what lies begun already. */
export async function showBegin(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const procedure = await procedureIn(req)
  // What is only taken in at counters says so on its own page.
  if (procedure.channels?.includes('online') === false) return reply.redirect(`/thu-tuc/${procedure.code}`, 303)
  if ((await frontOf(req.ctx, procedure.code, services)) === 'national-portal') return handOver(req, reply, services, procedure)
  return choosing(req, reply, services, newIn(req, procedure))
}

/** A draft yet to be begun; what the guide learnt goes on in the address. */
function newIn(req: Req, procedure: Procedure): Choosing {
  const choices = choicesIn(req.query)
  const { said } = guideThrough(procedure, choices, req.ctx.now)
  const commune = choices[communeChosen]
  const action = withChoices(`/nop/${procedure.code}`, said)
  return {
    procedure,
    action,
    back: `/thu-tuc/${procedure.code}`,
    isNew: true,
    ...(commune === undefined ? {} : { current: commune }),
    said: said.map(({ question, choice }) => [question.name, choice]),
  }
}

/** Begins the draft; the form's own key is its id, so that a second tap begins nothing new. */
export async function begin(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const procedure = await procedureIn(req)
  const unit = await unitChosen(req, procedure)
  if ((await frontOf(req.ctx, procedure.code, services)) === 'national-portal') return handOver(req, reply, services, procedure)
  if (unit === undefined) return choosing(req, reply, services, { ...newIn(req, procedure), wrong: true })
  const key = typedIn(req).raw('_key')
  const { answers } = guideThrough(procedure, choicesIn(req.query), req.ctx.now)
  const id = await beginDraft(req.ctx, procedure, unit, isId(key) ? key : newId(Date.parse(req.ctx.now)), answers)
  const draft = await fillKnown(req.ctx, services.sources, id)
  return reply.redirect(resumeAt(draft, req.ctx.now), 303)
}

/** Changes the commune of a draft. */
export async function showMove(req: Req, reply: Reply, services: Services, wrong = false): Promise<unknown> {
  const draft = await getDraft(req.ctx, param(req, 'id'))
  const { procedure, unit } = draft
  const directory = await directoryOn(req.ctx)
  const chosen = unit === null ? undefined : directory.findUnit(unit)
  const current = chosen === undefined ? undefined : directory.communeServed(chosen).code
  const action = pageHref(draft.id, 'noi-nop')
  const back = `/thu-tuc/${procedure.code}`
  return choosing(req, reply, services, { procedure, action, back, isNew: false, wrong, ...(current === undefined ? {} : { current }) })
}

export async function move(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { procedure } = await getDraft(req.ctx, param(req, 'id'))
  const unit = await unitChosen(req, procedure)
  if (unit === undefined) return showMove(req, reply, services, true)
  await moveDraft(req.ctx, param(req, 'id'), unit)
  return reply.redirect(pageHref(param(req, 'id'), reviewPage), 303)
}

async function procedureIn(req: Req): Promise<Procedure> {
  const found = await inForce(req.ctx, param(req, 'code'), localDate(req.ctx.now))
  if (found === undefined) throw new Refusal(404, 'no-such-procedure')
  return found
}

async function unitChosen(req: Req, { counter }: Procedure): Promise<string | undefined> {
  return (await directoryOn(req.ctx)).servingUnit(typedIn(req).line('xa'), counter)?.id
}

type Choosing = {
  procedure: Procedure
  action: string
  back: string
  isNew: boolean
  wrong?: boolean
  current?: string
  said?: readonly [string, string][]
}

async function choosing(req: Req, reply: Reply, services: Services, given: Choosing): Promise<unknown> {
  const { ctx } = req
  const { procedure, action, back, isNew, wrong = false, current, said = [] } = given
  const typed = asked(req, 'tim').trim()
  const found = typed === '' ? [] : await findArea(ctx, typed, 12)
  const choices = typed === '' ? await ownCommune(ctx, current) : found.map((one) => choiceOf(one))
  const drafts = isNew ? (await ownDrafts(ctx)).filter((one) => one.procedure.code === procedure.code) : []
  const [only] = choices
  return reply.code(wrong ? 422 : 200).page(
    BeginPage({
      frame: { ...frameOf(req, services), path: req.method === 'GET' ? req.url : action },
      procedure,
      action,
      said,
      formKey: newId(Date.parse(ctx.now)),
      typed,
      choices,
      mustChoose: found.length > 1 && found.some((one) => one.mustChoose),
      chosen: current ?? (choices.length === 1 && only !== undefined ? only.code : ''),
      wrong,
      drafts,
      actingFor: await organisationOf(ctx),
      now: ctx.now,
      back,
    }),
  )
}

function choiceOf({ commune, by, oldWard, unit }: AreaFound): Choice {
  const name = unit.names.at(-1)?.shortName ?? commune.name
  return { code: commune.code, name, how: by, ...(oldWard === undefined ? {} : { old: oldWardName(oldWard) }) }
}

/** The commune in which the person lives as VNeID told, offered first; on a draft the one chosen before. */
async function ownCommune(ctx: Ctx, current: string | undefined): Promise<Choice[]> {
  const communes = await communesToday(ctx)
  const { address = '' } = await personOf(ctx)
  const parts = address.split(',').map((part) => fold(part))
  const own = communes.find((one) => parts.includes(fold(one.name)))
  const before = communes.find((one) => one.code === current && one.code !== own?.code)
  const listed: Choice[] = before === undefined ? [] : [{ code: before.code, name: before.name, how: 'name' }]
  return own === undefined ? listed : [...listed, { code: own.code, name: own.name, how: 'own' }]
}

/** The organisation for which the actor acts; undefined for himself. */
async function organisationOf(ctx: Ctx): Promise<string | undefined> {
  const party = (await partiesOf(ctx)).find((one) => one.id === ctx.actor.party)
  return party?.kind === 'organisation' ? party.name : undefined
}
