import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { act, type Ctx, contextFor, later } from '#platform/act'
import type { Actor, Connect, Pool } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { type Id, newId } from '#platform/id'
import { Keyring, newDataKey } from '#platform/keys'
import { freshDatabase, poolFor } from '#test/database'
import { assertNotReadable } from '#test/not-readable'
import { backup, exportAll, importAll, restore } from './index.ts'

const now = '2026-11-20T02:00:00.000Z'
const unit = newId()
const clerk: Actor = { id: newId(), kind: 'staff', system: 'state', posts: [], units: [unit] }
const name = 'Nguyễn Thị Hồng Nhung'
const number = '027190000123'

type Place = { owner: Connect; pool: Pool; ownerPool: Pool; store: FileStore; ctx: Ctx; root: string; keys: Keyring }

const dataKeys = (['seal', 'look-up', 'file', 'checkpoint'] as const).map((purpose, no) => newDataKey(no + 1, purpose))

/** A place to run in: a database and a folder of its own, under the same keys as the other places of the test. */
async function place(t: TestContext): Promise<Place> {
  const database = await freshDatabase(t)
  const root = await mkdtemp(join(tmpdir(), 'lt-backup-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const keys = new Keyring(dataKeys)
  const pool = poolFor(t, database.program, 8)
  const store = new FileStore(await folderShelf(join(root, 'files')), keys)
  const ownerPool = poolFor(t, database.owner, 2)
  return { owner: database.owner, pool, ownerPool, store, ctx: contextFor({ pool, keys }, clerk, now), root, keys }
}

async function found(where: Place): Promise<void> {
  await where.ownerPool.trip([
    { text: `insert into unit (id, system, level, code, valid_from) values ($1, 'state', 'commune', 'A', '2025-07-01')`, values: [unit] },
    { text: `insert into graphile_worker._private_tasks (identifier) values ('tell')`, values: [] },
  ])
}

type Case = { item: Id; bytes: Buffer; key: string }

/** One case as the product writes it: a file, then an act with rows, a desk-like present row, a job and an idempotency key. */
async function openCase({ ctx, store, keys }: Place, size = 3000): Promise<Case> {
  const [item, actId, file] = [newId(), newId(), newId()]
  const bytes = Buffer.concat([Buffer.from(`${name} ${number} `), randomBytes(size)])
  const stored = await store.put(`ab/${item}`, [bytes])
  const keyed = { ...ctx, key: { value: `key-${item}`, bodyHash: randomBytes(32) } }
  await act(keyed, [], () => ({
    act: { name: 'test.open', item, system: 'state', unit, private: { name } },
    id: actId,
    before: [
      {
        text: `insert into work_item (id, kind, code, system, unit_id, opened_at) values ($1, 'dossier', $2, 'state', $3, $4)`,
        values: [item, item, unit, now],
      },
    ],
    after: [
      {
        text: `insert into stored_file (id, system, unit_id, sha256, size, media_type, name, content_key, key, key_id, scan, stored_at)
               values ($1, 'state', $2, $3, $4, 'application/pdf', $5, $6, $6, $7, 'clean', $8)`,
        values: [file, unit, stored.sha256, stored.size, keys.seal(name, 'stored_file.name'), stored.key, stored.keyId, now],
      },
      {
        text: `insert into file_use (file_id, work_item_id, component, act_id, system, unit_id, at) values ($1, $2, 'x', $3, 'state', $4, $5)`,
        values: [file, item, actId, unit, now],
      },
      {
        text: `insert into work_state (work_item_id, system, unit_id, status, step, version) values ($1, 'state', $2, 'submitted', 'receive', 1)`,
        values: [item, unit],
      },
      later('tell', { item }),
    ],
    answer: { item },
  }))
  return { item, bytes, key: stored.key }
}

async function rowsOf(where: Place): Promise<Record<string, number>> {
  const tables = ['work_item', 'act', 'audit_entry', 'audit_payload', 'stored_file', 'file_use', 'work_state', 'idempotency_key']
  const counted = [
    ...tables.map((table) => `select '${table}' as t, count(*)::int as n from ${table}`),
    `select 'jobs', count(*)::int from graphile_worker._private_jobs`,
  ]
  const [answer] = await where.ownerPool.trip([{ text: counted.join(' union all '), values: [] }])
  return Object.fromEntries((answer?.rows ?? []).map((row) => [String(row.t), Number(row.n)]))
}

async function fingerprints(where: Place): Promise<unknown> {
  const tables = [
    'work_item',
    'act',
    'audit_entry',
    'audit_payload',
    'stored_file',
    'work_state',
    'idempotency_key',
    'unit',
    'operator_alert',
    'graphile_worker._private_jobs',
  ]
  const texts = tables.map((table) => ({
    text: `select md5(coalesce(string_agg(x::text, chr(10) order by x::text), '')) as h from ${table} x`,
    values: [],
  }))
  return (await where.ownerPool.trip(texts)).map((answer) => answer.rows[0]?.h)
}

async function assertWhole(where: Place, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const [items] = await where.ownerPool.trip([{ text: 'select code from work_item where id = $1', values: [one.item] }])
    assert.equal(items?.rows.length, 1)
    const parts: Buffer[] = []
    for await (const part of await where.store.open(one.key)) parts.push(part)
    assert.ok(Buffer.concat(parts).equals(one.bytes))
  }
}

test('a backup brought into an empty place is the same install, and holds nothing readable', async (t) => {
  const [here, there] = [await place(t), await place(t)]
  await found(here)
  const cases = [await openCase(here), await openCase(here), await openCase(here, 300_000)]
  await mkdir(join(here.root, 'checkpoints', 'a'), { recursive: true })
  await writeFile(join(here.root, 'checkpoints', 'a', '1.json'), `{"name":"${name}"}`)
  await here.ownerPool.trip([{ text: `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'`, values: [] }])
  const master = randomBytes(32)
  const outDir = join(here.root, 'out')
  const done = await backup({
    owner: here.owner,
    store: here.store,
    master,
    outDir,
    folders: { checkpoints: join(here.root, 'checkpoints') },
    now: () => now,
  })
  assert.equal(done.folder, join(outDir, 'backup-20261120T020000Z'))
  assert.deepEqual({ files: done.files, damaged: done.damaged, at: done.at }, { files: 3, damaged: [], at: now })
  const read = await assertNotReadable(outDir, [name, 'Hồng Nhung', number, ...cases.map((one) => one.bytes.subarray(60, 90))])
  assert.ok(read.files > 50)
  const restored = await restore({
    from: done.folder,
    owner: there.owner,
    store: there.store,
    master,
    folders: { checkpoints: join(there.root, 'checkpoints') },
  })
  assert.equal(restored.files, 3)
  const free = 'update graphile_worker._private_jobs set locked_at = null, locked_by = null'
  await here.ownerPool.trip([{ text: free, values: [] }])
  assert.deepEqual(await rowsOf(there), await rowsOf(here))
  assert.deepEqual(await fingerprints(there), await fingerprints(here))
  await assertWhole(there, cases)
  assert.equal(await readFile(join(there.root, 'checkpoints', 'a', '1.json'), 'utf8'), `{"name":"${name}"}`)
  const [jobs] = await there.ownerPool.trip([
    { text: 'select count(*)::int as n from graphile_worker._private_jobs where locked_at is not null', values: [] },
  ])
  assert.equal(jobs?.rows[0]?.n, 0)
  await openCase(there)
  const forced = `select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and not relforcerowsecurity`
  const [open, keys] = await there.ownerPool.trip([
    { text: forced, values: [] },
    { text: `select count(*)::int as n from pg_constraint where contype = 'f' and convalidated`, values: [] },
  ])
  const [before] = await here.ownerPool.trip([
    { text: `select count(*)::int as n from pg_constraint where contype = 'f' and convalidated`, values: [] },
  ])
  assert.equal(open?.rows[0]?.n, 0)
  assert.equal(keys?.rows[0]?.n, before?.rows[0]?.n)
})

test('under load, every act acknowledged before the backup ended is in it, with its file and its chain', async (t) => {
  const [here, there] = [await place(t), await place(t)]
  await found(here)
  const acknowledged: Case[] = []
  let isOver = false
  const work = async (): Promise<void> => {
    while (!isOver) {
      acknowledged.push(await openCase(here, 500))
      const [first] = acknowledged
      if (first !== undefined && acknowledged.length % 3 === 0) {
        await here.pool.trip([{ text: 'select 1', values: [] }])
        await here.ownerPool.trip([
          { text: `update work_state set version = version + 1, step = 'verify' where work_item_id = $1`, values: [first.item] },
          { text: 'delete from work_state where work_item_id = $1', values: [acknowledged.at(-2)?.item ?? newId()] },
        ])
      }
    }
  }
  const workers = [work(), work()]
  while (acknowledged.length < 20) await new Promise((next) => setImmediate(next))
  const master = randomBytes(32)
  let promised: Case[] = []
  const done = await backup({
    owner: here.owner,
    store: here.store,
    master,
    outDir: join(here.root, 'out'),
    now: () => now,
    finished: () => {
      promised = [...acknowledged]
    },
  })
  isOver = true
  await Promise.all(workers)
  await restore({ from: done.folder, owner: there.owner, store: there.store, master })
  assert.ok(promised.length > 20)
  await assertWhole(there, promised)
  const [chains] = await there.ownerPool.trip([
    {
      text: `select count(*)::int as n, bool_and(hash = chain_hash(''::bytea, chain_id, seq, act, actor_id, post_id, subject_id, at, payload_hash)) as whole from audit_entry`,
      values: [],
    },
  ])
  assert.equal(chains?.rows[0]?.whole, true)
  const { work_item: items, act: acts, file_use: uses, jobs } = await rowsOf(there)
  assert.ok((items ?? 0) >= promised.length)
  assert.deepEqual([acts, uses, jobs], [items, items, items])
})

test('a changed, cut or foreign backup, and a place that is not empty, are refused before anything is written', async (t) => {
  const [here, there] = [await place(t), await place(t)]
  await found(here)
  const one = await openCase(here)
  const master = randomBytes(32)
  const { folder } = await backup({ owner: here.owner, store: here.store, master, outDir: join(here.root, 'out'), now: () => now })
  const attempt = (from: string, key = master) => restore({ from, owner: there.owner, store: there.store, master: key })
  await assert.rejects(attempt(folder, randomBytes(32)), { code: 'other-key' })
  await assert.rejects(attempt(join(folder, 'rows')), { code: 'not-a-backup' })
  for (const name of ['rows/act', `files/${one.key}`, 'files.list', 'manifest.json', 'keys/work_state']) {
    const copy = join(here.root, 'copy')
    await cp(folder, copy, { recursive: true })
    const bytes = await readFile(join(copy, name))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(join(copy, name), bytes)
    await assert.rejects(attempt(copy), /thay đổi|hoàn chỉnh/, name)
    await rm(join(copy, name))
    await assert.rejects(attempt(copy), /thiếu|hoàn chỉnh/, name)
    await rm(copy, { recursive: true })
  }
  assert.deepEqual(await readdir(join(there.root, 'files')), ['.unfinished'])
  await found(there)
  await assert.rejects(attempt(folder), { code: 'not-empty' })
})

test('a file that is lost or damaged is named by the backup; one that was removed by rule is not', async (t) => {
  const here = await place(t)
  await found(here)
  const [lost, removed, well] = [await openCase(here), await openCase(here), await openCase(here)]
  await here.store.remove(lost.key)
  await here.store.remove(removed.key)
  await here.ownerPool.trip([
    { text: `insert into file_removal select id, $2, 'unused' from stored_file where key = $1`, values: [removed.key, now] },
  ])
  const of = { owner: here.owner, store: here.store, master: randomBytes(32), outDir: join(here.root, 'out'), now: () => now }
  const done = await backup(of)
  assert.deepEqual({ damaged: done.damaged, files: done.files }, { damaged: [lost.key], files: 1 })
  assert.ok(well.key !== lost.key)
  await assert.rejects(backup(of), { code: 'exists' })
  assert.deepEqual(await readdir(of.outDir), ['backup-20261120T020000Z'])
})

test('rows written as JSON lines and read into another database are the same rows; what was sealed stayed sealed', async (t) => {
  const [here, there] = [await place(t), await place(t)]
  await found(here)
  for (let no = 0; no < 3; no += 1) await openCase(here)
  await here.ownerPool.trip([
    {
      text: `insert into operator_alert (id, kind, params, at) values ($1, 'x', $2, $3)`,
      values: [newId(), JSON.stringify({ text: 'dấu "ngoặc"\n\\ và\ttab', list: [1, null] }), now],
    },
  ])
  const file = join(here.root, 'all.jsonl')
  const written = await exportAll({ owner: here.owner, file, now: () => now })
  await assertNotReadable(here.root, [name, number])
  const broken = join(here.root, 'cut.jsonl')
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const without = (no: number) => writeFile(broken, `${lines.filter((_, at) => at !== no).join('\n')}\n`)
  for (const no of [0, lines.findIndex((line) => line.startsWith('["')), lines.length - 1]) {
    await without(no)
    await assert.rejects(importAll({ file: broken, owner: there.owner }), /export/, `without line ${no}`)
  }
  assert.deepEqual(await importAll({ file, owner: there.owner }), written)
  assert.deepEqual(await rowsOf(there), await rowsOf(here))
  assert.deepEqual(await fingerprints(there), await fingerprints(here))
  const [jobs] = await there.ownerPool.trip([{ text: `select nextval('graphile_worker.jobs_id_seq1')::int as n`, values: [] }])
  assert.equal(jobs?.rows[0]?.n, 4)
  await assert.rejects(importAll({ file, owner: there.owner }), { code: 'not-empty' })
})
