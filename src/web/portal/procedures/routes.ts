import { findProcedures, inForce, listInForce } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { forecasts } from '../forecast.ts'
import { ListPage } from './list-page.tsx'
import { ProcedurePage } from './procedure-page.tsx'

export function procedureRoutes(doors: Doors, services: Services): void {
  doors.get('/thu-tuc', { may: 'anyone' }, (req, reply) => list(req, reply, services))
  doors.get('/thu-tuc/:code', { may: 'anyone' }, (req, reply) => one(req, reply, services))
}

async function list(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const words = asked(req, 'q').trim()
  const today = localDate(req.ctx.now)
  const found = words === '' ? await listInForce(req.ctx, today) : await findProcedures(req.ctx, words, today)
  return reply.page(ListPage({ frame: frameOf(req, services), asked: words, found }))
}

async function one(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const procedure = await inForce(ctx, param(req, 'code'), localDate(ctx.now))
  if (procedure === undefined) throw new Refusal(404, 'no-such-procedure')
  const calendar = await calendarFor(ctx, undefined)
  return reply.page(
    ProcedurePage({ frame: frameOf(req, services), procedure, now: ctx.now, forecasts: forecasts(calendar, procedure, ctx.now) }),
  )
}
