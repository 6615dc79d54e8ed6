import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type RequestOptions, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { Refusal } from '#platform/act'
import { Pool } from '#platform/db'
import { closeDoors, type Doors, openDoors, type Patience } from '#platform/http'
import { testKeys } from '#test/database'
import { sentences } from '../../src/web/sentences.ts'

const short: Patience = { headMs: 300, wholeMs: 600, silenceMs: 400, lookEveryMs: 50 }

async function listening(t: TestContext, patience: Patience = short): Promise<{ port: number; doors: Doors }> {
  const pool = new Pool({ host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' }, 1, 'test')
  t.after(() => pool.end())
  const doors = await openDoors({
    pool,
    keys: testKeys(),
    now: () => '2026-11-20T01:00:00.000Z',
    https: false,
    formTargets: [],
    log: false,
    identify: async () => ({ actor: { id: '', kind: 'public', system: '', posts: [], units: [] }, visitor: '' }),
    mayKnock: () => true,
    sentences,
    render: () => '',
    problemPage: () => {
      throw new Error('a machine asked')
    },
    patience,
  })
  t.after(() => doors.app.close())
  doors.post('/nhan', { may: 'anyone', machine: true, keyless: true }, () => ({ taken: true }))
  doors.post('/khong-doc', { may: 'anyone', machine: true, streamed: true, keyless: true }, async (req) => {
    for await (const part of req.parts()) if (part.type === 'file') throw new Refusal(403, 'form-token')
  })
  doors.get('/song', { may: 'anyone', machine: true }, () => ({ lives: true }))
  return { port: Number(new URL(await doors.app.listen({ host: '127.0.0.1', port: 0 })).port), doors }
}

/** Sends a text and then a byte now and again; gives what came back when the other side has closed. */
async function dribbled(t: TestContext, port: number, text: string, everyMs: number): Promise<{ said: string; ms: number }> {
  const socket: Socket = connect(port, '127.0.0.1')
  t.after(() => socket.destroy())
  const began = performance.now()
  let said = ''
  socket
    .on('error', () => {})
    .on('data', (bytes) => {
      said += bytes
    })
  socket.write(text)
  const dribble = setInterval(() => socket.write('a'), everyMs)
  await once(socket, 'close')
  clearInterval(dribble)
  return { said, ms: performance.now() - began }
}

test('who dribbles a head, dribbles a body or says nothing loses his line; others are answered meanwhile', {
  timeout: 30_000,
}, async (t) => {
  const { port } = await listening(t)
  const head = 'POST /nhan HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n'
  const slow = Promise.all([
    ...Array.from({ length: 50 }, () => dribbled(t, port, 'GET /song HTTP/1.1\r\nHost: x\r\nX-', 50)),
    dribbled(t, port, `${head}\r\n{"a":"`, 50),
    dribbled(t, port, head, 1_000_000),
  ])
  assert.equal((await fetch(`http://127.0.0.1:${port}/song`)).status, 200)
  const ended = await slow
  assert.ok(ended.every(({ ms }) => ms < 5_000))
  assert.ok(
    ended.slice(0, 51).every(({ said }) => said.startsWith('HTTP/1.1 408')),
    ended.map(({ said }) => said.slice(0, 20)).join(),
  )
  assert.equal((await fetch(`http://127.0.0.1:${port}/song`)).status, 200)
})

test('closing waits for who is being answered, but not for a sender who never ends', { timeout: 30_000 }, async (t) => {
  const { port, doors } = await listening(t, { headMs: 60_000, wholeMs: 60_000, silenceMs: 60_000, lookEveryMs: 5_000 })
  const line = connect(port, '127.0.0.1')
  line.on('error', () => {}).write('POST /nhan HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')
  assert.equal((await fetch(`http://127.0.0.1:${port}/song`)).status, 200)
  const began = performance.now()
  await closeDoors(doors, 200)
  assert.ok(performance.now() - began < 10_000)
  await assert.rejects(fetch(`http://127.0.0.1:${port}/song`))
})

test('a door that stops reading gives its answer, and the line serves the next request', { timeout: 30_000 }, async (t) => {
  const { port } = await listening(t)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.after(() => agent.destroy())
  const big = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="tep"; filename="a.pdf"\r\n\r\n'),
    Buffer.alloc(3_000_000),
    Buffer.from('\r\n--x--\r\n'),
  ])
  const form = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } }
  assert.equal(await asked(agent, port, '/khong-doc', form, big), 403)
  assert.equal(await asked(agent, port, '/song', {}, undefined), 200)
})

function asked(agent: Agent, port: number, path: string, options: RequestOptions, body: Buffer | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request({ ...options, agent, port, path, host: '127.0.0.1' }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    sending.once('error', reject)
    sending.end(body)
  })
}
