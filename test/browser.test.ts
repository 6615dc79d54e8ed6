import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, browser, cutOff, noSidewaysScroll, withoutVisibleFocus } from './browser.ts'

const document = (body: string) =>
  `<!doctype html><html lang="vi"><head><title>Thử</title></head><body><main><h1>Thử</h1>${body}</main></body></html>`

test('the browser opens pages of their own and axe names what is wrong', async (t) => {
  const { page } = await browser(t)
  const good = await page()
  await good.setContent(document('<p>Xin chào</p>'))
  assert.deepEqual(await axe(good), [])
  const bad = await page({ width: 1280 })
  await bad.setContent(document('<img src="data:,">'))
  assert.deepEqual(
    (await axe(bad)).map(({ rule }) => rule),
    ['image-alt'],
  )
  assert.equal(await bad.evaluate('innerWidth'), 1280)
})

test('what is wider than the screen, cut off, or without visible focus is named', async (t) => {
  const { page } = await browser(t)
  const opened = await page({ width: 320 })
  await opened.setContent(document('<p style="width:400px">rộng</p>'))
  await assert.rejects(noSidewaysScroll(opened), /wider than 320/)
  await opened.setContent(document('<p style="width:40px;overflow:hidden;white-space:nowrap">một câu dài</p>'))
  await noSidewaysScroll(opened)
  assert.equal((await cutOff(opened)).length, 1)
  await opened.setContent(document('<a href="#a">thấy</a> <a href="#b" style="outline:0">không thấy</a>'))
  assert.deepEqual(await withoutVisibleFocus(opened), ['a không thấy'])
})
