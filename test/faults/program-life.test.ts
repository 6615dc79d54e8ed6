import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { test } from 'node:test'
import { runningPostgres } from '#platform/postgres'
import { hasLine, ownFolder, type Product, servingProduct, startProduct } from './product.ts'
import { ask } from './start-program-run.ts'

test('a first start killed at any moment is made good by the next; SIGTERM in the middle of a start ends it cleanly', async (t) => {
  const dataDir = join(await ownFolder(t), 'data')
  for (const line of ['0001_ground.sql', '0007_papers.sql', '0011_jobs.sql']) await killedAfter(line, dataDir)
  const told = await startProduct({ dataDir })
  await hasLine(told, /Cập nhật|sẵn sàng/)
  assert.equal(await told.stop(), 0)
  assert.equal(await runningPostgres(dataDir), undefined)
  const product = await servingProduct(t, { dataDir })
  assert.equal((await fetch(`${product.url}/can-bo/dang-nhap`)).status, 200)
  await settles(t, product)
})

/** What a serving program does when something is taken from it. */
async function settles(t: Parameters<typeof servingProduct>[0], product: Product): Promise<void> {
  const { dataDir, url } = product
  const connection = await runningPostgres(dataDir)
  assert.ok(connection !== undefined)
  const [backend] = (await ask(connection, "select pid from pg_stat_activity where application_name = 'lien-thong' limit 1")) as {
    pid: number
  }[]
  assert.ok(backend !== undefined)
  process.kill(backend.pid, 'SIGKILL')
  const statuses = new Set<number>()
  while (!statuses.has(200)) statuses.add((await fetch(`${url}/can-bo/dang-nhap`, { headers: { cookie: '__Host-lt-phien=x' } })).status)
  assert.deepEqual(
    [...statuses].filter((status) => status !== 200 && status !== 503),
    [],
  )
  const pid = Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
  assert.equal((await product.ended).code, 5)
  assert.match(product.said(), /PostgreSQL của bản cài này đã dừng ngoài ý muốn/)
  const again = await servingProduct(t, { dataDir })
  assert.equal(await again.stop(), 0)
}

test('a port that is taken is named in one line, and nothing is left running', async (t) => {
  const dataDir = join(await ownFolder(t), 'data')
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  t.after(() => other.close())
  const address = other.address()
  const product = await startProduct({ dataDir, port: typeof address === 'object' && address !== null ? address.port : 0 })
  assert.equal((await product.ended).code, 1)
  assert.match(product.said(), /\nPORT: cổng này đang được chương trình khác dùng; hãy đặt một PORT khác\.\n$/)
  assert.equal(await runningPostgres(dataDir), undefined)
})

async function killedAfter(line: string, dataDir: string): Promise<void> {
  const product = await startProduct({ dataDir })
  await hasLine(product, new RegExp(line))
  await product.kill()
}
