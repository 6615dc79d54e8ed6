import { dueOf, getThread, ownCases, ownDrafts, ownThreads, threadOf } from '#modules/dossiers'
import { listInForce } from '#modules/procedures'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { qrSvg } from '#platform/pdf'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { uploadDoors } from '../apply/uploads.ts'
import { AccessPage } from './act-pages.tsx'
import * as acts from './acts.ts'
import { DonePage } from './done-page.tsx'
import { DossierPage } from './dossier-page.tsx'
import * as files from './files.ts'
import { gather } from './gather.ts'
import { OwnListPage } from './list-page.tsx'
import { sendSupplement, showSupplement, supplementTakes } from './supplement.ts'

const one = '/ho-so/:code'
const citizen = { may: 'citizen' } as const

export function dossierRoutes(doors: Doors, services: Services): void {
  doors.get('/ho-so', citizen, (req, reply) => ownList(req, reply, services))
  doors.get(one, citizen, (req, reply) => dossier(req, reply, services))
  doors.get(`${one}/da-nop`, citizen, (req, reply) => done(req, reply, services))
  doors.get(`${one}/ai-da-xem`, citizen, (req, reply) => accesses(req, reply, services))
  doors.get(`${one}/giay-tiep-nhan`, citizen, (req, reply) => files.receipt(req, reply, services))
  doors.get(`${one}/ket-qua`, citizen, (req, reply) => files.result(req, reply, services))
  doors.get(`${one}/giay-to/:file`, citizen, (req, reply) => files.paper(req, reply, services))
  doors.get(`${one}/bang-chung`, citizen, (req, reply) => files.proof(req, reply))
  doors.get(`${one}/ban-nhap`, citizen, (req, reply) => acts.showDraftPaper(req, reply, services))
  doors.get(`${one}/ban-nhap.pdf`, citizen, (req, reply) => files.draft(req, reply, services))
  doors.post(`${one}/dong-y`, citizen, (req, reply) => acts.agree(req, reply, services))
  doors.post(`${one}/sua-ban-nhap`, citizen, (req, reply) => acts.askCorrection(req, reply, services))
  doors.get(`${one}/rut`, citizen, (req, reply) => acts.showWithdraw(req, reply, services))
  doors.post(`${one}/rut`, citizen, (req, reply) => acts.takeBack(req, reply, services))
  doors.get(`${one}/danh-gia`, citizen, (req, reply) => acts.showRate(req, reply, services))
  doors.post(`${one}/danh-gia`, citizen, (req, reply) => acts.sendRating(req, reply, services))
  doors.get(`${one}/bao-sai/:lookUp`, citizen, (req, reply) => acts.showObjection(req, reply, services))
  doors.post(`${one}/bao-sai/:lookUp`, citizen, (req, reply) => acts.object(req, reply, services))
  doors.get(`${one}/bo-sung`, citizen, (req, reply) => showSupplement(req, reply, services))
  // The form carries files: its token and fields come piece by piece; the request it answers is answered once.
  doors.post(`${one}/bo-sung`, { ...citizen, streamed: true, keyless: true }, (req, reply) => sendSupplement(req, reply, services))
  uploadDoors(doors, services, `${one}/tep`, supplementTakes)
}

async function ownList(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const [drafts, threads, filed, listed] = await Promise.all([
    ownDrafts(ctx),
    ownThreads(ctx),
    ownCases(ctx),
    listInForce(ctx, localDate(ctx.now)),
  ])
  const names = new Map(listed.map((one) => [one.code, one.name]))
  return reply.page(OwnListPage({ frame: frameOf(req, services), now: ctx.now, drafts, threads, filed, names }))
}

async function dossier(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  const whole = await threadOf(req.ctx, seen.found.id)
  const thread = whole === undefined ? undefined : await getThread(req.ctx, whole)
  return reply.page(DossierPage({ frame: frameOf(req, services), seen, after: asked(req, 'sau'), ...(thread && { thread }) }))
}

async function done(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  const { found, calendar, now } = seen
  const qr = qrSvg(`${services.publicUrl}/q/${found.trackKey}`)
  const dueAt = found.receivedAt === null ? dueOf(calendar, found.procedure.resolvedWithin, now, []) : found.dueAt
  return reply.page(DonePage({ frame: frameOf(req, services), seen, qr, dueAt }))
}

async function accesses(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  return reply.page(AccessPage({ frame: frameOf(req, services), seen }))
}
