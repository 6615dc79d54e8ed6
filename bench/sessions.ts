import { actorOf } from '#modules/directory'
import { openSession, rememberCitizen, type Session } from '#modules/identity'
import { type Ctx, contextFor } from '#platform/act'
import type { Id } from '#platform/id'
import { personCalled } from '#sandbox'
import { sessionCookie } from '#web'
import type { Install } from './install.ts'

/** Somebody who is signed in for real, with a row in the table of sessions: his cookie, and a context to act for him. */
export type SignedIn = { token: string; cookie: string; ctx: () => Ctx }

const device = 'bench'
const instant = () => new Date().toISOString()

/** An official with this login. */
export async function officialNamed(install: Install, login: string): Promise<SignedIn> {
  const { rows } = await install.admin.query<{ id: Id }>('select id from account where login = $1', [login])
  const account = rows[0]?.id
  if (account === undefined) throw new Error(`nobody signs in as ${login}`)
  return signedIn(install, await openSession(install.house, { account, kind: 'staff', device, now: instant() }))
}

/** A citizen of the played VNeID, known to the product as if she had come from there. */
export async function citizenNamed(install: Install, key: string): Promise<SignedIn> {
  const { name, number, bornOn, sex, residence, phone, email } = personCalled(key)
  const address = `${residence.detail}, ${residence.commune.name}, ${residence.commune.provinceName}`
  const claims = { issuer: device, subject: key, name, number, details: { bornOn, sex, address, phone, email } }
  const { account, party } = await rememberCitizen(install.house, claims, instant(), true)
  return signedIn(install, await openSession(install.house, { account, party, kind: 'citizen', device, now: instant() }))
}

async function signedIn({ house }: Install, { token, session }: { token: string; session: Session }): Promise<SignedIn> {
  const actor = await actorOf(house, session, instant())
  return { token, cookie: `${sessionCookie}=${token}`, ctx: () => contextFor(house, actor, instant()) }
}

/** What a browser holds after the first page: the visitor's cookie beside the session's, and the token of his forms. */
export async function withForms({ product }: Install, { cookie }: SignedIn, path: string): Promise<{ cookie: string; token: string }> {
  const page = await fetch(`${product.url}${path}`, { headers: { cookie, accept: 'text/html' } })
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1]
  const visitor = page.headers.getSetCookie()[0]?.split(';')[0]
  if (page.status !== 200 || token === undefined || visitor === undefined) throw new Error(`${path} answered ${page.status} without a form`)
  return { cookie: `${cookie}; ${visitor}`, token }
}
