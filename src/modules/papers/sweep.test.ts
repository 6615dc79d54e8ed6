import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Ctx, contextFor } from '#platform/act'
import type { Actor } from '#platform/db'
import { clamdScanner, FileStore, folderShelf } from '#platform/files'
import { type Id, newId } from '#platform/id'
import { clamdDouble } from '#test/clamd-double'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { tinyPdf } from '#test/tiny-files'
import { beginUpload, endUse, forgetUploads, newVault, openFile, receive, rescanFiles, storeWhole, sweepFiles, useFile } from './index.ts'

const dayMs = 86_400_000
// Files on disk carry the machine's own time, so the days of these tests are counted from it.
const today = Date.now()
const onDay = (day: number): string => new Date(today + day * dayMs).toISOString()

const unit = newId()
const mother: Actor = { id: newId(), kind: 'citizen', system: 'state', posts: [], units: [], party: newId() }
const job: Actor = { id: newId(), kind: 'job', system: 'state', posts: [], units: [unit] }

async function world(t: TestContext) {
  const database = await freshDatabase(t)
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner, 1)]
  const root = await mkdtemp(join(tmpdir(), 'lt-sweep-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const keys = testKeys()
  const store = new FileStore(await folderShelf(root), keys)
  const vault = newVault(store)
  const at = (day: number, actor: Actor = mother): Ctx => contextFor({ pool, keys }, actor, onDay(day))
  await owner.trip([
    { text: `insert into unit (id, system, level, code, valid_from) values ($1, 'state', 'commune', 'A', '2025-07-01')`, values: [unit] },
  ])
  const bring = async (day: number, draft: Id, no: number): Promise<Id> => {
    const bytes = [tinyPdf({ title: `paper ${no}` })]
    const stored = await storeWhole(at(day), vault, { draft, field: 'clinicNote', name: 'a.pdf', bytes })
    assert.ok(stored.ok)
    return stored.file
  }
  const lying = async () => {
    const found: string[] = []
    for await (const one of store.list('')) found.push(one.key)
    return found.length
  }
  return { owner, vault, store, at, bring, lying }
}

/** A case with one act, as the owner of the tables would write it. */
function caseRows(item: Id, act: Id, at: string) {
  return [
    {
      text: `insert into work_item (id, kind, code, system, unit_id, applicant_id, opened_at) values ($1, 'dossier', $1::uuid::text, 'state', $2, $3, $4)`,
      values: [item, unit, mother.party ?? '', at],
    },
    {
      text: `insert into act (id, work_item_id, seq, name, actor_id, system, unit_id, at, params) values ($1, $2, 1, 'submit', $3, 'state', $4, $5, '{}')`,
      values: [act, item, mother.id, unit, at],
    },
  ]
}

test('bytes go thirty days after their last use, and not before; the row stays and says so', async (t) => {
  const { owner, vault, at, bring, lying } = await world(t)
  const [draft, item, act] = [newId(), newId(), newId()]
  const [used, dropped, replaced] = [await bring(0, draft, 1), await bring(0, draft, 2), await bring(0, draft, 3)]
  const use = (file: Id, day: number) => ({ file, item, component: file, act, system: 'state', unit, at: onDay(day) })
  await owner.trip([...caseRows(item, act, onDay(0)), ...useFile(use(used, 0)), ...useFile(use(replaced, 0)), forgetUploads(draft)])
  await owner.trip([endUse(use(replaced, 10))])
  assert.deepEqual(await sweepFiles(at(29, job), vault), { unused: 0, uploads: 0, strays: 0 })
  assert.deepEqual(await sweepFiles(at(31, job), vault), { unused: 1, uploads: 0, strays: 0 })
  await assert.rejects(openFile(at(31), vault, dropped), { status: 410, reason: 'file-gone' })
  assert.equal((await openFile(at(31), vault, replaced)).id, replaced)
  assert.deepEqual(await sweepFiles(at(41, job), vault), { unused: 1, uploads: 0, strays: 0 })
  assert.equal((await openFile(at(400), vault, used)).id, used)
  assert.equal(await lying(), 1)
})

test('what a draft still shows stays, however old; a swept file cannot be used any more', async (t) => {
  const { owner, vault, at, bring } = await world(t)
  const [kept, gone] = [newId(), newId()]
  const shown = await bring(0, kept, 1)
  const file = await bring(0, gone, 2)
  await owner.trip([forgetUploads(gone)])
  assert.equal((await sweepFiles(at(60, job), vault)).unused, 1)
  assert.equal((await openFile(at(60), vault, shown)).id, shown)
  const [item, act] = [newId(), newId()]
  await owner.trip(caseRows(item, act, onDay(60)))
  await assert.rejects(owner.trip(useFile({ file, item, component: 'x', act, system: 'state', unit, at: onDay(60) })), { code: 'LT409' })
  const again = await bring(60, gone, 2)
  assert.notEqual(again, file)
})

test('an upload nobody finished and bytes that no row knows are cleared; bytes under way are not', async (t) => {
  const { vault, store, at, lying } = await world(t)
  const begun = await beginUpload(at(0), { draft: newId(), field: 'f', name: 'a.pdf', size: 1000 })
  assert.ok(begun.ok)
  await receive(at(0), vault, begun.upload, 0, [Buffer.alloc(10)])
  await store.put('ab/stray', [Buffer.from('left by an act that failed')])
  assert.deepEqual(await sweepFiles(at(0, job), vault), { unused: 0, uploads: 0, strays: 0 })
  assert.deepEqual(await sweepFiles(at(2, job), vault), { unused: 0, uploads: 0, strays: 1 })
  assert.deepEqual(await sweepFiles(at(8, job), vault), { unused: 0, uploads: 1, strays: 1 })
  assert.equal(await lying(), 0)
  await assert.rejects(sweepFiles(at(8), vault), { status: 403 })
})

test('what came in unscanned is scanned later; what is harmful loses its bytes and is reported', async (t) => {
  const { owner, vault, store, at } = await world(t)
  const draft = newId()
  const files: Id[] = []
  for (const ballast of ['BAD-WORD', 'good']) {
    const bytes = [tinyPdf({ ballast: Buffer.from(ballast) })]
    const stored = await storeWhole(at(0), vault, { draft, field: 'f', name: 'a.pdf', bytes })
    assert.ok(stored.ok)
    files.push(stored.file)
  }
  assert.deepEqual(await rescanFiles(at(1, job), vault), { clean: 0, malware: 0, left: 0 })
  const away = newVault(store, clamdScanner({ host: '127.0.0.1', port: 1 }, 100))
  assert.deepEqual(await rescanFiles(at(1, job), away), { clean: 0, malware: 0, left: 2 })
  const scanning = newVault(store, clamdScanner(await clamdDouble(t, 'BAD-WORD'), 2000))
  assert.deepEqual(await rescanFiles(at(1, job), scanning), { clean: 1, malware: 1, left: 0 })
  assert.deepEqual(await rescanFiles(at(1, job), scanning), { clean: 0, malware: 0, left: 0 })
  await assert.rejects(openFile(at(1), vault, files[0] ?? ''), { status: 410 })
  assert.equal((await openFile(at(1), vault, files[1] ?? '')).scan, 'clean')
  const [alerts] = await owner.trip([{ text: 'select kind, params from operator_alert', values: [] }])
  assert.deepEqual(alerts?.rows, [{ kind: 'file-refused', params: { fault: 'malware' } }])
})
