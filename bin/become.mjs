import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { productNode, root } from './install.mjs'

const passedOn = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']

/** Flags with which the product's Node runs our TypeScript as it stands, from any folder. */
export function typescriptFlags() {
  return ['--enable-source-maps', '--import', pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href]
}

/** Runs an entry of ours that is written in TypeScript, in this process's stead. */
export function becomeTypescript(entry, args) {
  become([...typescriptFlags(), join(root, entry), ...args], { TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') })
}

/** Runs the product's Node in this process's stead, as far as Node can: signals go in, the exit code comes out. */
export function become(args, env = {}) {
  const child = startProduct(args, env)
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    for (const name of passedOn) process.removeAllListeners(name)
    if (signal === null) process.exit(code ?? 1)
    process.kill(process.pid, signal)
  })
}

/** Without PGOPTIONS, PGSSLMODE and the like: pg would take them for every connection, whatever the program says. */
export function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG[A-Z]+$/.test(name))
  return { ...Object.fromEntries(kept), TZ: 'UTC' }
}

/**
 * The child stands in a session of its own, so that Ctrl-C reaches it once, through us; and the kernel ends it when we are killed,
 * where setpriv is there to ask for that.
 */
export function startProduct(args, env = {}) {
  const withUs = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0
  const command = [...(withUs ? ['setpriv', '--pdeathsig', 'TERM', '--'] : []), productNode(), ...args]
  return spawn(command[0], command.slice(1), {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    env: { ...environment(), ...env },
  })
}
