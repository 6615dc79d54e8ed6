import { openSession } from '#modules/identity'
import { sessionCookie } from '#web'
import type { Install } from './install.ts'

/** The cookie of an official with this login, signed in for real: a row in the table of sessions. */
export async function officialCookie({ admin, house }: Install, login: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>('select id from account where login = $1', [login])
  const account = rows[0]?.id
  if (account === undefined) throw new Error(`nobody signs in as ${login}`)
  const { token } = await openSession(house, { account, kind: 'staff', device: 'bench', now: new Date().toISOString() })
  return `${sessionCookie}=${token}`
}
