import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Sources } from '#modules/dossiers'
import type { VneidClient } from '#modules/identity'
import type { Channels } from '#modules/notices'
import type { Sandbox } from '#sandbox'
import type { Config } from '../config.ts'

/** The other systems that this install speaks with: real ones by configuration, played ones on a sample. */
export type Outside = {
  vneid: VneidClient
  sources: Sources
  channels: Channels
  trust: { rootsPem: string; tsaUrl: string; ocspUrl?: string; crlUrls?: readonly string[] }
  sandbox: Sandbox | undefined
  /** Lets go of connections that are kept open. */
  close(): void
}

/** Starts the sandbox where the install is a sample; its systems take the places that configuration does not fill. */
export async function openOutside(config: Config, now: () => string): Promise<Outside> {
  return config.install === 'sample' ? played(config, now) : real(config)
}

async function played(config: Config, now: () => string): Promise<Outside> {
  const { startSandbox } = await import('#sandbox')
  const redirectUri = `${config.publicUrl}/dang-nhap/vneid`
  const clientSecret = randomBytes(24).toString('base64url')
  const agencySecret = randomBytes(24).toString('base64url')
  const sandbox = await startSandbox({
    now,
    dir: join(config.dataDir, 'sandbox'),
    port: config.sandboxPort,
    clientSecret,
    agencySecret,
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [`${config.publicUrl}/`],
    publicUrlOfProduct: config.publicUrl,
  })
  const { urls } = sandbox
  const mail = mailer(config.smtpUrl ?? urls.smtp, config.mailFrom)
  return {
    vneid:
      config.vneid === undefined
        ? { issuer: urls.issuer, clientId: sandbox.clientId, clientSecret, redirectUri }
        : { ...config.vneid, redirectUri },
    sources: {
      population: config.population ?? { url: urls.population, secret: agencySecret },
      civilStatus: config.civilStatus ?? { url: urls.civilStatus, secret: agencySecret },
      wallet: { url: urls.wallet, trustedKeys: sandbox.birthNoteKeys },
      health: config.health ?? { url: urls.health, secret: agencySecret },
      land: config.land ?? { url: urls.land, secret: agencySecret },
      tax: config.tax ?? { url: urls.tax, secret: agencySecret },
    },
    channels: {
      email: mail.send,
      vneid: config.vneidInbox ?? { url: urls.inbox, secret: agencySecret },
      publicUrl: config.publicUrl,
    },
    trust: {
      rootsPem: sandbox.pki.rootPem,
      tsaUrl: `${urls.pki}/tsa`,
      ocspUrl: `${urls.pki}/ocsp`,
      crlUrls: [`${urls.pki}/root.crl`, `${urls.pki}/issuing.crl`],
    },
    sandbox,
    close: mail.close,
  }
}

function real(config: Config): Outside {
  const { vneid, population, civilStatus, health, land, tax, trust, smtpUrl, vneidInbox, wallet } = config
  // readConfig has refused a production start without these; the compiler cannot know it.
  if (!vneid || !population || !civilStatus || !trust || !smtpUrl) throw new Error('a production start without its connections')
  const { rootsFile, ...authorities } = trust
  const mail = mailer(smtpUrl, config.mailFrom)
  return {
    vneid: { ...vneid, redirectUri: `${config.publicUrl}/dang-nhap/vneid` },
    sources: {
      population,
      civilStatus,
      ...(health === undefined ? {} : { health }),
      ...(land === undefined ? {} : { land }),
      ...(tax === undefined ? {} : { tax }),
      ...(wallet === undefined ? {} : { wallet: { url: wallet.url, trustedKeys: JSON.parse(readFileSync(wallet.keysFile, 'utf8')) } }),
    },
    channels: {
      email: mail.send,
      ...(vneidInbox === undefined ? {} : { vneid: vneidInbox }),
      publicUrl: config.publicUrl,
    },
    trust: { rootsPem: readFileSync(rootsFile, 'utf8'), ...authorities },
    sandbox: undefined,
    close: mail.close,
  }
}

/** A mail server that says nothing must not keep the places of other jobs taken. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

type Mailer = { send: NonNullable<Channels['email']>; close: () => void }

function mailer(smtpUrl: string, from: string): Mailer {
  // Connections are kept: greeting the server costs more than handing over a notice.
  const transport = nodemailer.createTransport({ url: smtpUrl, pool: true, ...patience })
  return {
    send: async (to, subject, text) => {
      await transport.sendMail({ from, to, subject, text })
    },
    close: () => transport.close(),
  }
}
