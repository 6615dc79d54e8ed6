import { after, type TestContext } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

export { axe, cutOff, noSidewaysScroll, screenshot, type Violation, withoutVisibleFocus } from './page-checks.ts'

/** How a visitor's screen is: width in CSS pixels (360 unless told), and whatever Playwright's contexts know. */
export type Screen = { width?: number; height?: number } & Omit<BrowserContextOptions, 'viewport'>

let running: Promise<Browser> | undefined
after(async () => {
  await (await running)?.close()
})

/**
 * A real browser for one test. All tests of a process share one Chromium; each `page` has cookies and storage of its own,
 * speaks Vietnamese, stands in Vietnam's time, and is closed with the test. Waits end after 15 s.
 *
 *     const { page } = await browser(t)
 *     const phone = await page({ width: 360, baseURL: url })
 */
export async function browser(t: Pick<TestContext, 'after'>): Promise<{
  page(screen?: Screen): Promise<Page>
  context(screen?: Screen): Promise<BrowserContext>
}> {
  running ??= launchChromium()
  const chromium = await running
  const context = async (screen: Screen = {}) => {
    const opened = await chromium.newContext(contextOptions(screen))
    opened.setDefaultTimeout(15_000)
    t.after(() => opened.close())
    return opened
  }
  return { context, page: async (screen) => (await context(screen)).newPage() }
}

/** Playwright's options for a visitor of this product: the same ones for tests and for the pictures. */
export function contextOptions({ width = 360, height = 780, ...rest }: Screen): BrowserContextOptions {
  return { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce', ...rest, viewport: { width, height } }
}
