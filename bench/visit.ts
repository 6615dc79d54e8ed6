import { launchChromium } from '#test/chromium'
import type { Product } from './product.ts'
import type { Report } from './report.ts'

const phone = { width: 360, height: 780 }
const kinds = ['Document', 'Stylesheet', 'Script', 'Font', 'Image', 'Other'] as const
type Kind = (typeof kinds)[number]

/** What a first visit to the portal costs on the line, as a real browser on a phone takes it: compressed, headers included. */
export async function measureVisit(product: Product, report: Report, { rounds }: { rounds: number }): Promise<void> {
  const browser = await launchChromium()
  try {
    const visits: Record<Kind, number>[] = []
    for (let round = 0; round < rounds; round += 1) visits.push(await visit(browser, product.url))
    const sum = (one: Record<Kind, number>, ...some: Kind[]) => some.reduce((total, kind) => total + one[kind], 0)
    report.add(
      'portal.bytes',
      visits.map((one) => sum(one, 'Document', 'Stylesheet', 'Script', 'Image', 'Other')),
    )
    report.add(
      'portal.script_bytes',
      visits.map((one) => one.Script),
    )
    report.add(
      'portal.font_bytes',
      visits.map((one) => one.Font),
    )
  } finally {
    await browser.close()
  }
}

type Browser = Awaited<ReturnType<typeof launchChromium>>

async function visit(browser: Browser, url: string): Promise<Record<Kind, number>> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: phone })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    const kindOf = new Map<string, Kind>()
    const bytes: Record<Kind, number> = { Document: 0, Stylesheet: 0, Script: 0, Font: 0, Image: 0, Other: 0 }
    devtools.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, kinds.find((kind) => kind === type) ?? 'Other'))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[kindOf.get(requestId) ?? 'Other'] += encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return bytes
  } finally {
    await context.close()
  }
}
