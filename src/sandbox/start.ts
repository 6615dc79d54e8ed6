import { join } from 'node:path'
import { civilStatus } from './civil-status/index.ts'
import { control, type Service, services } from './control.ts'
import { health } from './health/index.ts'
import { inbox } from './inbox/index.ts'
import { keyStore, type OpenKey, publicPart } from './keys.ts'
import { land } from './land/index.ts'
import { type CaughtMail, mailCatcher } from './mail/index.ts'
import type { Mode } from './modes.ts'
import { overview } from './overview.ts'
import { createPki, type Pki } from './pki/index.ts'
import { pkiDoor } from './pki-door.ts'
import { population } from './population/index.ts'
import { type Door, type LogEntry, openServer, type SandboxServer } from './server.ts'
import { style } from './style.ts'
import { tax } from './tax/index.ts'
import { vneid } from './vneid/index.ts'
import { type SampleCitizen, sampleCitizens } from './vneid/listed.ts'
import { wallet } from './wallet/index.ts'

export type SandboxOptions = {
  /** A loopback host, 127.0.0.1 where nothing is said; anything else is refused. */
  host?: string
  /** 0, or nothing, takes a free port. */
  port?: number
  smtpPort?: number
  /** The origin by which browsers reach the sandbox, where that is not its own address (a proxy on the same machine). */
  publicUrl?: string
  /** Keys and registers that must outlive a restart; without it everything is forgotten. */
  dir?: string
  /** The present instant, as an ISO string. */
  now: () => string
  /** Where the product is; the overview page links to it. */
  publicUrlOfProduct?: string
  clientId?: string
  clientSecret: string
  redirectUris: readonly string[]
  postLogoutRedirectUris?: readonly string[]
  /** What the product sends as bearer token to the agencies' services. */
  agencySecret: string
  log?: (entry: LogEntry) => void
}

export type Sandbox = {
  url: string
  urls: {
    issuer: string
    population: string
    civilStatus: string
    health: string
    land: string
    tax: string
    wallet: string
    inbox: string
    mail: string
    smtp: string
    pki: string
  }
  clientId: string
  /** The public keys by which the clinic's birth notes are verified. */
  birthNoteKeys: readonly OpenKey[]
  /** The test authorities, also served under `urls.pki`. */
  pki: Pki
  caughtMails: () => readonly CaughtMail[]
  /** Everybody who can sign in with the played VNeID. */
  citizens: () => readonly SampleCitizen[]
  setMode: (service: Service, mode: Mode) => void
  /** Adds return addresses of the product, where its port is known only after the sandbox runs. */
  allowReturnTo: (redirectUris: readonly string[], postLogoutRedirectUris?: readonly string[]) => void
  /** Hangs another played system under a path of one segment; the door sees what follows that segment. */
  mount: (pathPrefix: string, door: Door) => void
  stop: () => Promise<void>
}

/** Starts other people's systems, played on loopback for samples and tests. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { now, dir, host = '127.0.0.1', port = 0, publicUrl, log } = options
  const server = await openServer({ host, port, ...(publicUrl !== undefined && { publicUrl }), ...(log && { log }) })
  const client = clientOf(options)
  const keys = keyStore(dir && join(dir, 'keys'))
  const pki = createPki({ now, ...(dir !== undefined && { dir: join(dir, 'pki') }) })
  const identity = vneid(server.origin, () => client, keys)
  const mail = await mailCatcher({ host, port: options.smtpPort ?? 0, now, modes: server.modes })

  server.mount('/vneid', identity.door)
  server.mount('/pki', pkiDoor(pki))
  server.mountRoutes('/vi', wallet({ now, keys, numberBehind: identity.numberBehind }))
  server.mountRoutes('/thu', mail.routes)
  mountAgencies(server, options)

  return {
    url: server.origin,
    urls: urlsOf(server.origin, identity.issuer, mail.smtp),
    clientId: client.id,
    birthNoteKeys: [publicPart(keys.signing('clinic'))],
    pki,
    caughtMails: mail.caught,
    citizens: sampleCitizens,
    setMode: (service, mode) => server.modes.set(services[service], mode),
    allowReturnTo: (redirectUris, postLogoutRedirectUris = []) => {
      client.redirectUris.push(...redirectUris)
      client.postLogoutRedirectUris.push(...postLogoutRedirectUris)
    },
    mount: server.mount,
    stop: async () => {
      await Promise.all([server.stop(), mail.stop()])
    },
  }
}

function clientOf(options: SandboxOptions) {
  return {
    id: options.clientId ?? 'lien-thong',
    secret: options.clientSecret,
    redirectUris: [...options.redirectUris],
    postLogoutRedirectUris: [...(options.postLogoutRedirectUris ?? [])],
  }
}

function mountAgencies(server: SandboxServer, { now, dir, agencySecret, publicUrlOfProduct }: SandboxOptions): void {
  server.mountRoutes('/dan-cu', population({ dir, now }), agencySecret)
  server.mountRoutes('/ho-tich', civilStatus({ dir, now }), agencySecret)
  server.mountRoutes('/y-te', health(now), agencySecret)
  server.mountRoutes('/dat-dai', land(now), agencySecret)
  server.mountRoutes('/thue', tax({ dir, now }), agencySecret)
  server.mountRoutes('/hop-thu', inbox(now), agencySecret)
  server.mountRoutes('/_control', control(server.modes))
  server.mountRoutes('/mau', { 'GET /kieu.css': () => ({ type: 'text/css; charset=utf-8', body: style }) })
  server.mountRoutes('/', overview(publicUrlOfProduct))
}

function urlsOf(origin: string, issuer: string, smtp: string): Sandbox['urls'] {
  return {
    issuer,
    population: `${origin}/dan-cu`,
    civilStatus: `${origin}/ho-tich`,
    wallet: `${origin}/vi`,
    health: `${origin}/y-te`,
    land: `${origin}/dat-dai`,
    tax: `${origin}/thue`,
    inbox: `${origin}/hop-thu`,
    mail: `${origin}/thu`,
    smtp,
    pki: `${origin}/pki`,
  }
}
