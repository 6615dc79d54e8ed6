import { directoryOn, shortUnitName, unitName } from '#modules/directory'
import {
  atCounter,
  dueOf,
  evidenceOf,
  getSheet,
  nameOfParty,
  noteShown,
  type Sheet,
  sendSheetTo,
  settledSheet,
  takeIn,
  takenInFrom,
} from '#modules/dossiers'
import { competentCommunes, feesFor, problemsIn, sentenceOf, timeFor, warningsIn } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import type { Problem as Told } from '../../components/index.ts'
import { namingFor } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { CheckPage, type CheckProps, papersOn } from './check-page.tsx'
import { doneHref, sheetHref } from './links.ts'
import { unitFor } from './who.ts'
import { words } from './words.ts'

/** Everything once more before it is taken in. What is missing leads back to the sheet. */
export async function showCheck(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const ctx = await atCounter(req.ctx)
  const taken = await takenInFrom(ctx, param(req, 'id'))
  if (taken !== undefined) return reply.redirect(doneHref(taken.code), 303)
  const sheet = await getSheet(ctx, param(req, 'id'))
  if (problemsIn(sheet.procedure, sheet.answers, { now: ctx.now }).length > 0) return reply.redirect(sheetHref(sheet.id), 303)
  return checkPage(req, reply, services, await propsFor(req, services, ctx, sheet))
}

async function checkPage(_req: Req, reply: Reply, _services: Services, props: CheckProps): Promise<unknown> {
  return reply.code(props.problems.length > 0 ? 422 : 200).page(CheckPage(props))
}

async function propsFor(
  req: Req,
  services: Services,
  ctx: Ctx,
  sheet: Sheet,
  problems: readonly Told[] = [],
  ticked = sheet.shown ?? [],
): Promise<CheckProps> {
  const { lang } = req
  const { procedure, answers, unit } = sheet
  const directory = await directoryOn(ctx)
  const today = localDate(ctx.now)
  const competent = competentCommunes(procedure, answers, ctx.now)
  const chosen = unit === null ? undefined : directory.communeServed(directory.getUnit(unit))
  const others = chosen === undefined || competent.includes(chosen.code) ? [] : competent
  const lookUps = await ctx.db.selectFrom('look_up').where('draft_id', '=', sheet.id).select(['component', 'status']).execute()
  const files = new Map(sheet.files.flatMap((one) => (one.file === undefined ? [] : [[one.file.id, one.name] as const])))
  const within = timeFor(procedure, settledSheet(sheet, ctx.now))
  return {
    frame: { ...(await officeFrameOf(req, services)), path: sheetHref(sheet.id, 'kiem-tra') },
    sheet,
    now: ctx.now,
    naming: await namingFor(ctx, lang, files),
    evidence: evidenceOf(procedure, lookUps),
    unitName: unit === null ? '' : unitName(directory.getUnit(unit), today),
    competent: others.flatMap((code) => {
      const found = directory.findUnitByCode(code)
      return found === undefined ? [] : [{ code, name: shortUnitName(found, today) }]
    }),
    people: await peopleOf(ctx, sheet),
    fees: feesFor(procedure, { ...answers, channel: 'counter' }, ctx.now),
    dueAt: dueOf(await calendarFor(ctx, unit ?? undefined), within, ctx.now, []),
    warnings: warningsIn(procedure, answers, { now: ctx.now }),
    problems,
    ticked,
    formKey: newRandomKey(),
  }
}

/** Who hands it in and who helps, where that is somebody else. */
async function peopleOf(ctx: Ctx, { counter }: Sheet): Promise<CheckProps['people']> {
  const others = [
    ...(counter.submitter === counter.applicant ? [] : [{ role: 'submitter' as const, party: counter.submitter }]),
    ...(counter.helper === null ? [] : [{ role: 'helper' as const, party: counter.helper }]),
  ]
  return Promise.all(others.map(async ({ role, party }) => ({ role, name: await nameOfParty(ctx, party) })))
}

/** Another unit decides it: chosen from what the answers make competent. */
export async function moveSheet(req: Req, reply: Reply): Promise<unknown> {
  const ctx = await atCounter(req.ctx)
  const sheet = await getSheet(ctx, param(req, 'id'))
  const unit = unitFor(await directoryOn(ctx), typedIn(req).raw('xa'), sheet.procedure)
  if (unit === undefined) throw new Refusal(422, 'no-such-unit')
  await sendSheetTo(ctx, sheet.id, unit.id)
  return reply.redirect(sheetHref(sheet.id, 'kiem-tra'), 303)
}

/** The one press: handed in and received. However often it is sent, one dossier comes of it. */
export async function send(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const ctx = await atCounter(req.ctx)
  const id = param(req, 'id')
  const taken = await takenInFrom(ctx, id)
  if (taken !== undefined) return reply.redirect(doneHref(taken.code), 303)
  const sheet = await getSheet(ctx, id)
  const ticked = typedIn(req).all('da-xem')
  const props = await propsFor(req, services, ctx, sheet, [], ticked)
  const unseen = papersOn(props).filter(({ component, standing }) => standing === 'toShow' && !ticked.includes(component.id))
  if (unseen.length > 0) {
    const say = words(req.lang)
    const problems = unseen.map(({ component }) => ({ field: 'da-xem', text: say('shownMissing', { paper: component.name[req.lang] }) }))
    return checkPage(req, reply, services, { ...props, problems })
  }
  await noteShown(contextFor(ctx, ctx.actor, ctx.now), id, ticked)
  const filed = await takeIn(req.ctx, services.means, id)
  if (filed.ok) {
    services.nudge()
    return reply.redirect(doneHref(filed.code), 303)
  }
  const label = (field: string) => sheet.procedure.fields[field]?.label[req.lang] ?? field
  const missing = filed.problems.map((one) => ({ text: sentenceOf(sheet.procedure, one, req.lang) }))
  const damaged = filed.damaged.map(({ field }) => ({ text: words(req.lang)('damaged', { label: label(field) }) }))
  return checkPage(req, reply, services, { ...props, problems: [...missing, ...damaged] })
}
