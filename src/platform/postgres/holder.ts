import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, type Places, socketPort } from './folder.ts'
import type { Holder } from './problem.ts'
import { commandOf, startOf } from './process-table.ts'

/** A postmaster that holds a folder now: its pid, where it listens, whether it takes connections, and the program that started it. */
export type FoundPostmaster = { pid: number; host: string; port: number; ready: boolean; holder: Holder | undefined }

/** Written on PostgreSQL's command line so that anybody who finds it running can tell whether its program still lives. */
export async function ownerMark(): Promise<string> {
  return `lien-thong.${process.pid}.${await startOf(process.pid)}`
}

/**
 * The living postmaster of the folder, or undefined. A pid in `postmaster.pid` that meanwhile belongs to a stranger
 * (after a power cut, or in a fresh container) counts as nobody.
 */
export async function findPostmaster(places: Places): Promise<FoundPostmaster | undefined> {
  const lines = await linesOf(lockFile(places))
  const pid = Number(lines[0])
  const command = await postmasterCommand(pid, places)
  if (command === undefined) return undefined
  const socket = lines[4]?.trim() ?? ''
  return {
    pid,
    host: socket === '' ? '127.0.0.1' : socket,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
    holder: await holderNamedIn(command, places),
  }
}

/** The command line of the process if it is a postmaster of this folder. */
async function postmasterCommand(pid: number, places: Places): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  const command = (await commandOf(pid)) ?? (await writtenOptions(places))
  return command.includes(places.cluster) ? command : undefined
}

function lockFile({ cluster }: Places): string {
  return join(cluster, 'postmaster.pid')
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n')
}

/** PostgreSQL's own note of its command line: right except for the moment between its lock file and this one. */
async function writtenOptions({ cluster }: Places): Promise<string> {
  return readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '')
}

async function holderNamedIn(command: string, places: Places): Promise<Holder | undefined> {
  const [, pidText, started] = command.match(/cluster_name=lien-thong\.(\d+)\.(\d+)/) ?? []
  const pid = Number(pidText)
  if (pidText === undefined || !isAlive(pid) || (await startOf(pid)) !== started) return undefined
  const address = await announcedAddress(places, pid)
  return address === undefined ? { pid } : { pid, address }
}

async function announcedAddress({ running }: Places, pid: number): Promise<string | undefined> {
  const text = await readFile(running, 'utf8').catch(() => '{}')
  const said: { pid?: number; address?: string } = JSON.parse(text)
  return said.pid === pid ? said.address : undefined
}

/** Leaves the program's address where a second start, or the command line, finds it. */
export async function announce({ running }: Places, address: string): Promise<void> {
  await writeFile(`${running}.new`, JSON.stringify({ pid: process.pid, address }), { mode: 0o600 })
  await rename(`${running}.new`, running)
}

/**
 * A lock file whose pid now belongs to a stranger stops PostgreSQL. Naming its own parent (us) instead makes it look stale to it,
 * and keeps the shared-memory key by which it finds backends of a killed postmaster.
 */
export async function disownLockFiles(places: Places): Promise<void> {
  for (const file of [lockFile(places), join(places.home, `.s.PGSQL.${socketPort}.lock`)]) {
    const [pid = '', ...rest] = await linesOf(file)
    const isStrangers = pid !== '' && isAlive(Number(pid)) && (await postmasterCommand(Number(pid), places)) === undefined
    if (isStrangers) await writeFile(file, [process.pid, ...rest].join('\n'))
  }
}
