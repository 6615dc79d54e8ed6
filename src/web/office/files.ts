import { Readable } from 'node:stream'
import { type Case, draftPaper, getCase, noteAccess, noteFileAccess, preview, relationTo } from '#modules/dossiers'
import { openFile } from '#modules/papers'
import { idAt, Refusal } from '#platform/act'
import { type Doors, type Reply, type Req, sandboxedFile } from '#platform/http'
import type { Services } from '../services.ts'
import { asked, param } from '../typed.ts'
import { purposeOf } from './desk/gather.ts'

/**
 * A browser shows a PDF in a viewer of its own, which a sandbox would shut out. The viewer lies outside our origin already; what is
 * left to forbid is everything else.
 */
export const shownPdf: Record<string, string> = {
  ...sandboxedFile,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
}

/** Bytes of papers: stored files for whoever may see them, and the papers that are made for the screen. */
export function fileRoutes(doors: Doors, services: Services): void {
  doors.get('/tep/:file', { may: 'signed-in' }, async (req, reply) => {
    const { bytes, id, mediaType, name, size } = await openFile(req.ctx, services.vault, param(req, 'file'))
    if (req.who.actor.kind === 'staff') await noteFileAccess(req.ctx, id)
    head(req, reply, mediaType, name)
    return reply.header('content-length', size).send(Readable.from(bytes))
  })
  doors.get('/viec/:code/ban-nhap.pdf', { may: 'at-desk' }, async (req, reply) => {
    const found = await caseRead(req)
    head(req, reply, 'application/pdf', `${found.code}-ban-nhap.pdf`)
    return reply.send(Buffer.from(await draftPaper(req.ctx, services.means, found, asked(req, 'ket-qua'))))
  })
  doors.get('/viec/:code/ban-ky.pdf', { may: 'at-desk' }, async (req, reply) => {
    const found = await caseRead(req)
    const { papers } = await preview(req.ctx, services.means, found)
    const wanted = asked(req, 'ket-qua')
    const paper = papers.find(({ result }) => wanted === '' || result.code === wanted)
    if (paper === undefined) throw new Refusal(404, 'no-such-file')
    head(req, reply, 'application/pdf', `${found.code}-ban-ky.pdf`)
    return reply.send(Buffer.from(paper.pdf))
  })
}

/** The case behind a paper made for the screen, with the trace that somebody read it. @throws Refusal 404 */
async function caseRead(req: Req): Promise<Case> {
  const { ctx } = req
  const found = await getCase(ctx, param(req, 'code'))
  const purpose = purposeOf(relationTo(found, ctx.actor))
  if (purpose === undefined) throw new Refusal(404, 'no-such-dossier')
  await noteAccess(ctx, found.id, found.unit, found.system, purpose, idAt(ctx.now))
  return found
}

function head(req: Req, reply: Reply, mediaType: string, name: string): void {
  const isSaved = asked(req, 'tai') !== ''
  reply.headers(mediaType === 'application/pdf' ? shownPdf : sandboxedFile)
  reply.type(mediaType)
  reply.header('content-disposition', `${isSaved ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`)
}
