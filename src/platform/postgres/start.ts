import { realpath, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { waysAsSomebodyElse, waysToRun } from './disguise.ts'
import { asStartError, hasCode, makeDataDir, ownerName, type Places, placesIn, readPassword, readyCluster } from './folder.ts'
import { announce, findPostmaster } from './holder.ts'
import { launch, type Postmaster } from './launch.ts'
import { alreadyRunning, diskFull, type PostgresStartError, passwordWrong, rootNotPossible, stillStopping } from './problem.ts'
import { findPrograms, firstThatRuns, type Runnable, runProgram } from './programs.ts'

export type StartOptions = {
  dataDir: string
  /** Receives a Vietnamese line when something takes long or is put right. */
  log?: (line: string) => void
  /** Listen on this loopback port instead of a socket in `dataDir`. */
  port?: number
  /** Further server settings, as in postgresql.conf. */
  settings?: Record<string, string>
}

/** A PostgreSQL of ours, taking connections. `connection` is the owner's: superuser, for migrations. */
export type RunningPostgres = {
  connection: Connection
  /** The folder of its socket; undefined when it listens on a loopback port. */
  socketDir: string | undefined
  pid: number
  /** Leaves the program's address where a second start and the command line find it. */
  announce: (address: string) => Promise<void>
  /** Settles when PostgreSQL is gone without having been asked to stop. */
  lost: Promise<void>
  /** Ends it cleanly (open transactions are rolled back); may be called twice. */
  stop: () => Promise<void>
}

const databaseName = 'lien_thong'
const predecessorGoneWithinMs = 30_000
/** A fast shutdown has this long before an orphan is told to stop at once (the next start then recovers from its log). */
const patientForMs = 20_000
const stoppedWithinMs = 30_000

/**
 * Starts the embedded PostgreSQL on `dataDir`, making everything that is missing. A predecessor left alone by a killed program is
 * stopped first, and its backends are given 30 s to go. Throws `PostgresStartError` (stable code, Vietnamese sentence).
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  await makeDataDir(options.dataDir)
  const places = placesIn(await realpath(options.dataDir))
  try {
    await settlePredecessor(places, options)
    const programs = await runnable(places)
    const password = await readyCluster(places, programs)
    const postmaster = await launchPatiently(places, programs, options)
    const connection = { host: postmaster.host, port: postmaster.port, user: ownerName, password, database: databaseName }
    const stop = stopOnce(places, programs, postmaster)
    await makeDatabase(places, connection).catch(async (error: unknown) => {
      await stop.stop()
      throw error
    })
    const socketDir = postmaster.host === places.home ? places.home : undefined
    return { connection, socketDir, pid: postmaster.pid, announce: (address) => announce(places, address), ...stop }
  } catch (error) {
    throw asStartError(places, error)
  }
}

/** The connection of the install that runs on this folder now, or undefined when none does. For the command line. */
export async function runningPostgres(dataDir: string): Promise<Connection | undefined> {
  const real = await realpath(dataDir).catch(() => undefined)
  if (real === undefined) return undefined
  const places = placesIn(real)
  const found = await findPostmaster(places)
  if (!found?.ready || found.holder === undefined) return undefined
  return { host: found.host, port: found.port, user: ownerName, password: await readPassword(places), database: databaseName }
}

async function runnable(places: Places): Promise<Runnable> {
  const programs = await findPrograms(places.dataDir)
  const chosen =
    (await firstThatRuns(programs, await waysToRun())) ?? (await firstThatRuns(programs, await waysAsSomebodyElse(places.dataDir)))
  if (chosen === undefined) throw rootNotPossible(places.dataDir)
  return chosen
}

/** Nobody else may hold the folder: a living program is left in peace, an orphaned PostgreSQL is stopped. */
async function settlePredecessor(places: Places, { log }: StartOptions): Promise<void> {
  const began = performance.now()
  const asked = new Set<string>()
  while (performance.now() - began < predecessorGoneWithinMs) {
    const found = await findPostmaster(places)
    if (found === undefined) return
    if (found.holder !== undefined) throw alreadyRunning(places.dataDir, found.holder)
    const signal = performance.now() - began < patientForMs ? 'SIGINT' : 'SIGQUIT'
    if (!asked.has(`${found.pid} ${signal}`)) askToEnd(found.pid, signal)
    if (asked.size === 0) log?.(`Dừng PostgreSQL còn lại từ lần chạy trước (pid ${found.pid}).`)
    asked.add(`${found.pid} ${signal}`)
    await pause(50)
  }
  throw stillStopping(places.dataDir, `pid ${[...asked].join(', ')}`)
}

/** It may be gone already, or go between the look and the signal: both are what is wanted. */
function askToEnd(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

/** Backends of a killed postmaster hold its shared memory for a while: PostgreSQL refuses to start beside them. */
async function launchPatiently(places: Places, programs: Runnable, options: StartOptions): Promise<Postmaster> {
  const deadline = performance.now() + predecessorGoneWithinMs
  let last: PostgresStartError | undefined
  while (performance.now() < deadline) {
    const attempt = await launch(places, programs, options.port, options.settings ?? {})
    if ('postmaster' in attempt) return attempt.postmaster
    if (!attempt.again) throw attempt.failure
    if (last === undefined) options.log?.('Chờ các tiến trình của PostgreSQL lần trước kết thúc…')
    last = attempt.failure
    await settlePredecessor(places, options)
    await pause(250)
  }
  throw stillStopping(places.dataDir, last?.message ?? '')
}

async function makeDatabase(places: Places, connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 30_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const found = await client.query('select from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } catch (error) {
    if (hasCode(error, '28P01')) throw passwordWrong(places.password)
    throw hasCode(error, '53100') ? diskFull(places.dataDir) : error
  } finally {
    await client.end()
  }
}

function stopOnce(places: Places, programs: Runnable, postmaster: Postmaster): Pick<RunningPostgres, 'stop' | 'lost'> {
  let stopping: Promise<void> | undefined
  const lost = new Promise<void>((resolve) => {
    postmaster.ended.then(() => (stopping === undefined ? resolve() : undefined))
  })
  const stop = () => {
    stopping ??= end(places, programs, postmaster)
    return stopping
  }
  return { lost, stop }
}

/** Fast shutdown, then immediate, then none at all: each is safe for the data, the later ones cost a recovery at the next start. */
async function end(places: Places, programs: Runnable, { child, ended }: Postmaster): Promise<void> {
  await rm(places.running, { force: true })
  const fast =
    process.platform === 'win32' ? runProgram(programs, 'pg_ctl', ['stop', '-m', 'fast', '-D', places.cluster]) : child.kill('SIGINT')
  await fast
  if (await within(ended, stoppedWithinMs)) return
  child.kill('SIGQUIT')
  if (await within(ended, 5_000)) return
  child.kill('SIGKILL')
  await ended
}

async function within(ended: Promise<void>, ms: number): Promise<boolean> {
  const giveUp = new AbortController()
  const late = pause(ms, false, { signal: giveUp.signal }).catch(() => false)
  const first = await Promise.race([ended.then(() => true), late])
  giveUp.abort()
  return first
}
