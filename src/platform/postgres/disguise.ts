import { readFile, stat } from 'node:fs/promises'
import type { Disguise } from './programs.ts'

type Account = { uid: number; gid: number }

/** setpriv makes the kernel end PostgreSQL cleanly (SIGINT: fast shutdown) when the program dies, however it dies. */
const diesWithUs = ['setpriv', '--pdeathsig', 'INT', '--']

/**
 * The ways to run PostgreSQL here, best first. PostgreSQL refuses root, and initdb refuses a user id without an entry in /etc/passwd;
 * a user namespace cures both: inside it is somebody else, outside it keeps our rights, so it works below a 0700 folder of root too.
 * Without one, the owner of the folder or `nobody` is taken on.
 */
export async function waysToRun(folder: string): Promise<Disguise[]> {
  if (process.platform !== 'linux') return [{ prefix: [] }]
  const uid = process.geteuid?.() ?? 0
  const accounts = await namedAccounts()
  if (uid !== 0 && accounts.some((account) => account.uid === uid)) return [{ prefix: diesWithUs }, { prefix: [] }]
  const inside = accounts.find((account) => account.uid !== 0) ?? { uid: 65534, gid: 65534 }
  const unshare = ['unshare', '--user', `--map-user=${inside.uid}`, `--map-group=${inside.gid}`, '--']
  const namespaces = [{ prefix: [...unshare, ...diesWithUs] }, { prefix: unshare }]
  return uid === 0 ? [...namespaces, ...(await asSomebodyElse(folder, accounts))] : namespaces
}

/** The user id is changed before setpriv runs: the kernel forgets a death signal set earlier. */
async function asSomebodyElse(folder: string, accounts: Account[]): Promise<Disguise[]> {
  const { uid, gid } = await stat(folder)
  const nobody = accounts.find((account) => account.uid === 65534) ?? { uid: 65534, gid: 65534 }
  const other = uid === 0 ? nobody : { uid, gid }
  return [
    { prefix: diesWithUs, ...other },
    { prefix: [], ...other },
  ]
}

async function namedAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : []
  })
}
