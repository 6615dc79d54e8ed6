/** `npm test [-- part-of-a-path … "part of a test's name" …]`: every test on one shared PostgreSQL; the last line counts. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { environment, typescriptFlags } from './become.mjs'
import { productNode, root } from './install.mjs'
import { setUp } from './setup.mjs'

await setUp()

const all = ['src', 'test'].flatMap(testFilesBelow)
const filters = process.argv.slice(2)
const files = chosenFiles()
const names = filters.filter((filter) => !all.some((file) => file.includes(filter)))

const env = { ...environment(), TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
const keeper = spawn(productNode(), [...typescriptFlags(), join(root, 'test/cluster-keeper.ts'), '--stdin'], {
  cwd: root,
  env,
  detached: process.platform !== 'win32',
  stdio: ['pipe', 'pipe', 'inherit'],
})
const connection = await firstLine(keeper.stdout)
if (connection === undefined) finish(1, 'PostgreSQL của bộ thử không khởi động được.\n0 passed, 1 failed, 0 skipped')

const chosen = JSON.stringify({ files, names, concurrency: availableParallelism() + 1 })
const runner = spawn(productNode(), [...typescriptFlags(), join(root, 'bin/test-run.mjs'), chosen], {
  cwd: root,
  env: { ...env, TEST_DATABASE: connection },
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => runner.kill(signal))
const counts = { passed: 0, failed: 0, skipped: 0 }
runner.on('message', (message) => Object.assign(counts, message))
const code = await ended(runner)
keeper.stdin.end()
await ended(keeper)

const isRefusedSkip = process.env.CI === 'true' && counts.skipped > 0
if (isRefusedSkip) console.log('CI=true: a skipped test is a failed run.')
const isEmpty = counts.passed + counts.failed === 0
if (isEmpty) console.log('No test ran.')
finish(
  code === 0 && counts.failed === 0 && !isRefusedSkip && !isEmpty ? 0 : 1,
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
)

function testFilesBelow(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const tests = entries.filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
  return tests.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)).sort()
}

/** A filter that is part of a path chooses files; any other is part of a test's name. */
function chosenFiles() {
  const chosen = all.filter((file) => filters.some((filter) => file.includes(filter)))
  return chosen.length > 0 ? chosen : all
}

async function firstLine(stream) {
  for await (const line of createInterface(stream)) return line
  return undefined
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? 1
  return new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
}

function finish(status, line) {
  console.log(line)
  process.exit(status)
}
