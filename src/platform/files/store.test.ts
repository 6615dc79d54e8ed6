import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Keyring, newDataKey } from '#platform/keys'
import { DamagedFile, FileStore, folderShelf, NoSuchFile } from './index.ts'

async function storeFor(t: TestContext) {
  const root = await mkdtemp(join(tmpdir(), 'lt-files-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const keys = new Keyring([newDataKey(3, 'file')])
  return { root, keys, store: new FileStore(await folderShelf(root), keys) }
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

function* inPieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_001]) {
  test(`${size} bytes come back as they were, and their hash is told`, async (t) => {
    const { store } = await storeFor(t)
    const bytes = randomBytes(size)
    const stored = await store.put('ab/file', inPieces(bytes, 10_007))
    assert.deepEqual(stored, { key: 'ab/file', keyId: 3, size, sha256: createHash('sha256').update(bytes).digest() })
    assert.ok((await bytesOf(await store.open('ab/file'))).equals(bytes))
    assert.deepEqual(await store.measure('ab/file'), { size, sha256: stored.sha256 })
  })
}

test('what lies on disk holds nothing readable', async (t) => {
  const { root, store } = await storeFor(t)
  await store.put('ab/file', [Buffer.from('Nguyễn Thị Hồng 027190000001 '.repeat(5000))])
  const raw = await readFile(join(root, 'ab', 'file'))
  assert.equal(raw.includes('Nguyễn'), false)
  assert.equal(raw.includes('027190000001'), false)
})

test('any changed byte, a cut, an added byte or another name is noticed', async (t) => {
  const { root, store } = await storeFor(t)
  const path = join(root, 'ab', 'file')
  await store.put('ab/file', [randomBytes(200_000)])
  const whole = await readFile(path)
  const damaged: Buffer[] = [0, 5, 39, 40, 70_000, 140_000, whole.length - 1].map((at) => {
    const copy = Buffer.from(whole)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  })
  for (const end of [0, 39, 40, 41, 40 + 65_552, 40 + 2 * 65_552, whole.length - 1]) damaged.push(whole.subarray(0, end))
  const [first, second] = [whole.subarray(40, 40 + 65_552), whole.subarray(40 + 65_552, 40 + 2 * 65_552)]
  damaged.push(
    Buffer.concat([whole, Buffer.alloc(1)]),
    Buffer.concat([whole.subarray(0, 40), second, first, whole.subarray(40 + 2 * 65_552)]),
  )
  for (const [no, bytes] of damaged.entries()) {
    await writeFile(path, bytes)
    await assert.rejects(store.measure('ab/file'), no === 1 ? /data key/ : DamagedFile, `damage ${no}`)
  }
  await writeFile(path, whole)
  await rename(path, join(root, 'ab', 'other'))
  await assert.rejects(store.measure('ab/other'), DamagedFile)
})

test('a stream that breaks off leaves nothing behind and spares what was there', async (t) => {
  const { root, store } = await storeFor(t)
  await store.put('ab/file', [Buffer.from('before')])
  async function* broken(): AsyncGenerator<Buffer> {
    yield randomBytes(100_000)
    throw new Error('connection lost')
  }
  await assert.rejects(store.put('ab/file', broken()), /connection lost/)
  assert.equal((await bytesOf(await store.open('ab/file'))).toString(), 'before')
  assert.deepEqual(await readdir(join(root, '.unfinished')), [])
})

test('what a killed process left unfinished goes when the shelf is opened again', async (t) => {
  const { root } = await storeFor(t)
  const nobody = 4_194_999
  await writeFile(join(root, '.unfinished', `${nobody}-rest`), 'half')
  await writeFile(join(root, '.unfinished', `${process.pid}-mine`), 'under way')
  await folderShelf(root)
  assert.deepEqual(await readdir(join(root, '.unfinished')), [`${process.pid}-mine`])
})

test('a missing file, a listing and a removal', async (t) => {
  const { store } = await storeFor(t)
  await assert.rejects(store.open('ab/none'), NoSuchFile)
  for (const key of ['ab/one', 'ab/two', 'cd/three', 'abc']) await store.put(key, [Buffer.from(key)])
  const keysUnder = async (prefix: string) => {
    const keys: string[] = []
    for await (const lying of store.list(prefix)) keys.push(lying.key)
    return keys.sort()
  }
  assert.deepEqual(await keysUnder(''), ['ab/one', 'ab/two', 'abc', 'cd/three'])
  assert.deepEqual(await keysUnder('ab/'), ['ab/one', 'ab/two'])
  assert.deepEqual(await keysUnder('ab/o'), ['ab/one'])
  await store.remove('ab/one')
  await store.remove('ab/one')
  assert.deepEqual(await keysUnder('ab/'), ['ab/two'])
})

test('a key that could leave its folder is refused', async (t) => {
  const { store } = await storeFor(t)
  for (const key of ['../x', '/etc/passwd', 'a/../../b', 'a//b', '', '.unfinished/x', 'a\\b', 'A'])
    await assert.rejects(store.put(key, []), /not a key/)
})

test('an old key still opens what it stored after a new one came', async (t) => {
  const { keys, store } = await storeFor(t)
  await store.put('ab/old', [Buffer.from('old')])
  keys.add(newDataKey(9, 'file'))
  assert.equal((await store.put('ab/new', [Buffer.from('new')])).keyId, 9)
  assert.equal((await bytesOf(await store.open('ab/old'))).toString(), 'old')
})
