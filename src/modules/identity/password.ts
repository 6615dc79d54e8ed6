import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** A password as it is kept (sealed besides): scrypt with the parameters it was made under, so that they may grow. */
export type PasswordHash = {
  n: number
  r: number
  p: number
  salt: string
  hash: string
  /** Given out by an administrator: it lets in once, to choose another. */
  oneTimeUntil?: string
}

/** OWASP's figure for scrypt at r = 8, p = 3; about 0.1 s and 16 MB each. */
const cost = { n: 2 ** 14, r: 8, p: 3 }
export const shortestPassword = 12
const longestPassword = 200

/** Makes the hash of a password under today's parameters. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return { ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') }
}

/** Whether a password is the one behind a hash. Takes as long for a wrong one; without a hash (unknown login) likewise, and is false. */
export async function isPassword(password: string, kept: PasswordHash | undefined): Promise<boolean> {
  const against = kept ?? { ...cost, salt: randomBytes(16).toString('base64'), hash: randomBytes(32).toString('base64') }
  const hash = await derive(password.slice(0, longestPassword), Buffer.from(against.salt, 'base64'), against)
  return timingSafeEqual(hash, Buffer.from(against.hash, 'base64')) && kept !== undefined
}

/** What is wrong with a new password: length, or that it repeats the login. Composition rules only make worse passwords. */
export function passwordProblem(password: string, login: string): 'too-short' | 'too-long' | 'like-login' | undefined {
  if ([...password].length < shortestPassword) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  return password.toLowerCase().includes(login.toLowerCase()) ? 'like-login' : undefined
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be read out once: four groups of five, no letter that looks like a digit (99 bits). */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => readable[randomInt(readable.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

function derive(password: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard may arrive composed otherwise.
    scrypt(password.normalize('NFC'), salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
