import { randomBytes } from 'node:crypto'
import {
  type Bytes,
  type Certificate,
  certificateId,
  certificatesIn,
  crlAddressesOf,
  ocspAddressesOf,
  pathTo,
  readTimeStamp,
  stamps,
  tokenOf,
  writeOcspRequest,
  writeTimeStampRequest,
} from '#platform/der'
import { type Evidence, merged, noEvidence, orNothing, stateAt } from './evidence.ts'

export type TrustOptions = {
  /** The roots we trust, as PEM. None: nothing is trusted. */
  rootsPem: string
  tsaUrl: string
  /** Asked before the addresses that stand in a certificate. */
  ocspUrl?: string
  crlUrls?: readonly string[]
  /** Longest wait for one answer, in milliseconds. */
  timeoutMs?: number
  random?: (count: number) => Bytes
  /** How an authority is asked; HTTP where nothing is given. Undefined stands for no answer. */
  ask?: Ask
}
export type Ask = (url: string, question?: { type: string; body: Bytes }) => Promise<Bytes | undefined>

export type Stamped =
  | { ok: true; token: Bytes; at: string; path: Certificate[] }
  | { ok: false; problem: 'tsa-unreachable' | 'tsa-untrusted' }

/** The outside authorities as the product sees them. */
export type Trust = {
  roots: readonly Certificate[]
  /** A time-stamp over these bytes. */
  stamp(stamped: Bytes): Promise<Stamped>
  /** What proves the state of every certificate of a path (signer first, root last), as far as it could be had. */
  evidenceFor(path: readonly Certificate[], at: string): Promise<Evidence>
  /** The revocation lists of this install's authorities as they are now; without those that do not answer. */
  lists(): Promise<Evidence>
}

type Asker = Required<Pick<TrustOptions, 'ask' | 'random'>> & TrustOptions
const mostBytes = 10 * 1024 * 1024

/** Talks to time-stamping and status authorities over HTTP. Nothing here throws for a dead authority. */
export function openTrust(options: TrustOptions): Trust {
  const asker = { ask: overHttp(options.timeoutMs ?? 5000), random: (count: number) => new Uint8Array(randomBytes(count)), ...options }
  const roots = certificatesIn(options.rootsPem)
  return {
    roots,
    stamp: (stamped) => stamp(asker, roots, stamped),
    evidenceFor: (path, at) => gather(asker, path, at),
    lists: () => lists(asker),
  }
}

async function stamp(asker: Asker, roots: readonly Certificate[], stamped: Bytes): Promise<Stamped> {
  const nonce = Buffer.from(asker.random(8))
    .toString('hex')
    .replace(/^[89a-f0]/, '1')
  const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(stamped)))
  const question = writeTimeStampRequest({ digest: 'sha256', imprint, nonce })
  const reply = await asker.ask(asker.tsaUrl, { type: 'application/timestamp-query', body: question })
  const token = reply && orNothing(() => tokenOf(reply))
  if (!token) return { ok: false, problem: 'tsa-unreachable' }
  const read = orNothing(() => readTimeStamp(token))
  if (!read || read.nonce !== nonce || !orNothing(() => stamps(read, stamped))) return { ok: false, problem: 'tsa-untrusted' }
  const path = pathTo(read.data.signer.certificate, read.data.certificates, roots, read.at)
  return path.ok ? { ok: true, token, at: read.at, path: path.certificates } : { ok: false, problem: 'tsa-untrusted' }
}

async function gather(asker: Asker, path: readonly Certificate[], at: string): Promise<Evidence> {
  let evidence: Evidence = { ...noEvidence, certificates: path.slice(0, -1).map(({ der }) => der) }
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1]
    if (!issuer || stateAt(certificate, issuer, evidence, at).state !== 'unknown') continue
    for await (const piece of pieces(asker, certificate, issuer)) {
      const more = merged(evidence, piece)
      if (stateAt(certificate, issuer, more, at).state === 'unknown') continue
      evidence = more
      break
    }
  }
  return evidence
}

async function lists({ ask, crlUrls = [] }: Asker): Promise<Evidence> {
  const answers = await Promise.all(crlUrls.map((url) => ask(url)))
  return { ...noEvidence, crls: answers.filter((list) => list !== undefined) }
}

/** OCSP first, lists after, one at a time until one of them is enough. */
async function* pieces(asker: Asker, certificate: Certificate, issuer: Certificate): AsyncGenerator<Evidence> {
  const body = writeOcspRequest(certificateId(certificate.serial, issuer, 'sha1'))
  for (const url of distinct([asker.ocspUrl, ...ocspAddressesOf(certificate)])) {
    const answer = await asker.ask(url, { type: 'application/ocsp-request', body })
    if (answer) yield { ...noEvidence, ocsps: [answer] }
  }
  for (const url of distinct([...crlAddressesOf(certificate), ...(asker.crlUrls ?? [])])) {
    const list = await asker.ask(url)
    if (list) yield { ...noEvidence, crls: [list] }
  }
}

const distinct = (urls: readonly (string | undefined)[]): string[] => [...new Set(urls.filter((url) => url !== undefined))]

/** One question over HTTP; undefined for no answer in time, a refusal, or an answer without end. */
const overHttp =
  (timeoutMs: number): Ask =>
  async (url, question) => {
    try {
      const reply = await fetch(url, {
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        ...(question ? { method: 'POST', headers: { 'content-type': question.type }, body: Buffer.from(question.body) } : {}),
      })
      if (!reply.ok || Number(reply.headers.get('content-length') ?? 0) > mostBytes) return undefined
      const body = new Uint8Array(await reply.arrayBuffer())
      return body.length > mostBytes ? undefined : body
    } catch {
      return undefined
    }
  }
