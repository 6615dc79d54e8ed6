import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { render } from '#platform/html'
import { Button, FileUpload, Form, Page, readAssets } from '../src/web/components/index.ts'
import { axe, browser } from './browser.ts'
import { builtAssets } from './built-assets.ts'

const built = builtAssets()

type Trouble = 'line breaks' | 'busy'
type Seen = { bytes: Buffer; announced: string; tokens: Set<unknown>; finished: number; forms: string[] }

/** A server that takes pieces as the script sends them. Each trouble meets one piece, of which half is kept. */
async function receivingServer(t: TestContext, troubles: Trouble[]): Promise<{ address: string; seen: Seen }> {
  const seen: Seen = { bytes: Buffer.alloc(0), announced: '', tokens: new Set(), finished: 0, forms: [] }
  const server = createServer(async (request, reply) => {
    const { url = '' } = request
    if (url.startsWith('/public/')) return sendBuilt(reply, url)
    if (url === '/giay-to') return reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(formPage())
    const body = await bodyOf(request)
    if (url.startsWith('/tai-len/')) {
      const answer = answerTo(request, body, seen, troubles)
      if (answer === 'line breaks') return request.socket.destroy()
      return reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.value))
    }
    if (url === '/nop') seen.forms.push(body.toString('latin1'))
    reply.writeHead(url === '/nop' ? 303 : 404, { location: '/giay-to' }).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

function formPage(): string {
  const frame = {
    lang: 'vi' as const,
    assets: readAssets(built()),
    path: '/giay-to',
    sample: true,
    area: 'tỉnh Bắc Ninh',
    csrf: 'the-token',
  }
  return render(
    <Page {...frame} title="Giấy tờ kèm theo" form>
      <h1>Giấy tờ kèm theo</h1>
      <Form action="/nop" formKey="key-of-form" files>
        <FileUpload name="clinicNote" label="Giấy chứng sinh" accept="application/pdf" sendTo="/tai-len/nhap" />
        <Button>Lưu và đi tiếp</Button>
      </Form>
    </Page>,
  )
}

async function sendBuilt(reply: ServerResponse, url: string): Promise<void> {
  const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'image/svg+xml'
  reply.writeHead(200, { 'content-type': type }).end(await readFile(join(built(), basename(url))))
}

type Answer = { status: number; value: unknown } | 'line breaks'

function answerTo(request: IncomingMessage, body: Buffer, seen: Seen, troubles: Trouble[]): Answer {
  const { method, url, headers } = request
  seen.tokens.add(headers['x-form-token'])
  if (url === '/tai-len/nhap') {
    seen.announced = body.toString()
    return { status: 201, value: { upload: 'u1' } }
  }
  if (url?.endsWith('/xong')) {
    seen.finished += 1
    return { status: 200, value: {} }
  }
  if (method === 'GET') return { status: 200, value: { received: seen.bytes.length } }
  if (Number(headers['upload-offset']) !== seen.bytes.length) return { status: 409, value: {} }
  const trouble = troubles.shift()
  seen.bytes = Buffer.concat([seen.bytes, trouble === undefined ? body : body.subarray(0, body.length >> 1)])
  if (trouble === 'line breaks') return trouble
  return { status: trouble === 'busy' ? 503 : 200, value: { received: seen.bytes.length } }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a file goes on from where a broken line stopped, arrives whole and once, and does not travel again with the form', async (t) => {
  const { address, seen } = await receivingServer(t, ['line breaks', 'busy'])
  const page = await (await browser(t)).page({ baseURL: address })
  await page.goto('/giay-to')
  const file = randomBytes(1_400_000)
  await page.getByLabel('Giấy chứng sinh').setInputFiles({ name: 'chứng sinh.pdf', mimeType: 'application/pdf', buffer: file })
  await page.getByText('sẽ gửi tiếp từ chỗ dừng').waitFor()
  await page.evaluate('dispatchEvent(new Event("online"))')
  await page.getByText('Đã nhận chứng sinh.pdf.').waitFor()
  assert.equal(sha256(seen.bytes), sha256(file))
  assert.equal(seen.finished, 1)
  assert.deepEqual(JSON.parse(seen.announced), { field: 'clinicNote', name: 'chứng sinh.pdf', size: file.length })
  assert.deepEqual([...seen.tokens], ['the-token'])
  assert.deepEqual(await axe(page), [])
  await Promise.all([page.waitForResponse(/\/nop$/), page.getByRole('button', { name: 'Lưu và đi tiếp' }).click()])
  assert.equal(seen.forms.length, 1)
  assert.doesNotMatch(seen.forms[0] ?? '', /%PDF|filename="[^"]/)
})

test('without script the file travels with its form', async (t) => {
  const { address, seen } = await receivingServer(t, [])
  const page = await (await browser(t)).page({ baseURL: address, javaScriptEnabled: false })
  await page.goto('/giay-to')
  await page.getByLabel('Giấy chứng sinh').setInputFiles({ name: 'giay.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await Promise.all([page.waitForResponse(/\/nop$/), page.getByRole('button', { name: 'Lưu và đi tiếp' }).click()])
  assert.match(seen.forms[0] ?? '', /name="clinicNote"; filename="giay\.pdf"[\s\S]*%PDF-1\.7/)
})
