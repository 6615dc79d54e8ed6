import { Readable } from 'node:stream'
import { draftPaper, proofOfDossier, receiptOf } from '#modules/dossiers'
import { type FileFacts, openFile } from '#modules/papers'
import { Refusal } from '#platform/act'
import { type Reply, type Req, sandboxedFile } from '#platform/http'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { resultIn } from './dossier-page.tsx'
import { gather } from './gather.ts'
import { allows } from './status.ts'

/** The receipt as it stands now; made on the spot where the job has not come to it. */
export async function receipt(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const file = await receiptOf(req.ctx, services.means, code)
  return send(reply, await openFile(req.ctx, services.vault, file), 'attachment', `giay-tiep-nhan-${code}.pdf`)
}

/** The sealed result. */
export async function result(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  if (seen.heldForFee) throw new Refusal(409, 'fee-before-result')
  const paper = resultIn(seen.around.papers)
  if (paper === undefined) throw new Refusal(404, 'no-such-file')
  return send(reply, await openFile(req.ctx, services.vault, paper.file), 'attachment', `ket-qua-${seen.found.code}.pdf`)
}

/** A paper of the dossier: one that is used there, nothing else. */
export async function paper(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { around } = await gather(req.ctx, param(req, 'code'), req.lang)
  const used = around.papers.find((one) => one.file === param(req, 'file'))
  if (used === undefined || used.component === 'result:leader') throw new Refusal(404, 'no-such-file')
  return send(
    reply,
    await openFile(req.ctx, services.vault, used.file),
    used.mediaType.startsWith('image/') ? 'inline' : 'attachment',
    used.name,
  )
}

/** The draft that waits for the applicant's word. */
export async function draft(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { found } = await gather(req.ctx, param(req, 'code'), req.lang)
  if (!allows(found, 'confirmDraft')) throw new Refusal(409, 'not-in-this-step')
  const pdf = await draftPaper(req.ctx, services.means, found)
  return reply.headers(pdfHeaders).type('application/pdf').send(Buffer.from(pdf))
}

/** What happened to the dossier, to be checked offline. */
export async function proof(req: Req, reply: Reply): Promise<unknown> {
  const told = await proofOfDossier(req.ctx, param(req, 'code'))
  const name = `bang-chung-${told.code}.json`
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(told, null, 2))
}

// Made by us a moment ago. A sandbox would keep the browser's own viewer from showing it; the page still may load and run nothing.
const pdfHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'content-disposition': 'inline; filename="ban-nhap.pdf"',
  'cache-control': 'private, no-store',
}

function send(reply: Reply, file: FileFacts & { bytes: AsyncIterable<Buffer> }, how: 'inline' | 'attachment', name: string): unknown {
  return reply
    .headers({ ...sandboxedFile, 'content-length': String(file.size) })
    .header('content-disposition', `${how}; filename="tep"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(file.mediaType)
    .send(Readable.from(file.bytes))
}
