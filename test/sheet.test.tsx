import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { render } from '#platform/html'
import { type Frame, lookOf, readAssets } from '../src/web/components/index.ts'
import { OfficeStyleSheetPage, StyleSheetPage } from '../src/web/components/style-sheet/style-sheet-page.tsx'
import { axe, browser, cutOff, noSidewaysScroll, type Screen, withoutVisibleFocus } from './browser.ts'
import { builtAssets } from './built-assets.ts'
import { staticSite } from './static-site.ts'

const built = builtAssets()

const sheets = ['/kieu', '/kieu/can-bo']

const seenAs = [
  ['sang.thuong', 360, 'vi'],
  ['sang.thuong', 1280, 'en'],
  ['toi.thuong', 360, 'en'],
  ['tuong-phan.lon', 1280, 'vi'],
] as const

/** Opens a page of all parts; `look` as the cookie would say it, `lang` by query. */
async function open(t: TestContext, path: string, screen: Screen, look = '', lang: 'vi' | 'en' = 'vi') {
  const frame: Frame = { lang, assets: readAssets(built()), path, sample: true, area: 'tỉnh Bắc Ninh', look: lookOf(look), csrf: 'mau' }
  const address = await staticSite(t, built(), ({ pathname }) => {
    if (pathname === '/kieu') return render(<StyleSheetPage {...frame} />)
    return pathname === '/kieu/can-bo' ? render(<OfficeStyleSheetPage {...frame} />) : undefined
  })
  const page = await (await browser(t)).page(screen)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(request.url()))
  await page.goto(address + path, { waitUntil: 'load' })
  return { page, complaints }
}

for (const path of sheets) {
  for (const [look, width, lang] of seenAs) {
    test(`${path}, ${look}, ${width} px, ${lang}: axe finds nothing, the browser complains of nothing`, async (t) => {
      const { page, complaints } = await open(t, path, { width }, look, lang)
      assert.deepEqual(await axe(page), [])
      assert.deepEqual(complaints, [])
    })
  }

  test(`${path}: nothing scrolls sideways or is cut off at 320 px, nor with large type, nor with text at 200 %`, async (t) => {
    for (const [width, look] of [
      [320, 'sang.thuong'],
      [360, 'sang.lon'],
    ] as const) {
      const { page } = await open(t, path, { width }, look)
      await noSidewaysScroll(page)
      assert.deepEqual(await cutOff(page), [])
    }
    const { page } = await open(t, path, { width: 640 })
    await page.evaluate('document.documentElement.style.fontSize = "200%"')
    await noSidewaysScroll(page)
  })

  test(`${path}: every stop of the Tab key is visible`, async (t) => {
    const { page } = await open(t, path, { width: 1280 })
    assert.deepEqual(await withoutVisibleFocus(page), [])
  })

  test(`${path}: targets are at least 24 px, and stay so without script`, async (t) => {
    const { page } = await open(t, path, { width: 360, javaScriptEnabled: false })
    const small: string[] = []
    for (const target of await page.locator('button, summary, .lt-mast a, .lt-bar a, .lt-nav a, .lt-tabs a, .govuk-button').all()) {
      const box = await target.boundingBox()
      if (box && box.width > 0 && Math.min(box.width, box.height) < 24)
        small.push(`${await target.textContent()}: ${box.width} × ${box.height}`)
    }
    assert.deepEqual(small, [])
  })
}
