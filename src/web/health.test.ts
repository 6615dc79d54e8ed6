import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webWorld } from '#test/web-world'

test('a program that answers is live, and ready as long as database, jobs and files do their part', async (t) => {
  const w = await webWorld(t)
  const live = await w.app.inject('/healthz')
  assert.deepEqual([live.statusCode, live.json(), live.headers['set-cookie']], [200, { status: 'live' }, undefined])
  const ready = await w.app.inject('/readyz')
  assert.deepEqual([ready.statusCode, ready.json()], [200, { status: 'ready', checks: { database: 'ok', jobs: 'ok', files: 'ok' } }])
})

test('a job that is due for more than a minute makes the program not ready', async (t) => {
  const w = await webWorld(t)
  await w.owner.trip([
    {
      text: `insert into graphile_worker._private_jobs (task_id, payload, run_at)
             select id, '{}', now() - interval '61 seconds' from graphile_worker._private_tasks where identifier = 'silence'`,
      values: [],
    },
  ])
  const { statusCode, body } = await w.app.inject('/readyz')
  assert.deepEqual([statusCode, JSON.parse(body).checks], [503, { database: 'ok', jobs: 'failing', files: 'ok' }])
})

test('files that cannot be stored make the program not ready', async (t) => {
  const w = await webWorld(t)
  w.services.vault.store.check = () => Promise.reject(new Error('the disk is full'))
  assert.equal((await w.app.inject('/readyz')).json().checks.files, 'failing')
})

test('figures are told by route pattern, on this machine or for the token', async (t) => {
  const w = await webWorld(t)
  await w.app.inject('/healthz')
  const ask = (remoteAddress: string, headers: Record<string, string> = {}) => w.app.inject({ url: '/metrics', remoteAddress, headers })
  const here = await ask('127.0.0.1')
  assert.match(here.body, /http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/)
  assert.match(here.body, /db_pool_connections\{state="busy"\}/)
  assert.match(here.body, /jobs\{state="oldest-due-seconds"\} 0/)
  assert.match(here.body, /process_resident_memory_bytes/)
  assert.equal((await ask('192.0.2.1')).statusCode, 403)
  w.services.metricsToken = 'long-enough'
  assert.equal((await ask('192.0.2.1', { authorization: 'Bearer long-enough' })).statusCode, 200)
  assert.equal((await ask('192.0.2.1', { authorization: 'Bearer another' })).statusCode, 403)
  // Behind a proxy on this machine it is the far end that counts.
  assert.equal((await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).statusCode, 403)
})
