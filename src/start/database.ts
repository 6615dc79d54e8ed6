import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertHarmless, type Connect, migrate, prepareRoles, type RoleConnects, type RolePasswords, readMigrations } from '#platform/db'
import { writeOnce } from '#platform/keys'
import { connectionFromUrl, type RunningPostgres, startPostgres } from '#platform/postgres'
import type { Config } from '../config.ts'
import { refuseOther } from './install.ts'

/** The database of an install, with the connections of its three roles, and what must be stopped at the end. */
export type Database = { roles: RoleConnects; embedded: RunningPostgres | undefined }

/**
 * Starts or finds the database, makes its roles, and brings it to this program's version.
 * @param migrations folder of the SQL files
 */
export async function openDatabase(config: Config, migrations: string, log: (line: string) => void): Promise<Database> {
  if (config.databaseUrl === undefined) return openEmbedded(config, migrations, log)
  const admin = connectionFromUrl(config.databaseUrl)
  await refuseOther(admin, config.install === 'sample')
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const passwords =
    config.databaseRolesFile === undefined ? await ownPasswords(config.dataDir) : await readPasswords(config.databaseRolesFile)
  const roles = await readied(admin, passwords, migrations, log)
  return { roles, embedded: undefined }
}

async function openEmbedded(config: Config, migrations: string, log: (line: string) => void): Promise<Database> {
  const embedded = await startPostgres({ dataDir: config.dataDir, log })
  try {
    const roles = await readied(embedded.connection, await ownPasswords(config.dataDir), migrations, log)
    return { roles, embedded }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function readied(admin: Connect, passwords: RolePasswords, folder: string, log: (line: string) => void): Promise<RoleConnects> {
  const roles = await prepareRoles(admin, passwords)
  await migrate(roles.owner, await readMigrations(folder), log)
  await Promise.all([assertHarmless(roles.program), assertHarmless(roles.worker)])
  return roles
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

async function readPasswords(file: string): Promise<RolePasswords> {
  const read: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isPasswords(read)) throw new Error(`tệp ${file} phải có mật khẩu owner, program và worker`)
  return read
}

function isPasswords(read: unknown): read is RolePasswords {
  const named = read as Partial<Record<string, unknown>> | null
  return ['owner', 'program', 'worker'].every((name) => typeof named?.[name] === 'string')
}
