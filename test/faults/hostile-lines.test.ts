import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { stream, tinyJpeg, tinyPdf, tinyPng } from '../tiny-files.ts'
import { ownFolder, type Product, servingProduct } from './product.ts'
import { citizenIn } from './walker.ts'

test('a serving product outlives broken lines, lying heads and bombs, and its memory stays bounded', { timeout: 120_000 }, async (t) => {
  const product = await servingProduct(t, { dataDir: join(await ownFolder(t), 'data') })
  await brokenLines(product)
  await lyingHeads(product)
  const before = await peakMb(product)
  await bombs(product)
  const grown = (await peakMb(product)) - before
  assert.ok(grown < 600, `grew by ${Math.round(grown)} MB`)
  t.diagnostic(`peak ${Math.round(before)} MB before the bombs, ${Math.round(grown)} MB more with them`)
  assert.equal((await fetch(`${product.url}/healthz`)).status, 200)
  assert.equal(await product.stop(), 0)
})

const host = 'Host: localhost\r\n'

/** Bytes as they are sent, and what the answer begins with; undefined where the line is simply closed. */
const lines: [sent: string, begins: RegExp][] = [
  ['\u0000\u0001\u0002\r\n\r\n', /^HTTP\/1\.1 400/],
  ['GET / HTTP/9.9\r\n\r\n', /^HTTP\/1\.1 400/],
  ['GET  HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400/],
  [`GET /healthz HTTP/1.1\r\n${host}X: ${'a'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
  [`GET /${'a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 (414|431)/],
  [`POST /dang-nhap HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, /^HTTP\/1\.1 400/],
  [`POST /dang-nhap HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, /^HTTP\/1\.1 400/],
  [`POST /dang-nhap HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n`, /^HTTP\/1\.1 4/],
  [`GET /healthz HTTP/1.1\r\n${host}Connection: close\r\nCookie: ${'a=b; '.repeat(2000)}\r\n\r\n`, /^HTTP\/1\.1 (200|431)/],
  [`GET /../../../etc/passwd HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, /^HTTP\/1\.1 404/],
  [`GET /public/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, /^HTTP\/1\.1 (403|404)/],
  [`GET /public/%2e%2e/%2e%2e/package.json HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, /^HTTP\/1\.1 (403|404)/],
]

/** A line that is left standing is cut off, and the test fails for what was said by then. */
const answeredWithinMs = 10_000

async function brokenLines({ port }: Product): Promise<void> {
  for (const [sent, begins] of lines) {
    const socket = connect({ port, host: '127.0.0.1', timeout: answeredWithinMs })
    let said = ''
    socket
      .on('error', () => {})
      .on('timeout', () => socket.destroy())
      .on('data', (bytes) => {
        said += bytes
        if (begins.test(said)) socket.destroy()
      })
    socket.write(sent)
    await once(socket, 'close')
    assert.match(said, begins, JSON.stringify(sent.slice(0, 60)))
    assert.doesNotMatch(said, /root:x:|"lien-thong"/)
  }
}

/** What a request says of where it was sent never reaches a page, an address or a cookie. */
async function lyingHeads({ port, url }: Product): Promise<void> {
  const said = await raw(
    port,
    `GET /dang-nhap HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
  )
  assert.match(said, /^HTTP\/1\.1 200/)
  assert.doesNotMatch(said, /evil\.example/)
  const away = await (await fetch(`${url}/dang-nhap?ve=//evil.example`)).text()
  assert.doesNotMatch(away, /(value|href|action)="(https?:)?\/\/evil/)
  const split = await raw(
    port,
    `GET /dang-nhap?ve=/a%0d%0aSet-Cookie:%20x=1 HTTP/1.1\r\n${host}Accept: text/html\r\nConnection: close\r\n\r\n`,
  )
  assert.doesNotMatch(split, /^set-cookie: ?x=1/im)
  assert.equal(
    (await fetch(`${url}/ngon-ngu/vi?ve=//evil.example`, { redirect: 'manual' })).headers.get('location')?.includes('evil') ?? false,
    false,
  )
}

async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket
    .on('error', () => {})
    .on('data', (bytes) => {
      said += bytes
    })
  socket.write(text)
  await once(socket, 'close')
  return said
}

/** Files that are small on the line and enormous where they are opened, several at once. */
async function bombs({ url }: Product): Promise<void> {
  const zeros = deflateSync(Buffer.alloc(100 * 1024 * 1024))
  const [inside, half] = [deflateSync(zeros), deflateSync(Buffer.alloc(60 * 1024 * 1024))]
  const made = [
    tinyPdf({ objects: [stream(zeros, '/Filter /FlateDecode')] }),
    tinyPdf({ objects: [stream(inside, '/Filter [/FlateDecode /FlateDecode]')] }),
    tinyPdf({ objects: Array.from({ length: 10 }, () => stream(half, '/Filter /FlateDecode')) }),
    tinyPng(60_000, 60_000),
    tinyJpeg(65_000, 65_000),
    Buffer.concat([Buffer.from('PK\u0003\u0004'), zeros]),
  ]
  const lan = await citizenIn(url, 'lan')
  const begun = await lan.send(await lan.form('/nop/1.001193', '/nop/1.001193'), { xa: '09169' })
  const draft = /^\/ho-so-nhap\/([^/]+)/.exec(begun.location ?? '')?.[1]
  const page = await lan.form(`/ho-so-nhap/${draft}/giay-to`, '/giay-to')
  const json = { accept: 'application/json', 'x-form-token': String(page.fields._csrf) }
  const send = async (bytes: Buffer) => {
    const announce = JSON.stringify({ field: 'clinicNote', name: 'giay', size: bytes.length })
    const base = `/ho-so-nhap/${draft}/tep`
    const announced = await lan.ask(base, { method: 'POST', headers: { ...json, 'content-type': 'application/json' }, body: announce })
    const at = `${base}/${JSON.parse(announced.text).upload}`
    const headers = { ...json, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    await lan.ask(at, { method: 'PATCH', headers, body: new Uint8Array(bytes) })
    return (await lan.ask(`${at}/xong`, { method: 'POST', headers: json })).status
  }
  const check = async (bytes: Buffer) => {
    const body = new FormData()
    body.append('tep', new Blob([new Uint8Array(bytes)]), 'giay.pdf')
    return (await lan.ask('/xac-minh', { method: 'POST', body })).status
  }
  const answers = await Promise.all(made.map(send))
  assert.deepEqual([...new Set(answers)], [422])
  for (const status of await Promise.all(made.slice(0, 3).map(check))) assert.ok(status < 500, `${status}`)
}

/** The most memory that the program ever held, without its database. */
async function peakMb({ child }: Product): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
