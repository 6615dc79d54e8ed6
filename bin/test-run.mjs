/** Runs the chosen test files on the product's Node, longest first, and tells the parent how many passed, failed and were skipped. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { root } from './install.mjs'

const { files, names, concurrency } = JSON.parse(process.argv[2])
const timesFile = join(root, 'build', '.test-times.json')
const times = readTimes()
const counts = { passed: 0, failed: 0, skipped: 0 }

/** A test that never ends must not hold a run for ever. */
const longestTestMs = 240_000

const stream = run({
  files: files.toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0)).map((file) => join(root, file)),
  concurrency,
  timeout: longestTestMs,
  ...(names.length === 0 ? {} : { testNamePatterns: names }),
})
stream.on('test:pass', (event) => count(event, 'passed'))
stream.on('test:fail', (event) => count(event, 'failed'))
stream.on('test:summary', ({ file, duration_ms }) => {
  if (file !== undefined) times[relative(root, file)] = Math.round(duration_ms)
})
stream.compose(spec).pipe(process.stdout)
stream.once('end', () => {
  writeFileSync(timesFile, JSON.stringify(times, null, 1))
  process.exitCode = counts.failed > 0 ? 1 : 0
  process.send?.(counts, () => process.disconnect())
})

/** Suites only hold tests; a to-do counts as skipped, so that none slips through. */
function count({ skip, todo, details }, outcome) {
  if (details.type === 'suite') return
  const isLeftOut = (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false)
  counts[isLeftOut ? 'skipped' : outcome] += 1
}

function readTimes() {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'))
  } catch {
    return {}
  }
}
