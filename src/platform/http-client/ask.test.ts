import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import { ask, jsonOf, textOf } from './index.ts'

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

test('an answer comes with status, headers and body, whatever the status', async (t) => {
  const url = await serve(t, (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      response.writeHead(418, { 'content-type': 'application/json', 'x-seen': String(request.headers.authorization) })
      response.end(Buffer.concat(parts))
    })
  })
  const answer = await ask(url, { method: 'POST', bearer: 'key', json: { tên: 'Hồng' } })
  assert.ok(answer.answered)
  assert.equal(answer.status, 418)
  assert.equal(answer.headers.get('x-seen'), 'Bearer key')
  assert.deepEqual(jsonOf(answer), { tên: 'Hồng' })
})

test('what is not JSON reads as undefined', async (t) => {
  const url = await serve(t, (_request, response) => response.end('xin chào'))
  const answer = await ask(url)
  assert.ok(answer.answered)
  assert.equal(jsonOf(answer), undefined)
  assert.equal(textOf(answer), 'xin chào')
})

test('silence ends at the deadline, also in the middle of a body', async (t) => {
  const silent = await serve(t, () => undefined)
  const halfway = await serve(t, (_request, response) => response.write('half'))
  assert.deepEqual(await ask(silent, { timeoutMs: 40 }), { answered: false, reason: 'timeout' })
  assert.deepEqual(await ask(halfway, { timeoutMs: 40 }), { answered: false, reason: 'timeout' })
})

test('a broken or refused connection is a value', async (t) => {
  const broken = await serve(t, (request) => request.socket.destroy())
  assert.deepEqual(await ask(broken), { answered: false, reason: 'unreachable' })
  assert.deepEqual(await ask('http://127.0.0.1:1/'), { answered: false, reason: 'unreachable' })
})

test('a body beyond the limit is not kept', async (t) => {
  const url = await serve(t, (_request, response) => response.end('x'.repeat(2000)))
  assert.deepEqual(await ask(url, { maxBytes: 1000 }), { answered: false, reason: 'too-large' })
})

test('a redirect is an answer and is not followed', async (t) => {
  const url = await serve(t, (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
  const answer = await ask(url)
  assert.ok(answer.answered)
  assert.equal(answer.status, 302)
})

test('it tries again only when asked to', async (t) => {
  let calls = 0
  const url = await serve(t, (_request, response) => {
    calls += 1
    response.writeHead(calls < 3 ? 503 : 200).end()
  })
  const first = await ask(url)
  assert.equal(first.answered && first.status, 503)
  const patient = await ask(url, { retries: 2 })
  assert.equal(patient.answered && patient.status, 200)
  assert.equal(calls, 3)
})

test('trying again stops at the deadline', async () => {
  const answer = await ask('http://127.0.0.1:1/', { retries: 1_000_000, timeoutMs: 120 })
  assert.equal(answer.answered, false)
})

test('an address that is none is a mistake of the caller', async () => {
  await assert.rejects(ask('file:///etc/passwd'))
  await assert.rejects(ask('nowhere'))
})
