import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, type Places } from './folder.ts'
import type { Holder } from './problem.ts'
import { commandOf, startOf } from './process-table.ts'

/** A postmaster that holds a folder now: its pid, where it listens, whether it takes connections, and the program that started it. */
export type Postmaster = { pid: number; host: string; port: number; ready: boolean; holder: Holder | undefined }

/** Written on PostgreSQL's command line so that anybody who finds it running can tell whether its program still lives. */
export async function ownerMark(): Promise<string> {
  return `lien-thong.${process.pid}.${await startOf(process.pid)}`
}

/**
 * The living postmaster of the folder, or undefined. A pid in `postmaster.pid` that meanwhile belongs to a stranger
 * (after a power cut, or in a fresh container) counts as nobody.
 */
export async function findPostmaster(places: Places): Promise<Postmaster | undefined> {
  const lines = await lockFile(places)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  const command = (await commandOf(pid)) ?? (await writtenOptions(places))
  if (!command.includes(places.cluster)) return undefined
  const socket = lines[4]?.trim() ?? ''
  return {
    pid,
    host: socket === '' ? '127.0.0.1' : socket,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
    holder: await holderNamedIn(command, places),
  }
}

async function lockFile({ cluster }: Places): Promise<string[]> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')
}

/** PostgreSQL's own note of its command line: right except for the moment between its lock file and this one. */
async function writtenOptions({ cluster }: Places): Promise<string> {
  return readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '')
}

async function holderNamedIn(command: string, places: Places): Promise<Holder | undefined> {
  const [, pidText, started] = command.match(/lien-thong\.(\d+)\.(\d+)/) ?? []
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
export async function disownLockFile(places: Places): Promise<void> {
  const [pid, ...rest] = await lockFile(places)
  if (pid === undefined || pid === '' || pid === String(process.pid) || !isAlive(Number(pid))) return
  await writeFile(join(places.cluster, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}
