import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { beginRequest, endRequest, startTelemetry } from './index.ts'

test('without an address nothing is sent, and spans cost nothing', async () => {
  const telemetry = await startTelemetry(undefined)
  endRequest(beginRequest('GET', 'r0'), 'GET', '/x', 200)
  await telemetry.stop()
})

test('with an address each request reaches the collector under its route pattern', async (t) => {
  const bodies: string[] = []
  const collector = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(`${request.url} ${Buffer.concat(chunks).toString('utf8')}`)
    reply.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((ready) => collector.listen(0, '127.0.0.1', ready))
  t.after(() => collector.close())
  const { port } = collector.address() as AddressInfo
  const telemetry = await startTelemetry(`http://127.0.0.1:${port}`)
  endRequest(beginRequest('GET', 'r1'), 'GET', '/q/:key', 200)
  await telemetry.stop()
  assert.equal(bodies.length, 1)
  assert.match(bodies[0] ?? '', /^\/v1\/traces /)
  assert.match(bodies[0] ?? '', /GET \/q\/:key/)
})
