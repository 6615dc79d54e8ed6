import { keyStore } from './keys.ts'
import { doorTo } from './routes.ts'
import { type Door, type LogEntry, openServer } from './server.ts'
import { style } from './style.ts'
import { vneid } from './vneid/index.ts'

export type SandboxOptions = {
  /** A loopback host; anything else is refused. */
  host?: string
  /** 0 takes a free port. */
  port?: number
  /** The origin by which browsers reach the sandbox, where that is not its own address (a proxy on the same machine). */
  publicUrl?: string
  /** Keys and registers that must outlive a restart; without it everything is forgotten. */
  dir?: string
  /** The instant, as an ISO string. */
  now: () => string
  clientId?: string
  clientSecret: string
  redirectUris: readonly string[]
  postLogoutRedirectUris?: readonly string[]
  log?: (entry: LogEntry) => void
}

export type Sandbox = {
  url: string
  urls: { issuer: string }
  clientId: string
  /** Adds return addresses of the product, where its port is known only after the sandbox runs. */
  allowReturnTo: (redirectUris: readonly string[], postLogoutRedirectUris?: readonly string[]) => void
  /** Hangs another played system under a path of one segment; the door sees what follows that segment. */
  mount: (pathPrefix: string, door: Door) => void
  stop: () => Promise<void>
}

/** Starts other people's systems, played on loopback for samples and tests. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const server = await openServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    ...(options.log && { log: options.log }),
  })
  const client = {
    id: options.clientId ?? 'lien-thong',
    secret: options.clientSecret,
    redirectUris: [...options.redirectUris],
    postLogoutRedirectUris: [...(options.postLogoutRedirectUris ?? [])],
  }
  const keys = keyStore(options.dir)
  const identity = vneid(server.origin, () => client, keys)
  server.mount('/vneid', identity.door)
  server.mount('/mau', doorTo({ 'GET /kieu.css': () => ({ type: 'text/css; charset=utf-8', body: style }) }))

  return {
    url: server.origin,
    urls: { issuer: identity.issuer },
    clientId: client.id,
    allowReturnTo: (redirectUris, postLogoutRedirectUris = []) => {
      client.redirectUris.push(...redirectUris)
      client.postLogoutRedirectUris.push(...postLogoutRedirectUris)
    },
    mount: server.mount,
    stop: server.stop,
  }
}
