import type { Page } from 'playwright-core'
import { textOf } from '../visitor.ts'

/** What is answered on a page of a form: radios and boxes by value, everything else by typing. */
export type Typed = Readonly<Record<string, string>>

/** Fills what the page asks and presses on. */
export async function answerPage(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const choice = page.locator(`[name="${name}"][value="${value}"]`)
    if ((await choice.count()) > 0) await choice.check()
    else if ((await page.locator(`select[name="${name}"]`).count()) > 0) await page.selectOption(`[name="${name}"]`, value)
    else await page.fill(`[name="${name}"]`, value)
  }
  const before = page.url()
  await Promise.all([page.waitForURL((url) => url.href !== before), page.click('#cau-hoi .lt-buttons .govuk-button')])
}

/** Begins a procedure in the commune that is proposed. */
export async function beginForm(page: Page, procedure: string): Promise<void> {
  await page.goto(`/nop/${procedure}`)
  await Promise.all([page.waitForURL(/ho-so-nhap/), page.click(`form[action="/nop/${procedure}"][method=post] button`)])
}

/** Sends the form from its review page; gives the number of the dossier. */
export async function sendForm(page: Page): Promise<string> {
  await Promise.all([page.waitForURL(/da-nop$/), page.click('form[action$="xem-lai"] button')])
  return /\/ho-so\/([^/]+)\/da-nop$/.exec(page.url())?.[1] ?? ''
}

/** The text of what is shown, blanks as one. */
export async function textOn(page: Page): Promise<string> {
  return textOf(await page.locator('main').innerHTML())
}

/** Goes on by the page's own button and waits for what comes. */
export async function goOn(page: Page, then: RegExp): Promise<void> {
  await page.click('.lt-buttons .govuk-button')
  await page.waitForURL(then, { waitUntil: 'domcontentloaded' })
}
