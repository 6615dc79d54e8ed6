import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from '#platform/db'
import { type Connection, startPostgres } from '#platform/postgres'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/start/database.ts'
import { markInstall } from '../../src/start/install.ts'
import { freePort, ownFolder, type Product, type ProductOptions, repository, servingProduct, startProduct } from './product.ts'
import { productionEnv, productionFolder } from './production-env.ts'
import { ask } from './start-program-run.ts'

/** A PostgreSQL server that the product did not start, on a loopback port. */
async function server(
  t: TestContext,
): Promise<{ url: string; connection: Connection; restart: (meanwhile: () => Promise<void>) => Promise<void> }> {
  const options = { dataDir: join(await ownFolder(t), 'server'), port: await freePort() }
  let running = await startPostgres(options)
  t.after(() => running.stop())
  const { user, password, port, database } = running.connection
  const url = `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const restart = async (meanwhile: () => Promise<void>) => {
    await running.stop()
    await meanwhile()
    running = await startPostgres(options)
  }
  return { url, connection: running.connection, restart }
}

async function production(t: TestContext, databaseUrl: string) {
  const folder = await productionFolder(await ownFolder(t))
  return { folder, env: { ...productionEnv(folder), DATABASE_URL: databaseUrl } }
}

test('production with nothing set names everything in one run and ends with 78, with no port opened and no file written', async (t) => {
  const dataDir = join(await ownFolder(t), 'data')
  const product = await startProduct({ dataDir, env: { INSTALL: 'production' } })
  const opened = await whileItRuns(product)
  assert.deepEqual(await product.ended, { code: 78, signal: null })
  assert.equal(opened, false)
  await assert.rejects(stat(dataDir), { code: 'ENOENT' })
  const named = product
    .said()
    .trim()
    .split('\n')
    .map((line) => line.split(':')[0])
  assert.deepEqual(named.length, 12)
  assert.equal(new Set(named).size, 12)
})

test('production with everything given starts, has no sandbox and no sample people; a sample start refuses its database and changes nothing', async (t) => {
  const { url, connection, restart } = await server(t)
  const { folder, env } = await production(t, url)
  const real = await servingProduct(t, { dataDir: join(folder, 'data'), env })
  const [install] = await ask(
    connection,
    'select sample, (select count(*)::int from account) as accounts, (select count(*)::int from unit) as units from install',
  )
  assert.deepEqual(install, { sample: false, accounts: 0, units: 0 })
  const page = await fetch(`${real.url}/can-bo/dang-nhap`, { headers: { accept: 'text/html' } })
  assert.equal(page.status, 200)
  assert.match(page.headers.get('strict-transport-security') ?? '', /max-age/)
  assert.doesNotMatch(await page.text(), /bản mẫu|tai-khoan-mau/i)
  await assert.rejects(stat(join(folder, 'data', 'sandbox')), { code: 'ENOENT' })
  await refusesUnharmed(connection, { dataDir: join(await ownFolder(t), 'sample'), env: { DATABASE_URL: url } }, /là bản vận hành thật/)
  await outlivesItsServer(real, restart)
  assert.equal(await real.stop(), 0)
  const again = await servingProduct(t, { dataDir: join(folder, 'data'), env })
  assert.equal(await again.stop(), 0)
})

test('production refuses a database that was made as a sample, and changes nothing in it', async (t) => {
  const { url, connection } = await server(t)
  await madeAsSample(t, url)
  const { folder, env } = await production(t, url)
  await refusesUnharmed(connection, { dataDir: join(folder, 'data'), env }, /được tạo làm bản mẫu/)
})

test('a database that nobody reaches, or that knows another password, is named in one line without the password', async (t) => {
  const { url } = await server(t)
  const dead = `postgresql://chu:mat-khau-rat-dai-that@127.0.0.1:${await freePort()}/lien_thong`
  for (const [databaseUrl, code] of [
    [dead, 'ECONNREFUSED'],
    [url.replace(/:[^:@]+@/, ':mat-khau-rat-dai-that@'), '28P01'],
  ] as const) {
    const { folder, env } = await production(t, databaseUrl)
    const refused = await startProduct({ dataDir: join(folder, 'data'), env })
    assert.equal((await refused.ended).code, 1)
    assert.match(refused.said(), new RegExp(`^DATABASE_URL: .*\\(${code}\\).*\n$`))
    assert.doesNotMatch(refused.said(), /mat-khau/)
  }
})

/** While its server is away the program says so and lives; afterwards it answers and does its jobs, without a restart. */
async function outlivesItsServer({ url }: Product, restart: (meanwhile: () => Promise<void>) => Promise<void>): Promise<void> {
  const page = () => fetch(`${url}/thu-tuc`, { headers: { accept: 'text/html' } })
  await restart(async () => {
    const away = await page()
    assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '30'])
    assert.match(await away.text(), /Đường truyền tới cơ sở dữ liệu bị ngắt/)
    assert.equal((await fetch(`${url}/healthz`)).status, 200)
    assert.equal((await fetch(`${url}/readyz`)).status, 503)
  })
  while ((await page()).status !== 200) await pause(100)
  while ((await fetch(`${url}/readyz`)).status !== 200) await pause(100)
}

/** A database as the first start of a sample leaves it, without its people. */
async function madeAsSample(t: TestContext, url: string): Promise<void> {
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: join(await ownFolder(t), 'sample') }, repository)
  const { roles } = await openDatabase(config, join(repository, 'db/migrations'), () => undefined)
  const owner = new Pool(roles.owner, 1, 'test')
  await markInstall(owner, true, '2026-11-20T01:00:00.000Z')
  await owner.end()
}

/** The start ends with 78 and one line; nothing was written in the database or below DATA_DIR. */
async function refusesUnharmed(connection: Connection, options: ProductOptions, reason: RegExp): Promise<void> {
  const before = await ask(connection, rolesAsTheyAre)
  const refused = await startProduct(options)
  assert.equal((await refused.ended).code, 78)
  assert.match(refused.said(), /^INSTALL: .*\n$/)
  assert.match(refused.said(), reason)
  assert.deepEqual(await ask(connection, rolesAsTheyAre), before)
  await assert.rejects(stat(options.dataDir), { code: 'ENOENT' })
}

/** Hashes of the passwords by which the programs of an install sign in. */
const rolesAsTheyAre = "select rolname, rolpassword from pg_authid where rolname like 'lien_thong%' order by rolname"

/** Whether its port was open at any moment until it ended. */
async function whileItRuns(product: Product): Promise<boolean> {
  let running = true
  product.ended.then(() => {
    running = false
  })
  let opened = false
  while (running) opened ||= await isOpen(product.port)
  return opened
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => setTimeout(resolve, 5, false))
  })
}
