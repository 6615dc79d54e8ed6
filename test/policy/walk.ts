import type { InjectOptions } from 'fastify'
import { formIn } from '../visitor.ts'
import type { Knock, Sent, Subject } from './request.ts'
import { fits, type Line, type Sign } from './table.ts'
import { type Column, columns, type Desk, type PolicyWorld, whoIn } from './world.ts'

/** Somebody at the doors: his cookies with a form's token, and his session's token for machine doors. */
type Visitor = { cookies: Record<string, string>; csrf: string; token: string | undefined }

const visitors = new WeakMap<PolicyWorld, Map<string, Promise<Visitor>>>()

function visitorOf(w: PolicyWorld, column: Column, desk: Desk): Promise<Visitor> {
  const known = visitors.get(w) ?? new Map<string, Promise<Visitor>>()
  visitors.set(w, known)
  const key = whoIn(w, column, desk)?.key ?? 'public'
  const visitor = known.get(key) ?? comeIn(w, column, desk)
  known.set(key, visitor)
  return visitor
}

async function comeIn(w: PolicyWorld, column: Column, desk: Desk): Promise<Visitor> {
  const who = whoIn(w, column, desk)
  const visitor = await w.visitor(who)
  const { fields } = formIn((await visitor.get('/hien-thi')).html, '/hien-thi')
  return {
    cookies: visitor.cookies,
    csrf: String(fields._csrf),
    token: who === undefined ? undefined : (await w.sessionOf(who, w.clock())).token,
  }
}

/**
 * Knocks at one door as everybody, validly, and tells what is not as policy.txt says. Those who are denied come first and change
 * nothing; whoever is let in and changes something finds a subject of his own.
 */
export async function walkDoor(w: PolicyWorld, line: Line, knock: Knock, isMachine: boolean): Promise<string[]> {
  const stays = knock.stays ?? line.method === 'GET'
  const desk = knock.desk ?? 'registrar'
  const shared = new Map<'own' | 'predecessor', Promise<Subject>>()
  const wrong: string[] = []
  const inOrder = [...columns].sort((a, b) => rank(line.signs[a]) - rank(line.signs[b]))
  for (const column of inOrder) {
    const sign = line.signs[column]
    if (sign === '.') continue
    const lies = column === 'predecessor' ? 'predecessor' : 'own'
    const make = () => knock.subject?.(w, lies) ?? Promise.resolve({})
    const subject = sign === '+' && !stays ? make() : (shared.get(lies) ?? make())
    if (sign !== '+' || stays) shared.set(lies, subject)
    const visitor = knock.endsSession === true ? comeIn(w, column, desk) : visitorOf(w, column, desk)
    const walked = { w, subject: await subject, who: whoIn(w, column, desk), column, at: columns.indexOf(column) }
    const reply = await w.app.inject(await requestOf(line.method, await knock.send(walked), await visitor, isMachine))
    if (!fits(sign, reply.statusCode)) wrong.push(told(line, column, sign, reply.statusCode, reply.body))
  }
  return wrong
}

const rank = (sign: Sign): number => (sign === '+' ? 1 : 0)

function told({ method, path }: Line, column: Column, sign: Sign, status: number, html: string): string {
  const said = status < 400 ? '' : ` (${/<h1[^>]*>.*?<\/h1>\s*<p[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? html.slice(0, 200)})`
  return `${method} ${path} as ${column}: ${sign} expected, ${status} came${said}`
}

async function requestOf(method: string, sent: Sent, visitor: Visitor, isMachine: boolean): Promise<InjectOptions> {
  const { headers, payload } = await bodyOf(sent, visitor)
  const bearer = isMachine && visitor.token !== undefined ? { authorization: `Bearer ${visitor.token}` } : {}
  return {
    method: method as 'GET',
    url: sent.path,
    ...(sent.query && { query: sent.query }),
    headers: { accept: isMachine ? 'application/json' : 'text/html', 'x-form-token': visitor.csrf, ...bearer, ...headers, ...sent.headers },
    cookies: isMachine ? {} : { ...visitor.cookies, ...sent.cookies },
    ...(payload === undefined ? {} : { payload }),
  }
}

let count = 0

async function bodyOf(
  { form, file, json, bytes }: Sent,
  { csrf }: Visitor,
): Promise<{ headers: Record<string, string>; payload?: string | Buffer }> {
  count += 1
  const key = `policy-walk-${count}`
  if (json !== undefined) return { headers: { 'content-type': 'application/json', 'idempotency-key': key }, payload: JSON.stringify(json) }
  if (bytes !== undefined) return { headers: { 'content-type': bytes.type, 'idempotency-key': key }, payload: Buffer.from(bytes.content) }
  if (form === undefined && file === undefined) return { headers: {} }
  const pairs = Object.entries({ _csrf: csrf, _key: key, ...form }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)] as const),
  )
  if (file === undefined)
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(pairs.map((one) => [...one])).toString(),
    }
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  data.append(file.field, new Blob([new Uint8Array(file.bytes)], { type: 'application/pdf' }), file.name)
  const made = new Response(data)
  return { headers: { 'content-type': made.headers.get('content-type') ?? '' }, payload: Buffer.from(await made.arrayBuffer()) }
}
