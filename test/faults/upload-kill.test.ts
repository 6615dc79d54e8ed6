import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { beginUpload, finishUpload, newVault, openFile, receive, uploadOffset } from '#modules/papers'
import { contextFor } from '#platform/act'
import type { Actor } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { newId } from '#platform/id'
import { Keyring, newDataKey } from '#platform/keys'
import { freshDatabase, poolFor } from '#test/database'
import { tinyPdf } from '#test/tiny-files'

test('a program killed again and again in the middle of an upload loses nothing that it acknowledged', async (t) => {
  const database = await freshDatabase(t)
  const root = await mkdtemp(join(tmpdir(), 'lt-kill-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const dataKeys = (['seal', 'look-up', 'file'] as const).map((purpose, id) => newDataKey(id, purpose))
  const keys = new Keyring(dataKeys)
  const actor: Actor = { id: newId(), kind: 'citizen', system: 'state', posts: [], units: [], party: newId() }
  const ctx = contextFor({ pool: poolFor(t, database.program), keys }, actor, '2026-11-20T02:00:00.000Z')
  const bytes = tinyPdf({ ballast: randomBytes(700_000) })
  const paper = join(root, 'paper')
  await writeFile(paper, bytes)
  const begun = await beginUpload(ctx, { draft: newId(), field: 'clinicNote', name: 'giấy.pdf', size: bytes.length })
  assert.ok(begun.ok)
  const given = {
    connect: database.program,
    root: join(root, 'files'),
    paper,
    keys: dataKeys.map((key) => ({ ...key, bytes: key.bytes.toString('base64') })),
    actor,
    upload: begun.upload,
  }
  for (const acknowledgements of [1, 3, 5]) {
    const { received: from } = await uploadOffset(ctx, begun.upload)
    const acknowledged = await sendUntilKilled({ ...given, from }, acknowledgements)
    const { received } = await uploadOffset(ctx, begun.upload)
    assert.ok(received >= acknowledged && acknowledged > from, `${acknowledged} acknowledged, ${received} there`)
  }
  const vault = newVault(new FileStore(await folderShelf(given.root), keys))
  const { received } = await uploadOffset(ctx, begun.upload)
  assert.ok(received < bytes.length)
  await receive(ctx, vault, begun.upload, received, [bytes.subarray(received)])
  const finished = await finishUpload(ctx, vault, begun.upload)
  assert.ok(finished.ok)
  const parts: Buffer[] = []
  for await (const part of (await openFile(ctx, vault, finished.file)).bytes) parts.push(part)
  assert.ok(Buffer.concat(parts).equals(bytes))
})

/** Starts the sender and kills it after so many acknowledgements. */
function sendUntilKilled(given: object, after: number): Promise<number> {
  const file = fileURLToPath(new URL('upload-kill-run.ts', import.meta.url))
  const sender = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    sender.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > after) sender.kill('SIGKILL')
    })
    sender.on('error', reject).on('close', () => resolve(Number(said.split('\n').at(-2) ?? 0)))
  })
}
