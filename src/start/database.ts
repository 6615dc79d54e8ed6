import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { assertHarmless, type Connect, migrate, prepareRoles, type RoleConnects, type RolePasswords, readMigrations } from '#platform/db'
import { writeOnce } from '#platform/keys'
import { connectionFromUrl, type RunningPostgres, startPostgres } from '#platform/postgres'
import type { Config } from '../config.ts'
import { refuseOther } from './install.ts'

/** The database of an install, with the connections of its three roles, and what must be stopped at the end. */
export type Database = {
  roles: RoleConnects
  embedded: RunningPostgres | undefined
  /** Lets the next program in that starts on this database: called when everything a first start makes is made. */
  settled: () => Promise<void>
}

/**
 * Starts or finds the database, makes its roles, and brings it to this program's version.
 * @param migrations folder of the SQL files
 */
export async function openDatabase(config: Config, migrations: string, log: (line: string) => void): Promise<Database> {
  const opened =
    config.databaseUrl === undefined
      ? await openEmbedded(config, log)
      : { admin: connectionFromUrl(config.databaseUrl), embedded: undefined }
  const { admin, embedded } = opened
  let settled: Database['settled'] | undefined
  try {
    await refuseOther(admin, config.install === 'sample')
    settled = await oneStartAtATime(admin)
    const roles = await prepareRoles(admin, await passwordsOf(config))
    await migrate(roles.owner, await readMigrations(migrations), log)
    await Promise.all([assertHarmless(roles.program), assertHarmless(roles.worker)])
    return { roles, embedded, settled }
  } catch (error) {
    await settled?.()
    await embedded?.stop()
    throw error
  }
}

async function openEmbedded(config: Config, log: (line: string) => void): Promise<{ admin: Connect; embedded: RunningPostgres }> {
  const embedded = await startPostgres({ dataDir: config.dataDir, log })
  return { admin: embedded.connection, embedded }
}

const startLock = 7_120_210_002

/** Several programs may start at once on one database: they make roles, tables, keys and the sample one after the other. */
async function oneStartAtATime(admin: Connect): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...admin, application_name: 'lien-thong start', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query('select pg_advisory_lock($1)', [startLock])
  return () => client.end()
}

/** Passwords of the database roles: given in a file, or made by the install. */
export async function passwordsOf({ databaseRolesFile, dataDir }: Config): Promise<RolePasswords> {
  return databaseRolesFile === undefined ? ownPasswords(dataDir) : readPasswords(databaseRolesFile)
}

/** Passwords that the install made for itself, in a file that only its owner reads. The command line finds them there too. */
export async function ownPasswords(dataDir: string): Promise<RolePasswords> {
  const folder = join(dataDir, 'secrets')
  const file = join(folder, 'roles.json')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const make = () => randomBytes(24).toString('base64url')
  await writeOnce(file, JSON.stringify({ owner: make(), program: make(), worker: make() }))
  return readPasswords(file)
}

/** Where an install keeps the master key that it made for itself; production is given one elsewhere. */
export function ownMasterKey(dataDir: string): string {
  return join(dataDir, 'secrets', 'master.key')
}

async function readPasswords(file: string): Promise<RolePasswords> {
  const read: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isPasswords(read)) throw new Error(`tệp ${file} phải có mật khẩu owner, program và worker`)
  return read
}

function isPasswords(read: unknown): read is RolePasswords {
  const named = read as Partial<Record<string, unknown>> | null
  return ['owner', 'program', 'worker'].every((name) => typeof named?.[name] === 'string')
}
