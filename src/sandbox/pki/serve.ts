import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bytes } from '#platform/der'
import { certificatesIn } from '#platform/der'
import type { Pki } from './pki.ts'

export type PkiRequest = { method: string; path: string; body: Bytes }
export type PkiAnswer = { status: number; type: string; body: Bytes | string }

const mostBytes = 64 * 1024

/** Answers under /pki/: root.crt, issuing.crt, root.crl, issuing.crl, tsa, ocsp. Undefined for any other path. */
export function respond(pki: Pki, { method, path, body }: PkiRequest): PkiAnswer | undefined {
  const route = `${method} ${path.split('?')[0]}`
  if (route === 'GET /pki/root.crt') return { status: 200, type: 'application/x-pem-file', body: pki.rootPem }
  if (route === 'GET /pki/issuing.crt') {
    return { status: 200, type: 'application/pkix-cert', body: certificatesIn(pki.issuingPem)[0]?.der ?? '' }
  }
  if (route === 'GET /pki/root.crl') return { status: 200, type: 'application/pkix-crl', body: pki.crl('root') }
  if (route === 'GET /pki/issuing.crl') return { status: 200, type: 'application/pkix-crl', body: pki.crl('issuing') }
  if (route === 'POST /pki/tsa') return { status: 200, type: 'application/timestamp-reply', body: pki.tsa(body) }
  if (route === 'POST /pki/ocsp') return { status: 200, type: 'application/ocsp-response', body: pki.ocsp(body) }
  if (route.startsWith('GET /pki/ocsp/')) {
    const question = decodeURIComponent(path.slice('/pki/ocsp/'.length))
    return { status: 200, type: 'application/ocsp-response', body: pki.ocsp(new Uint8Array(Buffer.from(question, 'base64'))) }
  }
  return undefined
}

/** Serves the authorities on loopback; port 0 takes a free one. */
export async function servePki(pki: Pki, port = 0): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request) {
      size += chunk.length
      if (size > mostBytes) return reply.writeHead(413).end()
      chunks.push(chunk)
    }
    const answer = respond(pki, { method: request.method ?? '', path: request.url ?? '', body: new Uint8Array(Buffer.concat(chunks)) })
    if (!answer) return reply.writeHead(404).end()
    return reply.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}/pki`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
