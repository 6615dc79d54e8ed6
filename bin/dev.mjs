import { watch } from 'node:fs'
import { join } from 'node:path'
import { startProduct } from './become.mjs'
import { build } from './build.mjs'
import { root } from './install.mjs'
import { setUp } from './setup.mjs'

/** Builds and restarts the product whenever a source or a migration changes. */
const settleMs = 150
let child
let isEnding = false
let pending
let work = Promise.resolve()

await setUp()
start()
for (const folder of ['src', 'db']) watch(join(root, folder), { recursive: true }, soon)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))

/** An editor writes several times a second: one rebuild follows the last of them. */
function soon() {
  clearTimeout(pending)
  pending = setTimeout(() => {
    work = work.then(renew)
  }, settleMs)
}

async function renew() {
  try {
    await build()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return
  }
  await stop('SIGTERM')
  if (!isEnding) start()
}

function start() {
  child = startProduct(['--enable-source-maps', join(root, 'build/main.mjs'), ...process.argv.slice(2)])
  child.once('exit', (code) => {
    if (!isEnding) console.error(`— chương trình dừng (mã ${code}); đợi thay đổi mã nguồn —`)
  })
}

async function stop(signal) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await gone
}

async function end(signal) {
  if (isEnding) return
  isEnding = true
  await stop(signal)
  process.exit(child.exitCode ?? 0)
}
