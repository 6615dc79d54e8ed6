import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Compile } from 'typebox/schema'
import { issueBirth } from '#test/issued-birth'
import { type WebWorld, webWorld } from '#test/web-world'
import type { AnyDoor, Example } from './door.ts'
import { machineDoors } from './doors.ts'

/** Ids, hashes and keys are other ones each time; what an example calls by one is remembered as what really came. */
const opaque = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{16}|[\w-]{22})$/

type Known = Map<string, string>

function replaced<T>(value: T, known: Known): T {
  if (typeof value === 'string') return (known.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((one) => replaced(one, known)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, known)])) as T
}

/** Learns what the example's names stand for, walking both alike. */
function learn(example: unknown, really: unknown, known: Known): void {
  if (typeof example === 'string' && typeof really === 'string') {
    if (opaque.test(example) && opaque.test(really) && example.length === really.length) known.set(example, really)
    return
  }
  if (typeof example !== 'object' || example === null || typeof really !== 'object' || really === null) return
  for (const [name, one] of Object.entries(example)) learn(one, (really as Record<string, unknown>)[name], known)
}

type Run = { w: WebWorld; known: Known; sessions: Record<string, string>; paper: () => Promise<Uint8Array> }

async function run({ w, known, sessions, paper }: Run, door: AnyDoor, { as, params = {}, query, headers = {}, body }: Example) {
  const path = door.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(replaced(params[name] ?? '', known)))
  const type = door.body !== undefined && 'bytes' in door.body ? door.body.bytes : 'application/json'
  const payload =
    body === undefined
      ? undefined
      : 'json' in body
        ? JSON.stringify(replaced(body.json, known))
        : Buffer.from('base64' in body ? Buffer.from(body.base64, 'base64') : await paper())
  return w.app.inject({
    method: door.method,
    url: path,
    ...(query && { query }),
    headers: {
      ...headers,
      ...(as !== 'public' && { authorization: `Bearer ${sessions[as]}` }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(payload !== undefined && { payload }),
  })
}

test('every example of the documentation answers as it says, in the order in which somebody would use the doors', async (t) => {
  const w = await webWorld(t)
  const sessions = { citizen: (await w.sessionOf(w.hong)).token, receptionist: (await w.sessionOf(w.mai)).token }
  const paper = async () => (await issueBirth(w)).sealed
  const known: Known = new Map()
  let count = 0
  for (const door of machineDoors) {
    for (const example of door.examples) {
      const told = `${door.method} ${door.path}: ${example.shows.en}`
      const reply = await run({ w, known, sessions, paper }, door, example)
      const body: unknown = reply.body === '' ? undefined : reply.json()
      assert.equal(reply.statusCode, example.answer.status, `${told}\n${reply.body}`)
      learn(example.answer.body, body, known)
      assert.deepEqual(body, replaced(example.answer.body, known), told)
      for (const [name, value] of Object.entries(example.answer.headers ?? {})) assert.equal(reply.headers[name], value, `${told}: ${name}`)
      const schema = door.answers[example.answer.status]?.schema
      if (schema !== undefined) assert.deepEqual(Compile(schema).Errors(body), [true, []], told)
      count += 1
    }
  }
  assert.ok(count >= machineDoors.length)
})

test('the description is OpenAPI 3.1 and names every machine door; the page shows them all', async (t) => {
  const w = await webWorld(t)
  const described = (await w.app.inject('/api/openapi.json')).json()
  assert.equal(described.openapi, '3.1.0')
  const machines = w.routes.filter(({ door, path }) => door.machine === true && path !== '/api/openapi.json')
  const page = (await w.app.inject({ url: '/api/docs', headers: { accept: 'text/html' } })).body
  for (const { method, path } of machines) {
    const written = path.replaceAll(/:(\w+)/g, '{$1}')
    assert.ok(described.paths[written]?.[method.toLowerCase()], `${method} ${written} is not described`)
    assert.ok(page.includes(`${method} ${written}`), `${method} ${written} is not on the page`)
  }
  assert.equal(machines.length, machineDoors.length)
})

test('whatever is sent besides what a door documents is refused by name', async (t) => {
  const w = await webWorld(t)
  const { token } = await w.sessionOf(w.hong)
  const send = (payload: object, headers: Record<string, string> = {}) =>
    w.app.inject({ method: 'POST', url: '/api/v1/drafts', payload, headers: { authorization: `Bearer ${token}`, ...headers } })
  const wrong = await send({ id: 'x', procedure: '1.001193', unknown: 1 })
  assert.equal(wrong.statusCode, 422)
  assert.match(String(wrong.headers['content-type']), /^application\/problem\+json/)
  assert.deepEqual(
    wrong.json().faults.toSorted((a: { at: string }, b: { at: string }) => (a.at < b.at ? -1 : 1)),
    [
      { at: '/commune', rule: 'required' },
      { at: '/id', rule: 'format' },
      { at: '/unknown', rule: 'unknown-member' },
    ],
  )
  const form = await w.app.inject({
    method: 'POST',
    url: '/api/v1/drafts',
    payload: 'id=x',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(form.statusCode, 415)
})

test('a browser’s cookie alone opens no door that changes anything; a bearer’s token does', async (t) => {
  const w = await webWorld(t)
  const visitor = await w.visitor(w.hong)
  const send = (cookies: Record<string, string>, headers: Record<string, string>) =>
    w.app.inject({
      method: 'POST',
      url: '/api/v1/drafts',
      cookies,
      headers,
      payload: { id: '01932f40-9d00-7c31-8e52-6f1a3b5c7d90', procedure: '1.001193', commune: '09187' },
    })
  assert.deepEqual(
    [(await send(visitor.cookies, {})).statusCode, (await send(visitor.cookies, { authorization: 'Bearer x' })).statusCode],
    [403, 403],
  )
  assert.equal((await send({}, { authorization: `Bearer ${(await w.sessionOf(w.hong)).token}` })).statusCode, 201)
})

test('an official’s look through the machine door leaves the trace that the applicant can see', async (t) => {
  const w = await webWorld(t)
  const { code } = await issueBirth(w)
  const look = async (who: typeof w.mai) => {
    const { token } = await w.sessionOf(who)
    return (await w.app.inject({ url: `/api/v1/dossiers/${code}`, headers: { authorization: `Bearer ${token}` } })).statusCode
  }
  assert.deepEqual([await look(w.mai), await look(w.b.receptionist), await look(w.lan), await look(w.hong)], [200, 404, 404, 200])
  const traces = await w.db.selectFrom('record_access').select('purpose').where('purpose', '=', 'api').execute()
  assert.equal(traces.length, 1)
})
