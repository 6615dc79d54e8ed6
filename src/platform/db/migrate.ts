import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Connect } from './pool.ts'
import { stateOf } from './pool.ts'

/** The database cannot be brought to this program's version; the sentence says what to do. */
export class MigrationProblem extends Error {
  readonly code: 'database-is-newer' | 'migration-was-changed' | 'lock-not-won'

  constructor(code: MigrationProblem['code'], message: string) {
    super(message)
    this.name = 'MigrationProblem'
    this.code = code
  }
}

export type Migration = { no: number; name: string; sql: string; hash: string }

/**
 * The files of a folder in their order; each `NNNN_subject.sql`.
 * @throws Error for a file of SQL under another name: it would be left out without a word
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const misnamed = files.find((file) => !/^\d{4}_[a-z0-9-]+\.sql$/.test(file))
  if (misnamed !== undefined) throw new Error(`${misnamed} is not called NNNN_subject.sql`)
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { no: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const oneAtATime = 7_120_210_000n
const quiet = new Logger(() => () => {})

/**
 * Brings the database to the newest version: one migrator at a time (advisory lock), each file in a transaction of its own.
 * A table lock that is not won within two seconds is given up and tried again, so that a running older program never stands still.
 * @throws MigrationProblem where the database is newer than the program
 */
export async function migrate(owner: Connect, migrations: readonly Migration[], log: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ ...owner, application_name: 'lien-thong migrate' })
  // A connection that is cut off rejects its query; the event beside it, unheard, would end the program without a word.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [String(oneAtATime)])
    await client.query(
      'create table if not exists schema_version (no int primary key, name text not null, hash text not null, applied_at timestamptz not null default now())',
    )
    const done = await client.query<{ no: number; name: string; hash: string }>('select no, name, hash from schema_version order by no')
    refuseStrangers(done.rows, migrations)
    const pool = new pg.Pool({ ...owner, max: 1 }).on('error', () => {}).on('connect', (one) => one.on('error', () => {}))
    await runMigrations({ pgPool: pool, logger: quiet }).finally(() => pool.end())
    const known = new Set(done.rows.map((row) => row.no))
    for (const migration of migrations) {
      if (known.has(migration.no)) continue
      log(`Cập nhật cơ sở dữ liệu: ${migration.name}`)
      await applyPatiently(client, migration)
    }
  } finally {
    await client.end()
  }
}

function refuseStrangers(done: { no: number; name: string; hash: string }[], migrations: readonly Migration[]): void {
  for (const row of done) {
    const ours = migrations.find((migration) => migration.no === row.no)
    if (ours === undefined) {
      throw new MigrationProblem(
        'database-is-newer',
        `Cơ sở dữ liệu đã ở bước ${row.name}, mới hơn chương trình này. Hãy chạy bản chương trình mới hơn; bản này không ghi gì vào đó.`,
      )
    }
    if (ours.hash !== row.hash) {
      throw new MigrationProblem('migration-was-changed', `Tệp ${row.name} khác với tệp đã chạy trên cơ sở dữ liệu này.`)
    }
  }
}

async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin')
      await client.query("set local lock_timeout = '2s'")
      await client.query(migration.sql)
      await client.query('insert into schema_version (no, name, hash) values ($1, $2, $3)', [migration.no, migration.name, migration.hash])
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback').catch(() => {})
      if (stateOf(error) !== '55P03') throw error
      if (attempt === 30) throw new MigrationProblem('lock-not-won', `Không khóa được bảng cho ${migration.name} sau ${attempt} lần thử.`)
    }
  }
}
