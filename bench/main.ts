import { parseArgs } from 'node:util'
import { measureCatalogue } from './catalogue.ts'
import { measureCatalogueSearch } from './catalogue-search.ts'
import { openInstall } from './install.ts'
import { measureJourney } from './journey/rounds.ts'
import { measureLists } from './lists.ts'
import { Report } from './report.ts'
import { measureStart } from './start.ts'
import { measureVisit } from './visit.ts'

const usage = `npm run bench -- [--json] [--only journey|lists|portal|catalogue|start] [--full]

  --full   rounds of 8 s, five of them, and a million cases (at most 20 minutes); otherwise a short look at a tenth of that
  --only   one figure alone (may be given more than once)
  --json   the figures as JSON at the end, each { median, min, max }`

const names = ['start', 'portal', 'catalogue', 'journey', 'lists'] as const
type Name = (typeof names)[number]

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true }, full: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: false,
})
const only = values.only ?? [...names]
const unknown = only.find((name) => !names.some((one) => one === name))
if (values.help === true || unknown !== undefined) {
  console.error(usage)
  process.exit(unknown === undefined ? 0 : 2)
}
const isWanted = (name: Name): boolean => only.includes(name)
const full = values.full === true
const began = performance.now()
const report = new Report()

if (isWanted('start')) await measureStart(report, { rounds: full ? 5 : 1 })
if (names.some((name) => name !== 'start' && isWanted(name))) {
  const install = await openInstall()
  try {
    if (isWanted('portal')) await measureVisit(install.product, report, { rounds: full ? 3 : 1 })
    if (isWanted('catalogue')) {
      await measureCatalogue(install, report, { rounds: full ? 5 : 2, now: () => new Date().toISOString() })
      await measureCatalogueSearch(install, report, full ? { rounds: 5, seconds: 8 } : { rounds: 2, seconds: 3 })
    }
    if (isWanted('journey')) await measureJourney(install, report, full ? { rounds: 5, seconds: 8 } : { rounds: 2, seconds: 3 })
    if (isWanted('lists')) await measureLists(install, report, full ? { rounds: 5, seconds: 4, full } : { rounds: 2, seconds: 2, full })
  } finally {
    await install.stop()
  }
}
report.note(`done in ${((performance.now() - began) / 60_000).toFixed(1)} minutes`)
if (values.json === true) process.stdout.write(`${report.json()}\n`)
process.exit(0)
