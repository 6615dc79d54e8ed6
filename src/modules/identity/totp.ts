import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { epochMs, type Instant } from '#platform/clock'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30
const digits = 6
/** One step before and after: clocks of telephones go astray. */
const tolerance = 1

/** A new secret, 160 bits in base32 as authenticator apps take it. */
export function newTotpSecret(): string {
  return base32(randomBytes(20))
}

/** The code of an instant (RFC 6238: HMAC-SHA-1, 30 s, six digits). */
export function totpAt(secret: string, now: Instant): string {
  return codeOf(secret, stepAt(now))
}

/** The step whose code this is, a step before or after now included; undefined for a wrong code. A step used once is refused later. */
export function stepOfCode(secret: string, code: string, now: Instant): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, ''))
  const middle = stepAt(now)
  let found: number | undefined
  for (let step = middle - tolerance; step <= middle + tolerance; step += 1) {
    const expected = Buffer.from(codeOf(secret, step))
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step
  }
  return found
}

/** The address that an authenticator app reads from a QR code. */
export function totpAddress(secret: string, login: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function stepAt(now: Instant): number {
  return Math.floor(epochMs(now) / 1000 / stepSeconds)
}

function codeOf(secret: string, step: number): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}
