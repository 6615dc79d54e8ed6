import { readdir, readFile } from 'node:fs/promises'

const ticksASecond = 100

type Stat = { parent: number; own: number; ended: number }

/** Processor time of a process in milliseconds, and of its children that have ended (proc(5): fields 4 and 14 to 17). */
async function statOf(pid: number | string): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const ms = (from: number) => (((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * 1000) / ticksASecond
  return { parent: fields[1] ?? 0, own: ms(11), ended: ms(13) }
}

/** Processor milliseconds that a process has used so far. Unlike a rate it hardly depends on who else uses the machine. */
export async function cpuMs(pid: number): Promise<number> {
  return (await statOf(pid))?.own ?? Number.NaN
}

/** The same of a PostgreSQL: its postmaster, everything below it, and what has ended. */
export async function postgresCpuMs(postmaster: number): Promise<number> {
  const own = await statOf(postmaster)
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf))
  const children = all.filter((stat) => stat?.parent === postmaster)
  return (own?.own ?? 0) + (own?.ended ?? 0) + children.reduce((sum, stat) => sum + (stat?.own ?? 0), 0)
}
