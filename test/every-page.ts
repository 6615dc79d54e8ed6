import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { axe } from './browser.ts'
import { pageTable, type Visit } from './page-table.ts'
import { type PageWorld, pageWorld } from './page-world.ts'

export type Look = { width: number; lang: 'vi' | 'en' }
export type Stop = { route: string; visit: Visit }

/** Every look of the table, and the first one of each route. */
export const everyLook: Stop[] = Object.entries(pageTable).flatMap(([route, looks]) =>
  'noPage' in looks ? [] : looks.map((visit) => ({ route, visit })),
)
export const everyRoute: Stop[] = everyLook.filter(({ route }, place) => everyLook.findIndex((one) => one.route === route) === place)

/** Opens pages one after another, with one tab for each person and screen. */
export function walker(w: PageWorld): (visit: Visit, look: Look) => Promise<Page> {
  const kept = new Map<string, Page>()
  return async (visit, look) => {
    const who = visit.as?.(w)
    const key = `${who?.key ?? 'public'} ${look.width} ${look.lang}`
    const page = kept.get(key) ?? (await w.page(who, look))
    kept.set(key, page)
    const path = typeof visit.path === 'string' ? visit.path : await visit.path(w)
    const answer = await page.goto(path)
    assert.equal(answer?.status(), 200, `${path} as ${who?.key ?? 'nobody'}`)
    return page
  }
}

/** Fails naming the first page on which axe finds something. */
export async function axeOn(t: TestContext, stops: readonly Stop[], look: Look): Promise<void> {
  const w = await pageWorld(t, { seen: true })
  const open = walker(w)
  for (const { route, visit } of stops) {
    const page = await open(visit, look)
    assert.deepEqual(await axe(page), [], `${route} ${visit.called ?? ''}`)
  }
}
