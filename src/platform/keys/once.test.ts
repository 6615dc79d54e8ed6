import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMasterKey, writeOnce } from './index.ts'

test('programs that start at once agree on one master key, whole from its first moment, and nothing is left beside it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'lt-once-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const keys = await Promise.all(Array.from({ length: 30 }, () => newMasterKey(join(folder, 'master.key'))))
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1)
  assert.deepEqual(await readdir(folder), ['master.key'])
})

test('what was written once stays as it was', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'lt-once-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'roles.json')
  assert.equal(await writeOnce(file, 'một'), true)
  assert.equal(await writeOnce(file, 'hai'), false)
  assert.equal(await readFile(file, 'utf8'), 'một')
})
