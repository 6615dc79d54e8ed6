import { directoryOn } from '#modules/directory'
import { getThread } from '#modules/dossiers'
import type { Doors, Reply, Req } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { ThreadPage } from './page.tsx'

export function threadRoutes(doors: Doors, services: Services): void {
  doors.get('/lien-thong/:id', { may: 'citizen' }, (req, reply) => thread(req, reply, services))
}

async function thread(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const [found, directory] = await Promise.all([getThread(ctx, param(req, 'id')), directoryOn(ctx)])
  return reply.page(
    ThreadPage({ frame: frameOf(req, services), thread: found, directory, now: ctx.now, filed: asked(req, 'sau') === 'nop' }),
  )
}
