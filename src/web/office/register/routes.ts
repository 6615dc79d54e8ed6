import { chooseEntry, findEntries, refuseUnlessMay } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import type { Problem } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { versionIn } from '../acts/perform.ts'
import { type AtDesk, gather } from '../desk/gather.ts'
import { deskAgain } from '../desk/routes.ts'
import { officeFrameOf } from '../frame.ts'
import { EntriesPage } from './page.tsx'
import { words } from './words.ts'

/** The address below the case, and what the desk says after it. */
export const registerSlug = 'tra-so'
const path = `/viec/:code/${registerSlug}`

/** The registrar's search for the entry of which a copy is asked. */
export function registerRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'at-desk' }, async (req, reply) => {
    const desk = await gather(req.ctx, param(req, 'code'), req.lang)
    if (!isToChoose(desk)) return reply.redirect(`/viec/${desk.found.code}`, 303)
    return show(req, reply, services, desk, [])
  })
  doors.post(path, { may: 'at-desk' }, (req, reply) => send(req, reply, services))
}

function isToChoose({ found, relation }: AtDesk): boolean {
  return relation === 'holder' && found.closedAt === null && found.procedure.steps[found.step]?.may.chooseEntry !== undefined
}

async function send(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const typed = typedIn(req)
  const ref = typed.raw('entry')
  if (ref === '') {
    const desk = await gather(req.ctx, code, req.lang)
    refuseUnlessMay('chooseEntry', desk.found, req.who.actor)
    if (!isToChoose(desk)) return deskAgain(req, reply, services, code, new Refusal(409, 'moved-on'))
    return show(req, reply.code(422), services, desk, [{ field: 'entry', text: words(req.lang)('chooseOne') }])
  }
  try {
    await chooseEntry(req.ctx, services.sources, code, ref, versionIn(typed))
  } catch (error) {
    return deskAgain(req, reply, services, code, error)
  }
  services.nudge()
  return reply.redirect(`/viec/${code}?xong=${registerSlug}`, 303)
}

async function show(req: Req, reply: Reply, services: Services, desk: AtDesk, problems: Problem[]): Promise<unknown> {
  const search = await findEntries(req.ctx, services.sources, desk.found)
  if (search === undefined) return reply.redirect(`/viec/${desk.found.code}`, 303)
  const frame = { ...(await officeFrameOf(req, services)), path: `/viec/${desk.found.code}/${registerSlug}` }
  const [only, ...more] = search.entries
  const chosen = desk.entry?.chosen?.ref ?? (only !== undefined && more.length === 0 ? only.ref : '')
  return reply.page(EntriesPage({ frame, desk, search, chosen, problems }))
}
