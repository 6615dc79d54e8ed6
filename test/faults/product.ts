import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fastFolder } from '../fast-folder.ts'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** The built product as a process of its own: what a machine runs after `npm start` has built it. */
export type Product = {
  child: ChildProcess
  url: string
  port: number
  dataDir: string
  /** Whether it came to serve; false when it ended instead. */
  ready: Promise<boolean>
  /** Seconds from its start to the line that it is ready. */
  readyS: () => number
  /** Everything it said so far, on both channels. */
  said: () => string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Ends it as `kill -9` does, and waits until it is gone. */
  kill: () => Promise<void>
  /** Ends it as an operator does. */
  stop: () => Promise<number | null>
}

export type ProductOptions = {
  dataDir: string
  port?: number
  env?: Record<string, string | undefined>
  entry?: string
  /** Put before the command; must end by becoming it. */
  prefix?: readonly string[]
}

const readyLine = /^Liên Thông sẵn sàng: (\S+)$/m

/**
 * Starts the built product (`npm test` and `npm run faults` build it first) with a bare environment.
 * @param options.env an undefined value takes a setting away
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const port = options.port ?? (await freePort())
  const url = `http://localhost:${port}`
  const began = performance.now()
  const words = [...(options.prefix ?? []), process.execPath, '--enable-source-maps', options.entry ?? join(repository, 'build/main.mjs')]
  const [command = '', ...args] = words
  const child = spawn(command, args, {
    cwd: repository,
    env: { PATH: process.env.PATH, TZ: 'UTC', DATA_DIR: options.dataDir, PORT: String(port), PUBLIC_URL: url, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let readyS = Number.NaN
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const ready = new Promise<boolean>((resolve) => {
    const hear = (text: string) => {
      said = (said + text).slice(-200_000)
      if (!Number.isNaN(readyS) || !readyLine.test(said)) return
      readyS = (performance.now() - began) / 1000
      resolve(true)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('close', () => resolve(false))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return ended
  }
  return {
    child,
    url,
    port,
    dataDir: options.dataDir,
    ready,
    readyS: () => readyS,
    said: () => said,
    ended,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: async () => (await end('SIGTERM')).code,
  }
}

/** The same inside a test: it is killed after the test, and fails at once when it does not come to serve. */
export async function servingProduct(t: Pick<TestContext, 'after'>, options: ProductOptions): Promise<Product> {
  const product = await startProduct(options)
  t.after(() => product.kill())
  if (!(await product.ready)) throw new Error(`the product ended before it served: ${product.said()}`)
  return product
}

/** A folder of the test's own. PostgreSQL may still be ending in it when the test is over. */
export async function ownFolder(t: Pick<TestContext, 'after'>, base = fastFolder()): Promise<string> {
  const folder = await realpath(await mkdtemp(join(base, 'lien-thong-fault-')))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 50 }))
  return folder
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Waits until it has said something, or has ended. */
export async function hasLine(product: Product, line: RegExp): Promise<void> {
  const isOver = product.ended.then(() => true)
  while (!line.test(product.said())) {
    const heard = new Promise<boolean>((resolve) => product.child.stdout?.once('data', () => resolve(false)))
    if (await Promise.race([heard, isOver])) return
  }
}
