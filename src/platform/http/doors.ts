import { type KeyObject, randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, LogController, type RouteHandlerMethod } from 'fastify'
import type { VNode } from 'preact'
import { asRefusal, contextFor, Refusal } from '#platform/act'
import { type Pool, stateOf } from '#platform/db'
import { largestFile } from '#platform/files'
import { languageOf } from '#platform/i18n'
import type { Keyring } from '#platform/keys'
import { beginRequest, endRequest } from '#platform/telemetry'
import { compressed } from './compress.ts'
import { formSecret, formToken, isFormToken } from './csrf.ts'
import { securityHeaders } from './headers.ts'
import { keyOf } from './key.ts'
import { type Problem, problemOf, type Sentences } from './problem.ts'
import { noteUnderWay } from './under-way.ts'
import type { Reply, Req, Who } from './who.ts'

/** What a door says of itself before it opens. A door without `may` does not start. */
export type Door = { may: string; streamed?: boolean; machine?: boolean; keyless?: boolean }

type Handler = (req: Req, reply: Reply) => unknown

/** Where routes are written: a verb, a path, who may, and the handler. */
export type Doors = {
  app: FastifyInstance
  get(path: string, door: Door, handler: Handler): void
  post(path: string, door: Door, handler: Handler): void
  put(path: string, door: Door, handler: Handler): void
  patch(path: string, door: Door, handler: Handler): void
  remove(path: string, door: Door, handler: Handler): void
  /** Every route in the order written: what the policy walk and the screens go through. */
  routes: { method: string; path: string; door: Door }[]
}

export type DoorsOptions = {
  pool: Pool
  keys: Keyring
  now: () => string
  https: boolean
  /** Origins to which a form may lead (the sign-in provider). */
  formTargets: readonly string[]
  log: boolean | { write(line: string): void }
  /** Finds who knocks from the session cookie; throws nothing for a wrong one. */
  identify(req: Req): Promise<Who>
  /** Whether this actor may knock at all at doors of this name; undefined for an unknown name. */
  mayKnock(may: string, who: Who): boolean | undefined
  sentences: Sentences
  /** How markup becomes a document. */
  render(vnode: VNode): string
  /** The page that tells a person what went wrong. */
  problemPage(problem: Problem, req: Req): VNode
  /** Other than the usual: for tests. */
  patience?: Partial<Patience>
}

/** How long a line may take, in milliseconds: for the head of a request, for all of it, without a byte; and how often that is looked at. */
export type Patience = { headMs: number; wholeMs: number; silenceMs: number; lookEveryMs: number }

const usualPatience: Patience = { headMs: 20_000, wholeMs: 15 * 60_000, silenceMs: 60_000, lookEveryMs: 5_000 }

const visitorCookie = '__Host-lt-khach'
const byteStreams = ['application/offset+octet-stream', 'application/pdf']

/** Opens the doors: a Fastify instance that knows actor, language, form token and key before any handler runs. */
export async function openDoors(options: DoorsOptions): Promise<Doors> {
  const patience = { ...usualPatience, ...options.patience }
  const app = Fastify({
    logger:
      options.log === false ? false : { ...(options.log === true ? {} : { stream: options.log }), serializers: { req: quietRequest } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    // Whoever dribbles his head of a request holds a line and nothing else, and not for long. A paper over a bad line takes minutes.
    http: { headersTimeout: patience.headMs, connectionsCheckingInterval: patience.lookEveryMs },
    requestTimeout: patience.wholeMs,
    connectionTimeout: patience.silenceMs,
    genReqId: () => randomBytes(8).toString('hex'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    trustProxy: 'loopback',
  })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: largestFile, files: 20, fields: 200, parts: 220 } })
  // Bytes that a handler takes as they come; nothing is held in memory for them.
  for (const type of byteStreams) app.addContentTypeParser(type, (_req, bytes, done) => done(null, bytes))
  const secret = formSecret(options.keys)
  // Made where a page shows a form; most requests end without one.
  app.decorateRequest('csrf', {
    getter(this: Req) {
      return this.who === undefined ? '' : formToken(secret(), this.who.visitor)
    },
  })
  app.decorateRequest('lang', 'vi')
  app.decorateRequest('isOurForm', () => false)
  app.decorateReply('page', function page(this: Reply, vnode: VNode) {
    return compressed(this, 'text/html; charset=utf-8', options.render(vnode))
  })
  const headers = securityHeaders(options.formTargets, options.https)
  app.addHook('onRequest', async (req, reply) => {
    noteUnderWay(reply)
    req.span = beginRequest(req.method, req.id)
    reply.headers({ ...headers, 'x-request-id': req.id })
    req.lang = languageOf(req.cookies['__Host-lt-ngonngu'])
    if (req.routeOptions.config.may !== undefined) await meet(options, secret, req, reply)
  })
  app.addHook('preHandler', async (req) => claim(options, req))
  app.addHook('onSend', async (_req, reply) => {
    reply.header('server-timing', `app;dur=${reply.elapsedTime.toFixed(1)}`)
  })
  app.addHook('onResponse', async (req, reply) => {
    dropRest(req)
    endRequest(req.span, req.method, req.routeOptions.url ?? 'none', reply.statusCode)
    req.log.info(
      { route: req.routeOptions.url ?? 'none', method: req.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  app.setErrorHandler((error, req, reply) => tell(options, req, reply, error))
  app.setNotFoundHandler((req, reply) => tell(options, req, reply, new Refusal(404, 'no-such-page')))
  return doorsOn(app, options)
}

/** What a handler left unread is let run out, so that the line serves the next request instead of standing until its time is over. */
function dropRest({ raw }: Req): void {
  if (raw.readableEnded) return
  raw.unpipe()
  raw.resume()
}

// The URL may carry a key: only the route's pattern is logged.
function quietRequest(req: { method: string }): Record<string, string> {
  return { method: req.method }
}

async function meet(options: DoorsOptions, secret: () => KeyObject, req: Req, reply: Reply): Promise<void> {
  const visitor = req.cookies[visitorCookie] ?? (req.routeOptions.config.machine === true ? '' : newVisitor(reply))
  req.who = { ...(await options.identify(req)), visitor }
  req.isOurForm = (token) => isFormToken(token, secret(), visitor)
  req.ctx = contextFor(options, req.who.actor, options.now())
  const may = req.routeOptions.config.may ?? ''
  if (options.mayKnock(may, req.who) !== true) throw new Refusal(403, req.who.actor.kind === 'public' ? 'sign-in-first' : 'not-for-you')
}

function newVisitor(reply: Reply): string {
  const visitor = randomBytes(16).toString('base64url')
  reply.setCookie(visitorCookie, visitor, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60 * 24 * 30 })
  return visitor
}

/** For everything that changes something: the form's token, then the key under which it happens once. */
async function claim(options: DoorsOptions, req: Req): Promise<void> {
  const { may, machine, keyless, streamed } = req.routeOptions.config
  if (may === undefined || req.method === 'GET' || req.method === 'HEAD') return
  const body = fieldsOf(req.body)
  // A browser sends the cookie by itself, a machine its bearer token on purpose: only the second needs no proof of where the form stood.
  const onPurpose = machine === true && (req.headers.authorization !== undefined || req.who.actor.kind === 'public')
  const tokenComes = streamed === true && req.headers['x-form-token'] === undefined
  if (!onPurpose && !tokenComes && !req.isOurForm(req.headers['x-form-token'] ?? body._csrf)) throw new Refusal(403, 'form-token')
  if (keyless === true) return
  const key = keyOf(req, body)
  if (key === undefined) throw new Refusal(422, 'key-missing')
  req.ctx = contextFor(options, req.who.actor, req.ctx.now, key)
}

/** What was sent as fields; a body that comes as a stream of bytes has none. */
function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !('pipe' in body) ? (body as Record<string, unknown>) : {}
}

function tell(options: DoorsOptions, req: Req, reply: Reply, error: unknown): unknown {
  const problem = problemOf(asRefusal(error), req.lang, req.id, options.sentences)
  if (problem.status === 500) req.log.error({ err: error, route: req.routeOptions.url }, 'failed')
  // Mostly somebody's typing; where it is our own statement that asks wrongly, this line tells.
  if (problem.status === 400 && stateOf(error) !== undefined)
    req.log.warn({ state: stateOf(error), route: req.routeOptions.url }, 'not understood')
  if (problem.status === 503) req.log.warn({ reason: problem.reason, route: req.routeOptions.url }, 'unavailable')
  reply.code(problem.status)
  if (problem.status === 503 || problem.status === 429) reply.header('retry-after', '30')
  const wantsPage = (req.headers.accept ?? '').includes('text/html') && req.routeOptions.config.machine !== true
  if (wantsPage && req.who !== undefined) return reply.page(options.problemPage(problem, req))
  if (wantsPage) return tellStranger(options, req, reply, problem)
  return reply.type('application/problem+json').send(JSON.stringify(problem))
}

async function tellStranger(options: DoorsOptions, req: Req, reply: Reply, problem: Problem): Promise<unknown> {
  req.who = { ...(await options.identify(req).catch(() => strangerAt())), visitor: '' }
  return reply.page(options.problemPage(problem, req))
}

function strangerAt(): Who {
  return { actor: { id: '00000000-0000-0000-0000-000000000000', kind: 'public', system: '', posts: [], units: [] }, visitor: '' }
}

function doorsOn(app: FastifyInstance, options: DoorsOptions): Doors {
  const routes: Doors['routes'] = []
  const open = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') => (path: string, door: Door, handler: Handler) => {
    if (options.mayKnock(door.may, { actor: strangerAt().actor, visitor: '' }) === undefined)
      throw new Error(`no policy is called «${door.may}» (${method} ${path})`)
    routes.push({ method, path, door })
    app.route({ method, url: path, config: { ...door }, handler: handler as RouteHandlerMethod })
  }
  return { app, get: open('GET'), post: open('POST'), put: open('PUT'), patch: open('PATCH'), remove: open('DELETE'), routes }
}
