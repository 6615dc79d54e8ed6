import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { Keyring, newDataKey } from '#platform/keys'
import { s3Double } from '#test/s3-double'
import { FileStore, NoSuchFile, StorageProblem, s3Shelf } from './index.ts'
import { authorization } from './s3-signature.ts'

// The worked examples of the S3 documentation (Authenticating Requests: Using the Authorization Header).
const example = { region: 'us-east-1', accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const at = '20130524T000000Z'

test('requests are signed as the S3 documentation shows', () => {
  const common = { 'x-amz-content-sha256': emptyHash, 'x-amz-date': at }
  const signature = (url: string, headers: Record<string, string>) =>
    authorization(example, { method: 'GET', url: new URL(url), headers, bodyHash: emptyHash, at }).split('Signature=')[1]
  assert.equal(
    signature('https://examplebucket.s3.amazonaws.com/test.txt', { ...common, range: 'bytes=0-9' }),
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
  assert.equal(
    signature('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J', common),
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  )
  assert.equal(
    signature('https://examplebucket.s3.amazonaws.com/?lifecycle', common),
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  )
})

async function storeOn(t: TestContext) {
  const double = await s3Double(t, example.accessKey)
  const shelf = s3Shelf({ ...example, endpoint: double.endpoint, bucket: double.bucket })
  return { double, shelf, store: new FileStore(shelf, new Keyring([newDataKey(1, 'file')])) }
}

async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const thing of things) found.push(thing)
  return found
}

test('small and large files come back from a bucket as they were, and lie there encrypted', async (t) => {
  const { double, store } = await storeOn(t)
  for (const size of [0, 5, 70_000, 20 * 1024 * 1024]) {
    const bytes = Buffer.concat([Buffer.from('Nguyễn'), randomBytes(size)])
    const stored = await store.put('ab/file', [bytes])
    assert.deepEqual(await store.measure('ab/file'), { size: bytes.length, sha256: createHash('sha256').update(bytes).digest() })
    assert.equal(stored.size, bytes.length)
    assert.equal(double.objects.get('ab/file')?.bytes.includes('Nguyễn'), false)
  }
  assert.equal(double.uploads.size, 0)
})

test('a listing goes on over its pages; a removal twice and a missing file are told apart', async (t) => {
  const { shelf, store } = await storeOn(t)
  for (const key of ['ab/1', 'ab/2', 'ab/3', 'ab/4', 'ab/5', 'cd/1']) await store.put(key, [Buffer.from(key)])
  assert.deepEqual(
    (await all(shelf.list('ab/'))).map((one) => one.key),
    ['ab/1', 'ab/2', 'ab/3', 'ab/4', 'ab/5'],
  )
  await store.remove('ab/1')
  await store.remove('ab/1')
  await assert.rejects(store.open('ab/1'), NoSuchFile)
  await store.check()
})

test('a service in trouble for a moment is asked again; a lasting trouble is named, and nothing is half stored', async (t) => {
  const { double, store } = await storeOn(t)
  double.failing.push(503, 500)
  await store.put('ab/file', [Buffer.from('x')])
  assert.equal(double.requests.length, 3)
  double.failing.push(507)
  await assert.rejects(store.put('ab/full', [Buffer.from('x')]), { code: 'disk-full' })
  double.failing.push(403)
  await assert.rejects(store.put('ab/no', [Buffer.from('x')]), { code: 'not-writable' })
  async function* broken(): AsyncGenerator<Buffer> {
    yield randomBytes(20 * 1024 * 1024)
    throw new Error('line broke')
  }
  await assert.rejects(store.put('ab/broken', broken()), /line broke/)
  assert.deepEqual([...double.objects.keys()], ['ab/file'])
  assert.equal(double.uploads.size, 0)
  const nobody = s3Shelf({ ...example, endpoint: 'http://127.0.0.1:1', bucket: 'b' })
  await assert.rejects(nobody.read('ab/file'), (error) => error instanceof StorageProblem && error.code === 'unreachable')
})
