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
  admin: pg.Pool
  /** As the program connects, for what is prepared and for the control. */
  program: Connect
  house: House
  /** Copies the whole database under another name, with the product stopped meanwhile. */
  clone(name: string): Promise<Connect>
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
  const admin = new pg.Pool({ ...postgres.connection, max: 1, application_name: 'bench' })
  // A connection that is cut off for a clone is replaced by the next question.
  admin.on('error', () => {})
  await assertDurable(admin)
  const passwords = await ownPasswords(dataDir)
  const program = { ...postgres.connection, user: roleNames.program, password: passwords.program }
  const pool = new Pool(program, 8, 'bench')
  const keys = await loadKeyring(pool, await loadMasterKey(join(dataDir, 'secrets/master.key')), new Date().toISOString())
  const restart = async (flags = nodeFlags) => {
    await install.product.stop()
    install.product = await startProduct(settings, flags)
  }
  const install: Install = {
    dataDir,
    postgres,
    product,
    admin,
    program,
    house: { pool, keys },
    clone: async (name) => {
      await install.product.stop()
      await copyDatabase(postgres.connection, name)
      install.product = await startProduct(settings, nodeFlags)
      return { ...program, database: name }
    },
    restart,
    stop: async () => {
      await install.product.stop()
      await Promise.all([admin.end(), pool.end()])
      await postgres.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    },
  }
  return install
}

/** A template must have no visitors: whoever is still connected is cut off. */
async function copyDatabase(connection: Connect, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [connection.database])
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(connection.database)} strategy file_copy`,
    )
  } finally {
    await client.end()
  }
}

function urlOf({ host, port, user, password, database }: Connect): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

/** @throws Error where an acknowledgement would not mean that the row is on the disk */
export async function assertDurable(client: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [setting])
    if (rows[0]?.value !== 'on') throw new Error(`${setting} is ${rows[0]?.value}: such figures mean nothing`)
  }
}
