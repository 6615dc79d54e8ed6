import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, cutOff, noSidewaysScroll, withoutVisibleFocus } from '../browser.ts'
import { edited, firstPage } from '../forgeries/kit.ts'
import { issueBirth } from '../issued-birth.ts'
import { webWorld } from '../web-world.ts'

const screens = [
  { width: 360, lang: 'vi' },
  { width: 1280, lang: 'vi' },
  { width: 360, lang: 'en' },
  { width: 1280, lang: 'en' },
] as const

async function sound(page: Page, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what)
  await noSidewaysScroll(page)
  assert.deepEqual(await cutOff(page), [], what)
}

test('the verdicts on a paper are readable by everybody, on a phone and on a desk, in both languages', async (t) => {
  const w = await webWorld(t, { seen: true })
  const { sealed, leader } = await issueBirth(w)
  const turned = edited(sealed, (update, document) => {
    const { ref, dict } = firstPage(document)
    update.put(ref, { ...dict, entries: new Map([...dict.entries, ['Rotate', 90]]) })
  })
  const files = { genuine: sealed, 'before the seal': leader, changed: turned }
  for (const screen of screens) {
    const page = await w.page(undefined, screen)
    const told = (what: string) => `${what}, ${screen.width} px, ${screen.lang}`
    for (const [what, bytes] of Object.entries(files)) {
      await page.goto('/xac-minh')
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'giay-khai-sinh-0031.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
      await page.locator('main form button').click()
      await page.locator('.lt-verdict').waitFor()
      await sound(page, told(what))
    }
  }
})

test('a missing file is told beside its field, and every stop of the Tab key is seen', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page()
  await page.goto('/xac-minh')
  await page.locator('main form button').click()
  await page.locator('.govuk-error-summary').waitFor()
  assert.equal(await page.evaluate('document.activeElement.className'), 'govuk-error-summary')
  await sound(page, 'nothing chosen')
  assert.deepEqual(await withoutVisibleFocus(page), [])
})
