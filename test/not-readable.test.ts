import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { assertNotReadable } from './not-readable.ts'

const name = 'Nguyễn Thị Hồng'

test('a name lying readable anywhere below a folder is found in each of its spellings', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'lt-readable-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const path = join(root, 'a', 'b')
  await mkdir(join(root, 'a'))
  await writeFile(path, randomBytes(3_000_000))
  assert.deepEqual(await assertNotReadable(root, [name]), { files: 1, bytes: 3_000_000 })
  const bytes = Buffer.from(name)
  const lying = [
    bytes,
    Buffer.from(name.normalize('NFD')),
    Buffer.from(name, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...[0, 1, 2].map((shift) => Buffer.from(Buffer.concat([randomBytes(shift), bytes, randomBytes(5)]).toString('base64'))),
  ]
  for (const [no, one] of lying.entries()) {
    // Across the border of two pieces that are read one after the other.
    await writeFile(path, Buffer.concat([randomBytes((1 << 20) - 5), one, randomBytes(1000)]))
    await assert.rejects(assertNotReadable(root, ['other needle', name]), /lies readable/, `spelling ${no}`)
  }
})
