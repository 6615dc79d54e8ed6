import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { asRefusal, type Ctx, entryFor, idAt, Refusal } from '#platform/act'
import type { Instant } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement, stateOf } from '#platform/db'
import type { Id } from '#platform/id'
import { cleanInput } from '#platform/text'
import { clearFailures, credentialRow, useStep } from './credentials.ts'
import { stillSignedIn } from './end-session.ts'
import { gate, type House } from './house.ts'
import { openSessionWith } from './open-session.ts'
import { sealedAt } from './person.ts'
import type { Session } from './session.ts'
import { takeTicket, ticketRows } from './ticket.ts'

/** Where this install lives, as browsers see it: origin and host of PUBLIC_URL. A passkey works for that host only. */
export type Site = { origin: string; host: string }

/** EdDSA, ES256, RS256 (COSE numbers): what authenticators of today speak. */
const algorithms = [-8, -7, -257]

/** A passkey as it is kept, sealed. */
type Kept = { publicKey: string; transports: string[]; name: string }
type AddTicket = { purpose: 'passkey-add'; account: Id; challenge: string }
type InTicket = { purpose: 'passkey-in'; challenge: string }

export function siteOf(publicUrl: string): Site {
  const { origin, hostname } = new URL(publicUrl)
  return { origin, host: hostname }
}

/** What the browser needs to make a passkey for the signed-in official; the ticket comes back with its answer. */
export async function passkeyToAdd(ctx: Ctx, site: Site) {
  const [account, passkeys] = await ask(ctx.pool, gate(ctx.actor.id), [
    { text: "select login from account where id = $1 and kind = 'staff'", values: [ctx.actor.id] },
    { text: "select handle from credential where account_id = $1 and kind = 'passkey' and ended_at is null", values: [ctx.actor.id] },
  ])
  const [owner] = rowsOf<{ login: string }>(account)
  if (owner === undefined) throw new Refusal(403, 'not-yours')
  const options = await generateRegistrationOptions({
    rpName: 'Liên Thông',
    rpID: site.host,
    userName: owner.login,
    userID: new TextEncoder().encode(ctx.actor.id),
    excludeCredentials: rowsOf<{ handle: string }>(passkeys).map(({ handle }) => ({ id: handle })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const ticket = idAt(ctx.now)
  const kept: AddTicket = { purpose: 'passkey-add', account: ctx.actor.id, challenge: options.challenge }
  await ctx.pool.trip([asActor(gate(ctx.actor.id)), ...ticketRows(ctx.keys, ticket, kept, '/', ctx.now)])
  return { ticket, options }
}

/** Keeps the passkey that the browser made. False where the answer does not fit what was asked. */
export async function addPasskey(
  ctx: Ctx,
  site: Site,
  { ticket, response, name }: { ticket: Id; response: RegistrationResponseJSON; name: string },
): Promise<boolean> {
  const asked = await takeTicket<AddTicket>(ctx, ticket, 'passkey-add', ctx.now)
  if (asked === undefined || asked.account !== ctx.actor.id) return false
  const made = await orUndefined(() =>
    verifyRegistrationResponse({ response, ...expected(asked.challenge, site), supportedAlgorithmIDs: algorithms }),
  )
  if (made?.verified !== true) return false
  const { id, publicKey, counter, transports } = made.registrationInfo.credential
  const kept: Kept = {
    publicKey: Buffer.from(publicKey).toString('base64url'),
    transports: transports ?? [],
    name: cleanInput(name).slice(0, 60),
  }
  const statements = [
    credentialRow(ctx.keys, ctx.actor.id, 'passkey', kept, ctx.now, { handle: id, lastStep: counter }),
    entryFor(ctx.keys, ctx.actor.id, 'passkey.added', null, ctx.now, { name: kept.name }),
  ]
  const isKnown = (error: unknown) => stateOf(error) === '23505'
  return (await orUndefined(() => store(ctx, statements).then(() => true), isKnown)) ?? false
}

/** What the browser needs to ask for a passkey; which one, it finds itself: no login is typed. */
export async function passkeyToEnter({ pool, keys }: House, site: Site, now: Instant) {
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' })
  const ticket = idAt(now)
  const kept: InTicket = { purpose: 'passkey-in', challenge: options.challenge }
  await pool.trip([asActor(gate()), ...ticketRows(keys, ticket, kept, '/', now)])
  return { ticket, options }
}

const passkeyCalled = `select c.id, c.account_id, c.secret, c.last_step, s.disabled from credential c
  join account_state s on s.account_id = c.account_id where c.handle = $1 and c.kind = 'passkey' and c.ended_at is null`
type Row = { id: Id; account_id: Id; secret: Buffer; last_step: bigint; disabled: boolean }

/**
 * Lets an official in by a passkey. The authenticator has checked finger, face or PIN, so it stands for both factors, and a lock-out
 * after wrong passwords does not concern it. Undefined where it is unknown or does not fit.
 */
export async function enterByPasskey(
  house: House,
  site: Site,
  { ticket, response, device, now }: { ticket: Id; response: AuthenticationResponseJSON; device: string; now: Instant },
): Promise<{ token: string; session: Session } | undefined> {
  const asked = await takeTicket<InTicket>(house, ticket, 'passkey-in', now)
  const [answer] = await ask(house.pool, gate(), [{ text: passkeyCalled, values: [String(response.id)] }])
  const [row] = rowsOf<Row>(answer)
  if (asked === undefined || row === undefined || row.disabled) return undefined
  const { publicKey } = house.keys.openJson<Kept>(row.secret, sealedAt.credential)
  const credential = { id: response.id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: Number(row.last_step) }
  const shown = await orUndefined(() => verifyAuthenticationResponse({ response, ...expected(asked.challenge, site), credential }))
  if (shown?.verified !== true) return undefined
  const counter = shown.authenticationInfo.newCounter
  // Authenticators that synchronise keep no counter and always say 0.
  const before = [...(counter > 0 ? [useStep(row.id, counter)] : []), clearFailures(row.account_id)]
  // Two answers with one counter: the second moves nothing on and lets nobody in.
  return orUndefined(() => openSessionWith(house, { account: row.account_id, kind: 'staff', device, now }, before), isUsed)
}

export type Passkey = { id: Id; name: string; createdAt: Instant }

/** The actor's own passkeys, oldest first. */
export async function passkeysOf(ctx: Ctx): Promise<Passkey[]> {
  const rows = await ctx.db
    .selectFrom('credential')
    .where('account_id', '=', ctx.actor.id)
    .where('kind', '=', 'passkey')
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .select(['id', 'secret', 'created_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: ctx.keys.openJson<Kept>(row.secret, sealedAt.credential).name,
    createdAt: row.created_at,
  }))
}

/** Takes one of the actor's own passkeys out of use. */
export async function removePasskey(ctx: Ctx, id: Id): Promise<void> {
  const remove = `with gone as (update credential set ended_at = $3
    where id = $1 and account_id = $2 and kind = 'passkey' and ended_at is null returning 1)
    select refuse_unless(count(*) = 1, 'no-such-passkey') from gone`
  await store(ctx, [
    { text: remove, values: [id, ctx.actor.id, ctx.now] },
    entryFor(ctx.keys, ctx.actor.id, 'passkey.removed', id, ctx.now, {}),
  ])
}

async function store(ctx: Ctx, statements: readonly Statement[]): Promise<void> {
  try {
    await ctx.pool.trip([asActor(gate(ctx.actor.id)), ...stillSignedIn(ctx), ...statements])
  } catch (error) {
    throw asRefusal(error)
  }
}

function expected(challenge: string, { origin, host }: Site) {
  return { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: host }
}

const isUsed = (error: unknown) => stateOf(error) === 'LT409'

/** The library throws for every answer that does not fit; here that is simply a no. */
async function orUndefined<T>(check: () => Promise<T>, isNo: (error: unknown) => boolean = () => true): Promise<T | undefined> {
  try {
    return await check()
  } catch (error) {
    if (isNo(error)) return undefined
    throw error
  }
}
