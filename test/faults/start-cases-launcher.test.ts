import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { repository, temporaryFolder } from './start-program-run.ts'

/** Stands for the product: says how it was started, and what it was told. */
const product = `
const stay = setInterval(() => undefined, 1000)
process.on('SIGTERM', () => { console.log('SIGTERM'); clearInterval(stay); process.exitCode = 7 })
const { TZ, PGOPTIONS = '' } = process.env
console.log(JSON.stringify({ pid: process.pid, major: process.versions.node.split('.')[0], TZ, PGOPTIONS, words: process.argv.slice(2) }))
`

test('the product runs on its own Node, in UTC, without the PG… settings of the caller, from any folder', async (t) => {
  const launcher = start(t, await cloneWith(t, product), ['--một', 'hai'], { PGOPTIONS: '-c fsync=off', TZ: 'Asia/Ho_Chi_Minh' })
  const { pid, ...rest } = await launcher.said()
  assert.deepEqual(rest, { major: '24', TZ: 'UTC', PGOPTIONS: '', words: ['--một', 'hai'] })
  assert.notEqual(pid, launcher.child.pid)
})

test('SIGTERM to the launcher reaches the product, and its exit code comes back', async (t) => {
  const launcher = start(t, await cloneWith(t, product))
  await launcher.said()
  launcher.child.kill('SIGTERM')
  assert.deepEqual(await once(launcher.child, 'exit'), [7, null])
})

test('a product that a signal killed makes the launcher end by the same signal', async (t) => {
  const launcher = start(t, await cloneWith(t, product))
  process.kill((await launcher.said()).pid, 'SIGKILL')
  assert.deepEqual(await once(launcher.child, 'exit'), [null, 'SIGKILL'])
})

test('kill -9 of the launcher ends the product in good order', async (t) => {
  const launcher = start(t, await cloneWith(t, product))
  await launcher.said()
  launcher.child.kill('SIGKILL')
  assert.equal(await launcher.line(), 'SIGTERM')
})

test('the product is built again only when its source has changed; a test file does not count', async (t) => {
  const clone = await cloneWith(t, 'process.exitCode = 4')
  const built = async () => (await stat(join(clone, 'build/main.mjs'))).mtimeMs
  const exitCode = async () => (await once(start(t, clone).child, 'exit'))[0]
  assert.equal(await exitCode(), 4)
  const first = await built()
  await writeFile(join(clone, 'src/main.test.ts'), '')
  assert.equal(await exitCode(), 4)
  assert.equal(await built(), first)
  await writeFile(join(clone, 'src/main.ts'), 'process.exitCode = 6')
  assert.equal(await exitCode(), 6)
})

test('a source that does not build ends the start with 1, and the next one tries again', async (t) => {
  const clone = await cloneWith(t, 'const')
  for (const _ of [1, 2]) {
    const { child } = start(t, clone)
    assert.deepEqual(await once(child, 'exit'), [1, null])
  }
})

/** A clone whose product is the given source; its lock names no package, so nothing is installed. */
async function cloneWith(t: TestContext, source: string): Promise<string> {
  const clone = await temporaryFolder(t)
  await mkdir(join(clone, 'src'))
  await mkdir(join(clone, 'node_modules'))
  for (const path of ['bin', 'package.json', 'tsconfig.json']) await cp(join(repository, path), join(clone, path), { recursive: true })
  for (const name of ['esbuild', '@esbuild', `node-${process.platform}-${process.arch}`]) {
    await symlink(join(repository, 'node_modules', name), join(clone, 'node_modules', name))
  }
  await writeFile(join(clone, 'package-lock.json'), JSON.stringify({ packages: {} }))
  await writeFile(join(clone, 'src/main.ts'), source)
  return clone
}

type Told = { pid: number; major: string; TZ: string; PGOPTIONS: string; words: string[] }
type Launcher = { child: ChildProcess; line: () => Promise<string>; said: () => Promise<Told> }

function start(t: TestContext, clone: string, args: string[] = [], env: Record<string, string> = {}): Launcher {
  const command = [join(clone, 'bin/start.mjs'), ...args]
  const child = spawn(process.execPath, command, { cwd: '/', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] })
  t.after(() => child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  return { child, line, said: async () => JSON.parse(await line()) }
}
