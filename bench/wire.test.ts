import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import { Wire } from './wire.ts'

async function wireTo(t: TestContext, answer: RequestListener): Promise<Wire> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const wire = new Wire(typeof address === 'object' && address !== null ? address.port : 0)
  t.after(() => {
    wire.end()
    server.close()
    server.closeAllConnections()
  })
  return wire
}

test('one connection asks one thing after another: status, where it leads, how long the answer is', async (t) => {
  const sockets = new Set<unknown>()
  const wire = await wireTo(t, async (req, res) => {
    sockets.add(req.socket)
    let body = ''
    for await (const chunk of req) body += chunk
    if (req.method === 'GET') res.writeHead(200, { 'content-length': 100_000 }).end('x'.repeat(100_000))
    else res.writeHead(303, { location: `/ho-so/${body.length}`, 'content-length': 0 }).end()
  })
  const page = await wire.ask({ method: 'GET', path: '/', headers: {} })
  const sent = await wire.ask({ method: 'POST', path: '/nop', headers: { cookie: 'a=b' }, body: 'Đ=1' })
  assert.equal(page.status, 200)
  assert.ok(page.bytes > 100_000)
  assert.deepEqual([sent.status, sent.location, sockets.size], [303, '/ho-so/3', 1])
})

test('an answer whose end cannot be known, and a connection that breaks, are errors', async (t) => {
  const endless = await wireTo(t, (_req, res) => {
    res.write('a piece')
  })
  await assert.rejects(endless.ask({ method: 'GET', path: '/', headers: {} }), /unknown length/)
  const broken = await wireTo(t, (req) => {
    req.socket.destroy()
  })
  await assert.rejects(broken.ask({ method: 'GET', path: '/', headers: {} }))
})
