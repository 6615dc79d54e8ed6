import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { runningPostgres } from '#platform/postgres'
import { ownFolder, type Product, servingProduct } from '../faults/product.ts'
import { ask } from '../faults/start-program-run.ts'
import { checkLeft, missingTools } from './check.ts'
import { type People, walkJourney } from './journey.ts'
import { newUpload, walkAndLeave } from './leave.ts'
import { type Step, Stuck } from './walker.ts'

const missing = missingTools()

/** A walk takes some seconds; beyond this something is wrong. */
const longestWalkMs = 50_000
const timer = (ms: number) => {
  const began = performance.now()
  return () => ms - (performance.now() - began)
}

test('a mother’s walk over HTTP ends with a certificate that tools of other makers accept', async (t) => {
  const folder = await ownFolder(t)
  const product = await servingProduct(t, { dataDir: join(folder, 'data') })
  const out = join(folder, 'out')
  const people: People = new Map()
  const said: string[] = []
  await walkAndLeave({ url: product.url, out, people, left: timer(longestWalkMs), say: (line) => said.push(line) })
  assert.equal(said.at(-1), '/xac-minh: Giấy tờ thật, còn nguyên vẹn')
  const timeline = JSON.parse(await readFile(join(out, 'timeline.json'), 'utf8')) as Step[]
  assert.deepEqual(
    new Set(timeline.map(({ actor }) => actor)),
    new Set(['citizen', 'receptionist', 'specialist', 'leader', 'clerk', 'public']),
  )
  const timed = timeline.filter(({ server }) => server !== null)
  assert.ok(timed.length > 50 && timed.every(({ path, status }) => path.startsWith('/') && status < 500))
  await t.test(
    'pdfsig, openssl, qpdf and pdftotext',
    { skip: missing.length > 0 && `this machine lacks ${missing.join(', ')}` },
    async () => {
      assert.equal((await checkLeft(out)).length, 6)
    },
  )
  await t.test('with the worker stopped the walk ends and names what it waits for', async () => stuckWithoutWorker(product, people))
})

/** The worker is shut out of the database, and the walk is given little time; by itself it takes up to a minute. */
async function stuckWithoutWorker({ url, dataDir }: Product, people: People): Promise<void> {
  const connection = await runningPostgres(dataDir)
  assert.ok(connection !== undefined)
  await ask(connection, 'alter role lien_thong_worker nologin')
  await ask(connection, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lien_thong_worker'")
  const left = timer(8_000)
  const walk = walkJourney({ base: url, timeline: [], people, file: newUpload(), left, say: () => undefined })
  await assert.rejects(walk, (error) => error instanceof Stuck && error.message.startsWith('vẫn chờ: số định danh cá nhân của trẻ'))
}
