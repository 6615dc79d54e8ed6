import { createHash, timingSafeEqual } from 'node:crypto'
import * as oidc from 'openid-client'
import { idAt } from '#platform/act'
import type { Instant } from '#platform/clock'
import { asActor } from '#platform/db'
import { type Id, isId } from '#platform/id'
import { gate, type House } from './house.ts'
import { newSecret } from './session.ts'
import { takeTicket, ticketRows } from './ticket.ts'
import { addressOf, type Checks, providerOf, type VneidClient } from './vneid.ts'

/** Between leaving for VNeID and coming back. */
export type Trip = Checks & { purpose: 'sign-in' | 'consent'; account?: Id; browserKey: string }

/**
 * Sends somebody to VNeID.
 * @returns the address, and a key for a short-lived cookie: only the browser that left may come back (no sign-in can be pushed on another)
 */
export async function leave(
  house: House,
  client: VneidClient,
  asked: Pick<Trip, 'purpose' | 'account'> & { scope: string; backTo: string },
  now: Instant,
): Promise<{ url: string; browserKey: string }> {
  const provider = await providerOf(client)
  const id = idAt(now)
  const checks = { state: `${id}.${oidc.randomState()}`, nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const browserKey = newSecret()
  const backTo = localPath(asked.backTo)
  const { purpose, account } = asked
  const url = await addressOf(provider, {
    redirect_uri: client.redirectUri,
    scope: asked.scope,
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
  })
  const kept: Trip = { ...checks, purpose, ...(account !== undefined && { account }), browserKey: hashed(browserKey) }
  await house.pool.trip([asActor(gate()), ...ticketRows(house.keys, id, kept, backTo, now)])
  return { url, browserKey }
}

/** Ends the trip that a return address belongs to; it opens once, in time, and for the browser that left. */
export async function comeBack(
  house: House,
  { returned, browserKey, now }: { returned: URL; browserKey: string; now: Instant },
  purpose: Trip['purpose'],
): Promise<(Trip & { backTo: string }) | undefined> {
  const id = returned.searchParams.get('state')?.split('.')[0]
  if (!isId(id)) return undefined
  const trip = await takeTicket<Trip>(house, id, purpose, now)
  if (trip === undefined || !timingSafeEqual(Buffer.from(trip.browserKey), Buffer.from(hashed(browserKey)))) return undefined
  return trip
}

/** A return address is our own, whatever host this process believes to have. */
export function returnedTo(client: VneidClient, callbackUrl: string | URL): URL {
  const url = new URL(client.redirectUri)
  url.search = new URL(callbackUrl, client.redirectUri).search
  return url
}

/** A path of this site; anything that a browser could read as another site leads home. */
function localPath(path: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
