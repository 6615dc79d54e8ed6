import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { webWorld } from '../web-world.ts'

const farthest = 60

/** Walks with the tab key to the field of that id or the button of that text, and says how many presses it took. */
async function tabTo(page: Page, name: string): Promise<number> {
  for (let presses = 0; presses <= farthest; presses += 1) {
    const here = await page.evaluate<string>('(document.activeElement?.id || document.activeElement?.textContent || "").trim()')
    if (here === name) return presses
    await page.keyboard.press('Tab')
  }
  return assert.fail(`${name} is not within ${farthest} presses of the tab key`)
}

/** Types into the field; Enter sends the form where told. */
async function type(page: Page, name: string, text: string, sends = false): Promise<number> {
  const presses = await tabTo(page, name)
  await page.keyboard.type(text)
  if (sends) await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  return presses
}

test('a clerk takes a certified copy in without touching a mouse, with few keys', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.mai, { width: 1280 })
  await page.goto('/viec/tiep-nhan')
  let presses = await type(page, 'q', '2.000815', true)
  assert.match(page.url(), /thu-tuc\/2\.000815$/)
  presses += await type(page, 'ten', 'Trần Thị Bưởi', true)
  presses += await type(page, 'documentName', 'Bằng tốt nghiệp trung học phổ thông')
  presses += await type(page, 'pages', '2')
  presses += await type(page, 'copies', '3', true)
  assert.match(page.url(), /kiem-tra$/, (await page.locator('main').textContent()) ?? '')
  presses += await tabTo(page, 'da-xem')
  await page.keyboard.press('Space')
  presses += await tabTo(page, 'Tiếp nhận và in giấy hẹn')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  const done = (await page.locator('main').textContent()) ?? ''
  assert.match(done, /Đã tiếp nhận/)
  assert.match(done, /Hẹn trả 17:00 thứ Sáu 20\/11\/2026/)
  assert.match(done, /Cần thu: 12\.000 đ/)
  assert.ok(presses <= 65, `${presses} presses of the tab key`)
  t.diagnostic(`${presses} presses of the tab key`)
})
