import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { ask, jsonOf } from '#platform/http-client'
import { type SandboxOptions, startSandbox } from './index.ts'
import { personCalled } from './people.ts'

const agencySecret = 'agency-secret-of-the-test'

async function open(t: TestContext, options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({
    now: () => '2026-10-08T02:00:00.000Z',
    clientSecret: 'client-secret',
    agencySecret,
    redirectUris: ['http://product.invalid/'],
    ...options,
  })
  t.after(() => sandbox.stop())
  const post = async (url: string, json: object) => {
    const answer = await ask(url, { method: 'POST', bearer: agencySecret, json })
    assert.ok(answer.answered)
    return { status: answer.status, body: withoutReplyId(jsonOf(answer)) }
  }
  return { sandbox, post }
}

function withoutReplyId(body: unknown): object {
  assert.ok(typeof body === 'object' && body !== null && 'replyId' in body)
  const { replyId, ...rest } = body
  assert.match(String(replyId), /^[0-9a-f-]{36}$/)
  return rest
}

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const at = '2026-10-08T02:00:00.000Z'
const question = { queryId: 'question-1', purpose: '1.001193' }
const hong = personCalled('hong')

test('the population database says what agrees and gives only the fields asked for', async (t) => {
  const { sandbox, post } = await open(t)
  const url = `${sandbox.urls.population}/tra-cuu`
  const asked = { ...question, number: hong.number, name: 'nguyễn thị  HỒNG', bornOn: '1998-03-14', fields: ['ethnicity', 'homeTown'] }
  const person = { ethnicity: 'Kinh', homeTown: 'Phường Kinh Bắc, Bắc Ninh' }
  assert.deepEqual(await post(url, asked), { status: 200, body: { at, result: 'match', differs: [], person } })
  assert.deepEqual((await post(url, { ...asked, bornOn: '1989-03-14' })).body, { at, result: 'mismatch', differs: ['bornOn'], person })
})

test('who knows neither name nor birth date learns nothing about the holder of a number', async (t) => {
  const { sandbox, post } = await open(t)
  const asked = { ...question, number: hong.number, name: 'Ai Đó', bornOn: '1970-01-01', fields: ['name', 'bornOn'] }
  const { body } = await post(`${sandbox.urls.population}/tra-cuu`, asked)
  assert.deepEqual(body, { at, result: 'mismatch', differs: ['name', 'bornOn'], person: {} })
})

test('a number that nobody holds is missing, and a question of another shape is refused', async (t) => {
  const { sandbox, post } = await open(t)
  const url = `${sandbox.urls.population}/tra-cuu`
  assert.deepEqual((await post(url, { ...question, number: '027198000000', fields: [] })).body, { at, result: 'missing' })
  const answer = await ask(url, { method: 'POST', bearer: agencySecret, json: { number: hong.number } })
  assert.equal(answer.answered && answer.status, 422)
})

test('a birth date known by its year alone agrees with every day of that year', async (t) => {
  const { sandbox, post } = await open(t)
  const asked = { ...question, number: personCalled('suu').number, bornOn: '1949-12-31', fields: ['bornOn'] }
  assert.deepEqual((await post(`${sandbox.urls.population}/tra-cuu`, asked)).body, {
    at,
    result: 'match',
    differs: [],
    person: { bornOn: '1949' },
  })
})

test('residence is given with the codes of the commune and compared on demand', async (t) => {
  const { sandbox, post } = await open(t)
  const url = `${sandbox.urls.population}/cu-tru`
  const found = await post(url, { ...question, number: hong.number, communeCode: '09187' })
  assert.equal(Reflect.get(found.body, 'result'), 'match')
  assert.equal(Reflect.get(Reflect.get(found.body, 'residence'), 'communeName'), 'Phường Kinh Bắc')
  const other = await post(url, { ...question, number: hong.number, communeCode: '09169' })
  assert.deepEqual(Reflect.get(other.body, 'differs'), ['communeCode'])
})

const birth = {
  requestId: 'allocate-0001',
  child: { name: 'Trần Nguyễn An Nhiên', sex: 'female', bornOn: '2026-10-02' },
  register: { provinceCode: '24', agencyCode: '09187', book: '01/2026', number: '310/2026', date: '2026-10-08' },
}

test('one request gets one number, whatever happens in between', async (t) => {
  const dir = folder(t)
  const first = await open(t, { dir })
  const url = (opened: typeof first) => `${opened.sandbox.urls.population}/cap-so`
  const given = await first.post(url(first), birth)
  assert.equal(given.status, 201)
  assert.match(String(Reflect.get(given.body, 'number')), /^0243269\d{5}$/)
  const again = await first.post(url(first), birth)
  assert.deepEqual(again, { status: 200, body: given.body })
  await first.sandbox.stop()

  const second = await open(t, { dir, now: () => '2026-10-09T02:00:00.000Z' })
  assert.deepEqual(await second.post(url(second), birth), again)
  const other = await second.post(url(second), { ...birth, requestId: 'allocate-0002' })
  assert.notEqual(Reflect.get(other.body, 'number'), Reflect.get(given.body, 'number'))
  assert.equal((await second.post(url(second), { ...birth, child: { ...birth.child, name: 'Tên Khác' } })).status, 409)
})

const couple = (one: string, other: string) => ({
  ...question,
  spouses: [one, other].map((key) => ({ number: personCalled(key).number, name: personCalled(key).name })),
})

test('a marriage is found, not found, or unknown to the database', async (t) => {
  const { sandbox, post } = await open(t)
  const url = `${sandbox.urls.civilStatus}/hon-nhan`
  const marriage = { number: '45/2022', book: '01/2022', date: '2022-05-20', agency: { code: '09187', name: 'UBND phường Kinh Bắc' } }
  assert.deepEqual((await post(url, couple('hong', 'minh'))).body, { at, result: 'found', differs: [], marriage })
  assert.deepEqual((await post(url, couple('minh', 'hong'))).body, { at, result: 'found', differs: [], marriage })
  assert.deepEqual((await post(url, couple('lan', 'minh'))).body, { at, result: 'not-found' })
  assert.deepEqual((await post(url, couple('thu', 'duc'))).body, { at, result: 'unknown' })
})

test('a copy of a register entry is taken once, and no number is used twice', async (t) => {
  const { sandbox, post } = await open(t, { dir: folder(t) })
  const url = `${sandbox.urls.civilStatus}/so-ho-tich`
  const copy = { messageId: 'message-1', event: 'birth', ...birth.register, page: '31', columns: { nksHoTen: 'Trần Nguyễn An Nhiên' } }
  assert.equal((await post(url, copy)).status, 201)
  assert.equal((await post(url, copy)).status, 200)
  assert.equal((await post(url, { ...copy, messageId: 'message-2' })).status, 409)
})

test('the agencies answer nobody without the shared secret', async (t) => {
  const { sandbox } = await open(t)
  for (const url of [`${sandbox.urls.population}/tra-cuu`, `${sandbox.urls.civilStatus}/hon-nhan`, `${sandbox.urls.inbox}/tin`]) {
    for (const bearer of ['', 'wrong']) {
      const answer = await ask(url, { method: 'POST', bearer, json: {} })
      assert.equal(answer.answered && answer.status, 401)
    }
  }
})

test('a notice reaches the inbox once, with title and link', async (t) => {
  const { sandbox, post } = await open(t)
  const notice = { messageId: 'notice-01', number: hong.number, title: 'Hồ sơ <mới>', link: 'http://localhost:3000/ho-so/1' }
  for (let i = 0; i < 2; i++) assert.equal((await post(`${sandbox.urls.inbox}/tin`, notice)).status, 201)
  assert.equal((await post(`${sandbox.urls.inbox}/tin`, { ...notice, number: personCalled('an').number })).status, 404)
  const box = await ask(`${sandbox.urls.inbox}/hong`, { headers: { accept: 'application/json' } })
  assert.ok(box.answered)
  assert.deepEqual(jsonOf(box), { notices: [{ messageId: 'notice-01', title: 'Hồ sơ <mới>', link: notice.link, at }] })
  const shown = await ask(`${sandbox.urls.inbox}/hong`)
  assert.ok(shown.answered && !new TextDecoder().decode(shown.bytes).includes('<mới>'))
})

test('a mail is caught and readable, and a dead mail server refuses with 421', async (t) => {
  const { sandbox } = await open(t)
  const transport = createTransport({ url: sandbox.urls.smtp })
  t.after(() => transport.close())
  const text = 'Kính gửi ông/bà,\nHồ sơ H24.09187-261008-0001 đã được nhận.'
  await transport.sendMail({
    from: 'lien-thong@bacninh.example',
    to: hong.email,
    subject: 'Đã nhận hồ sơ của ông/bà, hẹn trả 17:00 hôm nay',
    text,
  })
  const [caught] = sandbox.caughtMails()
  assert.equal(caught?.subject, 'Đã nhận hồ sơ của ông/bà, hẹn trả 17:00 hôm nay')
  assert.equal(caught?.text, text)
  assert.deepEqual(caught?.recipients, [hong.email])
  const listed = await ask(sandbox.urls.mail)
  assert.ok(listed.answered && new TextDecoder().decode(listed.bytes).includes('Đã nhận hồ sơ'))
  sandbox.setMode('mail', 'dead')
  await assert.rejects(transport.sendMail({ from: 'a@b.example', to: 'c@d.example', text }), /421/)
})

test('the control door makes a service dead or slow and well again; a slow one has done the act', async (t) => {
  const { sandbox, post } = await open(t)
  const door = `${sandbox.url}/_control/population`
  const set = (mode: string) => ask(door, { method: 'POST', json: { mode } })
  const url = `${sandbox.urls.population}/cap-so`
  await set('dead')
  assert.deepEqual(await ask(url, { method: 'POST', bearer: agencySecret, json: birth }), { answered: false, reason: 'unreachable' })
  await set('slow')
  assert.deepEqual(await ask(url, { method: 'POST', bearer: agencySecret, json: birth, timeoutMs: 100 }), {
    answered: false,
    reason: 'timeout',
  })
  await set('ok')
  assert.equal((await post(url, birth)).status, 200)
  const form = await ask(door, { method: 'POST', form: new URLSearchParams({ mode: 'dead' }) })
  assert.equal(form.answered && form.status, 415)
})

test('it listens on loopback only, under no other name, and its log holds no personal data', async (t) => {
  await assert.rejects(startSandbox({ host: '0.0.0.0', now: () => at, clientSecret: 'x', agencySecret, redirectUris: [] }), /loopback/)
  const lines: string[] = []
  const { sandbox, post } = await open(t, { log: (entry) => lines.push(JSON.stringify(entry)) })
  const status = await new Promise((resolve) => {
    get(`${sandbox.urls.inbox}/hong`, { headers: { host: 'evil.example' } }, (response) => resolve(response.resume().statusCode))
  })
  assert.equal(status, 403)
  await post(`${sandbox.urls.population}/tra-cuu`, { ...question, number: hong.number, fields: ['name'] })
  await ask(`${sandbox.urls.inbox}/hong`)
  assert.ok(lines.length >= 2)
  for (const line of lines) assert.doesNotMatch(line, /hong|\d{12}|Hồng/)
})

test('the test authorities answer on the same port, and outlive a restart', async (t) => {
  const dir = folder(t)
  const first = await open(t, { dir })
  const root = await ask(`${first.sandbox.urls.pki}/root.crt`)
  assert.ok(root.answered)
  assert.equal(new TextDecoder().decode(root.bytes), first.sandbox.pki.rootPem)
  const stamp = await ask(`${first.sandbox.urls.pki}/tsa`, { method: 'POST', bytes: new Uint8Array([0x30, 0x00]) })
  assert.equal(stamp.answered && stamp.headers.get('content-type'), 'application/timestamp-reply')
  await first.sandbox.stop()
  const second = await open(t, { dir })
  assert.equal(second.sandbox.pki.rootPem, first.sandbox.pki.rootPem)
  assert.deepEqual(second.sandbox.birthNoteKeys, first.sandbox.birthNoteKeys)
})
