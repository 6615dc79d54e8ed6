import assert from 'node:assert/strict'
import type { FastifyInstance, InjectOptions } from 'fastify'

/** What came back: the status, where it leads, and the page as text. */
export type Answer = { status: number; location: string | undefined; html: string; bytes: Buffer; headers: Record<string, unknown> }

/** A form as it stood on a page: where it goes and what is already in it. */
export type FormSeen = { action: string; fields: Record<string, string | string[]> }

/** Somebody with a memory for cookies who reads pages and sends their forms, without script. */
export type Visitor = {
  get(path: string): Promise<Answer>
  /** Opens a page and sends the form on it whose action ends so, with these answers put in. */
  send(path: string, action: string, answers?: Record<string, string | string[]>): Promise<Answer>
  /** Sends the form of a page that was opened before. */
  post(form: FormSeen, answers?: Record<string, string | string[]>): Promise<Answer>
  cookies: Record<string, string>
}

export function visitor(app: FastifyInstance, cookies: Record<string, string>, lang: 'vi' | 'en'): Visitor {
  const jar: Record<string, string> = { '__Host-lt-ngonngu': lang, ...cookies }
  const knock = async (request: InjectOptions): Promise<Answer> => {
    const reply = await app.inject({ ...request, headers: { accept: 'text/html', ...request.headers }, cookies: jar })
    for (const { name, value, maxAge } of reply.cookies) {
      if (value === '' || maxAge === 0) delete jar[name]
      else jar[name] = value
    }
    const { location } = reply.headers
    const where = typeof location === 'string' ? location : undefined
    return { status: reply.statusCode, location: where, html: reply.body, bytes: reply.rawPayload, headers: reply.headers }
  }
  const get = (path: string) => knock({ method: 'GET', url: path })
  const post = (form: FormSeen, answers: Record<string, string | string[]> = {}) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...form.fields, ...answers })) for (const one of [value].flat()) body.append(name, one)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return knock({ method: 'POST', url: form.action, payload: body.toString(), headers })
  }
  return {
    get,
    post,
    cookies: jar,
    send: async (path, action, answers) => {
      const page = await get(path)
      assert.equal(page.status, 200, `${path} answered ${page.status}: ${textOf(page.html).slice(0, 400)}`)
      return post(formIn(page.html, action), answers)
    },
  }
}

/** The form of a page whose action ends so, with hidden fields and what was typed; one that sends before one that only asks. */
export function formIn(html: string, action: string): FormSeen {
  const forms = [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].toSorted(([, a = ''], [, b = '']) => asks(a) - asks(b))
  for (const [, attributes = '', inside = ''] of forms) {
    const where = attribute(attributes, 'action') ?? ''
    if (where.endsWith(action)) return { action: where, fields: fieldsIn(inside) }
  }
  return assert.fail(`the page has no form to ${action}: ${textOf(html).slice(0, 600)}`)
}

function asks(attributes: string): number {
  return attribute(attributes, 'method') === 'get' ? 1 : 0
}

function fieldsIn(html: string): FormSeen['fields'] {
  const fields: FormSeen['fields'] = {}
  for (const [, attributes = ''] of html.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    const kind = attribute(attributes, 'type')
    const isChoice = kind === 'radio' || kind === 'checkbox'
    if (name === undefined || kind === 'file' || (isChoice && !/\schecked/.test(attributes))) continue
    const value = attribute(attributes, 'value') ?? ''
    fields[name] = kind === 'checkbox' ? [...[fields[name] ?? []].flat(), value] : value
  }
  for (const [, attributes = '', text = ''] of html.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)) {
    const name = attribute(attributes, 'name')
    if (name !== undefined) fields[name] = plain(text)
  }
  for (const [, attributes = '', options = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(attributes, 'name')
    const [, chosen = ''] = /<option([^>]*\sselected[^>]*)>/.exec(options) ?? []
    if (name !== undefined) fields[name] = attribute(chosen, 'value') ?? ''
  }
  return fields
}

function attribute(attributes: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes) ?? []
  return value === undefined ? undefined : plain(value)
}

/** What a reader sees of a page, on one line. */
export function textOf(html: string): string {
  return plain(html.replace(/<(script|style|head)[^>]*>.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function plain(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => signs[name] ?? whole)
}
