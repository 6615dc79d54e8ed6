import {
  answerUpdate,
  endOverlay,
  faultsIn,
  isOverlayPart,
  nationalStanding,
  type OverlayPart,
  overlayEntries,
  overlayParts,
  type PartAnswer,
  readParts,
  setOverlay,
} from '#modules/editing'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { isId } from '#platform/id'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { base } from './links.ts'
import { OverlayPage, SetPage } from './overlay-page.tsx'
import { problemsOf, sentIn } from './sent.ts'
import { words } from './words.ts'

const may = 'edit-procedures'
const one = `${base}/rieng/:code`
const hrefOf = (code: string): string => `${base}/rieng/${code}`

/** What the province sets over a national row, and what it says to an update of that row. */
export function overlayRoutes(doors: Doors, services: Services): void {
  doors.get(one, { may }, async (req, reply) => reply.page(await page(req, services, [])))
  doors.get(`${one}/them`, { may }, async (req, reply) => reply.page(await setPage(req, services, partIn(asked(req, 'phan')), {}, [])))
  doors.post(`${one}/them`, { may }, (req, reply) => set(req, reply, services))
  doors.post(`${one}/bo/:entry`, { may }, (req, reply) => end(req, reply, services))
  doors.post(`${one}/cap-nhat`, { may }, (req, reply) => answer(req, reply, services))
}

function partIn(text: string): OverlayPart {
  if (!isOverlayPart(text)) throw new Refusal(404, 'no-such-page')
  return text
}

async function page(req: Req, services: Services, problems: readonly { field: string; text: string }[]) {
  const code = param(req, 'code')
  const [standing, entries, frame] = await Promise.all([
    nationalStanding(req.ctx, code),
    overlayEntries(req.ctx, code),
    officeFrameOf(req, services),
  ])
  if (standing === undefined) throw new Refusal(404, 'no-such-procedure')
  return OverlayPage({ frame: { ...frame, path: base }, standing, entries, problems, done: asked(req, 'xong') !== '' })
}

async function setPage(
  req: Req,
  services: Services,
  part: OverlayPart,
  data: Parameters<typeof SetPage>[0]['data'],
  problems: { field: string; text: string }[],
) {
  const frame = await officeFrameOf(req, services)
  return SetPage({ frame: { ...frame, path: base }, code: param(req, 'code'), part, data, problems })
}

async function set(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const part = partIn(typedIn(req).line('_phan'))
  const code = param(req, 'code')
  const { shape } = overlayParts[part]
  const typed = readParts(shape.parts, sentIn(req), {})
  const faults = faultsIn(shape, typed)
  if (faults.length > 0) return reply.code(422).page(await setPage(req, services, part, typed, faultsTold(req, shape, faults)))
  await setOverlay(req.ctx, code, part, typed)
  return reply.redirect(`${hrefOf(code)}?xong=dat`, 303)
}

/** The names of the boxes are those of an overlay, not of a procedure. */
function faultsTold(req: Req, shape: (typeof overlayParts)[OverlayPart]['shape'], faults: ReturnType<typeof faultsIn>) {
  const named = faults.map((each) => ({ each, label: shape.parts[each.at[0] ?? '']?.name[req.lang] ?? '' }))
  return named.flatMap(({ each, label }) =>
    problemsOf({}, [], [each], req.lang).map(({ field, text }) => ({ field, text: text.replace(/“[^”]*”/, `“${label}”`) })),
  )
}

async function end(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const [entry, reason] = [param(req, 'entry'), typedIn(req).line('reason')]
  if (!isId(entry)) throw new Refusal(404, 'no-such-page')
  const done = await endOverlay(req.ctx, entry, reason)
  if (done.ok) return reply.redirect(`${hrefOf(param(req, 'code'))}?xong=bo`, 303)
  return reply.code(422).page(await page(req, services, [{ field: `reason-${entry}`, text: words(req.lang)('refused.note-missing') }]))
}

async function answer(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const body = req.body as Readonly<Record<string, unknown>>
  const given = Object.keys(body).flatMap((name): PartAnswer[] => {
    const said = typed.line(name)
    return name.startsWith('p-') && (said === 'accept' || said === 'decline') ? [{ part: name.slice(2), answer: said }] : []
  })
  const code = param(req, 'code')
  const done = await answerUpdate(req.ctx, code, Number(typed.line('_ban')) || 0, given, typed.line('reason'))
  if (done.ok) return reply.redirect(`${hrefOf(code)}?xong=cap-nhat`, 303)
  return reply.code(422).page(await page(req, services, [{ field: 'reason', text: words(req.lang)('problem.answers') }]))
}
