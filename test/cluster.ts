import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Connection } from '#platform/postgres'
import { keeperAddress, keeperName } from './cluster-address.ts'

/** The superuser's connection to a test database; the shape that `pg` takes. */
export type DbConfig = Connection

const keeperAnswersWithinMs = 60_000

/**
 * The test cluster's superuser connection (database `postgres`). `npm test` starts one cluster for all test processes and names it in
 * TEST_DATABASE; a test file run by hand shares one that a keeper process starts on demand and ends a while after its last user.
 */
export function adminConnection(): Promise<DbConfig> {
  admin ??= findCluster()
  return admin
}

let admin: Promise<DbConfig> | undefined

async function findCluster(): Promise<DbConfig> {
  const given = process.env.TEST_DATABASE
  return given === undefined ? leaseFromKeeper() : JSON.parse(given)
}

/** Databases of tests that are over. Hooks of a test run in the order they were registered, so a drop among them would come before pools are closed. */
const leftOver: string[] = []
after(dropLeftOver)

async function dropLeftOver(): Promise<void> {
  const names = leftOver.splice(0)
  if (names.length === 0) return
  await asAdmin(async (client) => {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`)
  })
}

/** A database of the test's own, a copy of `template` if given; dropped once the test and its hooks are over. */
export async function createDatabase(t: Pick<TestContext, 'after'>, options: { template?: string } = {}): Promise<DbConfig> {
  const config = await adminConnection()
  await dropLeftOver()
  const database = `t_${randomBytes(8).toString('hex')}`
  const template = pg.escapeIdentifier(options.template ?? 'template1')
  // Copying files beats writing pages through the log: measured 12 ms against 48 for an empty database.
  await asAdmin((client) => client.query(`create database ${database} template ${template} strategy file_copy`))
  t.after(() => {
    leftOver.push(database)
  })
  return { ...config, database }
}

/**
 * Builds a template database once for all test processes; later calls with the same name find it. `name` must change with what it is
 * built from (put a content hash in it). `build` must close its connections; if it throws, the next caller tries again.
 */
export async function templateDatabase(name: string, build: (config: DbConfig) => Promise<void>): Promise<string> {
  const config = await adminConnection()
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await buildTemplate(client, name, (database) => build({ ...config, database }))
  })
  return name
}

async function buildTemplate(client: pg.Client, name: string, build: (database: string) => Promise<void>): Promise<void> {
  const unfinished = `${name}_unfinished`
  await client.query(`drop database if exists ${pg.escapeIdentifier(unfinished)} with (force)`)
  await client.query(`create database ${pg.escapeIdentifier(unfinished)}`)
  await build(unfinished)
  await client.query(`alter database ${pg.escapeIdentifier(unfinished)} rename to ${pg.escapeIdentifier(name)}`)
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(await adminConnection())
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The open socket is the lease: the system closes it when this process ends, however it ends. */
async function leaseFromKeeper(): Promise<DbConfig> {
  const deadline = performance.now() + keeperAnswersWithinMs
  let isStarted = false
  while (performance.now() < deadline) {
    const config = await askKeeper()
    if (config !== undefined) return config
    if (!isStarted) startKeeper()
    isStarted = true
    await pause(50)
  }
  throw new Error(`no test cluster within ${keeperAnswersWithinMs / 1000} s; see ${keeperLog}`)
}

/** Undefined when nobody listens. Otherwise the socket stays open, without keeping this process alive. */
function askKeeper(): Promise<DbConfig | undefined> {
  return new Promise((resolve) => {
    const socket = connect(keeperAddress)
    let answer = ''
    socket.once('error', () => resolve(undefined)).once('close', () => resolve(undefined))
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
      if (!answer.endsWith('\n')) return
      socket.unref()
      resolve(JSON.parse(answer))
    })
  })
}

const keeperLog = join(tmpdir(), `${keeperName}.log`)

function startKeeper(): void {
  const log = openSync(keeperLog, 'w')
  const file = fileURLToPath(new URL('cluster-keeper.ts', import.meta.url))
  spawn(process.execPath, ['--import', 'tsx', file], { detached: true, cwd: join(file, '..', '..'), stdio: ['ignore', log, log] }).unref()
}
