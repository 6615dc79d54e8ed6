import type { Ctx } from '#platform/act'
import { Refusal } from '#platform/act'
import type { Instant } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { rememberCitizen, subjectKey } from './citizen.ts'
import { gate, type House } from './house.ts'
import { partiesFor } from './parties.ts'
import type { Party } from './person.ts'
import { claimsOf, exchange, providerOf, signInScope, type VneidClient } from './vneid.ts'
import { comeBack, leave, returnedTo } from './vneid-trip.ts'

export type Arrival = { callbackUrl: string | URL; browserKey: string; now: Instant }

/** Why somebody who came back from VNeID is not let in: did not share, came too late or twice, is no level-2 account, or it failed. */
export type NotLetIn = { ok: false; problem: 'declined' | 'stale' | 'level' | 'failed'; backTo: string }
export type LetIn = { ok: true; account: Id; party: Id; parties: Party[]; backTo: string }

/**
 * Begins a sign-in with VNeID: code with PKCE, nonce and state, pushed where the provider offers it.
 * @param backTo path of this site to which the person returns afterwards
 * @throws Refusal 503 where VNeID does not answer
 */
export function beginVneid(
  house: House,
  { backTo, now, ...client }: VneidClient & { backTo: string; now: Instant },
): Promise<{ url: string; browserKey: string }> {
  return leave(house, client, { purpose: 'sign-in', backTo, scope: signInScope }, now)
}

/**
 * Lets in who comes back from VNeID: knows the person by the citizen number or makes person and account, and notes for whom the
 * account acts. The caller opens the session for `party`.
 */
export async function finishVneid(house: House, client: VneidClient, { callbackUrl, browserKey, now }: Arrival): Promise<LetIn | NotLetIn> {
  const returned = returnedTo(client, callbackUrl)
  const trip = await comeBack(house, { returned, browserKey, now }, 'sign-in')
  if (trip === undefined) return { ok: false, problem: 'stale', backTo: '/' }
  const { backTo } = trip
  const provider = await providerOf(client)
  const exchanged = await exchange(provider, returned, trip)
  if (typeof exchanged === 'string') return { ok: false, problem: exchanged, backTo }
  if (!exchanged.mayFile) return { ok: false, problem: 'level', backTo }
  const claims = await claimsOf(provider, client.issuer, exchanged)
  if (claims === undefined) return { ok: false, problem: 'failed', backTo }
  const { account, party } = await rememberCitizen(house, claims, now)
  return { ok: true, account, party, parties: await partiesFor(house, account, now), backTo }
}

/**
 * Asks a signed-in citizen for one more consent, such as a paper in the wallet of VNeID.
 * @param scope what is asked for, e.g. 'vi.giay_chung_sinh'
 */
export function beginConsent(
  ctx: Ctx,
  { scope, backTo, ...client }: VneidClient & { scope: string; backTo: string },
): Promise<{ url: string; browserKey: string }> {
  return leave(ctx, client, { purpose: 'consent', account: ctx.actor.id, backTo, scope: `openid ${scope}` }, ctx.now)
}

/**
 * Gives the access token that a consent opened: for this one look, never stored.
 * @throws Refusal 403 where another person than the one signed in here has consented
 */
export async function finishConsent(
  ctx: Ctx,
  client: VneidClient,
  arrival: Omit<Arrival, 'now'>,
): Promise<{ ok: true; accessToken: string; backTo: string } | NotLetIn> {
  const returned = returnedTo(client, arrival.callbackUrl)
  const trip = await comeBack(ctx, { returned, browserKey: arrival.browserKey, now: ctx.now }, 'consent')
  if (trip === undefined || trip.account !== ctx.actor.id) return { ok: false, problem: 'stale', backTo: '/' }
  const exchanged = await exchange(await providerOf(client), returned, trip)
  if (typeof exchanged === 'string') return { ok: false, problem: exchanged, backTo: trip.backTo }
  const same = 'select from external_identity where issuer = $1 and subject_key = $2 and account_id = $3'
  const values = [client.issuer, subjectKey(ctx.keys, exchanged.subject), ctx.actor.id]
  const [answer] = await ask(ctx.pool, gate(ctx.actor.id), [{ text: same, values }])
  if (rowsOf(answer).length === 0) throw new Refusal(403, 'another-person')
  return { ok: true, accessToken: exchanged.accessToken, backTo: trip.backTo }
}
