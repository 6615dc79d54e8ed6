import { nationalPortal, nationalRow, routingOf } from '#modules/national'
import { inForce, type Procedure } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { forecasts } from '../forecast.ts'
import { servingOf } from '../serving.ts'
import { ElsewherePage } from './elsewhere-page.tsx'
import { showGuide } from './guide.ts'
import { shown } from './list.ts'
import { ListPage } from './list-page.tsx'
import { ProcedurePage } from './procedure-page.tsx'
import { robotsText, sitemap } from './search-files.ts'

export function procedureRoutes(doors: Doors, services: Services): void {
  doors.get('/thu-tuc', { may: 'anyone' }, (req, reply) => list(req, reply, services))
  doors.get('/thu-tuc/:code', { may: 'anyone' }, (req, reply) => one(req, reply, services))
  doors.get('/thu-tuc/:code/huong-dan', { may: 'anyone' }, async (req, reply) => showGuide(req, reply, services, await filedHere(req)))
  doors.get('/robots.txt', { may: 'anyone' }, (_req, reply) => reply.type('text/plain; charset=utf-8').send(robotsText(services.publicUrl)))
  doors.get('/sitemap.xml', { may: 'anyone' }, async (req, reply) =>
    reply.type('application/xml; charset=utf-8').send(await sitemap(req.ctx, services.publicUrl)),
  )
}

async function list(req: Req, reply: Reply, services: Services): Promise<unknown> {
  return reply.page(ListPage({ frame: frameOf(req, services), shown: await shown(req.ctx, req.query) }))
}

async function one(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const procedure = await inForce(ctx, param(req, 'code'), localDate(ctx.now))
  if (procedure === undefined) return elsewhere(req, reply, services)
  const { calendar, counters } = await servingOf(ctx, procedure)
  return reply.page(
    ProcedurePage({
      frame: frameOf(req, services),
      procedure,
      now: ctx.now,
      forecasts: forecasts(calendar, procedure, ctx.now),
      counters,
      publicUrl: services.publicUrl,
    }),
  )
}

/** A procedure that is not filed here. What nobody has decided about is not published. */
async function elsewhere(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const code = param(req, 'code')
  const [stored, routing] = await Promise.all([nationalRow(ctx, code), routingOf(ctx, code, localDate(ctx.now))])
  if (stored === undefined || stored.droppedAt !== null) throw new Refusal(404, 'no-such-procedure')
  if (routing.target === 'undecided') throw new Refusal(404, 'procedure-undecided')
  const system = routing.target === 'other-system' ? routing.system : null
  return reply.page(
    ElsewherePage({
      frame: frameOf(req, services),
      row: stored.row,
      system:
        system === null
          ? undefined
          : { name: system.name[lang], link: system.link ?? stored.row.url ?? nationalPortal, bring: system.bring?.[lang] },
      canonical: `${services.publicUrl}/thu-tuc/${code}`,
    }),
  )
}

async function filedHere(req: Req): Promise<Procedure> {
  const found = await inForce(req.ctx, param(req, 'code'), localDate(req.ctx.now))
  if (found === undefined) throw new Refusal(404, 'no-such-procedure')
  return found
}
