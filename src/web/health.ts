import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Refusal } from '#platform/act'
import { ask, nobody, rowsOf } from '#platform/db'
import { type Doors, type Req, sameText } from '#platform/http'
import type { Services } from './services.ts'

/** How long a probe waits for one answer, and how long an answer serves further probes: nobody burdens the disk by asking. */
const waitMs = 2_000
const freshMs = 1_000
/** The oldest job that is due may wait so long; then nobody works them off. */
const oldestJobSeconds = 60

type Check = 'ok' | 'failing'
export type Readiness = { status: 'ready' | 'not-ready'; checks: { database: Check; jobs: Check; files: Check } }

/** Where machines ask whether the program lives, whether it can work, and how it does. */
export function healthRoutes(doors: Doors, services: Services): void {
  const ready = remembered(() => readiness(services))
  doors.get('/healthz', { may: 'anyone', machine: true }, () => ({ status: 'live' }))
  doors.get('/readyz', { may: 'anyone', machine: true }, async (_req, reply) => {
    const answer = await ready()
    return reply.code(answer.status === 'ready' ? 200 : 503).send(answer)
  })
  metricsRoute(doors, services)
}

async function readiness({ house, vault }: Services): Promise<Readiness> {
  const backlog = await inTime(backlogOf(house))
  const files = await inTime(vault.store.check().then(() => true))
  const checks = {
    database: backlog === undefined ? 'failing' : 'ok',
    jobs: backlog !== undefined && backlog.oldest_due_s <= oldestJobSeconds ? 'ok' : 'failing',
    files: files === true ? 'ok' : 'failing',
  } as const
  return { status: Object.values(checks).every((one) => one === 'ok') ? 'ready' : 'not-ready', checks }
}

type Backlog = { oldest_due_s: number; due: number; failed: number }

async function backlogOf({ pool }: Services['house']): Promise<Backlog> {
  const actor = { id: nobody, kind: 'gate', system: '', posts: [], units: [] } as const
  const [answer] = await ask(pool, { ...actor, posts: [], units: [] }, [{ text: 'select * from job_backlog()', values: [] }])
  return rowsOf<Backlog>(answer)[0] ?? { oldest_due_s: 0, due: 0, failed: 0 }
}

/** Undefined for whatever fails or does not answer in time. */
async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((give) => {
    timer = setTimeout(() => give(undefined), waitMs)
  })
  return Promise.race([asked.catch(() => undefined), late]).finally(() => clearTimeout(timer))
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; answer: Promise<T> } | undefined
  return () => {
    const now = performance.now()
    if (kept === undefined || now - kept.at > freshMs) kept = { at: now, answer: make() }
    return kept.answer
  }
}

/**
 * Figures for Prometheus: durations by route pattern (never by address: it may carry a key), connections, jobs, the process. Told on
 * this machine alone, or to whoever brings METRICS_TOKEN as a bearer token.
 */
function metricsRoute(doors: Doors, services: Services): void {
  const register = new Registry()
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    registers: [register],
  })
  doors.app.addHook('onResponse', async (req, reply) => {
    const route = req.routeOptions.url ?? 'none'
    duration.observe({ method: req.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  gauges(register, services.house)
  let begun = false
  doors.get('/metrics', { may: 'anyone', machine: true }, async (req, reply) => {
    if (!mayLook(req, services.metricsToken)) throw new Refusal(403, 'not-for-you')
    // What the process itself tells is watched from the first time somebody asks.
    if (!begun) collectDefaultMetrics({ register })
    begun = true
    return reply.type(register.contentType).send(await register.metrics())
  })
}

function gauges(register: Registry, house: Services['house']): void {
  const registers = [register]
  new Gauge({
    name: 'db_pool_connections',
    help: 'Connections of the program’s pool',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = house.pool.usage()
      this.set({ state: 'busy' }, total - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waited-for' }, waiting)
    },
  })
  new Gauge({
    name: 'jobs',
    help: 'Jobs that are due, those that failed for good, and the age of the oldest due one in seconds',
    labelNames: ['state'],
    registers,
    async collect() {
      const backlog = await inTime(backlogOf(house))
      if (backlog === undefined) return this.reset()
      this.set({ state: 'due' }, backlog.due)
      this.set({ state: 'failed' }, backlog.failed)
      this.set({ state: 'oldest-due-seconds' }, backlog.oldest_due_s)
    },
  })
}

function mayLook(req: Req, token: string | undefined): boolean {
  const brought = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1]
  if (token !== undefined && brought !== undefined) return sameText(brought, token)
  return /^(127\.|::1$|::ffff:127\.)/.test(req.ip)
}
