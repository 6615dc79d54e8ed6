import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { type TestContext, test } from 'node:test'
import * as oidc from 'openid-client'
import { newId } from '#platform/id'
import { type Sandbox, startSandbox, walkSignIn } from '#sandbox'
import {
  allocatePersonalNumber,
  type Endpoint,
  fetchBirthNote,
  giveRegisterCopy,
  isUnchanged,
  type LookUp,
  lookUpMarriage,
  lookUpPerson,
  lookUpResidence,
} from './index.ts'

const secret = 'agency-secret-of-the-test'
const returnTo = 'http://product.invalid/dang-nhap/xong'
const at = '2026-10-08T02:00:00.000Z'

async function open(t: TestContext) {
  const sandbox = await startSandbox({ now: () => at, clientSecret: 'client', agencySecret: secret, redirectUris: [returnTo] })
  t.after(() => sandbox.stop())
  const population: Endpoint = { url: sandbox.urls.population, secret }
  const civilStatus: Endpoint = { url: sandbox.urls.civilStatus, secret }
  return { sandbox, population, civilStatus }
}

const asking = () => ({ queryId: newId(), purpose: '1.001193', now: () => at })
const hong = { number: '027198990001', name: 'Nguyễn Thị Hồng' }
const minh = { number: '024095990002', name: 'Trần Văn Minh' }

test('a look-up that matches keeps source, time, the wanted fields and a hash that shows any change', async (t) => {
  const { population } = await open(t)
  const asked = asking()
  const found = await lookUpPerson(population, asked, { ...hong, bornOn: '1998-03-14', want: ['ethnicity', 'homeTown'] })
  const { replyId, resultHash, ...rest } = found
  assert.deepEqual(rest, {
    queryId: asked.queryId,
    question: 'person',
    source: 'population',
    purpose: '1.001193',
    askedAt: at,
    at,
    status: 'match',
    reason: null,
    differs: [],
    fields: { ethnicity: 'Kinh', homeTown: 'Phường Kinh Bắc, Bắc Ninh' },
  })
  assert.ok(replyId)
  assert.match(resultHash ?? '', /^[0-9a-f]{64}$/)
  assert.ok(isUnchanged(found))
  assert.ok(isUnchanged({ ...found, fields: { homeTown: 'Phường Kinh Bắc, Bắc Ninh', ethnicity: 'Kinh' } }))
  assert.ok(!isUnchanged({ ...found, status: 'mismatch' }))
  assert.ok(!isUnchanged({ ...found, fields: { ethnicity: 'Tày' } }))
})

test('what was declared wrongly is named; a number that nobody holds is missing', async (t) => {
  const { population } = await open(t)
  const wrong = await lookUpPerson(population, asking(), { ...hong, bornOn: '1989-03-14', want: ['bornOn'] })
  assert.equal(wrong.status, 'mismatch')
  assert.deepEqual(wrong.differs, ['bornOn'])
  assert.deepEqual(wrong.fields, { bornOn: '1998-03-14' })
  const nobody = await lookUpPerson(population, asking(), { number: '027198000000', want: [] })
  assert.deepEqual([nobody.status, nobody.reason, nobody.fields], ['missing', 'not-found', null])
})

test('residence matches the commune or names the other one', async (t) => {
  const { population } = await open(t)
  const here = await lookUpResidence(population, asking(), { number: hong.number, communeCode: '09187' })
  assert.deepEqual([here.status, here.fields?.communeName, here.fields?.kind], ['match', 'Phường Kinh Bắc', 'permanent'])
  const elsewhere = await lookUpResidence(population, asking(), { number: hong.number, communeCode: '07306' })
  assert.deepEqual([elsewhere.status, elsewhere.differs], ['mismatch', ['communeCode']])
})

test('a marriage is found, not known to exist, or to be asked of another commune', async (t) => {
  const { civilStatus } = await open(t)
  const found = await lookUpMarriage(civilStatus, asking(), [hong, minh])
  assert.equal(found.status, 'match')
  const entry = { number: '45/2022', book: '01/2022', date: '2022-05-20', agencyCode: '09187', agencyName: 'UBND phường Kinh Bắc' }
  assert.deepEqual(found.fields, entry)
  const otherName = await lookUpMarriage(civilStatus, asking(), [{ ...hong, name: 'Nguyễn Thị Hoa' }, minh])
  assert.deepEqual([otherName.status, otherName.differs], ['mismatch', ['spouses.0.name']])
  const none = await lookUpMarriage(civilStatus, asking(), [hong, { number: '038093990005' }])
  assert.deepEqual([none.status, none.reason], ['missing', 'not-found'])
  const elsewhere = await lookUpMarriage(civilStatus, asking(), [{ number: '024196990004' }, { number: '038093990005' }])
  assert.deepEqual([elsewhere.status, elsewhere.reason], ['missing', 'not-in-database'])
})

const newborn = {
  child: { name: 'Trần Nguyễn An Nhiên', sex: 'female', bornOn: '2026-10-02' },
  register: { provinceCode: '24', agencyCode: '09187', book: '01/2026', number: '310/2026', date: '2026-10-08' },
} as const

test('the answer to an allocation may be lost: the same request gets the same number later', async (t) => {
  const { sandbox, population } = await open(t)
  const request = asking()
  sandbox.setMode('population', 'slow')
  const lost = await allocatePersonalNumber({ ...population, timeoutMs: 100 }, request, newborn)
  assert.deepEqual([lost.status, lost.reason, lost.resultHash], ['unavailable', 'timeout', null])
  sandbox.setMode('population', 'ok')
  const first = await allocatePersonalNumber(population, request, newborn)
  const second = await allocatePersonalNumber(population, request, newborn)
  assert.equal(first.status, 'match')
  assert.deepEqual(first.fields, second.fields)
  assert.equal(
    (await lookUpPerson(population, asking(), { number: first.fields?.number ?? '', name: newborn.child.name, want: [] })).status,
    'match',
  )
  const other = await allocatePersonalNumber(population, request, { ...newborn, child: { ...newborn.child, name: 'Khác' } })
  assert.deepEqual([other.status, other.differs], ['mismatch', ['content']])
})

test('a register copy is taken once', async (t) => {
  const { civilStatus } = await open(t)
  const { provinceCode: _province, ...place } = newborn.register
  const entry = { event: 'birth', ...place, page: '310', columns: { nksHoTen: newborn.child.name } } as const
  const sent = asking()
  assert.equal((await giveRegisterCopy(civilStatus, sent, entry)).status, 'match')
  assert.equal((await giveRegisterCopy(civilStatus, sent, entry)).status, 'match')
  assert.equal((await giveRegisterCopy(civilStatus, asking(), entry)).status, 'mismatch')
})

/** Every question of this module, put to the same two endpoints. */
function everyQuestion(population: Endpoint, civilStatus: Endpoint): Promise<LookUp<unknown>>[] {
  return [
    lookUpPerson(population, asking(), { ...hong, want: ['sex'] }),
    lookUpResidence(population, asking(), { number: hong.number }),
    lookUpMarriage(civilStatus, asking(), [hong, minh]),
    allocatePersonalNumber(population, asking(), newborn),
    fetchBirthNote({ url: population.url, trustedKeys: [] }, asking(), { accessToken: 'x', motherNumber: hong.number }),
  ]
}

test('a dead service, a wrong secret and nonsense are answered with unavailable, never thrown', async (t) => {
  const { sandbox, population, civilStatus } = await open(t)
  const wrong = { ...population, secret: 'wrong' }
  const refused = await Promise.all(everyQuestion(wrong, { ...civilStatus, secret: 'wrong' }).slice(0, 4))
  assert.deepEqual(new Set(refused.map((one) => one.reason)), new Set(['refused']))
  for (const service of ['population', 'civil-status'] as const) sandbox.setMode(service, 'dead')
  for (const one of await Promise.all(everyQuestion(population, civilStatus))) {
    assert.deepEqual([one.status, one.reason, one.fields, one.resultHash], ['unavailable', 'unreachable', null, null])
    assert.ok(isUnchanged(one))
  }
  const nonsense = createServer((_request, response) => response.end('<html>'))
  await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve))
  t.after(() => nonsense.close())
  const address = nonsense.address()
  const endpoint = { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, secret }
  for (const one of await Promise.all(everyQuestion(endpoint, endpoint))) assert.equal(one.reason, 'unreadable')
})

/** An access token by which the person agreed to share the birth notes. */
async function consent(sandbox: Sandbox, account: string, scope = 'openid vi.giay_chung_sinh'): Promise<string> {
  const config = await oidc.discovery(new URL(sandbox.urls.issuer), sandbox.clientId, 'client', undefined, {
    execute: [oidc.allowInsecureRequests],
  })
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: returnTo,
    scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  }
  const answer = await walkSignIn((await oidc.buildAuthorizationUrlWithPAR(config, parameters)).href, account)
  return (await oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier })).access_token
}

test('a mother shares her birth note: signed by the clinic, with the PDF that was signed', async (t) => {
  const { sandbox } = await open(t)
  const wallet = { url: sandbox.urls.wallet, trustedKeys: sandbox.birthNoteKeys }
  const accessToken = await consent(sandbox, 'hong')
  const found = await fetchBirthNote(wallet, asking(), { accessToken, motherNumber: hong.number })
  assert.equal(found.status, 'match')
  const [paper] = found.papers
  assert.equal(paper?.note.child.bornOn, '2026-10-02')
  assert.equal(paper?.note.mother.name, hong.name)
  assert.equal(
    Buffer.from(paper?.pdf ?? [])
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  assert.equal(
    createHash('sha256')
      .update(paper?.pdf ?? '')
      .digest('hex'),
    found.fields?.notes[0]?.pdfSha256,
  )

  const other = await fetchBirthNote(wallet, asking(), { accessToken, motherNumber: minh.number })
  assert.deepEqual([other.status, other.differs, other.papers], ['mismatch', ['mother.number'], []])
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const forged = sandbox.birthNoteKeys.map((key) => ({ ...key, x, y }))
  const stranger = { url: sandbox.urls.wallet, trustedKeys: [] }
  assert.deepEqual((await fetchBirthNote(stranger, asking(), { accessToken, motherNumber: hong.number })).differs, ['signature'])
  const broken = await fetchBirthNote({ ...wallet, trustedKeys: forged }, asking(), { accessToken, motherNumber: hong.number })
  assert.deepEqual([broken.status, broken.papers], ['mismatch', []])
})

test('twins have two notes, who gave no birth has none, and without consent nothing is shared', async (t) => {
  const { sandbox } = await open(t)
  const wallet = { url: sandbox.urls.wallet, trustedKeys: sandbox.birthNoteKeys }
  const twins = await fetchBirthNote(wallet, asking(), { accessToken: await consent(sandbox, 'ngoc'), motherNumber: '027194990009' })
  assert.deepEqual(
    twins.papers.map((paper) => paper.note.child.bornAs),
    [1, 2],
  )
  const none = await fetchBirthNote(wallet, asking(), { accessToken: await consent(sandbox, 'minh'), motherNumber: minh.number })
  assert.deepEqual([none.status, none.papers], ['missing', []])
  const without = await fetchBirthNote(wallet, asking(), {
    accessToken: await consent(sandbox, 'hong', 'openid'),
    motherNumber: hong.number,
  })
  assert.deepEqual([without.status, without.reason], ['unavailable', 'refused'])
})
