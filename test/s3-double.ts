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

type Answered = { status: number; body?: string | Buffer; headers?: Record<string, string> }

function answer(double: S3Double, accessKey: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://s3')
  double.requests.push(`${request.method} ${url.pathname}${url.search}`)
  const failing = double.failing.shift()
  const refusal = failing === undefined ? refusalOf(accessKey, request, body) : refused(failing, 'Played')
  const { status, body: text = '', headers = {} } = refusal ?? answered(double, request.method ?? '', url, body)
  response.writeHead(status, headers).end(text)
}

function refused(status: number, code: string): Answered {
  return { status, body: `<Error><Code>${code}</Code></Error>` }
}

function refusalOf(accessKey: string, { headers }: IncomingMessage, body: Buffer): Answered | undefined {
  if (headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKey}/`) !== true) return refused(403, 'AccessDenied')
  const hash = createHash('sha256').update(body).digest('hex')
  return headers['x-amz-content-sha256'] === hash ? undefined : refused(400, 'XAmzContentSHA256Mismatch')
}

function answered(double: S3Double, method: string, { pathname, searchParams }: URL, body: Buffer): Answered {
  const [, asked, ...rest] = pathname.split('/')
  const key = rest.join('/')
  if (asked !== bucket) return refused(404, 'NoSuchBucket')
  if (key === '') return listing(double, searchParams)
  if (searchParams.has('uploads') || searchParams.has('uploadId')) return inParts(double, method, key, searchParams, body)
  if (method === 'PUT') {
    double.objects.set(key, { bytes: body, at: new Date().toISOString() })
    return { status: 200, headers: { etag: '"x"' } }
  }
  if (method === 'DELETE') {
    double.objects.delete(key)
    return { status: 204 }
  }
  const found = double.objects.get(key)
  return found === undefined ? refused(404, 'NoSuchKey') : { status: 200, body: found.bytes }
}

function listing({ objects }: S3Double, asked: URLSearchParams): Answered {
  const keys = [...objects.keys()].filter((key) => key.startsWith(asked.get('prefix') ?? '')).sort()
  const begin = Number((asked.get('continuation-token') ?? 'after&0').split('&')[1])
  const contents = keys.slice(begin, begin + 2).map((key) => {
    const { bytes, at } = objects.get(key) ?? { bytes: Buffer.alloc(0), at: '' }
    return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>${bytes.length}</Size></Contents>`
  })
  const next = begin + 2 < keys.length ? `<NextContinuationToken>after&amp;${begin + 2}</NextContinuationToken>` : ''
  return { status: 200, body: `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>` }
}

function inParts({ objects, uploads }: S3Double, method: string, key: string, asked: URLSearchParams, body: Buffer): Answered {
  if (asked.has('uploads')) {
    uploads.set(`u${uploads.size + 1}`, new Map())
    return { status: 200, body: `<R><UploadId>u${uploads.size}</UploadId></R>` }
  }
  const id = asked.get('uploadId') ?? ''
  const parts = uploads.get(id)
  if (parts === undefined) return refused(404, 'NoSuchUpload')
  if (method === 'PUT') {
    parts.set(Number(asked.get('partNumber')), body)
    return { status: 200, headers: { etag: `"${asked.get('partNumber')}"` } }
  }
  uploads.delete(id)
  if (method === 'DELETE') return { status: 204 }
  const whole = [...parts].sort(([one], [other]) => one - other).map(([, bytes]) => bytes)
  objects.set(key, { bytes: Buffer.concat(whole), at: new Date().toISOString() })
  return { status: 200, body: '<R/>' }
}
