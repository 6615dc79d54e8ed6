import { type ChildProcess, spawn } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAboutSpace, isFull, lastLine, type Places, socketPort } from './folder.ts'
import { disownLockFiles, findPostmaster, ownerMark } from './holder.ts'
import { diskFull, notReadyInTime, type PostgresStartError, programsMissing, rootNotPossible, stoppedAtStart } from './problem.ts'
import { ids, type Runnable } from './programs.ts'

/** A started postmaster. `ended` settles when it is gone, for whatever reason. */
export type Postmaster = { host: string; port: number; pid: number; child: ChildProcess; ended: Promise<void> }

/** What came of one try: a postmaster, or why not and whether another try may help. */
export type Attempt = { postmaster: Postmaster } | { failure: PostgresStartError; again: boolean }

type Address = { host: string; port: number }

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocketPath = 100
/** After a power cut PostgreSQL replays its log before it answers; it is given this long, and says meanwhile that it is at work. */
const readyWithinSeconds = 600

const settings = {
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  // Statements and error details quote what citizens typed: the program logs failures itself, by SQLSTATE.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Starts the postmaster once and waits until it takes connections. */
export async function launch(
  places: Places,
  programs: Runnable,
  tcpPort: number | undefined,
  extra: Record<string, string>,
): Promise<Attempt> {
  await disownLockFiles(places)
  await turnLogOver(places.log)
  const address = await addressFor(places, tcpPort)
  const log = await open(places.log, 'a', 0o600)
  const writtenBefore = (await log.stat()).size
  const child = await spawned(
    places,
    programs,
    { ...addressSettings(address), ...settings, ...extra, cluster_name: await ownerMark() },
    log.fd,
  )
  await log.close()
  if (child instanceof Error) return { failure: programsMissing(child.message), again: false }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await readyOrEnded(places, child)
  if (ready === 'ready') return { postmaster: { ...address, pid: child.pid ?? 0, child, ended } }
  if (ready === 'ended') return whyEnded(places, programs, await textFrom(places.log, writtenBefore))
  child.kill('SIGQUIT')
  await ended
  return { failure: notReadyInTime(places.log, readyWithinSeconds), again: false }
}

/** In a session of its own, so that Ctrl-C in a terminal reaches the program alone and requests can drain first. */
async function spawned(places: Places, programs: Runnable, chosen: Record<string, string>, log: number): Promise<ChildProcess | Error> {
  const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...programs.prefix, programs.bin('postgres'), '-D', places.cluster, ...options]
  const child = spawn(command, args, { env: programs.env, cwd: '/', detached: true, stdio: ['ignore', log, log], ...ids(programs) })
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(child))
    child.once('error', resolve)
  })
}

async function readyOrEnded(places: Places, child: ChildProcess): Promise<'ready' | 'ended' | 'late'> {
  const deadline = performance.now() + readyWithinSeconds * 1000
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) return 'ended'
    const found = await findPostmaster(places)
    if (found?.ready && found.pid === child.pid) return 'ready'
    await pause(10)
  }
  return 'late'
}

/** On a full disk the log may have stayed empty, so the disk is asked too. */
async function whyEnded(places: Places, programs: Runnable, said: string): Promise<Attempt> {
  if (isAboutSpace(said) || (await isFull(places.dataDir))) return { failure: diskFull(places.dataDir), again: false }
  if (programs.uid !== undefined && /permission denied/i.test(said)) return { failure: rootNotPossible(places.dataDir), again: false }
  const again = /pre-existing shared memory block|lock file .* already exists|address already in use/i.test(said)
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? lastLine(said)
  return { failure: stoppedAtStart(places.log, reason), again }
}

async function addressFor(places: Places, tcpPort: number | undefined): Promise<Address> {
  if (tcpPort !== undefined) return { host: '127.0.0.1', port: tcpPort }
  const tooLong = Buffer.byteLength(join(places.home, `.s.PGSQL.${socketPort}`)) > longestSocketPath
  if (!tooLong && process.platform !== 'win32') return { host: places.home, port: socketPort }
  return { host: '127.0.0.1', port: await freePort() }
}

/** The socket folder is an item of a list to PostgreSQL: quoted, so that a comma in a path does not split it. */
function addressSettings({ host, port }: Address): Record<string, string> {
  const isSocket = host !== '127.0.0.1'
  return {
    listen_addresses: isSocket ? '' : host,
    unix_socket_directories: isSocket ? `"${host.replaceAll('"', '""')}"` : '',
    port: String(port),
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const largestLog = 10 * 1024 * 1024

async function turnLogOver(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > largestLog) await rename(log, `${log}.1`)
}

async function textFrom(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const length = Math.min((await file.stat()).size - offset, 64 * 1024)
    const { buffer } = await file.read(Buffer.alloc(Math.max(length, 0)), 0, Math.max(length, 0), offset)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}
