import { createHash, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { tinyPdf } from '../tiny-files.ts'
import { walkJourney } from './journey.ts'
import { type Step, Stuck } from './walker.ts'

/** The whole walk ends within a minute, whatever it waits for. */
const wholeWalkMs = 58_000

const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } })
if (values.url === undefined || values.out === undefined) {
  console.error('npm run smoke -- --url http://localhost:3000 --out THƯ-MỤC')
  process.exit(2)
}
const out = resolve(values.out)
const base = values.url.replace(/\/$/, '')
const timeline: Step[] = []
const begun = performance.now()
const seconds = () => ((performance.now() - begun) / 1000).toFixed(1)
const note = `Mã lần chạy ${randomBytes(6).toString('hex')}`
const bytes = tinyPdf({ lines: ['GIẤY CHỨNG SINH (MẪU)', note] })
const file = { field: 'clinicNote', name: `giay-chung-sinh-${randomBytes(3).toString('hex')}.pdf`, type: 'application/pdf', bytes }

await mkdir(out, { recursive: true })
try {
  const left = await walkJourney({
    base,
    timeline,
    file,
    left: () => wholeWalkMs - (performance.now() - begun),
    say: (line) => console.log(`${seconds()} s  ${line}`),
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const about = { code: left.code, child: left.child, uploads: [{ name: file.name, size: bytes.length, sha256 }] }
  await Promise.all([
    writeFile(join(out, 'receipt.pdf'), left.receipt),
    writeFile(join(out, 'result.pdf'), left.result),
    writeFile(join(out, 'root.crt'), left.root),
    writeFile(join(out, 'about.json'), `${JSON.stringify(about, null, 2)}\n`),
  ])
  console.log(`${seconds()} s  /xac-minh: ${left.verdict}`)
  console.log(`Đạt: ${timeline.length} bước, ${out}`)
} catch (error) {
  console.error(error instanceof Stuck ? `Không đi tiếp được sau ${seconds()} s: ${error.message}` : error)
  process.exitCode = 1
} finally {
  await writeFile(join(out, 'timeline.json'), `${JSON.stringify(timeline, null, 2)}\n`)
}
