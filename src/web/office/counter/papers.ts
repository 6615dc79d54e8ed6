import { Readable } from 'node:stream'
import { draftPaper, receiptOf } from '#modules/dossiers'
import { openFile } from '#modules/papers'
import { Refusal } from '#platform/act'
import { type Reply, type Req, sandboxedFile } from '#platform/http'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { shownPdf } from '../files.ts'
import { broughtBack, possible, sealedIn } from './back.ts'

/** The slip as it stands now, in the browser's own viewer: one press prints it. */
export async function slip(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, found } = await broughtBack(req, param(req, 'code'))
  return shown(
    reply,
    await openFile(ctx, services.vault, await receiptOf(ctx, services.means, found.code)),
    `giay-tiep-nhan-${found.code}.pdf`,
  )
}

/** The sealed result, for printing or to be shown to the person. */
export async function result(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const brought = await broughtBack(req, param(req, 'code'))
  const file = sealedIn(brought)
  if (file === undefined) throw new Refusal(404, 'no-such-file')
  return shown(reply, await openFile(brought.ctx, services.vault, file), `ket-qua-${brought.found.code}.pdf`)
}

/** The draft that waits for the person's word. */
export async function draft(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const brought = await broughtBack(req, param(req, 'code'))
  if (!possible(brought).includes('draft')) throw new Refusal(409, 'nothing-in-place')
  const pdf = await draftPaper(brought.ctx, services.means, brought.found)
  return reply.headers(shownPdf).type('application/pdf').send(Buffer.from(pdf))
}

type Opened = Awaited<ReturnType<typeof openFile>>

function shown(reply: Reply, file: Opened, name: string): unknown {
  return reply
    .headers(file.mediaType === 'application/pdf' ? shownPdf : sandboxedFile)
    .header('content-length', file.size)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(file.mediaType)
    .send(Readable.from(file.bytes))
}
