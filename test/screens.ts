// Takes a picture of every page at 360 and 1280 px: npm run screens -- --out DIR [--lang en]
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { screenshot } from './browser.ts'
import { pageTable } from './page-table.ts'
import { pageWorld } from './page-world.ts'

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'out/screens' }, lang: { type: 'string', default: 'vi' }, only: { type: 'string' } },
})
const endings: (() => unknown)[] = []
const t = { after: (end: unknown) => void (typeof end === 'function' && endings.push(() => end())) }
const lang = values.lang === 'en' ? 'en' : 'vi'
const w = await pageWorld(t, { seen: true })
try {
  for (const [route, looks] of Object.entries(pageTable)) {
    if ('noPage' in looks || (values.only !== undefined && !route.startsWith(values.only))) continue
    for (const visit of looks) {
      const path = typeof visit.path === 'string' ? visit.path : await visit.path(w)
      for (const width of [360, 1280]) {
        const page = await w.page(visit.as?.(w), { width, lang })
        await page.goto(path)
        const name = `${route === '/' ? 'home' : route.slice(1).replaceAll(/[/:]+/g, '-')}${visit.called === undefined ? '' : `-${visit.called}`}-${width}.png`
        await screenshot(page, join(values.out, name))
        await page.context().close()
      }
    }
    process.stdout.write(`${route}\n`)
  }
} finally {
  for (const end of endings.reverse()) await end()
}
process.exit(0)
