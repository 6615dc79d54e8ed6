import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Door } from './server.ts'

/** What a route is asked: the parts of its address and, on demand, the body. */
export type Call = {
  request: IncomingMessage
  params: Record<string, string>
  query: URLSearchParams
  bearer: string | undefined
  wantsJson: boolean
  json: () => Promise<unknown>
  form: () => Promise<URLSearchParams>
}

export type Reply = { status?: number; headers?: Record<string, string>; type?: string; body?: string | Uint8Array; json?: unknown }

/** Keyed by method and path, `POST /tra-cuu` or `GET /giay/:id`. */
export type Routes = Record<string, (call: Call) => Reply | Promise<Reply>>

const bodyLimit = 256 * 1024

/**
 * A door made of routes. With a `secret`, who posts without it as bearer token gets 401. `hold` delays answers, not acts.
 */
export function doorTo(routes: Routes, { secret, hold }: { secret?: string; hold?: () => Promise<void> } = {}): Door {
  const table = Object.entries(routes).map(([key, answer]) => {
    const [method = '', path = ''] = key.split(' ')
    return { method, segments: path.split('/'), answer }
  })
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox.invalid')
    const segments = url.pathname.split('/')
    const here = table.filter((route) => matches(route.segments, segments))
    const route = here.find((one) => one.method === request.method)
    const call = callOf(request, url, route?.segments ?? [], segments)
    let reply: Reply
    if (secret !== undefined && request.method === 'POST' && !sameSecret(call.bearer, secret))
      reply = { status: 401, json: { error: 'unauthorised' } }
    else if (!route) reply = { status: here.length > 0 ? 405 : 404, json: { error: 'unknown address' } }
    else reply = await route.answer(call)
    await hold?.()
    if (response.destroyed) return
    const body = reply.json === undefined ? reply.body : JSON.stringify(reply.json)
    const type = reply.json === undefined ? (reply.type ?? 'text/html; charset=utf-8') : 'application/json; charset=utf-8'
    response.writeHead(reply.status ?? 200, { 'content-type': type, 'cache-control': 'no-store', ...pageHeaders, ...reply.headers })
    response.end(body)
  }
}

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length && pattern.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]))
  )
}

function callOf(request: IncomingMessage, url: URL, pattern: readonly string[], segments: readonly string[]): Call {
  const params: Record<string, string> = {}
  pattern.forEach((part, i) => {
    if (part.startsWith(':')) params[part.slice(1)] = segments[i] ?? ''
  })
  return {
    request,
    params,
    query: url.searchParams,
    bearer: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
    wantsJson: (request.headers.accept ?? '').includes('application/json'),
    json: async () => parsed(await bodyOf(request)),
    form: async () => new URLSearchParams((await bodyOf(request)).toString('utf8')),
  }
}

export class BodyTooLarge extends Error {}

/** The whole body; throws BodyTooLarge, which becomes 413, beyond 256 kB. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > bodyLimit) throw new BodyTooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Undefined where the body is not JSON: a schema refuses that in the same way as a wrong shape. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function sameSecret(given: string | undefined, secret: string): boolean {
  const a = Buffer.from(given ?? '')
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
