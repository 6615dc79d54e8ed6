import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, cutOff, noSidewaysScroll, withoutVisibleFocus } from '#test/browser'
import { pageTable, type Visit } from '#test/page-table'
import { type PageWorld, pageWorld } from '#test/page-world'

type Look = { width: number; lang: 'vi' | 'en' }

/** All looks of the table, in its order. */
const visits = Object.entries(pageTable).flatMap(([route, looks]) => ('noPage' in looks ? [] : looks.map((visit) => ({ route, visit }))))

async function open(w: PageWorld, visit: Visit, look: Look, kept: Map<string, Page>): Promise<Page> {
  const who = visit.as?.(w)
  const key = `${who?.key ?? 'public'} ${look.width} ${look.lang}`
  const page = kept.get(key) ?? (await w.page(who, look))
  kept.set(key, page)
  const path = typeof visit.path === 'string' ? visit.path : await visit.path(w)
  const answer = await page.goto(path)
  assert.equal(answer?.status(), 200, `${path} as ${who?.key ?? 'nobody'}`)
  return page
}

test('every page route of the product stands in the table of pages', async (t) => {
  const w = await pageWorld(t)
  const routes = w.routes.filter(({ method, door }) => method === 'GET' && door.machine !== true).map(({ path }) => path)
  assert.deepEqual(
    routes.filter((path) => !(path in pageTable)),
    [],
    'routes that nobody looks at',
  )
})

for (const look of [
  { width: 360, lang: 'vi' },
  { width: 1280, lang: 'vi' },
  { width: 360, lang: 'en' },
  { width: 1280, lang: 'en' },
] as const) {
  test(`axe finds nothing on any page at ${look.width} px in ${look.lang}`, async (t) => {
    const w = await pageWorld(t, { seen: true })
    const kept = new Map<string, Page>()
    for (const { route, visit } of visits) {
      const page = await open(w, visit, look, kept)
      assert.deepEqual(await axe(page), [], `${route} ${visit.called ?? ''}`)
    }
  })
}

test('no page scrolls sideways or cuts off text at 320 px, nor with text at 200 %, and every stop of Tab is seen', async (t) => {
  const w = await pageWorld(t, { seen: true })
  const kept = new Map<string, Page>()
  for (const { route, visit } of visits) {
    const page = await open(w, visit, { width: 320, lang: 'vi' }, kept)
    await noSidewaysScroll(page)
    assert.deepEqual(await cutOff(page), [], `${route} ${visit.called ?? ''} at 320 px`)
    assert.deepEqual(await withoutVisibleFocus(page, 25), [], `${route} ${visit.called ?? ''}`)
    // 1280 CSS pixels at 200 % are 640.
    const zoomed = await open(w, visit, { width: 640, lang: 'vi' }, kept)
    await noSidewaysScroll(zoomed)
  }
})
