import { nationalRow } from '#modules/national'
import { inForce, listInForce } from '#modules/procedures'
import { figuresOf, procedureDetail, simplified, spanEndingAt } from '#modules/statistics'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { ProcedureFiguresPage } from './detail-page.tsx'
import { path, StatisticsPage, spans } from './list-page.tsx'

/** Figures a procedure, for whoever keeps the catalogue. */
export function statisticsRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'keep-catalogue' }, (req, reply) => list(req, reply, services))
  doors.get(`${path}/:code`, { may: 'keep-catalogue' }, (req, reply) => one(req, reply, services))
}

function daysIn(req: Req): number {
  return spans.find((days) => String(days) === asked(req, 'ngay')) ?? 90
}

async function list(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const days = daysIn(req)
  const [frame, figures, listed] = await Promise.all([
    officeFrameOf(req, services),
    figuresOf(ctx, spanEndingAt(ctx.now, days)),
    listInForce(ctx, localDate(ctx.now)),
  ])
  return reply.page(StatisticsPage({ frame, days, figures, names: new Map(listed.map(({ code, name }) => [code, name[lang]])) }))
}

async function one(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const procedure = await inForce(ctx, param(req, 'code'), localDate(ctx.now))
  if (procedure === undefined) throw new Refusal(404, 'no-such-procedure')
  const days = daysIn(req)
  const [frame, detail, row] = await Promise.all([
    officeFrameOf(req, services),
    procedureDetail(ctx, procedure, spanEndingAt(ctx.now, days)),
    nationalRow(ctx, procedure.code),
  ])
  return reply.page(ProcedureFiguresPage({ frame, procedure, detail, simpler: simplified(procedure, row?.row, ctx.now), days }))
}
