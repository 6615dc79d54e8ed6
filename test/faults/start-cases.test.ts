import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { ask, copyOfRepository, startedProgram, startProgram, stopProgram, temporaryFolder, usedFolder } from './start-program-run.ts'

const isRoot = process.geteuid?.() === 0
const serverState = `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
  current_setting('fsync') as fsync, (select datlocale from pg_database where datname = current_database()) as locale`
const expectedState = [{ encoding: 'UTF8', zone: 'UTC', fsync: 'on', locale: 'C.UTF-8' }]

test('root starts a PostgreSQL that is not root inside, whatever the environment says about languages, zones and other servers', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'data')
  const prefix = isRoot ? [] : ['unshare', '--user', '--map-root-user', '--']
  const env = { LC_ALL: 'xx_XX.nonsense', TZ: 'Asia/Ho_Chi_Minh', PGPORT: '1', PGDATA: '/nonexistent', PGHOST: '/nowhere' }
  const run = await startedProgram(t, { dataDir, prefix, env })
  assert.deepEqual(await ask(run.now.connection, serverState), expectedState)
  assert.equal((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777, 0o600)
  assert.equal((await stat(dataDir)).mode & 0o777, 0o700)
  assert.equal(await stopProgram(run), 0)
})

test('an ordinary user starts it with LANG unset', async (t) => {
  const folder = await temporaryFolder(t)
  const ordinary = isRoot ? ['unshare', '--user', '--map-user=1', '--map-group=1', '--'] : []
  const run = await startedProgram(t, { dataDir: join(folder, 'data'), prefix: ordinary })
  assert.deepEqual(await ask(run.now.connection, serverState), expectedState)
  assert.equal(await stopProgram(run), 0)
})

test('a user without an entry in /etc/passwd starts it too', async (t) => {
  const prefix = ['unshare', '--user', '--map-user=54321', '--map-group=54321', '--']
  const run = await startedProgram(t, { dataDir: join(await temporaryFolder(t), 'data'), prefix })
  assert.deepEqual(await ask(run.now.connection, serverState), expectedState)
})

test('clone and data lie below a 0700 folder, in a path with spaces, commas and Vietnamese letters', async (t) => {
  const clone = join(await temporaryFolder(t, tmpdir()), 'hồ sơ, của tôi', "bản 'sao'")
  await copyOfRepository(clone)
  await chmod(dirname(clone), 0o700)
  const run = await startedProgram(t, { root: clone, dataDir: join(clone, 'data') })
  assert.match(run.now.connection.host, /^\//)
  assert.deepEqual(await ask(run.now.connection, serverState), expectedState)
})

test('where the socket path would be too long it listens on loopback alone, still behind a password', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'rất-dài'.repeat(10))
  const { now } = await startedProgram(t, { dataDir })
  assert.equal(now.connection.host, '127.0.0.1')
  assert.deepEqual(await ask(now.connection, 'show listen_addresses'), [{ listen_addresses: '127.0.0.1' }])
  await assert.rejects(ask({ ...now.connection, password: 'password' }, 'select 1'), { code: '28P01' })
})

test('Ctrl-C in a terminal reaches the program alone: PostgreSQL stands in a session of its own', async (t) => {
  const { now } = await startedProgram(t, { dataDir: await usedFolder(t) })
  const session = (pid: number) => execFileSync('ps', ['-o', 'sid=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  assert.equal(session(now.postmaster), String(now.postmaster))
  assert.notEqual(session(now.program), session(now.postmaster))
})

test('data of another major version is refused with the way out, and left as it was', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'data')
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION')
  await mkdir(dirname(version), { recursive: true })
  await writeFile(version, '17\n')
  const { code, said } = await startProgram(t, { dataDir }).ended
  assert.equal(code, 1)
  assert.match(said, /^other-major-version: .*PostgreSQL 17.*PostgreSQL 18.*bản phát hành cũ.*cli -- export.*cli -- import --all.*\n$/)
  assert.equal(await readFile(version, 'utf8'), '17\n')
})

test('a first start that was killed leaves nothing that disturbs the next', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'data')
  const dead = spawnSync('true').pid
  await mkdir(join(dataDir, `postgres.new-${dead}`, 'cluster'), { recursive: true })
  await startedProgram(t, { dataDir })
  assert.deepEqual((await readdir(dataDir)).sort(), ['lib', 'postgres', 'postgres.log', 'running.json'])
})

test('a missing password file is named; nothing is made in its place', async (t) => {
  const dataDir = await usedFolder(t)
  await rm(join(dataDir, 'postgres', 'password'))
  const { code, said } = await startProgram(t, { dataDir }).ended
  assert.equal(code, 1)
  assert.match(said, /^password-missing: .*postgres\/password.*\n$/)
})
