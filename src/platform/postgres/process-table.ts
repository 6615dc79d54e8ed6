import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The command line of a process, words joined by spaces; empty when the process is gone, undefined where the system does not tell. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  return asked('ps', ['-o', 'command=', '-p', String(pid)])
}

/** When a process began, as digits that differ when its pid is given out again; '0' when the system does not tell. */
export async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // The command's name may hold spaces and brackets: field 22 is counted from the last bracket.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '0'
  }
  const began = Date.parse(await asked('ps', ['-o', 'lstart=', '-p', String(pid)]))
  return Number.isNaN(began) ? '0' : String(began)
}

async function asked(command: string, args: string[]): Promise<string> {
  return run(command, args, { timeout: 5_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}
