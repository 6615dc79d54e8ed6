import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Keyring, loadMasterKey, type Purpose, unwrapped } from '#platform/keys'
import { runningPostgres } from '#platform/postgres'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A product of the bench's own, as `npm start` runs it: its own data folder, embedded PostgreSQL with everything on. */
export type Install = {
  url: string
  dataDir: string
  process: ChildProcess
  /** Seconds from the start of the process to the line that it is ready. */
  readyS: number
  stop(): Promise<void>
}

/** Starts the built product on an empty folder, or again on a given one. */
export async function startInstall(dataDir?: string): Promise<Install> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'lt-bench-')))
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'build/main.mjs')], {
    cwd: root,
    env: { ...process.env, TZ: 'UTC', DATA_DIR: folder, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr?.resume()
  const url = await readyLine(child)
  return {
    url,
    dataDir: folder,
    process: child,
    readyS: (performance.now() - began) / 1000,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('no output')
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Liên Thông sẵn sàng: (\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
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

/** A connection to the install's database as its superuser: for generating, cloning and looking. */
export async function adminOf(install: Install, database?: string): Promise<pg.Client> {
  const connection = await runningPostgres(install.dataDir)
  if (connection === undefined) throw new Error('the install has no running database')
  const client = new pg.Client({ ...connection, ...(database === undefined ? {} : { database }) })
  await client.connect()
  return client
}

/** The install's own keys, so that generated rows open like real ones. */
export async function keysOf(install: Install, admin: pg.Client): Promise<Keyring> {
  const master = await loadMasterKey(join(install.dataDir, 'secrets/master.key'))
  const { rows } = await admin.query<{ id: number; purpose: Purpose; wrapped: Buffer }>('select id, purpose, wrapped from data_key')
  return new Keyring(rows.map((row) => unwrapped(row, master)))
}

/** Resident memory of the product's process, without its database, in MB. */
export async function rssMb(install: Install): Promise<number> {
  const status = await readFile(`/proc/${install.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}
