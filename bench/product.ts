import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cpuMs } from './cpu.ts'

/** Flags and settings of bin/start.mjs. */
export const productFlags = ['--max-semi-space-size=8', '--max-old-space-size=1024']
const lookEveryMs = 10

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
  // Its log goes to a file, as it would to a journal: reading it here would take time from what is measured.
  const logPath = join(settings.DATA_DIR ?? tmpdir(), '..', `bench-product-${port}.log`)
  const log = await open(logPath, 'w')
  const child = spawn(process.execPath, [...productFlags, ...nodeFlags, join(root, 'build/main.mjs')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      MALLOC_ARENA_MAX: '2',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      ...settings,
    },
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  const ended = once(child, 'exit')
  await ready(child, logPath)
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

async function ready(child: ChildProcess, logPath: string): Promise<void> {
  for (;;) {
    const said = await readFile(logPath, 'utf8')
    if (/^Liên Thông sẵn sàng: /m.test(said)) return
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the product ended before it was ready:\n${said.slice(-4_000)}`)
    await pause(lookEveryMs)
  }
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
