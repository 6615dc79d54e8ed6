import * as oidc from 'openid-client'
import { Refusal } from '#platform/act'
import { cleanInput, parsePartialDate } from '#platform/text'
import type { CitizenClaims } from './citizen.ts'
import type { PersonDetails } from './person.ts'

/** How this install is known to VNeID. */
export type VneidClient = { issuer: string; clientId: string; clientSecret: string; redirectUri: string }

/** The account level that filing asks for: identified by biometrics. */
const filingLevel = 'urn:vneid:loa:2'
const answerWithinSeconds = 10

/** What a sign-in asks to be told; the provider shares nothing else. */
export const signInScope = 'openid profile address phone email to_chuc'

const known = new Map<string, Promise<oidc.Configuration>>()

/**
 * The provider's addresses and keys, asked once in a process.
 * @throws Refusal 503 where VNeID does not answer
 */
export function providerOf({ issuer, clientId, clientSecret }: VneidClient): Promise<oidc.Configuration> {
  const name = JSON.stringify([issuer, clientId, clientSecret])
  const asked = known.get(name) ?? discover(issuer, clientId, clientSecret)
  known.set(name, asked)
  asked.catch(() => known.delete(name))
  return asked
}

async function discover(issuer: string, clientId: string, clientSecret: string): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  // Only the played VNeID on this machine speaks without TLS.
  const plain = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return asking(() =>
    oidc.discovery(url, clientId, clientSecret, undefined, {
      timeout: answerWithinSeconds,
      ...(plain && { execute: [oidc.allowInsecureRequests] }),
    }),
  )
}

/** The address to which a person is sent; the request travels behind the browser's back where the provider takes it so. */
export async function addressOf(provider: oidc.Configuration, parameters: Record<string, string>): Promise<string> {
  const pushes = provider.serverMetadata().pushed_authorization_request_endpoint !== undefined
  const asked = { ...parameters, acr_values: filingLevel }
  const url = pushes ? await asking(() => oidc.buildAuthorizationUrlWithPAR(provider, asked)) : oidc.buildAuthorizationUrl(provider, asked)
  return url.href
}

export type Exchanged = { accessToken: string; subject: string; mayFile: boolean }
export type Checks = { state: string; nonce: string; verifier: string }

/**
 * Takes the code of a return address to VNeID for tokens.
 * @returns 'declined' where the person did not share, 'failed' where the answer does not fit what was asked
 * @throws Refusal 503 where VNeID does not answer
 */
export async function exchange(
  provider: oidc.Configuration,
  returned: URL,
  { state, nonce, verifier }: Checks,
): Promise<Exchanged | 'declined' | 'failed'> {
  try {
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await oidc.authorizationCodeGrant(provider, returned, checks)
    const claims = tokens.claims()
    if (claims === undefined) return 'failed'
    return { accessToken: tokens.access_token, subject: claims.sub, mayFile: claims.acr === filingLevel }
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'declined' : 'failed'
    if (isSilence(error)) throw unreachable(error)
    if (error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError) return 'failed'
    throw error
  }
}

/** Asks who the person is. Only what forms need is taken over, cleaned; undefined where a claim that must be there is not. */
export async function claimsOf(
  provider: oidc.Configuration,
  issuer: string,
  { accessToken, subject }: Exchanged,
): Promise<CitizenClaims | undefined> {
  const told = await asking(() => oidc.fetchUserInfo(provider, accessToken, subject))
  const text = (claim: string): string | undefined => {
    const value = told[claim]
    return typeof value === 'string' && value.trim() !== '' ? cleanInput(value).slice(0, 300) : undefined
  }
  const name = text('HoVaTen')
  const number = text('SoDinhDanh')
  if (name === undefined || number === undefined || !/^\d{12}$/.test(number)) return undefined
  const claims = { issuer, subject, name, number, details: detailsFrom(text) }
  if (text('LoaiTaiKhoan') !== '2') return claims
  const organisation = { name: text('TenDoanhNghiep'), taxCode: text('MaSoThue'), role: roles.get(text('VaiTro') ?? '') }
  const { name: called, taxCode, role } = organisation
  if (called === undefined || taxCode === undefined || role === undefined) return undefined
  return { ...claims, actsFor: { name: called, taxCode, role } }
}

const roles = new Map([
  ['NguoiDaiDien', 'representative' as const],
  ['NguoiDuocUyQuyen', 'delegate' as const],
])

function detailsFrom(text: (claim: string) => string | undefined): PersonDetails {
  const bornOn = parsePartialDate(text('NgaySinh') ?? '')
  const sex = new Map([
    ['Nam', 'male' as const],
    ['Nữ', 'female' as const],
  ]).get(text('GioiTinh') ?? '')
  const address = text('DiaChi')
  const phone = text('SoDienThoai')
  const email = text('ThuDienTu')
  return {
    ...(bornOn !== null && { bornOn }),
    ...(sex !== undefined && { sex }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  }
}

async function asking<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    throw unreachable(error)
  }
}

function unreachable(cause: unknown): Refusal {
  return Object.assign(new Refusal(503, 'vneid-unreachable'), { cause })
}

/** No answer in time, no connection, a server's own error: worth another try later. */
function isSilence(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500
  if (error instanceof oidc.ClientError)
    return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT' || (error.cause instanceof Response && error.cause.status >= 500)
  return error instanceof TypeError
}
