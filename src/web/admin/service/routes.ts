import { overlayOf, rowTakenOver } from '#modules/editing'
import { nationalRow, putIntoService } from '#modules/national'
import { fromNational, inForce } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { ServicePage, type ServiceProps } from './page.tsx'

const path = '/quan-tri/danh-muc/:code/phuc-vu'

/** A procedure of the national catalogue goes into service: what it becomes, what is missing, and the act itself. */
export function serviceRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'keep-catalogue' }, async (req, reply) => {
    const said = asked(req, 'xong')
    const done = said === 'moi' ? 'new' : said === 'cu' ? 'same' : undefined
    return reply.page(await pageOf(req, services, { done }))
  })
  doors.post(path, { may: 'keep-catalogue' }, async (req, reply) => {
    const code = param(req, 'code')
    const put = await putIntoService(
      req.ctx,
      code,
      (one) => overlayOf(req.ctx, one),
      (one) => rowTakenOver(req.ctx, one),
    )
    if (put.ok) return reply.redirect(`/quan-tri/danh-muc/${code}/phuc-vu?xong=${put.as === 'new' ? 'moi' : 'cu'}`, 303)
    return reply.code(put.because === 'unknown' ? 404 : 409).page(await pageOf(req, services, { refused: put.because }))
  })
}

/** @throws Refusal 404 for a code that no list ever named */
async function pageOf(req: Req, services: Services, told: { done?: ServiceProps['done']; refused?: ServiceProps['refused'] }) {
  const { ctx } = req
  const code = param(req, 'code')
  const found = await nationalRow(ctx, code)
  if (found === undefined) throw new Refusal(404, 'no-such-national-row')
  const today = localDate(ctx.now)
  const serving = await inForce(ctx, code, today)
  return ServicePage({
    frame: { ...(await officeFrameOf(req, services)), path: `/quan-tri/danh-muc/${code}/phuc-vu` },
    code,
    derived: fromNational(found.row, await overlayOf(ctx, code), { revision: 1, inForceFrom: today }),
    serving: serving === undefined ? undefined : { revision: serving.revision, authored: serving.derived !== true },
    done: told.done,
    refused: told.refused,
  })
}
