import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webWorld } from '../web-world.ts'

test('a browser without script goes from the procedure through VNeID into the form, and opens the wallet', async (t) => {
  const w = await webWorld(t, { seen: true })
  const redirectUri = `${w.url}/dang-nhap/vneid`
  w.sandbox.allowReturnTo([redirectUri])
  w.services.vneid = { ...w.services.vneid, redirectUri }
  w.services.sources = { ...w.sources, wallet: { url: w.sandbox.urls.wallet, trustedKeys: w.sandbox.birthNoteKeys } }
  const page = await w.page(undefined, { width: 360, javaScriptEnabled: false })
  const press = async (button: string, then: RegExp) => {
    await page.click(button)
    await page.waitForURL(then)
  }
  await page.goto('/thu-tuc/1.001193')
  await press('.govuk-button--start', /\/dang-nhap\?ve=/)
  await press('form[action="/dang-nhap"] button', /\/vneid\//)
  await page.click('button[value="hong"]')
  await page.locator('button[value="dong-y"]').waitFor()
  await press('button[value="dong-y"]', /\/nop\/1\.001193$/)
  await press('form[method=post] .govuk-button', /\/nguoi-nop$/)
  await page.check('[name=relation][value=mother]')
  await press('.lt-buttons .govuk-button', /\/tre$/)
  await page.goto(page.url().replace(/tre$/, 'giay-to'))
  await press('form[action$="/vi"] button', /\/vneid\//)
  // VNeID still knows her: it only asks whether she agrees.
  await press('button[value="dong-y"]', /\/giay-to\?vi=match$/)
  assert.match((await page.textContent('main')) ?? '', /Đã lấy giấy chứng sinh từ ví VNeID/)
})
