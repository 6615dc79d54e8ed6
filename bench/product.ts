import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { cpuMs } from './cpu.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The built product as a process of its own, as `npm start` runs it. */
export type Product = {
  url: string
  port: number
  /** Seconds from the start of the process to the line that it is ready. */
  readyS: number
  /** Processor milliseconds it has used. */
  cpuMs(): Promise<number>
  /** Resident memory of the process, without its database, in MB. */
  rssMb(): Promise<number>
  /** Lets it stand still while something else is measured, and go on. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/**
 * Starts the built product.
 * @param settings environment: DATA_DIR and, where the database is not its own, DATABASE_URL
 * @throws Error with what it said when it ends before it is ready
 */
export async function startProduct(settings: Record<string, string>, nodeFlags: readonly string[] = []): Promise<Product> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, '--enable-source-maps', join(root, 'build/main.mjs')], {
    cwd: root,
    env: { PATH: process.env.PATH, TZ: 'UTC', PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  await ready(child)
  return {
    url: `http://localhost:${port}`,
    port,
    readyS: (performance.now() - began) / 1000,
    cpuMs: () => cpuMs(child.pid ?? 0),
    rssMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null || child.stderr === null) throw new Error('a product without output')
    let said = ''
    const hear = (line: string) => {
      said = `${said}${line}\n`.slice(-4_000)
      if (line.startsWith('Liên Thông sẵn sàng: ')) resolve()
    }
    createInterface({ input: child.stdout }).on('line', hear)
    createInterface({ input: child.stderr }).on('line', hear)
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready:\n${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
