import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Connect, migrate, Pool, prepareRoles, type RoleConnects, readMigrations, roleNames, rowsOf } from '#platform/db'
import { FileStore, folderShelf, s3Shelf } from '#platform/files'
import { type Keyring, loadKeyring, rightMaster } from '#platform/keys'
import { connectionFromUrl, runningPostgres, startPostgres } from '#platform/postgres'
import type { Config } from '../config.ts'
import { ownMasterKey, passwordsOf } from '../start/database.ts'
import { CliProblem, type Task } from './verb.ts'

/** An install as the command line works on it: beside the running program, or alone with a database that it started itself. */
export type Install = {
  roles: RoleConnects
  /** Sees every row. */
  owner: Pool
  program: Pool
  /** Whether a program may be serving on this database now. */
  isServed: boolean
  masterFile: string
  close: () => Promise<void>
}

/** Where the database is and how it is left alone again. */
type Found = { admin: Connect; isServed: boolean; stop: () => Promise<void> }

/**
 * Opens the install that the settings name. The database is started only when none runs, and stopped again at the end.
 * @throws CliProblem where there is none, or where its tables are those of another version of the program
 */
export async function openInstall(task: Task): Promise<Install> {
  const { config } = task
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres')))
    throw new CliProblem(`không có bản cài nào trong ${config.dataDir}; đặt DATA_DIR hoặc DATABASE_URL`)
  const found = await findDatabase(task)
  const install = await connected(config, found)
  await refuseOtherVersion(install.owner, task.migrations).catch(async (error: unknown) => {
    await install.close()
    throw error
  })
  return install
}

/**
 * Makes an empty, migrated database for what is brought from elsewhere.
 * @throws CliProblem where a database stands already
 */
export async function makeInstall(task: Task): Promise<Install> {
  const { config } = task
  if (config.databaseUrl === undefined && existsSync(join(config.dataDir, 'postgres')))
    throw new CliProblem(`trong ${config.dataDir} đã có một cơ sở dữ liệu; hãy chỉ một thư mục mới`)
  const found = await findDatabase(task)
  try {
    const roles = await prepareRoles(found.admin, await passwordsOf(config))
    await migrate(roles.owner, await readMigrations(task.migrations), task.tell)
  } catch (error) {
    await found.stop()
    throw error
  }
  return connected(config, found)
}

async function findDatabase({ config, tell }: Task): Promise<Found> {
  const leave = async (): Promise<void> => {}
  if (config.databaseUrl !== undefined) return { admin: connectionFromUrl(config.databaseUrl), isServed: true, stop: leave }
  const running = await runningPostgres(config.dataDir)
  if (running !== undefined) return { admin: running, isServed: true, stop: leave }
  tell('Khởi động cơ sở dữ liệu…')
  const started = await startPostgres({ dataDir: config.dataDir, log: tell })
  return { admin: started.connection, isServed: false, stop: started.stop }
}

async function connected(config: Config, { admin, isServed, stop }: Found): Promise<Install> {
  const passwords = await passwordsOf(config)
  const as = (kind: keyof RoleConnects): Connect => ({ ...admin, user: roleNames[kind], password: passwords[kind] })
  const roles = { owner: as('owner'), program: as('program'), worker: as('worker') }
  const owner = new Pool(roles.owner, 3, 'lien-thong cli')
  const program = new Pool(roles.program, 3, 'lien-thong cli')
  const close = async (): Promise<void> => {
    await Promise.all([owner.end(), program.end()])
    await stop()
  }
  return { roles, owner, program, isServed, masterFile: config.masterKeyFile ?? ownMasterKey(config.dataDir), close }
}

/** The tables may be read only by the program that made them. */
async function refuseOtherVersion(owner: Pool, migrations: string): Promise<void> {
  const ours = await readMigrations(migrations)
  const [answer] = await owner.trip([{ text: 'select no, name, hash from schema_version order by no', values: [] }])
  const theirs = rowsOf<{ no: number; name: string; hash: string }>(answer)
  const same = theirs.length === ours.length && theirs.every((row, place) => row.hash === ours[place]?.hash)
  if (!same) {
    const last = theirs.at(-1)?.name ?? 'chưa có bước nào'
    throw new CliProblem(`cơ sở dữ liệu đang ở bước ${last}, khác bản chương trình này; hãy khởi động chương trình cùng bản trước`)
  }
}

/** The data keys of an install. */
export async function keysOf({ owner, masterFile }: Install, now: string): Promise<Keyring> {
  return loadKeyring(owner, await rightMaster(owner, masterFile), now)
}

export async function fileStoreOf(config: Config, keys: Keyring): Promise<FileStore> {
  return new FileStore(config.s3 === undefined ? await folderShelf(join(config.dataDir, 'files')) : s3Shelf(config.s3), keys)
}

/** What lies in folders and belongs to an install: checkpoints, and on a sample the played authorities, whose signatures stay checkable. */
export function foldersOf(config: Config): Record<string, string> {
  const all = { checkpoints: config.auditCheckpoints ?? join(config.dataDir, 'checkpoints'), sandbox: join(config.dataDir, 'sandbox') }
  return Object.fromEntries(Object.entries(all).filter(([, path]) => existsSync(path)))
}
