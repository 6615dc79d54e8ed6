import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { House } from '#modules/identity'
import { type Connect, Pool, roleNames } from '#platform/db'
import { loadKeyring, loadMasterKey } from '#platform/keys'
import { type RunningPostgres, startPostgres } from '#platform/postgres'
import { ownPasswords } from '../src/start/database.ts'
import { type Product, startProduct } from './product.ts'

/** An install of the bench's own: PostgreSQL as the product runs it, and the product beside it, so that one can rest while the other works. */
export type Install = {
  dataDir: string
  postgres: RunningPostgres
  product: Product
  /** A superuser's connection: for generating, cloning and looking. */
  admin: pg.Client
  /** As the program connects, for what is prepared and for the control. */
  program: Connect
  house: House
  /** Ends the product and starts it anew. */
  restart(nodeFlags?: readonly string[]): Promise<void>
  stop(): Promise<void>
}

/** For looking inside: flags of the product's Node (`--cpu-prof`), settings of the database (`shared_preload_libraries`). */
export type Inside = { nodeFlags?: readonly string[]; settings?: Record<string, string> }

/** Starts database and product on an empty folder on the machine's ordinary disk. */
export async function openInstall({ nodeFlags = [], settings: extra = {} }: Inside = {}): Promise<Install> {
  const folder = await mkdtemp(join(tmpdir(), 'lt-bench-'))
  const dataDir = join(folder, 'product')
  const postgres = await startPostgres({ dataDir: join(folder, 'database'), settings: extra })
  const settings = { DATA_DIR: dataDir, DATABASE_URL: urlOf(postgres.connection) }
  const product = await startProduct(settings, nodeFlags)
  const admin = new pg.Client({ ...postgres.connection, application_name: 'bench' })
  await admin.connect()
  await assertDurable(admin)
  const passwords = await ownPasswords(dataDir)
  const program = { ...postgres.connection, user: roleNames.program, password: passwords.program }
  const pool = new Pool(program, 8, 'bench')
  const keys = await loadKeyring(pool, await loadMasterKey(join(dataDir, 'secrets/master.key')), new Date().toISOString())
  const install: Install = {
    dataDir,
    postgres,
    product,
    admin,
    program,
    house: { pool, keys },
    restart: async (flags = nodeFlags) => {
      await install.product.stop()
      install.product = await startProduct(settings, flags)
    },
    stop: async () => {
      await install.product.stop()
      await Promise.all([admin.end(), pool.end()])
      await postgres.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    },
  }
  return install
}

function urlOf({ host, port, user, password, database }: Connect): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

/** @throws Error where an acknowledgement would not mean that the row is on the disk */
export async function assertDurable(client: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [setting])
    if (rows[0]?.value !== 'on') throw new Error(`${setting} is ${rows[0]?.value}: such figures mean nothing`)
  }
}
