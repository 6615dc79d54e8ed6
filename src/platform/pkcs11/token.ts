import { type Algorithm, type Bytes, digest, writeEcdsaValue } from '#platform/der'
import { type Cryptoki, openCryptoki, TokenError } from './cryptoki.ts'

export type TokenOptions = {
  /** Path of the token's library, such as `libsofthsm2.so`. */
  library: string
  /** Label of the token, and of the private key on it. */
  token: string
  key: string
  pin: string
}

/** A private key on a token. It never leaves it; signatures are made one after another. */
export type TokenKey = { sign(data: Bytes, algorithm: Algorithm): Promise<Bytes>; close(): void }

const attributes = { class: 0x0, label: 0x3 } as const
const privateKey = 0x3
const digestCodes: Readonly<Record<string, number>> = { sha256: 0x250, sha384: 0x260, sha512: 0x270 }
const maskCodes: Readonly<Record<string, number>> = { sha256: 2, sha384: 3, sha512: 4 }
const rsa: Readonly<Record<string, { plain: number; pss: number }>> = {
  sha256: { plain: 0x40, pss: 0x43 },
  sha384: { plain: 0x41, pss: 0x44 },
  sha512: { plain: 0x42, pss: 0x45 },
}
const rawEcdsa = 0x1041
const roomForValue = 1024

/** Opens a session on a token, logs in and finds the key. Throws TokenError with one sentence. */
export async function openTokenKey(options: TokenOptions): Promise<TokenKey> {
  const cryptoki = await openCryptoki(options.library)
  cryptoki.call('C_Initialize', null)
  const handle = cryptoki.longs(0)
  cryptoki.call('C_OpenSession', slotOf(cryptoki, options.token), 0x4, null, null, handle)
  const session = cryptoki.longAt(handle, 0)
  const pin = Buffer.from(options.pin)
  cryptoki.call('C_Login', session, 1, pin, pin.length)
  const key = findKey(cryptoki, session, options.key)
  let last: Promise<unknown> = Promise.resolve()
  return {
    sign: (data, algorithm) => {
      const mine = last.then(() => signWith(cryptoki, session, key, data, algorithm))
      last = mine.catch(() => undefined)
      return mine
    },
    close: () => cryptoki.call('C_CloseSession', session),
  }
}

function slotOf(cryptoki: Cryptoki, label: string): number {
  const count = cryptoki.longs(0)
  cryptoki.call('C_GetSlotList', 1, null, count)
  const slots = cryptoki.longs(...Array.from({ length: cryptoki.longAt(count, 0) }, () => 0))
  cryptoki.call('C_GetSlotList', 1, slots, count)
  for (let i = 0; i < cryptoki.longAt(count, 0); i++) {
    const info = Buffer.alloc(512)
    cryptoki.call('C_GetTokenInfo', cryptoki.longAt(slots, i), info)
    if (info.subarray(0, 32).toString('utf8').trimEnd() === label) return cryptoki.longAt(slots, i)
  }
  throw new TokenError(`no token named «${label}»`)
}

function findKey(cryptoki: Cryptoki, session: number, label: string): number {
  const kind = cryptoki.longs(privateKey)
  const name = Buffer.from(label)
  const wanted = [
    { type: attributes.class, value: kind, length: kind.length },
    { type: attributes.label, value: name, length: name.length },
  ]
  const [found, count] = [cryptoki.longs(0, 0), cryptoki.longs(0)]
  cryptoki.call('C_FindObjectsInit', session, wanted, wanted.length)
  cryptoki.call('C_FindObjects', session, found, 2, count)
  cryptoki.call('C_FindObjectsFinal', session)
  if (cryptoki.longAt(count, 0) !== 1)
    throw new TokenError(`exactly one private key named «${label}» expected, ${cryptoki.longAt(count, 0)} found`)
  return cryptoki.longAt(found, 0)
}

async function signWith(cryptoki: Cryptoki, session: number, key: number, data: Bytes, algorithm: Algorithm): Promise<Bytes> {
  const isCurve = algorithm.scheme === 'ecdsa'
  const input = Buffer.from(isCurve ? digest(algorithm.digest, data) : data)
  const [value, room] = [Buffer.alloc(roomForValue), cryptoki.longs(roomForValue)]
  cryptoki.call('C_SignInit', session, mechanismFor(cryptoki, algorithm), key)
  await cryptoki.later('C_Sign', session, input, input.length, value, room)
  const made = new Uint8Array(value.subarray(0, cryptoki.longAt(room, 0)))
  return isCurve ? writeEcdsaValue(made) : made
}

function mechanismFor(cryptoki: Cryptoki, { scheme, digest: name, saltLength = 32 }: Algorithm) {
  if (scheme === 'ecdsa') return { mechanism: rawEcdsa, parameter: null, length: 0 }
  const codes = rsa[name]
  const [hash, mask] = [digestCodes[name], maskCodes[name]]
  if (!codes || hash === undefined || mask === undefined) throw new TokenError(`no mechanism for ${scheme} with ${name}`)
  if (scheme === 'rsa-pkcs1') return { mechanism: codes.plain, parameter: null, length: 0 }
  const parameter = cryptoki.longs(hash, mask, saltLength)
  return { mechanism: codes.pss, parameter, length: parameter.length }
}
