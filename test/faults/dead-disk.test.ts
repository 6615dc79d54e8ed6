import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { tinyPdf } from '../tiny-files.ts'
import { openInstall } from './opened-install.ts'
import { ownFolder, type Product, servingProduct } from './product.ts'
import { type Came, citizenIn, type Walker } from './walker.ts'

const apart = ['--user', '--map-root-user', '--mount']
const canMount = spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

test('a store of files that is full or cannot be written is told clearly; nothing is half done, and afterwards everything goes on', {
  skip: !canMount && 'no small disk can be made here',
  timeout: 120_000,
}, async (t) => {
  const dataDir = join(await ownFolder(t), 'data')
  const files = join(dataDir, 'files')
  await mkdir(files, { recursive: true, mode: 0o700 })
  const small = `mount -t tmpfs -o size=4m,mode=700 none '${files}' && exec "$@"`
  const product = await servingProduct(t, { dataDir, prefix: ['unshare', ...apart, 'sh', '-c', small, 'sh'] })
  const inside = (path: string) => join(`/proc/${product.child.pid}/root`, path)
  const sender = await senderFor(product)

  assert.equal((await sender.send(0, 100_000)).status, 200)
  await fill(inside(join(files, 'filler')))
  await problemIs(await sender.send(100_000, 200_000), 'disk-full')
  await problemIs(await sender.wholeForm(), 'disk-full')
  await readinessIs(product, { database: 'ok', jobs: 'ok', files: 'failing' })
  assert.deepEqual([await sender.received(), await readdir(inside(join(files, '.unfinished')))], [100_000, []])

  await rm(inside(join(files, 'filler')))
  await readinessIs(product, { database: 'ok', jobs: 'ok', files: 'ok' })
  assert.equal((await sender.send(100_000, 200_000)).status, 200)
  const remount = (how: string) =>
    execFileSync('nsenter', ['-t', String(product.child.pid), '-U', '-m', '--preserve-credentials', 'mount', '-o', `remount,${how}`, files])
  remount('ro')
  await problemIs(await sender.send(200_000, 300_000), 'storage-away')
  remount('rw')
  assert.equal((await sender.send(200_000, sender.note.length)).status, 200)
  assert.equal((await sender.finish()).status, 200)
  await runnerTaken(product)
  assert.equal(await product.stop(), 0)
})

/** Sends one note piece by piece, and says how far it got. */
async function senderFor(product: Product) {
  const walker: Walker = await citizenIn(product.url, 'lan')
  const begun = await walker.send(await walker.form('/nop/1.001193', '/nop/1.001193'), { xa: '09169' })
  const draft = /^\/ho-so-nhap\/([^/]+)/.exec(begun.location ?? '')?.[1]
  const page = `/ho-so-nhap/${draft}/giay-to`
  const form = await walker.form(page, '/giay-to')
  const json = { accept: 'application/json', 'x-form-token': String(form.fields._csrf) }
  const note = tinyPdf({ ballast: Buffer.alloc(400_000, 7) })
  const announced = await walker.ask(`/ho-so-nhap/${draft}/tep`, {
    method: 'POST',
    headers: { ...json, 'content-type': 'application/json' },
    body: JSON.stringify({ field: 'clinicNote', name: 'giấy.pdf', size: note.length }),
  })
  const at = `/ho-so-nhap/${draft}/tep/${JSON.parse(announced.text).upload}`
  return {
    note,
    send: (from: number, to: number) =>
      walker.knock(at, {
        method: 'PATCH',
        headers: { ...json, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
        body: new Uint8Array(note.subarray(from, to)),
      }),
    received: async (): Promise<number> => JSON.parse((await walker.ask(at, { headers: json })).text).received,
    finish: () => walker.knock(`${at}/xong`, { method: 'POST', headers: json }),
    /** The same as a form without script sends it. */
    wholeForm: () => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form.fields)) body.append(name, String(value))
      body.append('clinicNote', new Blob([new Uint8Array(note)]), 'giấy.pdf')
      return walker.knock(page, { method: 'POST', headers: { accept: 'application/json' }, body })
    },
  }
}

async function problemIs({ status, text }: Came, reason: string): Promise<void> {
  const problem = JSON.parse(text)
  assert.deepEqual([status, problem.reason], [503, reason])
  assert.ok(problem.detail.length > 20, problem.detail)
}

/** Readiness is asked again until it says so: an answer serves for a second. Bounded by the test's time limit. */
async function readinessIs(product: Product, checks: Record<string, string>): Promise<void> {
  for (;;) {
    const answer = await fetch(`${product.url}/readyz`)
    const said = await answer.json()
    const isReady = Object.values(checks).every((one) => one === 'ok')
    if (JSON.stringify(said.checks) === JSON.stringify(checks)) return assert.equal(answer.status, isReady ? 200 : 503)
    await pause(200)
  }
}

/** Takes every byte that is left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w')
  const block = Buffer.alloc(65_536, 1)
  while ((await file.write(block).catch(() => ({ bytesWritten: 0 }))).bytesWritten > 0);
  while ((await file.write(block.subarray(0, 1)).catch(() => ({ bytesWritten: 0 }))).bytesWritten > 0);
  await file.close()
}

/** Without its runner an install is not ready once a due job waits for a minute; with it again, it is. */
async function runnerTaken(product: Product): Promise<void> {
  const install = await openInstall(product.dataDir)
  try {
    await install.rows('alter role lien_thong_worker nologin')
    await install.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lien_thong_worker'")
    await install.rows(
      `insert into graphile_worker._private_jobs (task_id, payload, run_at) select id, '{}', now() - interval '2 minutes'
       from graphile_worker._private_tasks where identifier = 'rescan-files'`,
    )
    await readinessIs(product, { database: 'ok', jobs: 'failing', files: 'ok' })
    await install.rows('alter role lien_thong_worker login')
    await readinessIs(product, { database: 'ok', jobs: 'ok', files: 'ok' })
  } finally {
    await install.close()
  }
}
