import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Modes, modes } from './modes.ts'
import { BodyTooLarge, doorTo, type Routes } from './routes.ts'

/** Answers every request below the prefix it was mounted at; `request.url` is what follows the prefix, with a leading slash. */
export type Door = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** One line of the log: the prefix, never the rest of the address nor anything sent. */
export type LogEntry = { service: string; method: string; status: number; ms: number }

export type SandboxServer = {
  origin: string
  modes: Modes
  /** A door of somebody else's making; where its service is slow, it is entered late. */
  mount: (prefix: string, door: Door) => void
  /** A door made of routes; where its service is slow, the act is done at once and answered late. */
  mountRoutes: (prefix: string, routes: Routes, secret?: string) => void
  stop: () => Promise<void>
}

type Options = { host: string; port: number; publicUrl?: string; log?: (entry: LogEntry) => void }

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])
const loopbackPeers = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Opens the one HTTP port of all played systems; any host but a loopback one is refused, and so is any peer from elsewhere. */
export async function openServer(options: Options): Promise<SandboxServer> {
  if (!loopbackHosts.has(options.host)) throw new Error(`the sandbox listens on loopback only, not on ${options.host}`)
  const doors = new Map<string, Door>()
  const current = modes()
  const hosts = new Set(loopbackHosts)
  if (options.publicUrl) hosts.add(new URL(options.publicUrl).hostname)

  const server = createServer((request, response) => {
    const [prefix, door] = doorFor(doors, request.url ?? '/')
    logWhenDone(request, response, prefix, options.log)
    if (!loopbackPeers.has(request.socket.remoteAddress ?? '') || !hosts.has(hostOf(request))) return end(response, 403)
    if (!door) return end(response, 404)
    request.url = restOf(request.url ?? '/', prefix)
    current.through(prefix.slice(1), request, async () => {
      try {
        await door(request, response)
      } catch (error) {
        if (!response.headersSent) end(response, error instanceof BodyTooLarge ? 413 : 500)
        else response.destroy()
      }
    })
  })
  server.requestTimeout = 30_000
  await listen(server, options)
  return {
    origin: options.publicUrl?.replace(/\/$/, '') ?? `http://${options.host}:${portOf(server)}`,
    modes: current,
    mount: (prefix, door) => {
      doors.set(prefix, async (request, response) => {
        await current.hold(prefix.slice(1))
        return door(request, response)
      })
    },
    mountRoutes: (prefix, routes, secret) => {
      doors.set(prefix, doorTo(routes, { hold: () => current.hold(prefix.slice(1)), ...(secret !== undefined && { secret }) }))
    },
    stop: () => close(server, current),
  }
}

function doorFor(doors: Map<string, Door>, url: string): [string, Door | undefined] {
  const first = `/${url.split(/[/?]/)[1] ?? ''}`
  return doors.has(first) ? [first, doors.get(first)] : ['/', doors.get('/')]
}

function restOf(url: string, prefix: string): string {
  if (prefix === '/') return url
  const rest = url.slice(prefix.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

function hostOf(request: IncomingMessage): string {
  const url = `http://${request.headers.host ?? ''}`
  return URL.canParse(url) ? new URL(url).hostname : ''
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, prefix: string, log?: (entry: LogEntry) => void) {
  if (!log) return
  const since = performance.now()
  const method = request.method ?? ''
  response.on('close', () => {
    log({ service: prefix, method, status: response.writableFinished ? response.statusCode : 0, ms: Math.round(performance.now() - since) })
  })
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end()
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server, current: Modes): Promise<void> {
  current.release()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
