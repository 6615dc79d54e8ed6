import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import {
  ask,
  hasSaid,
  type Run,
  startedProgram,
  startProgram,
  stopProgram,
  temporaryFolder,
  type Up,
  usedFolder,
} from './start-program-run.ts'

const oneRow = "create table if not exists kept as select 'còn nguyên' as text"
const keptRow = [{ text: 'còn nguyên' }]

test('a second start names the first by pid and address, exits with 3, and the first is unharmed', async (t) => {
  const dataDir = await usedFolder(t)
  const first = await startedProgram(t, { dataDir, address: 'http://localhost:4711' })
  const { code, said } = await startProgram(t, { dataDir }).ended
  assert.equal(code, 3)
  assert.match(said, new RegExp(`^already-running: .*${dataDir}.* pid ${first.now.program}, http://localhost:4711\\.\\n$`))
  assert.deepEqual(await ask(first.now.connection, 'select 1 as one'), [{ one: 1 }])
  assert.equal(await stopProgram(first), 0)
})

test('of two first starts at the same time one runs and the other exits with 3', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'data')
  const both = [startProgram(t, { dataDir }), startProgram(t, { dataDir })]
  const ups = await Promise.all(both.map((run) => run.up))
  const winner = ups.find((up) => up !== undefined)
  const loser = both[ups.indexOf(undefined)]
  assert.ok(winner !== undefined && loser !== undefined)
  assert.equal((await loser.ended).code, 3)
  assert.match(loser.said(), new RegExp(`already-running: .*pid ${winner.program}`))
  assert.deepEqual(await ask(winner.connection, 'select 1 as one'), [{ one: 1 }])
})

test('after kill -9 of the program the next start finds everything that was stored', async (t) => {
  const dataDir = await usedFolder(t)
  const first = await startedProgram(t, { dataDir })
  await ask(first.now.connection, oneRow)
  await kill(first)
  const second = await startedProgram(t, { dataDir })
  assert.deepEqual(await ask(second.now.connection, 'select text from kept'), keptRow)
})

test('a PostgreSQL that outlived its program is stopped by the next start', async (t) => {
  const dataDir = await usedFolder(t)
  const first = await startedProgram(t, { dataDir })
  await ask(first.now.connection, oneRow)
  const asItRan = await commandOf(first.now.postmaster)
  await stopProgram(first)
  const orphan = await startedAlone(t, asItRan)
  const second = await startedProgram(t, { dataDir })
  assert.match(second.said(), new RegExp(`Dừng PostgreSQL còn lại từ lần chạy trước \\(pid ${orphan}\\)`))
  assert.deepEqual(await ask(second.now.connection, 'select text from kept'), keptRow)
})

test('after kill -9 of the postmaster the program says so, and the next start waits until its backends are gone', async (t) => {
  const dataDir = await usedFolder(t)
  const first = await startedProgram(t, { dataDir })
  const backend = await busyBackend(t, first.now)
  process.kill(first.now.postmaster, 'SIGKILL')
  assert.equal((await first.ended).code, 5)
  const second = startProgram(t, { dataDir })
  await hasSaid(second, 'Chờ các tiến trình của PostgreSQL lần trước')
  process.kill(backend, 'SIGKILL')
  assert.deepEqual(await ask(connectionOf(await second.up), 'select 1 as one'), [{ one: 1 }])
})

test('lock files whose pid belongs to a stranger meanwhile, as after a power cut, do not stop a start', async (t) => {
  const dataDir = await usedFolder(t)
  const cluster = join(dataDir, 'postgres', 'cluster')
  const socketLock = join(dataDir, 'postgres', '.s.PGSQL.5432.lock')
  const now = Math.floor(Date.now() / 1000)
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n${now}\n5432\n${dataDir}/postgres\n\n  1234567         9\nready   \n`,
  )
  await writeFile(socketLock, `${process.pid}\n${cluster}\n${now}\n5432\n${dataDir}/postgres\n`)
  const { now: up } = await startedProgram(t, { dataDir })
  assert.deepEqual(await ask(up.connection, 'select 1 as one'), [{ one: 1 }])
})

test('stopping rolls open transactions back, ends idle connections and leaves nothing behind', async (t) => {
  const dataDir = await usedFolder(t)
  const run = await startedProgram(t, { dataDir })
  const client = new pg.Client(run.now.connection)
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query('create table never (a int)')
  assert.equal(await stopProgram(run), 0)
  await assert.rejects(readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid')), { code: 'ENOENT' })
  await assert.rejects(readFile(join(dataDir, 'running.json')), { code: 'ENOENT' })
  const again = await startedProgram(t, { dataDir })
  assert.deepEqual(await ask(again.now.connection, "select to_regclass('never') as found"), [{ found: null }])
})

async function kill(run: Run): Promise<void> {
  run.child.kill('SIGKILL')
  await run.ended
}

type Command = { words: string[]; env: NodeJS.ProcessEnv }

async function commandOf(pid: number): Promise<Command> {
  const parts = async (name: string) => (await readFile(`/proc/${pid}/${name}`, 'utf8')).split('\0').filter((part) => part !== '')
  const env = (await parts('environ')).map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)])
  return { words: await parts('cmdline'), env: Object.fromEntries(env) }
}

/** PostgreSQL as its program had started it, but with nobody whose death it would follow. */
async function startedAlone(t: TestContext, { words, env }: Command): Promise<number> {
  const prefix = process.geteuid?.() === 0 ? ['unshare', '--user', '--map-user=1', '--map-group=1', '--'] : []
  const [command = '', ...args] = [...prefix, ...words]
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  for await (const line of createInterface(child.stderr)) if (line.includes('ready to accept connections')) break
  child.stderr.resume()
  assert.ok(child.pid !== undefined)
  return child.pid
}

function connectionOf(up: Up | undefined): Up['connection'] {
  assert.ok(up !== undefined, 'the program ended')
  return up.connection
}

/** A backend that computes without looking up, so that it does not notice its postmaster's death; gives its pid. */
async function busyBackend(t: TestContext, { connection }: Up): Promise<number> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  t.after(() => client.end())
  const { rows } = await client.query('select pg_backend_pid() as pid')
  client.query('select count(*) from generate_series(1, 100000000000)').catch(() => undefined)
  return rows[0].pid
}
