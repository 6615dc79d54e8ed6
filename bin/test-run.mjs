/** Runs the chosen test files on the product's Node, longest first, and tells the parent how many passed, failed and were skipped. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { root } from './install.mjs'

const { files, names, concurrency } = JSON.parse(process.argv[2])
const timesFile = join(root, 'build', '.test-times.json')
const times = readTimes()

/** A test that never ends must not hold a run for ever. */
const longestTestMs = 600_000

const longestFirst = files.toSorted((a, b) => expectedMs(b) - expectedMs(a))
const first = await runFiles(longestFirst, concurrency)
const failing = [...first].filter(([file, counts]) => file !== '' && counts.failed > 0).map(([file]) => file)
const second = failing.length === 0 ? new Map() : await again(failing)

writeFileSync(timesFile, JSON.stringify(times, null, 1))
const counts = total([...new Map([...first, ...second]).values()])
process.exitCode = counts.failed > 0 ? 1 : 0
process.send?.(counts, () => process.disconnect())

/**
 * Tests that kill, wait or drive a browser share two cores with others: a file that failed in the crowd is run once more by itself,
 * and that second run counts. What is really broken fails again.
 */
function again(failing) {
  console.log(`\nChạy lại riêng ${failing.length} tệp đã trượt khi chạy chung: ${failing.join(', ')}\n`)
  return runFiles(failing, 1)
}

/** Runs files so many at a time; gives passed, failed and skipped for each. */
function runFiles(chosen, atOnce) {
  const results = new Map(chosen.map((file) => [file, { passed: 0, failed: 0, skipped: 0 }]))
  const stream = run({
    files: chosen.map((file) => join(root, file)),
    concurrency: atOnce,
    timeout: longestTestMs,
    ...(names.length === 0 ? {} : { testNamePatterns: names }),
  })
  stream.on('test:pass', (event) => count(results, event, 'passed'))
  stream.on('test:fail', (event) => count(results, event, 'failed'))
  stream.on('test:summary', ({ file, duration_ms }) => {
    if (file !== undefined) times[relative(root, file)] = Math.round(duration_ms)
  })
  stream.compose(spec).pipe(process.stdout, { end: false })
  return new Promise((done) => stream.once('end', () => done(results)))
}

/** Suites only hold tests; a to-do counts as skipped, so that none slips through. */
function count(results, { file, skip, todo, details }, outcome) {
  if (details.type === 'suite') return
  // A test that is written in another file than the one that ran it belongs to no file here, and gets no second run.
  const known = file === undefined ? '' : relative(root, file)
  const name = results.has(known) ? known : ''
  const counts = results.get(name) ?? { passed: 0, failed: 0, skipped: 0 }
  results.set(name, counts)
  const isLeftOut = (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false)
  counts[isLeftOut ? 'skipped' : outcome] += 1
}

function total(all) {
  const sum = (kind) => all.reduce((so, one) => so + one[kind], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** What the last run measured; on a fresh clone journeys and faults are taken to last longest. */
function expectedMs(file) {
  return times[file] ?? (file.includes('every-page') ? 60_000 : file.startsWith('test/') ? 10_000 : 1_000)
}

function readTimes() {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'))
  } catch {
    return {}
  }
}
