import { atCounter, disputeKnown, fillKnown, getSheet, type Sheet, saveSheet, takeBackFile, takenInFrom } from '#modules/dossiers'
import { paperWords } from '#modules/papers'
import { type Asked, type Problem, type Raw, sheetFor } from '#modules/procedures'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import type { Problem as Told } from '../../components/index.ts'
import { withEntries } from '../../portal/apply/list-entries.ts'
import { sentForm } from '../../portal/apply/sent-form.ts'
import { type Several, withPlaces } from '../../portal/apply/typed-places.ts'
import { communesToday, namingFor } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { doneHref, sheetHref } from './links.ts'
import { SheetPage } from './sheet-page.tsx'

type Wrong = { problems: readonly Problem[]; faults: readonly Told[]; several: Several }

/** The sheet as it stands; one that was taken in leads to its dossier. */
export async function showSheet(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const ctx = await atCounter(req.ctx)
  const taken = await takenInFrom(ctx, param(req, 'id'))
  if (taken !== undefined) return reply.redirect(doneHref(taken.code), 303)
  return sheetPage(req, reply, services, await getSheet(ctx, param(req, 'id')))
}

async function sheetPage(req: Req, reply: Reply, services: Services, sheet: Sheet, wrong?: Wrong): Promise<unknown> {
  const { ctx, lang } = req
  const files = new Map(sheet.files.flatMap((one) => (one.file === undefined ? [] : [[one.file.id, one.name] as const])))
  return reply.code(wrong === undefined ? 200 : 422).page(
    SheetPage({
      frame: { ...(await officeFrameOf(req, services)), path: sheetHref(sheet.id) },
      sheet,
      sections: sectionsOf(sheet, ctx.now),
      now: ctx.now,
      naming: await namingFor(ctx, lang, files),
      communes: await communesToday(ctx),
      problems: wrong?.problems ?? [],
      faults: wrong?.faults ?? [],
      several: wrong?.several ?? new Map(),
    }),
  )
}

function sectionsOf({ procedure, answers, known }: Sheet, now: string): Asked[] {
  return sheetFor(procedure, answers, { now, known })
}

/** Stores what was typed, right or wrong, asks the databases, and goes on to the check when nothing stands against it. */
export async function sendSheet(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const ctx = await atCounter(req.ctx)
  const before = await getSheet(ctx, param(req, 'id'))
  const sections = sectionsOf(before, ctx.now)
  const asks = sections.flatMap((section) => section.asks)
  const takes = (field: string) => asks.some((one) => one.name === field && one.field.kind === 'upload')
  const { raw, faults } = await sentForm(atCounterOf(req, ctx), services.vault, before.id, takes)
  const { raw: meant, several } = await withPlaces(ctx, { id: '', title: before.procedure.name, notes: [], asks, known: [] }, raw)
  const { raw: grown, goTo } = withEntries(before.procedure, meant)
  await saveSheet(ctx, before.id, grown)
  if (goTo !== undefined) return reply.redirect(`${sheetHref(before.id)}#${goTo}`, 303)
  const asideTo = await aside(ctx, services, before.id, raw)
  if (asideTo !== undefined) return reply.redirect(asideTo, 303)
  await fillKnown(ctx, services.sources, before.id)
  const told = faults.map(({ field, name, fault }) => ({ field, text: `${name}: ${paperWords(req.lang)(fault)}` }))
  // Asked again after the databases have answered: what they filled in is no longer missing.
  const { sheet, problems } = await saveSheet(ctx, before.id, meant)
  const held = textIn(raw, '_lam') === 'luu' ? problems.filter(({ rule }) => rule !== 'required') : problems
  if (held.length + told.length > 0) return sheetPage(req, reply, services, sheet, { problems: held, faults: told, several })
  return reply.redirect(sheetHref(before.id, textIn(raw, '_lam') === 'luu' ? '' : 'kiem-tra'), 303)
}

/** Files that come with the form are the counter's own, as those are that a script sends. */
function atCounterOf(req: Req, ctx: Ctx): Req {
  req.ctx = contextFor(ctx, ctx.actor, ctx.now)
  return req
}

/** Buttons of the form that are not "go on": a source is wrong, a file is taken back. */
async function aside(ctx: Ctx, services: Services, id: string, raw: Raw): Promise<string | undefined> {
  const [wrong, file] = [textIn(raw, '_sai'), textIn(raw, 'bo-tep')]
  if (wrong !== '') await disputeKnown(ctx, id, wrong)
  else if (file !== '') await takeBackFile(ctx, services.vault, id, file)
  else return undefined
  return `${sheetHref(id)}${wrong === '' ? '' : `#${wrong}`}`
}

function textIn(raw: Raw, name: string): string {
  const value = [raw[name]].flat()[0]
  return typeof value === 'string' ? value : ''
}

/** Uploads of a sheet: only for its own upload questions. */
export async function sheetTakes(req: Req, field: string): Promise<string> {
  const ctx = await atCounter(req.ctx)
  const sheet = await getSheet(ctx, param(req, 'id'))
  if (sheet.procedure.fields[field]?.kind !== 'upload') throw new Refusal(422, 'no-such-field')
  req.ctx = ctx
  return sheet.id
}
