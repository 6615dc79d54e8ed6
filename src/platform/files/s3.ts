import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { blocks, type Chunks } from './frames.ts'
import { authorization, type S3Access } from './s3-signature.ts'
import { assertKey, type Lying, NoSuchFile, type Shelf, StorageProblem } from './shelf.ts'

/** An S3 bucket and who we are there. The endpoint is the service's address; buckets are named in the path. */
export type S3Place = S3Access & { endpoint: string; bucket: string }

type Asked = { method: string; key?: string; query?: Record<string, string>; body?: Buffer }

// Parts of an upload must have at least 5 MiB but for the last (S3 limits).
const partLength = 8 * 1024 * 1024
const tries = 4

/**
 * A shelf in an S3 bucket. A file appears with its last request or not at all. What the service refuses for a moment is asked again.
 * @param withinMs longest wait for the beginning of an answer
 */
export function s3Shelf(place: S3Place, now: () => Date = () => new Date(), withinMs = 60_000): Shelf {
  const ask = (asked: Asked): Promise<Response> => patiently(() => request(place, now(), withinMs, asked))
  return {
    write: (key, bytes) => write(ask, key, bytes),
    read: async (key) => {
      assertKey(key)
      const { body } = await ask({ method: 'GET', key })
      return body === null ? (async function* () {})() : body
    },
    remove: async (key) => {
      assertKey(key)
      await ask({ method: 'DELETE', key }).catch((error: unknown) => {
        if (!(error instanceof NoSuchFile)) throw error
      })
    },
    list: (prefix) => list(ask, prefix),
    check: async () => {
      await ask({ method: 'PUT', key: 'check', body: Buffer.from('.') })
    },
  }
}

type Ask = (asked: Asked) => Promise<Response>

async function write(ask: Ask, key: string, bytes: Chunks): Promise<void> {
  assertKey(key)
  const parts = blocks(bytes, partLength)[Symbol.asyncIterator]()
  const [first, second] = [await parts.next(), await parts.next()]
  const body = first.done === true ? Buffer.alloc(0) : first.value
  if (second.done === true) {
    await drained(await ask({ method: 'PUT', key, body }))
    return
  }
  await writeInParts(ask, key, body, second.value, parts)
}

async function writeInParts(ask: Ask, key: string, first: Buffer, second: Buffer, rest: AsyncIterator<Buffer>): Promise<void> {
  const begun = await (await ask({ method: 'POST', key, query: { uploads: '' } })).text()
  const uploadId = textOf(begun, 'UploadId') ?? ''
  try {
    const tags: string[] = []
    const send = async (body: Buffer): Promise<void> => {
      const answer = await ask({ method: 'PUT', key, query: { partNumber: String(tags.length + 1), uploadId }, body })
      tags.push(answer.headers.get('etag') ?? '')
      await drained(answer)
    }
    await send(first)
    await send(second)
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) await send(next.value)
    const listed = tags.map((tag, no) => `<Part><PartNumber>${no + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')
    const body = Buffer.from(`<CompleteMultipartUpload>${listed}</CompleteMultipartUpload>`)
    const answer = await (await ask({ method: 'POST', key, query: { uploadId }, body })).text()
    // The service may answer 200 at once and name an error in the text.
    if (answer.includes('<Error>')) throw new StorageProblem('unreachable', new Error(textOf(answer, 'Code')))
  } catch (error) {
    await ask({ method: 'DELETE', key, query: { uploadId } }).catch(() => {})
    throw error
  }
}

async function* list(ask: Ask, prefix: string): AsyncGenerator<Lying> {
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query: Record<string, string> = { 'list-type': '2', prefix, ...(token === '' ? {} : { 'continuation-token': token }) }
    const text = await (await ask({ method: 'GET', query })).text()
    for (const [, entry = ''] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      yield { key: textOf(entry, 'Key') ?? '', at: textOf(entry, 'LastModified') ?? '', size: Number(textOf(entry, 'Size')) }
    }
    token = textOf(text, 'NextContinuationToken')
  }
}

/** Our keys hold no letter that XML escapes; a token may. */
function textOf(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

async function request(place: S3Place, now: Date, withinMs: number, { method, key, query = {}, body }: Asked): Promise<Response> {
  const url = new URL(`${place.endpoint.replace(/\/$/, '')}/${place.bucket}${key === undefined ? '/' : `/${key}`}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const at = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const bodyHash = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  const headers = { 'x-amz-content-sha256': bodyHash, 'x-amz-date': at }
  const signed = { ...headers, authorization: authorization(place, { method, url, headers, bodyHash, at }) }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), withinMs)
  try {
    const sent = body === undefined ? {} : { body: Uint8Array.from(body) }
    const answer = await fetch(url, { method, headers: signed, signal: late.signal, ...sent })
    if (answer.ok) return answer
    throw await asProblem(answer, key ?? '')
  } catch (error) {
    throw error instanceof StorageProblem || error instanceof NoSuchFile ? error : new StorageProblem('unreachable', error)
  } finally {
    clearTimeout(timer)
  }
}

async function asProblem(answer: Response, key: string): Promise<Error> {
  const code = textOf((await answer.text()).slice(0, 10_000), 'Code') ?? String(answer.status)
  if (answer.status === 404) return code === 'NoSuchBucket' ? new StorageProblem('not-writable', new Error(code)) : new NoSuchFile(key)
  if (answer.status === 507 || /Quota|InsufficientStorage|StorageFull/.test(code)) return new StorageProblem('disk-full', new Error(code))
  if (answer.status === 403 || answer.status === 401) return new StorageProblem('not-writable', new Error(code))
  return new StorageProblem('unreachable', new Error(`${answer.status} ${code}`))
}

/** Asks again what found nobody; every request here may be sent twice without harm. */
async function patiently(once: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once()
    } catch (error) {
      if (!(error instanceof StorageProblem) || error.code !== 'unreachable' || attempt === tries) throw error
      await pause(50 * 4 ** (attempt - 1))
    }
  }
}

async function drained(answer: Response): Promise<void> {
  await answer.arrayBuffer()
}
