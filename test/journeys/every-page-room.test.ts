import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutOff, noSidewaysScroll, withoutVisibleFocus } from '#test/browser'
import { everyLook, everyRoute, walker } from '#test/every-page'
import { pageTable } from '#test/page-table'
import { pageWorld } from '#test/page-world'

test('every page route of the product stands in the table of pages', async (t) => {
  const w = await pageWorld(t)
  const routes = w.routes.filter(({ method, door }) => method === 'GET' && door.machine !== true).map(({ path }) => path)
  assert.deepEqual(
    routes.filter((path) => !(path in pageTable)),
    [],
    'routes that nobody looks at',
  )
})

test('no page scrolls sideways or cuts off text at 320 px, nor with text at 200 %', async (t) => {
  const w = await pageWorld(t, { seen: true })
  const open = walker(w)
  for (const { route, visit } of everyLook) {
    const page = await open(visit, { width: 320, lang: 'vi' })
    await noSidewaysScroll(page)
    assert.deepEqual(await cutOff(page), [], `${route} ${visit.called ?? ''} at 320 px`)
  }
  for (const { visit } of everyRoute) {
    // 1280 CSS pixels at 200 % are 640.
    await noSidewaysScroll(await open(visit, { width: 640, lang: 'vi' }))
  }
})

test('every stop of Tab is seen, on every page', async (t) => {
  const w = await pageWorld(t, { seen: true })
  const open = walker(w)
  for (const { route, visit } of everyRoute) {
    const page = await open(visit, { width: 360, lang: 'vi' })
    assert.deepEqual(await withoutVisibleFocus(page, 25), [], `${route} ${visit.called ?? ''}`)
  }
})
