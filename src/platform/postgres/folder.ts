import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFull, otherMajorVersion, PostgresStartError, passwordMissing, rootNotPossible, stoppedAtStart } from './problem.ts'
import { ids, type Runnable, runProgram } from './programs.ts'

/** Names the socket file; nobody listens on this port. */
export const socketPort = 5432

/** What lies where below DATA_DIR. `home` is made whole under another name and then renamed: it exists complete or not at all. */
export type Places = { dataDir: string; home: string; cluster: string; password: string; log: string; running: string }

export const ownerName = 'lien_thong_admin'

export function placesIn(dataDir: string): Places {
  const home = join(dataDir, 'postgres')
  return { dataDir, ...insideHome(home), log: join(dataDir, 'postgres.log'), running: join(dataDir, 'running.json') }
}

function insideHome(home: string): { home: string; cluster: string; password: string } {
  return { home, cluster: join(home, 'cluster'), password: join(home, 'password') }
}

/** Makes the database cluster if there is none; refuses one of another major version. Gives the owner's password. */
export async function readyCluster(places: Places, programs: Runnable): Promise<string> {
  const found = await readFile(join(places.cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )
  if (found === undefined) await makeCluster(places, programs)
  else if (found !== programs.major) throw otherMajorVersion(places.dataDir, found, programs.major)
  return readPassword(places)
}

/** The owner's password. Throws `password-missing`. */
export async function readPassword(places: Places): Promise<string> {
  const password = await readFile(places.password, 'utf8').catch(() => '')
  if (password === '') throw passwordMissing(places.password)
  return password
}

async function makeCluster(places: Places, programs: Runnable): Promise<void> {
  await removeHalfMade(places)
  const fresh = insideHome(`${places.home}.new-${process.pid}`)
  try {
    await mkdir(fresh.home, { mode: 0o700 })
    await writeDurably(fresh.password, randomBytes(32).toString('base64url'))
    await giveTo(programs, fresh.home, fresh.password)
    await initdb(places, fresh, programs)
    await rename(fresh.home, places.home)
  } catch (error) {
    await rm(fresh.home, { recursive: true, force: true })
    if (await madeByAnother(places)) return
    throw asStartError(places, error)
  }
}

async function initdb(places: Places, fresh: { cluster: string; password: string }, programs: Runnable): Promise<void> {
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth=scram-sha-256', `--username=${ownerName}`, `--pwfile=${fresh.password}`]
  const { code, output } = await runProgram(programs, 'initdb', [`--pgdata=${fresh.cluster}`, ...encoding, ...access])
  if (code === 0) return
  if (isAboutSpace(output) || (await isFull(places.dataDir))) throw diskFull(places.dataDir)
  if (programs.uid !== undefined && /permission denied/i.test(output)) throw rootNotPossible(places.dataDir)
  throw stoppedAtStart('initdb', lastLine(output))
}

/** Remains of a first start that was killed. */
async function removeHalfMade({ dataDir }: Places): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'))
  for (const name of names) {
    const pid = Number(name.slice('postgres.new-'.length))
    if (!isAlive(pid) || pid === process.pid) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

async function madeByAnother({ cluster }: Places): Promise<boolean> {
  return stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/** Where PostgreSQL runs under another user id, that id must own what it writes and may pass through what lies above. */
async function giveTo(programs: Runnable, ...paths: string[]): Promise<void> {
  const { uid, gid } = ids(programs)
  if (uid !== undefined && gid !== undefined) await Promise.all(paths.map((path) => chown(path, uid, gid)))
}

/** DATA_DIR is ours alone, except where another user id must reach the cluster in it. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 })
    if (made !== undefined) await chmod(dataDir, 0o700)
  } catch (error) {
    throw hasCode(error, 'ENOSPC') ? diskFull(dataDir) : error
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Our own refusals pass; a full disk is recognised wherever it shows; anything else stays what it is. */
export function asStartError(places: Places, error: unknown): unknown {
  if (error instanceof PostgresStartError) return error
  return hasCode(error, 'ENOSPC') ? diskFull(places.dataDir) : error
}

export function isAboutSpace(text: string): boolean {
  return /no space left on device|disk quota exceeded/i.test(text)
}

/** Less than a megabyte left: PostgreSQL cannot even write its lock file and a page of log. */
export async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < 1024 * 1024
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}
