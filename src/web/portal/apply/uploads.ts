import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { getDraft } from '#modules/dossiers'
import { beginUpload, finishUpload, paperWords, receive, uploadOffset } from '#modules/papers'
import { Refusal } from '#platform/act'
import type { Chunks } from '#platform/files'
import type { Doors, Reply, Req } from '#platform/http'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'

const Announced = Type.Object({
  field: Type.String({ minLength: 1, maxLength: 60 }),
  name: Type.String({ maxLength: 300 }),
  size: Type.Integer({ minimum: 0 }),
})
type Announced = Static<typeof Announced>

/**
 * Doors through which a script sends a file in pieces over a bad line. `base` names who the files belong to in `:id`.
 * @param may who may knock: a citizen, or an official at a counter
 */
export function uploadDoors(
  doors: Doors,
  services: Services,
  base: string,
  allowed: (req: Req, field: string) => Promise<string>,
  may: 'citizen' | 'at-counter' = 'citizen',
): void {
  doors.post(base, { may, keyless: true }, async (req, reply) => {
    const { body } = req
    if (!Value.Check(Announced, body)) throw new Refusal(422, 'file-not-announced')
    const announced: Announced = body
    const begun = await beginUpload(req.ctx, { ...announced, draft: await allowed(req, announced.field) })
    return begun.ok ? reply.code(201).send({ upload: begun.upload }) : refused(req, reply, begun.fault)
  })
  doors.get(`${base}/:upload`, { may }, async (req, reply) => {
    const { received } = await uploadOffset(req.ctx, param(req, 'upload'))
    return reply.send({ received })
  })
  doors.patch(`${base}/:upload`, { may, keyless: true }, async (req, reply) => {
    const offset = Number(req.headers['upload-offset'])
    if (!Number.isSafeInteger(offset) || offset < 0) throw new Refusal(422, 'offset-missing')
    const { received } = await receive(req.ctx, services.vault, param(req, 'upload'), offset, req.body as Chunks)
    return reply.send({ received })
  })
  doors.post(`${base}/:upload/xong`, { may, keyless: true }, async (req, reply) => {
    const finished = await finishUpload(req.ctx, services.vault, param(req, 'upload'))
    return finished.ok ? reply.send({ file: finished.file }) : refused(req, reply, finished.fault)
  })
}

function refused(req: Req, reply: Reply, fault: keyof typeof paperWords.all): unknown {
  const detail = paperWords(req.lang)(fault)
  return reply
    .code(422)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: detail, status: 422, detail, instance: req.id })
}

/** Uploads of a draft: only for its own upload questions. */
export async function draftTakes(req: Req, field: string): Promise<string> {
  const draft = await getDraft(req.ctx, param(req, 'id'))
  if (draft.procedure.fields[field]?.kind !== 'upload') throw new Refusal(422, 'no-such-field')
  return draft.id
}
