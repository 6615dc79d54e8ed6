import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Form, formsIn, textOf } from './page.ts'

/** One request as the timeline tells it; `server` is what the server says it took, in milliseconds. */
export type Step = { at: string; actor: string; method: string; path: string; status: number; server: number | null }

export type Page = { url: URL; status: number; html: string; bytes: Buffer; type: string }

export type Brought = { field: string; name: string; type: string; bytes: Buffer }

/** What the walk waited for, or could not do: in words for whoever ran it. */
export class Stuck extends Error {
  override name = 'Stuck'
}

const longestAnswerMs = 20_000
const pauseMs = 500

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Somebody who walks through pages with cookies of his own, follows redirections and notes every step. */
export class Walker {
  readonly actor: string
  private timeline: Step[] = []
  private deadline: () => number = () => longestAnswerMs
  /** What was waited for last, as long as nothing has been sent since. */
  private waitsFor: string | undefined
  private readonly jars = new Map<string, Map<string, string>>()

  constructor(actor: string) {
    this.actor = actor
  }

  /**
   * Begins a walk.
   * @param left milliseconds that are left for the whole walk
   */
  begin(timeline: Step[], left: () => number): void {
    this.timeline = timeline
    this.deadline = left
  }

  /** Opens a page. Whatever is not 200 ends the walk. */
  async get(address: string | URL): Promise<Page> {
    const page = await this.fetch(new URL(address), 'GET')
    if (page.status !== 200) throw new Stuck(`GET ${page.url.pathname} trả lời ${page.status}: ${textOf(page.html).slice(0, 300)}`)
    return page
  }

  /** The same for a page that may not be there yet. */
  look(address: string | URL): Promise<Page> {
    return this.fetch(new URL(address), 'GET')
  }

  /**
   * Sends the form of a page whose action ends so, with answers put in by field name. An answer must fit the form: a name that it has
   * not, or a choice that it does not offer, ends the walk.
   */
  async send(page: Page, action: string, answers: Answers = {}, files: readonly Brought[] = []): Promise<Page> {
    const next = await this.offer(page, action, answers, files)
    if (next.status >= 400) throw new Stuck(`POST ${next.url.pathname} trả lời ${next.status}: ${problemsOf(next.html)}`)
    return next
  }

  /** The same where the page may come back with complaints. */
  async offer(page: Page, action: string, answers: Answers = {}, files: readonly Brought[] = []): Promise<Page> {
    const form = formsIn(page.html).find((one) => endsWith(one.action, action))
    if (form === undefined)
      throw new Stuck(`trang ${page.url.pathname} không có biểu mẫu gửi tới ${action}: ${textOf(page.html).slice(0, 400)}`)
    for (const [name, value] of Object.entries(answers)) answer(form, name, typeof value === 'string' ? [value] : [...value], page)
    const to = new URL(form.action === '' ? page.url : form.action, page.url)
    if (form.method === 'GET') {
      to.search = new URLSearchParams([...form.fields].flatMap(([name, values]) => values.map((one) => [name, one]))).toString()
      return this.fetch(to, 'GET')
    }
    const { type, body } = await encoded(form, files)
    return this.fetch(to, 'POST', { type, body, from: page.url })
  }

  /** Waits a moment for something that is done elsewhere. @throws Stuck that names it when the time of the walk is over */
  async pause(what: string): Promise<void> {
    this.waitsFor = what
    if (this.deadline() < pauseMs) throw new Stuck(`vẫn chờ: ${what}`)
    await new Promise((go) => setTimeout(go, pauseMs))
  }

  private async fetch(url: URL, method: string, sent?: { type: string; body: Buffer; from: URL }): Promise<Page> {
    let at = url
    let how = method
    let what = sent
    for (let hop = 0; hop < 20; hop += 1) {
      const { page, location } = await this.ask(at, how, what)
      if (location === undefined) return page
      at = new URL(location, at)
      // 307 and 308 keep the method; everything else goes on by GET.
      if (page.status !== 307 && page.status !== 308) {
        how = 'GET'
        what = undefined
      }
    }
    throw new Stuck(`${url.pathname} chuyển hướng không dứt`)
  }

  private ask(
    url: URL,
    method: string,
    sent: { type: string; body: Buffer; from: URL } | undefined,
  ): Promise<{ page: Page; location?: string }> {
    if (method === 'POST') this.waitsFor = undefined
    const left = this.deadline()
    if (left <= 0) throw this.outOfTime(`hết giờ trước ${method} ${url.pathname}`)
    const headers: Record<string, string> = { accept: 'text/html,application/xhtml+xml', cookie: this.cookiesFor(url) }
    if (sent !== undefined)
      Object.assign(headers, { 'content-type': sent.type, 'content-length': String(sent.body.length), origin: sent.from.origin })
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((resolve, reject) => {
      const timeout = AbortSignal.timeout(Math.max(1, Math.floor(Math.min(left, longestAnswerMs))))
      const asked = request(url, { method, headers, signal: timeout }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', reject)
        reply.on('end', () => {
          this.remember(url, reply.headers['set-cookie'] ?? [])
          const status = reply.statusCode ?? 0
          this.note(url, method, status, String(reply.headers['server-timing'] ?? ''))
          const bytes = Buffer.concat(chunks)
          const page = { url, status, html: bytes.toString('utf8'), bytes, type: String(reply.headers['content-type'] ?? '') }
          const { location } = reply.headers
          resolve(status >= 300 && status < 400 && location !== undefined ? { page, location } : { page })
        })
      })
      asked.on('error', (error) => {
        const why = `${method} ${url.origin}${url.pathname}: ${error.message}`
        reject(timeout.aborted && left < longestAnswerMs ? this.outOfTime(why) : new Stuck(why))
      })
      asked.end(sent?.body)
    })
  }

  /** Looking once more must not hide what the walk was waiting for when its time ran out. */
  private outOfTime(otherwise: string): Stuck {
    return new Stuck(this.waitsFor === undefined ? otherwise : `vẫn chờ: ${this.waitsFor}`)
  }

  private note(url: URL, method: string, status: number, timing: string): void {
    const [, ms] = /dur=([\d.]+)/.exec(timing) ?? []
    const server = ms === undefined ? null : Number(ms)
    const step = { at: new Date().toISOString(), actor: this.actor, method, path: url.pathname, status, server }
    const last = this.timeline.at(-1)
    // Somebody who waits asks the same again and again: that is one step.
    const isSame = last !== undefined && method === 'GET' && last.actor === step.actor && last.path === step.path && last.status === status
    this.timeline.splice(isSame ? -1 : this.timeline.length, isSame ? 1 : 0, step)
  }

  private cookiesFor({ host }: URL): string {
    return [...(this.jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private remember({ host }: URL, cookies: readonly string[]): void {
    const jar = this.jars.get(host) ?? new Map<string, string>()
    this.jars.set(host, jar)
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';')
      const at = pair.indexOf('=')
      const isGone = attributes.some((one) => /^\s*max-age=0\s*$/i.test(one) || /expires=thu, 01 jan 1970/i.test(one))
      if (isGone) jar.delete(pair.slice(0, at).trim())
      else jar.set(pair.slice(0, at).trim(), pair.slice(at + 1))
    }
  }
}

function endsWith(action: string, wanted: string): boolean {
  return (action.split('?')[0] ?? '').endsWith(wanted)
}

function answer(form: Form, name: string, values: string[], page: Page): void {
  if (!form.names.has(name)) throw new Stuck(`trang ${page.url.pathname} không hỏi «${name}»; có: ${[...form.names].join(', ')}`)
  const offered = form.offers.get(name)
  const strange = offered === undefined ? undefined : values.find((value) => !offered.some((one) => one.value === value))
  if (strange !== undefined)
    throw new Stuck(
      `trang ${page.url.pathname}: «${name}» không có câu trả lời «${strange}»; có: ${offered?.map((one) => one.value).join(', ')}`,
    )
  form.fields.set(name, values)
}

async function encoded(form: Form, files: readonly Brought[]): Promise<{ type: string; body: Buffer }> {
  const pairs = [...form.fields].flatMap(([name, values]) => values.map((value) => [name, value] as const))
  if (!form.isMultipart)
    return { type: 'application/x-www-form-urlencoded', body: Buffer.from(new URLSearchParams(pairs.map((one) => [...one])).toString()) }
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  for (const { field, name, type, bytes } of files) data.append(field, new Blob([new Uint8Array(bytes)], { type }), name)
  const made = new Response(data)
  return { type: made.headers.get('content-type') ?? '', body: Buffer.from(await made.arrayBuffer()) }
}

/** What a page that came back complains about, or its text. */
function problemsOf(html: string): string {
  const [, summary] = /<div class="govuk-error-summary".*?<ul[^>]*>(.*?)<\/ul>/s.exec(html) ?? []
  return (summary === undefined ? textOf(html) : textOf(summary)).slice(0, 600)
}
