import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { momentText } from '../dates.ts'
import type { Modes } from '../modes.ts'
import { html, page } from '../page.ts'
import type { Routes } from '../routes.ts'
import { type ReadMail, readMail } from './read.ts'

export type CaughtMail = ReadMail & { id: number; at: string; recipients: readonly string[] }

export type MailCatcher = { smtp: string; caught: () => readonly CaughtMail[]; routes: Routes; stop: () => Promise<void> }

const mostMails = 200
const mostBytes = 1024 * 1024

/**
 * Takes every mail and delivers none. The newest two hundred are kept in memory and shown at `/`, `/{id}`, or as JSON. In mode `dead`
 * each connection is refused with 421, as by a server that is down for maintenance.
 */
export async function mailCatcher({
  host,
  port,
  now,
  modes,
}: {
  host: string
  port: number
  now: () => string
  modes: Modes
}): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let last = 0
  const keep = (raw: string, recipients: string[]) => {
    last += 1
    mails.unshift({ id: last, at: now(), recipients, ...readMail(raw) })
    mails.length = Math.min(mails.length, mostMails)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    maxClients: 50,
    banner: 'mail catcher of the sandbox, delivers nothing',
    onConnect: (_session, done) => done(modes.of('mail') === 'dead' ? temporarilyClosed() : null),
    onData: (stream, session, done) => {
      read(stream).then((raw) => {
        if (raw === undefined) return done(new Error('message too large'))
        keep(
          raw,
          session.envelope.rcptTo.map((one) => one.address),
        )
        done()
      }, done)
    },
  })
  server.on('error', () => undefined) // a broken client is no reason to stop catching
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.server.address()
  return {
    smtp: `smtp://${host}:${typeof address === 'object' && address ? address.port : port}`,
    caught: () => mails,
    routes: pages(mails),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function temporarilyClosed(): Error {
  return Object.assign(new Error('closed for maintenance'), { responseCode: 421 })
}

/** Latin 1 keeps each byte; the reader decodes what the message says. Undefined where the message is too large. */
async function read(stream: SMTPServerDataStream): Promise<string | undefined> {
  const parts: Buffer[] = []
  for await (const part of stream) if (stream.byteLength <= mostBytes) parts.push(part)
  return stream.sizeExceeded ? undefined : Buffer.concat(parts).toString('latin1')
}

const system = 'Hộp thư điện tử'

function pages(mails: readonly CaughtMail[]): Routes {
  return {
    'GET /': (call) => (call.wantsJson ? { json: { mails } } : { body: listPage(mails) }),
    'GET /:id': (call) => {
      const mail = mails.find((one) => String(one.id) === call.params.id)
      if (!mail) return { status: 404, body: page('Không có thư này', system, html`<p><a href="/thu">Mọi thư</a></p>`) }
      return call.wantsJson ? { json: mail } : { body: mailPage(mail) }
    },
  }
}

function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) => html`<li><a href="/thu/${mail.id}">${mail.subject || '(không có tiêu đề)'}</a> – ${mail.to}, ${momentText(mail.at)}</li>`,
  )
  return page('Thư đã gửi', system, mails.length === 0 ? html`<p>Chưa có thư nào.</p>` : html`<ul>${rows}</ul>`)
}

function mailPage(mail: CaughtMail): string {
  return page(
    mail.subject || '(không có tiêu đề)',
    system,
    html`<dl><dt>Gửi từ</dt><dd>${mail.from}</dd><dt>Gửi tới</dt><dd>${mail.to}</dd>
<dt>Lúc</dt><dd>${momentText(mail.at)}</dd></dl><div class="card"><pre>${mail.text}</pre></div><p><a href="/thu">Mọi thư</a></p>`,
  )
}
