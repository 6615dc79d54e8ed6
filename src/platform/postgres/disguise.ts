import { chmod, readFile, stat } from 'node:fs/promises'
import type { Disguise } from './programs.ts'

type Account = { uid: number; gid: number }

const nobody: Account = { uid: 65534, gid: 65534 }

/** setpriv makes the kernel end PostgreSQL cleanly (SIGINT: fast shutdown) when the program dies, however it dies. */
const diesWithUs = ['setpriv', '--pdeathsig', 'INT', '--']

/**
 * The ways to run PostgreSQL here, best first. PostgreSQL refuses root, and initdb refuses a user id without an entry in /etc/passwd;
 * a user namespace cures both: inside it is somebody else, outside it keeps our rights, so it works below a 0700 folder of root too.
 */
export async function waysToRun(): Promise<Disguise[]> {
  if (process.platform !== 'linux') return [{ prefix: [] }]
  const uid = process.geteuid?.() ?? 0
  const accounts = await namedAccounts()
  if (uid !== 0 && accounts.some((account) => account.uid === uid)) return [{ prefix: diesWithUs }, { prefix: [] }]
  const inside = accounts.find((account) => account.uid !== 0) ?? nobody
  const unshare = ['unshare', '--user', `--map-user=${inside.uid}`, `--map-group=${inside.gid}`, '--']
  return [{ prefix: [...unshare, ...diesWithUs] }, { prefix: unshare }]
}

/**
 * Where root may not make user namespaces: PostgreSQL takes on the owner of the folder, or `nobody`, who is then let through it.
 * The user id is changed before setpriv runs, since the kernel forgets a death signal set earlier.
 */
export async function waysAsSomebodyElse(folder: string): Promise<Disguise[]> {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return []
  const owner = await stat(folder)
  if (owner.uid === 0) await chmod(folder, 0o711)
  const { uid, gid } = owner.uid === 0 ? nobody : owner
  return [
    { prefix: diesWithUs, uid, gid },
    { prefix: [], uid, gid },
  ]
}

async function namedAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : []
  })
}
