import { type Pki, respond } from './pki/index.ts'
import { bodyOf } from './routes.ts'
import type { Door } from './server.ts'

/** Serves the test authorities below /pki. */
export function pkiDoor(pki: Pki): Door {
  return async (request, response) => {
    const body = new Uint8Array(await bodyOf(request))
    const answer = respond(pki, { method: request.method ?? '', path: `/pki${request.url ?? '/'}`, body })
    if (answer) response.writeHead(answer.status, { 'content-type': answer.type, 'cache-control': 'no-store' }).end(answer.body)
    else response.writeHead(404).end()
  }
}
