import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { contextFor } from '#platform/act'
import type { Actor } from '#platform/db'
import { clamdScanner, FileStore, folderShelf } from '#platform/files'
import { newId } from '#platform/id'
import { clamdDouble } from '#test/clamd-double'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { tinyPdf } from '#test/tiny-files'
import { filesOfDraft, newVault, storeWhole } from './index.ts'

const now = '2026-11-20T02:00:00.000Z'

async function world(t: TestContext) {
  const database = await freshDatabase(t)
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner, 1)]
  const root = await mkdtemp(join(tmpdir(), 'lt-gate-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const keys = testKeys()
  const vault = newVault(new FileStore(await folderShelf(root), keys), clamdScanner(await clamdDouble(t, 'BAD-WORD'), 2000))
  const mother: Actor = { id: newId(), kind: 'citizen', system: 'state', posts: [], units: [], party: newId() }
  const ctx = contextFor({ pool, keys }, mother, now)
  const bring = (name: string, bytes: Buffer, draft = newId()) =>
    storeWhole(ctx, vault, { draft, field: 'clinicNote', name, bytes: [bytes] })
  const traces = async () => {
    const [entries, alerts, files] = await owner.trip([
      {
        text: `select e.act, p.payload from audit_entry e join audit_payload p using (chain_id, seq) where e.chain_id = $1`,
        values: [mother.id],
      },
      { text: 'select kind, params from operator_alert', values: [] },
      { text: 'select count(*)::int as n from stored_file', values: [] },
    ])
    const payloads = (entries?.rows ?? []).map((row) => keys.openText(row.payload as Buffer, 'audit.payload'))
    return { payloads, alerts: alerts?.rows ?? [], files: files?.rows[0]?.n }
  }
  const lying = async () => {
    const found: string[] = []
    for await (const one of vault.store.list('')) found.push(one.key)
    return found
  }
  return { ctx, bring, traces, lying }
}

test('a clean paper comes in as scanned', async (t) => {
  const { ctx, bring } = await world(t)
  const draft = newId()
  await bring('giấy.pdf', tinyPdf(), draft)
  assert.deepEqual(
    (await filesOfDraft(ctx, draft)).map((file) => file.file?.scan),
    ['clean'],
  )
})

test('a paper with a secrecy mark in name, title or on its first page is kept nowhere, and only its hash is told', async (t) => {
  const { bring, traces, lying } = await world(t)
  const secrets: [string, Buffer][] = [
    ['Công văn mật.pdf', tinyPdf({ lines: ['nội dung một'] })],
    ['a.pdf', tinyPdf({ title: 'Kế hoạch (TỐI MẬT)' })],
    ['b.pdf', tinyPdf({ lines: ['TUYỆT MẬT', 'nội dung ba'] })],
  ]
  for (const [name, bytes] of secrets) assert.deepEqual(await bring(name, bytes), { ok: false, fault: 'secret' })
  const { payloads, alerts, files } = await traces()
  assert.equal(files, 0)
  assert.deepEqual(await lying(), [])
  assert.deepEqual(alerts, Array(3).fill({ kind: 'file-refused', params: { fault: 'secret' } }))
  for (const [no, [, bytes]] of secrets.entries()) {
    assert.ok(payloads[no]?.includes(createHash('sha256').update(bytes).digest('hex')))
    assert.equal(/mật|nội dung|pdf/i.test(payloads[no] ?? ''), false)
  }
})

test('malware is refused and reported; a file of a wrong type is only refused', async (t) => {
  const { ctx, bring, traces, lying } = await world(t)
  const draft = newId()
  assert.deepEqual(await bring('giấy.pdf', tinyPdf({ ballast: Buffer.from('BAD-WORD') }), draft), { ok: false, fault: 'malware' })
  assert.deepEqual(await bring('giấy.exe', Buffer.from('MZ'.padEnd(200)), draft), { ok: false, fault: 'type-not-allowed' })
  assert.deepEqual(
    (await filesOfDraft(ctx, draft)).map((file) => file.fault),
    ['malware', 'type-not-allowed'],
  )
  const { alerts, files } = await traces()
  assert.deepEqual(alerts, [{ kind: 'file-refused', params: { fault: 'malware' } }])
  assert.equal(files, 0)
  assert.deepEqual(await lying(), [])
})
