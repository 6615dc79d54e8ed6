import { directoryOn } from '#modules/directory'
import { ownDrafts } from '#modules/dossiers'
import type { Doors, Reply, Req } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import { noticeNow } from '../../portal-notice.ts'
import type { Services } from '../../services.ts'
import { countersOf, nextHoliday } from '../counters.ts'
import { HomePage } from './home-page.tsx'

export function homeRoutes(doors: Doors, services: Services): void {
  doors.get('/', { may: 'anyone' }, (req, reply) => home(req, reply, services))
}

async function home(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const isCitizen = ctx.actor.kind === 'citizen'
  const province = (await directoryOn(ctx)).province().code
  const [counters, holiday, drafts, notice] = await Promise.all([
    countersOf(ctx, [province]),
    nextHoliday(ctx),
    isCitizen ? ownDrafts(ctx) : Promise.resolve([]),
    noticeNow(ctx, req.lang),
  ])
  return reply.page(
    HomePage({ frame: frameOf(req, services), counters, holiday, drafts: drafts.length, notice, sandboxUrl: services.sandbox?.url }),
  )
}
