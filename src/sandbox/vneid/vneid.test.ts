import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import * as client from 'openid-client'
import { startSandbox } from '../start.ts'
import { walkSignIn } from './walk.ts'

const returnTo = 'http://product.invalid/dang-nhap/xong'
const clientSecret = 'a-secret-of-the-sample'

async function open(t: TestContext) {
  const sandbox = await startSandbox({
    now: () => '2026-10-08T02:00:00.000Z',
    clientSecret,
    agencySecret: 'agency',
    redirectUris: [returnTo],
  })
  t.after(() => sandbox.stop())
  const config = await client.discovery(new URL(sandbox.urls.issuer), sandbox.clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  })
  return { sandbox, config }
}

/** The product's side of a sign-in, as `openid-client` does it. */
async function begin(config: client.Configuration, scope: string) {
  const checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedNonce: client.randomNonce(),
    expectedState: client.randomState(),
  }
  const address = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: returnTo,
    scope,
    acr_values: 'urn:vneid:loa:2',
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: checks.expectedNonce,
    state: checks.expectedState,
  })
  return { address, checks }
}

async function signIn(config: client.Configuration, account: string, scope = 'openid profile address phone email') {
  const { address, checks } = await begin(config, scope)
  const answer = await walkSignIn(address.href, account)
  const tokens = await client.authorizationCodeGrant(config, answer, { ...checks, idTokenExpected: true })
  const subject = tokens.claims()
  assert.ok(subject)
  return { tokens, subject, person: await client.fetchUserInfo(config, tokens.access_token, subject.sub) }
}

test('a citizen signs in with code, PKCE, nonce and a pushed request, and the product learns who she is', async (t) => {
  const { config } = await open(t)
  const { subject, person } = await signIn(config, 'hong')
  assert.equal(subject.acr, 'urn:vneid:loa:2')
  assert.equal(person.LoaiTaiKhoan, '1')
  assert.equal(person.HoVaTen, 'Nguyễn Thị Hồng')
  assert.equal(person.SoDinhDanh, '027198990001')
  assert.equal(person.NgaySinh, '1998-03-14')
  assert.equal(person.GioiTinh, 'Nữ')
  assert.match(String(person.DiaChi), /Phường Kinh Bắc, Thành phố Bắc Ninh$/)
  assert.equal(person.TenDoanhNghiep, undefined)
})

test('only what was asked and agreed to is shared', async (t) => {
  const { config } = await open(t)
  const { person } = await signIn(config, 'hong', 'openid')
  assert.deepEqual(Object.keys(person).sort(), ['HoVaTen', 'LoaiTaiKhoan', 'SoDinhDanh', 'TechID', 'sub'])
})

test('somebody acts for an organisation as its representative or as a delegate', async (t) => {
  const { config } = await open(t)
  const scope = 'openid to_chuc'
  const representative = await signIn(config, 'phuoc.gom', scope)
  const delegate = await signIn(config, 'mai.gom', scope)
  assert.equal(representative.person.LoaiTaiKhoan, '2')
  assert.equal(representative.person.VaiTro, 'NguoiDaiDien')
  assert.equal(delegate.person.VaiTro, 'NguoiDuocUyQuyen')
  assert.equal(delegate.person.MaSoThue, representative.person.MaSoThue)
  assert.notEqual(delegate.subject.sub, representative.subject.sub)
})

test('a person with a level 1 account is told apart', async (t) => {
  const { config } = await open(t)
  const { subject } = await signIn(config, 'nam', 'openid')
  assert.equal(subject.acr, 'urn:vneid:loa:1')
})

test('who declines to share returns with access_denied and no code', async (t) => {
  const { config } = await open(t)
  const { address, checks } = await begin(config, 'openid')
  const answer = await walkSignIn(address.href, 'hong', { refuse: true })
  assert.equal(answer.searchParams.get('error'), 'access_denied')
  await assert.rejects(client.authorizationCodeGrant(config, answer, checks), client.AuthorizationResponseError)
})

test('a code opens once only, and not with another verifier', async (t) => {
  const { config } = await open(t)
  const { address, checks } = await begin(config, 'openid')
  const answer = await walkSignIn(address.href, 'hong')
  const otherVerifier = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
  await assert.rejects(client.authorizationCodeGrant(config, answer, otherVerifier))
  await client.authorizationCodeGrant(config, answer, checks)
  await assert.rejects(client.authorizationCodeGrant(config, answer, checks))
})

test('number and passcode open the account; a wrong passcode says so and keeps the page', async (t) => {
  const { sandbox, config } = await open(t)
  const { address } = await begin(config, 'openid')
  const shown = await fetch(address, { redirect: 'manual' })
  const page = new URL(shown.headers.get('location') ?? '', sandbox.url)
  const cookie = shown.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const post = (fields: Record<string, string>) =>
    fetch(page, { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams({ viec: 'dang-nhap', ...fields }) })

  const wrong = await post({ so_dinh_danh: '027198990001', ma_so: '000000' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /role="alert"/)
  const right = await post({ so_dinh_danh: '027198 990001', ma_so: '246810' })
  assert.equal(right.status, 303)
})

test('a return address that the product never named is refused', async (t) => {
  const { sandbox } = await open(t)
  const address = new URL(`${sandbox.urls.issuer}/oauth2/authorize`)
  address.search = new URLSearchParams({
    client_id: sandbox.clientId,
    redirect_uri: 'http://elsewhere.invalid/',
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  }).toString()
  const response = await fetch(address, { redirect: 'manual' })
  assert.equal(response.status, 400)
  assert.match(await response.text(), /Không đăng nhập được/)
})
