import { accessSync, constants, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const enough = 2 * 1024 ** 3

/**
 * Where databases of tests lie: in memory where the machine has room for them there (a sync then costs nothing; an initdb takes a
 * third of the time), else in the usual temporary folder. Programs cannot be started from it on every machine.
 */
export function fastFolder(): string {
  const memory = '/dev/shm'
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enough ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Removes what killed processes left: folders below `base` named `prefix`, the pid of their process, and anything after a dash. */
export function removeLeftBehind(base: string, prefix: string): void {
  for (const name of readdirSync(base)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) rmSync(join(base, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
