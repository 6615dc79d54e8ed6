import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Ctx, contextFor } from '#platform/act'
import type { Actor } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { newId } from '#platform/id'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { tinyPdf } from '#test/tiny-files'
import {
  beginUpload,
  filesOfDraft,
  finishUpload,
  forgetUploads,
  newVault,
  openFile,
  receive,
  removeUpload,
  storeWhole,
  uploadOffset,
  verifyStored,
} from './index.ts'

const now = '2026-11-20T02:00:00.000Z'
const pdf = (ballast: number) => tinyPdf({ ballast: randomBytes(ballast) })

function citizen(): Actor {
  return { id: newId(), kind: 'citizen', system: 'state', posts: [], units: [], party: newId() }
}

async function world(t: TestContext) {
  const database = await freshDatabase(t)
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner, 1)]
  const root = await mkdtemp(join(tmpdir(), 'lt-papers-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const keys = testKeys()
  const vault = newVault(new FileStore(await folderShelf(root), keys))
  const as = (actor: Actor): Ctx => contextFor({ pool, keys }, actor, now)
  const lying = async (prefix: string) => (await all(vault.store.list(prefix))).map((one) => one.key)
  return { vault, owner, as, lying, root, keys }
}

async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const thing of things) found.push(thing)
  return found
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await all(stream))
}

async function begun(ctx: Ctx, draft: string, size: number, name = 'giấy chứng sinh.pdf'): Promise<string> {
  const answer = await beginUpload(ctx, { draft, field: 'clinicNote', name, size })
  assert.ok(answer.ok)
  return answer.upload
}

test('a paper sent in pieces over a bad line comes out as it was', async (t) => {
  const { vault, as, lying } = await world(t)
  const ctx = as(citizen())
  const draft = newId()
  const bytes = pdf(1_400_000)
  const upload = await begun(ctx, draft, bytes.length)
  async function* line(from: number, to: number): AsyncGenerator<Buffer> {
    for (let at = from; at < to; at += 60_000) yield bytes.subarray(at, Math.min(at + 60_000, to))
    if (to < bytes.length) throw new Error('line broke')
  }
  await assert.rejects(receive(ctx, vault, upload, 0, line(0, 700_000)), /line broke/)
  assert.deepEqual(await uploadOffset(ctx, upload), { received: 700_000, size: bytes.length, isOver: false })
  await assert.rejects(finishUpload(ctx, vault, upload), { status: 409, reason: 'not-complete', params: { received: 700_000 } })
  await assert.rejects(receive(ctx, vault, upload, 0, [bytes]), { status: 409, reason: 'offset-differs', params: { received: 700_000 } })
  assert.deepEqual(await receive(ctx, vault, upload, 700_000, line(700_000, bytes.length)), { received: bytes.length })
  const finished = await finishUpload(ctx, vault, upload)
  assert.ok(finished.ok)
  assert.deepEqual(await finishUpload(ctx, vault, upload), finished)
  const file = await openFile(ctx, vault, finished.file)
  assert.equal(file.name, 'giấy chứng sinh.pdf')
  assert.equal(file.sha256, createHash('sha256').update(bytes).digest('hex'))
  assert.ok((await bytesOf(file.bytes)).equals(bytes))
  assert.deepEqual(await lying('upload/'), [])
  assert.deepEqual(
    (await filesOfDraft(ctx, draft)).map(({ name, size, file: stored }) => ({ name, size, type: stored?.mediaType, scan: stored?.scan })),
    [{ name: 'giấy chứng sinh.pdf', size: bytes.length, type: 'application/pdf', scan: 'unscanned' }],
  )
})

test('two devices sending at the same place: one counts, the other hears where to go on', async (t) => {
  const { vault, as } = await world(t)
  const ctx = as(citizen())
  const bytes = pdf(200_000)
  const upload = await begun(ctx, newId(), bytes.length)
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => receive(ctx, vault, upload, 0, [bytes])))
  assert.equal(outcomes.filter((one) => one.status === 'fulfilled').length, 1)
  for (const one of outcomes) if (one.status === 'rejected') assert.equal(one.reason.reason, 'offset-differs')
  const finished = await finishUpload(ctx, vault, upload)
  assert.ok(finished.ok)
  assert.ok((await bytesOf((await openFile(ctx, vault, finished.file)).bytes)).equals(bytes))
})

test('more bytes than announced are refused, and so is a file over 50 MB', async (t) => {
  const { vault, as } = await world(t)
  const ctx = as(citizen())
  const upload = await begun(ctx, newId(), 1000)
  await assert.rejects(receive(ctx, vault, upload, 0, [Buffer.alloc(1001)]), { status: 413 })
  const problem = { draft: newId(), field: 'clinicNote', name: 'a.pdf' }
  assert.deepEqual(await beginUpload(ctx, { ...problem, size: 52_428_801 }), { ok: false, fault: 'too-big' })
  assert.deepEqual(await beginUpload(ctx, { ...problem, size: 0 }), { ok: false, fault: 'empty' })
})

test('a form without script stores its file in one request', async (t) => {
  const { vault, as } = await world(t)
  const ctx = as(citizen())
  const bytes = pdf(700_000)
  const stored = await storeWhole(ctx, vault, { draft: newId(), field: 'clinicNote', name: 'C:\\fakepath\\giấy.pdf', bytes: [bytes] })
  assert.ok(stored.ok)
  assert.deepEqual((await openFile(ctx, vault, stored.file)).name, 'giấy.pdf')
  const empty = await storeWhole(ctx, vault, { draft: newId(), field: 'clinicNote', name: 'a.pdf', bytes: [] })
  assert.deepEqual(empty, { ok: false, fault: 'empty' })
})

test('the same paper twice in a draft lies once; in two drafts it lies twice', async (t) => {
  const { vault, as, lying } = await world(t)
  const ctx = as(citizen())
  const bytes = pdf(5000)
  const [draft, other] = [newId(), newId()]
  const files: string[] = []
  for (const where of [draft, draft, other]) {
    const stored = await storeWhole(ctx, vault, { draft: where, field: 'clinicNote', name: 'a.pdf', bytes: [bytes] })
    assert.ok(stored.ok)
    files.push(stored.file)
  }
  assert.equal(files[0], files[1])
  assert.notEqual(files[0], files[2])
  assert.equal((await lying('')).length, 2)
})

test("nobody sees, continues or takes away another's paper", async (t) => {
  const { vault, as } = await world(t)
  const [mine, other] = [as(citizen()), as(citizen())]
  const draft = newId()
  const bytes = pdf(500)
  const upload = await begun(mine, draft, bytes.length)
  await receive(mine, vault, upload, 0, [bytes])
  for (const attempt of [
    () => receive(other, vault, upload, bytes.length, [Buffer.alloc(1)]),
    () => finishUpload(other, vault, upload),
    () => removeUpload(other, vault, upload),
    () => uploadOffset(other, upload),
  ])
    await assert.rejects(attempt(), { status: 404 })
  const finished = await finishUpload(mine, vault, upload)
  assert.ok(finished.ok)
  await assert.rejects(openFile(other, vault, finished.file), { status: 404 })
  assert.deepEqual(await filesOfDraft(other, draft), [])
  assert.equal((await verifyStored(other, vault, [finished.file])).ok, false)
  await assert.rejects(beginUpload(as({ ...citizen(), kind: 'public' }), { draft, field: 'f', name: 'a.pdf', size: 5 }), { status: 403 })
})

test('before a receipt every file is read again; a changed or a lost one is named', async (t) => {
  const { vault, as, lying, root } = await world(t)
  const ctx = as(citizen())
  const files: string[] = []
  const papers = [pdf(300), pdf(400), pdf(500)]
  for (const bytes of papers) {
    const stored = await storeWhole(ctx, vault, { draft: newId(), field: 'clinicNote', name: 'a.pdf', bytes: [bytes] })
    assert.ok(stored.ok)
    files.push(stored.file)
  }
  const verified = await verifyStored(ctx, vault, files)
  assert.ok(verified.ok)
  assert.deepEqual(
    verified.files.map((file) => [file.id, file.size]),
    files.map((file, no) => [file, papers[no]?.length]),
  )
  const [first = '', second = ''] = await lying('')
  await truncate(join(root, first), 100)
  await rm(join(root, second))
  const after = await verifyStored(ctx, vault, files)
  assert.ok(!after.ok)
  assert.deepEqual(after.problems.map((problem) => problem.reason).sort(), ['changed', 'missing'])
})

test('an upload taken back leaves no bytes and no row; a draft that ends takes its uploads along', async (t) => {
  const { vault, as, owner, lying } = await world(t)
  const ctx = as(citizen())
  const draft = newId()
  const upload = await begun(ctx, draft, 500)
  await receive(ctx, vault, upload, 0, [Buffer.alloc(400)])
  await removeUpload(ctx, vault, upload)
  assert.deepEqual(await lying(''), [])
  await storeWhole(ctx, vault, { draft, field: 'clinicNote', name: 'a.pdf', bytes: [pdf(500)] })
  await owner.trip([forgetUploads(draft)])
  assert.deepEqual(await filesOfDraft(ctx, draft), [])
})

test('neither rows nor bytes hold a readable name or content', async (t) => {
  const { vault, as, owner } = await world(t)
  const ctx = as(citizen())
  const bytes = tinyPdf({ title: 'Nguyễn Thị Hồng', ballast: Buffer.from('Nguyễn Thị Hồng') })
  await storeWhole(ctx, vault, { draft: newId(), field: 'clinicNote', name: 'Nguyễn Thị Hồng.pdf', bytes: [bytes] })
  const [rows] = await owner.trip([
    { text: 'select u::text as upload, f::text as file from upload u join stored_file f on f.id = u.file_id', values: [] },
  ])
  const text = JSON.stringify(rows?.rows)
  assert.equal(text.includes(Buffer.from('Hồng').toString('hex')) || text.includes('Hồng'), false)
})
