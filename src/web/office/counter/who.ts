import { type Directory, directoryOn, type Unit } from '#modules/directory'
import { beginAtCounter, counterOf } from '#modules/dossiers'
import { inForce, type Procedure } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { isId, newId } from '#platform/id'
import type { Problem } from '../../components/index.ts'
import { communesToday } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { beginHref, sheetHref } from './links.ts'
import { doubtAbout, nobodyTyped, presentFrom, type WhoTyped, whoTypedIn } from './typed-person.ts'
import { WhoPage } from './who-page.tsx'
import { words } from './words.ts'

/** Asks who stands here, for a procedure that is taken at counters. */
export async function showWho(req: Req, reply: Reply, services: Services): Promise<unknown> {
  return page(req, reply, services, await procedureIn(req), nobodyTyped, [])
}

type Asked = { procedure: Procedure; who: WhoTyped; problems: readonly Problem[] }

async function page(req: Req, reply: Reply, services: Services, procedure: Asked['procedure'], who: WhoTyped, problems: Asked['problems']) {
  const { ctx } = req
  const home = await homeOf(ctx)
  return reply.code(problems.length > 0 ? 422 : 200).page(
    WhoPage({
      frame: { ...(await officeFrameOf(req, services)), path: beginHref(procedure.code) },
      procedure,
      who,
      problems,
      communes: await communesToday(ctx),
      own: home?.code,
      // The id of the sheet to be: a second press begins nothing new.
      formKey: newId(Date.parse(ctx.now)),
    }),
  )
}

/** Begins the sheet. Doubts about who stands here come back with everything that was typed. */
export async function begin(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const procedure = await procedureIn(req)
  const typed = typedIn(req)
  const who = whoTypedIn(typed, typeof req.body === 'object' && req.body !== null ? (req.body as Record<string, unknown>) : {})
  const { present, problems } = presentFrom(who, procedure, lang)
  const directory = await directoryOn(ctx)
  const unit = unitFor(directory, who.commune === '' ? (await homeOf(ctx))?.code : who.commune, procedure)
  const all = [...problems, ...(unit === undefined ? [{ field: 'xa', text: words(lang)('communeMissing') }] : [])]
  if (all.length > 0 || unit === undefined) return page(req, reply, services, procedure, who, all)
  const key = typed.raw('_key')
  const begun = await beginAtCounter(
    ctx,
    services.sources,
    { procedure, unit: unit.id, present },
    isId(key) ? key : newId(Date.parse(ctx.now)),
  )
  if (!begun.ok) return page(req, reply, services, procedure, who, [doubtAbout(begun.who, begun.problem, lang)])
  return reply.redirect(sheetHref(begun.id), 303)
}

/** The commune that this counter serves; undefined at the province's. */
export async function homeOf(ctx: Ctx): Promise<Unit | undefined> {
  const directory = await directoryOn(ctx)
  const { unit } = await counterOf(ctx)
  const served = directory.communeServed(unit)
  return served.level === 'commune' ? served : undefined
}

/** Who decides for a commune: its People's Committee, or the office that keeps the procedure's own counter. */
export function unitFor(directory: Directory, commune: string | undefined, { counter }: Procedure): Unit | undefined {
  return commune === undefined || commune === '' ? undefined : directory.servingUnit(commune, counter)
}

async function procedureIn(req: Req): Promise<Procedure> {
  const found = await inForce(req.ctx, param(req, 'code'), localDate(req.ctx.now))
  if (found === undefined) throw new Refusal(404, 'no-such-procedure')
  if (found.channels?.includes('counter') === false) throw new Refusal(409, 'not-at-counter')
  return found
}
