import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'

/** One rule broken on a page: which, what it says, and the elements (as CSS selectors with the reason). */
export type Violation = { rule: string; help: string; where: string[] }

/** What axe finds wrong on the page as it stands: WCAG 2.0 to 2.2 A and AA, and best practice. Expect `[]`. */
export async function axe(page: Page): Promise<Violation[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(' ')}: ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`),
  }))
}

/** Fails, naming the elements that stick out, when the page can be scrolled sideways at its present width. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  const out = await inPage<string[]>(page, 'sidewaysScroll()')
  assert.deepEqual(out, [], `the page is wider than ${page.viewportSize()?.width} px`)
}

/** Elements whose own box cuts their text off sideways; visually hidden texts do not count. Expect `[]`. */
export async function cutOff(page: Page): Promise<string[]> {
  return inPage(page, 'cutOff()')
}

/**
 * Walks the page by Tab from the top and names every stop whose look does not change when it has the focus. Expect `[]`.
 * At most `stops` stops are visited; fails when there is none.
 */
export async function withoutVisibleFocus(page: Page, stops = 150): Promise<string[]> {
  const missing: string[] = []
  await inPage<void>(page, 'startAtTop()')
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const seen = await inPage<'end' | { name: string; visible: boolean }>(page, 'focusShows()')
    if (seen === 'end') {
      assert.notEqual(stop, 0, 'the Tab key reaches nothing')
      break
    }
    if (!seen.visible) missing.push(seen.name)
  }
  return missing
}

/** Pixels. */
const tallest = 12_000

/** Writes the whole page as a PNG picture to `path`, making its folder. */
export async function screenshot(page: Page, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const { width, height } = await page.evaluate<{ width: number; height: number }>(
    '({ width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight })',
  )
  // Chromium cannot draw a picture of any height; the beginning of a very long page says how it looks.
  const clip = height > tallest ? { clip: { x: 0, y: 0, width, height: tallest } } : {}
  const take = () => page.screenshot({ path, fullPage: true, animations: 'disabled', ...clip })
  // On a machine under load Chromium now and then has no frame ready of a very tall page.
  const again = (error: unknown) => {
    if (!String(error).includes('Unable to capture screenshot')) throw error
    return take()
  }
  await take().catch(again).catch(again)
}

let script: Promise<string> | undefined

async function inPage<T>(page: Page, call: string): Promise<T> {
  script ??= build({
    entryPoints: [join(import.meta.dirname, 'in-page', 'look.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'look',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return page.evaluate<T>(`(() => { ${await script}; return look.${call} })()`)
}
