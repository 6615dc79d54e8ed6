import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, browser, cutOff, noSidewaysScroll, withoutVisibleFocus } from '#test/browser'
import { startSandbox } from './index.ts'

async function open(t: TestContext) {
  const product = createServer((_request, response) => response.end('<!doctype html><title>Về</title>'))
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve))
  t.after(() => product.close())
  const address = product.address()
  const returnTo = `http://localhost:${typeof address === 'object' ? address?.port : 0}/xong`
  const sandbox = await startSandbox({
    now: () => '2026-10-08T02:00:00.000Z',
    clientSecret: 'client',
    agencySecret: 'agency',
    redirectUris: [returnTo],
    postLogoutRedirectUris: [returnTo],
  })
  t.after(() => sandbox.stop())
  const signIn = new URL(`${sandbox.urls.issuer}/oauth2/authorize`)
  const parameters = {
    client_id: sandbox.clientId,
    redirect_uri: returnTo,
    response_type: 'code',
    scope: 'openid profile address phone email vi.giay_chung_sinh',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  }
  signIn.search = new URLSearchParams(parameters).toString()
  return { sandbox, returnTo, signIn: signIn.href }
}

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  await noSidewaysScroll(page)
  assert.deepEqual(await cutOff(page), [])
}

test('a person signs in, agrees and signs out without any script, on a small phone', async (t) => {
  const { sandbox, returnTo, signIn } = await open(t)
  const { page } = await browser(t)
  const phone = await page({ width: 320, javaScriptEnabled: false })
  await phone.goto(signIn)
  await phone.getByLabel('Số định danh cá nhân').fill('027198990001')
  await phone.getByLabel('Mật mã').fill('246810')
  await phone.getByRole('button', { name: 'Đăng nhập' }).click()
  await phone.getByRole('button', { name: 'Đồng ý chia sẻ' }).click()
  await phone.waitForURL(`${returnTo}?code=*`)

  const signOut = new URL(`${sandbox.urls.issuer}/oauth2/logout`)
  signOut.search = new URLSearchParams({ client_id: sandbox.clientId, post_logout_redirect_uri: returnTo }).toString()
  await phone.goto(signOut.href)
  await phone.getByRole('button', { name: 'Đăng xuất' }).click()
  await phone.waitForURL(returnTo)
  await phone.goto(signIn)
  await phone.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
})

test('every page is readable by all, also on the smallest phone', async (t) => {
  const { sandbox, signIn } = await open(t)
  const { page } = await browser(t)
  const opened = await page({ width: 320 })
  const { issuer, inbox, mail } = sandbox.urls
  for (const url of [sandbox.url, inbox, `${inbox}/hong`, mail, `${issuer}/oauth2/logout`, signIn]) {
    await opened.goto(url)
    await looksRight(opened)
  }
  assert.deepEqual(await withoutVisibleFocus(opened, 8), [])
  await opened.getByLabel('Số định danh cá nhân').fill('0')
  await opened.getByLabel('Mật mã').fill('0')
  await opened.getByRole('button', { name: 'Đăng nhập' }).click()
  await opened.getByRole('alert').waitFor()
  await looksRight(opened)
  await opened.getByRole('button', { name: /Công Tằng Tôn Nữ/ }).click()
  await opened.getByRole('heading', { name: 'Chia sẻ dữ liệu' }).waitFor()
  await looksRight(opened)
})
