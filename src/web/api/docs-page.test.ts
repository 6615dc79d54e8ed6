import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, cutOff, noSidewaysScroll } from '#test/browser'
import { webWorld } from '#test/web-world'

test('the documentation of the machine doors can be read by everybody, in both languages, at every width', async (t) => {
  const w = await webWorld(t, { seen: true })
  for (const lang of ['vi', 'en'] as const) {
    for (const width of [320, 1280]) {
      const page = await w.page(undefined, { width, lang })
      await page.goto('/api/docs')
      assert.deepEqual(await axe(page), [], `${lang} ${width}`)
      await noSidewaysScroll(page)
      assert.deepEqual(await cutOff(page), [], `${lang} ${width}`)
    }
  }
})
