import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply } from 'fastify'

const zipped = promisify(gzip)
const worthIt = 1_000

/** Sends a text, compressed where the other side takes it: a page weighs a third on the way to a phone. */
export function compressed(reply: FastifyReply, type: string, text: string): FastifyReply {
  reply.type(type).header('vary', 'accept-encoding')
  const takes = String(reply.request.headers['accept-encoding'] ?? '')
  if (text.length < worthIt || !/\bgzip\b/.test(takes)) return reply.send(text)
  zipped(text, { level: 6 }).then(
    (bytes) => reply.header('content-encoding', 'gzip').send(bytes),
    (error: unknown) => reply.send(error),
  )
  return reply
}
