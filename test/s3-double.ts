import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'

type Object = { bytes: Buffer; at: string }

/** A small S3 of one bucket in memory: objects, uploads in parts, listings of two a page. It checks hashes and who asks, not signatures. */
export type S3Double = {
  endpoint: string
  bucket: string
  objects: Map<string, Object>
  uploads: Map<string, Map<number, Buffer>>
  failing: number[]
  requests: string[]
}

const bucket = 'papers'

/** `failing` holds status codes that the next requests are answered with. */
export async function s3Double(t: Pick<TestContext, 'after'>, accessKey: string): Promise<S3Double> {
  const double: S3Double = { endpoint: '', bucket, objects: new Map(), uploads: new Map(), failing: [], requests: [] }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => answer(double, accessKey, request, Buffer.concat(chunks), response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  double.endpoint = `http://127.0.0.1:${address.port}`
  return double
}

function answer(double: S3Double, accessKey: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://s3')
  double.requests.push(`${request.method} ${url.pathname}${url.search}`)
  const say = (status: number, text = '', headers: Record<string, string> = {}): void => {
    response.writeHead(status, headers).end(text)
  }
  const failing = double.failing.shift()
  if (failing !== undefined) return say(failing, '<Error><Code>Played</Code></Error>')
  const isKnown = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKey}/`)
  if (isKnown !== true) return say(403, '<Error><Code>AccessDenied</Code></Error>')
  if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
    return say(400, '<Error><Code>XAmzContentSHA256Mismatch</Code></Error>')
  const [, asked, ...rest] = url.pathname.split('/')
  if (asked !== bucket) return say(404, '<Error><Code>NoSuchBucket</Code></Error>')
  const key = rest.join('/')
  if (key === '') return listing(double, url.searchParams, say)
  if (url.searchParams.has('uploads') || url.searchParams.has('uploadId'))
    return inParts(double, request.method ?? '', key, url.searchParams, body, say)
  if (request.method === 'PUT') {
    double.objects.set(key, { bytes: body, at: new Date().toISOString() })
    return say(200, '', { etag: '"x"' })
  }
  if (request.method === 'DELETE') {
    double.objects.delete(key)
    return say(204)
  }
  const found = double.objects.get(key)
  if (found === undefined) return say(404, '<Error><Code>NoSuchKey</Code></Error>')
  response.writeHead(200).end(found.bytes)
}

type Say = (status: number, text?: string, headers?: Record<string, string>) => void

function listing({ objects }: S3Double, asked: URLSearchParams, say: Say): void {
  const keys = [...objects.keys()].filter((key) => key.startsWith(asked.get('prefix') ?? '')).sort()
  const begin = Number((asked.get('continuation-token') ?? 'after&0').split('&')[1])
  const contents = keys.slice(begin, begin + 2).map((key) => {
    const { bytes, at } = objects.get(key) ?? { bytes: Buffer.alloc(0), at: '' }
    return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>${bytes.length}</Size></Contents>`
  })
  const next = begin + 2 < keys.length ? `<NextContinuationToken>after&amp;${begin + 2}</NextContinuationToken>` : ''
  say(200, `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`)
}

function inParts({ objects, uploads }: S3Double, method: string, key: string, asked: URLSearchParams, body: Buffer, say: Say): void {
  if (asked.has('uploads')) {
    uploads.set(`u${uploads.size + 1}`, new Map())
    return say(200, `<R><UploadId>u${uploads.size}</UploadId></R>`)
  }
  const id = asked.get('uploadId') ?? ''
  const parts = uploads.get(id)
  if (parts === undefined) return say(404, '<Error><Code>NoSuchUpload</Code></Error>')
  if (method === 'PUT') {
    parts.set(Number(asked.get('partNumber')), body)
    return say(200, '', { etag: `"${asked.get('partNumber')}"` })
  }
  uploads.delete(id)
  if (method === 'DELETE') return say(204)
  const whole = [...parts].sort(([one], [other]) => one - other).map(([, bytes]) => bytes)
  objects.set(key, { bytes: Buffer.concat(whole), at: new Date().toISOString() })
  say(200, '<R/>')
}
