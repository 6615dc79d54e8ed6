import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

export type Purpose = 'seal' | 'look-up' | 'file' | 'checkpoint'

/** A data key in the clear: lives in memory only. */
export type DataKey = { id: number; purpose: Purpose; bytes: Buffer }

const version = 1
const ivLength = 12
const tagLength = 16
const headLength = 5

/** Makes 32 random bytes for a purpose. */
export function newDataKey(id: number, purpose: Purpose): DataKey {
  return { id, purpose, bytes: randomBytes(32) }
}

/** A data key as it lies in the database: encrypted under the master key, bound to its id and purpose. */
export function wrapped(key: DataKey, master: Buffer): Buffer {
  return encrypted(key.bytes, master, `data-key ${key.id} ${key.purpose}`)
}

/** @throws when the master key is another one or the row was changed */
export function unwrapped(row: { id: number; purpose: Purpose; wrapped: Uint8Array }, master: Buffer): DataKey {
  return { id: row.id, purpose: row.purpose, bytes: decrypted(Buffer.from(row.wrapped), master, `data-key ${row.id} ${row.purpose}`) }
}

// Node takes bytes for a key as well, but then it first fails to read them as a key object, which costs three times the encryption itself.
const secrets = new WeakMap<Buffer, KeyObject>()

function secretOf(bytes: Buffer): KeyObject {
  const known = secrets.get(bytes) ?? createSecretKey(bytes)
  secrets.set(bytes, known)
  return known
}

function encrypted(plain: Uint8Array, key: Buffer, context: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv).setAAD(Buffer.from(context))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypted(bytes: Buffer, key: Buffer, context: string): Buffer {
  const tag = bytes.subarray(bytes.length - tagLength)
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), bytes.subarray(0, ivLength)).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(ivLength, bytes.length - tagLength)), decipher.final()])
}

/**
 * Seals what must not lie readable on disk, and makes keyed hashes by which it is found again.
 * A sealed value is version (1 byte), key id (4), nonce (12), ciphertext, tag (16): AES-256-GCM. `context` says where the value
 * lives ('person.name'), so that it cannot be moved to another column.
 */
export class Keyring {
  private readonly keys = new Map<number, DataKey>()
  private readonly newest = new Map<Purpose, DataKey>()

  constructor(keys: readonly DataKey[]) {
    for (const key of keys) this.add(key)
  }

  /** Takes in a key made by a rotation: it opens what others have sealed with it already, and seals nothing yet. */
  learn(key: DataKey): void {
    this.keys.set(key.id, key)
  }

  knows(id: number): boolean {
    return this.keys.has(id)
  }

  /** Takes in a key; from now on it seals, where it is the newest of its purpose. */
  add(key: DataKey): void {
    this.learn(key)
    if (key.id > (this.newest.get(key.purpose)?.id ?? -1)) this.newest.set(key.purpose, key)
  }

  /** The key that a purpose uses now. */
  current(purpose: Purpose): DataKey {
    const key = this.newest.get(purpose)
    if (key === undefined) throw new Error(`there is no data key for ${purpose}`)
    return key
  }

  /** Every key of a purpose, oldest first. */
  all(purpose: Purpose): DataKey[] {
    return [...this.keys.values()].filter((key) => key.purpose === purpose).sort((a, b) => a.id - b.id)
  }

  /** A key by its id, as files name it. */
  byId(id: number): DataKey {
    const key = this.keys.get(id)
    if (key === undefined) throw new Error(`data key ${id} is not known here`)
    return key
  }

  seal(plain: string | Uint8Array, context: string): Buffer {
    const key = this.current('seal')
    const head = Buffer.alloc(headLength)
    head.writeUInt8(version, 0)
    head.writeUInt32BE(key.id, 1)
    return Buffer.concat([head, encrypted(typeof plain === 'string' ? Buffer.from(plain) : plain, key.bytes, context)])
  }

  /** @throws when the value was changed, moved, or sealed under a key that is not here */
  open(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < headLength + ivLength + tagLength || bytes.readUInt8(0) !== version)
      throw new Error(`not a sealed value (${context})`)
    return decrypted(bytes.subarray(headLength), this.byId(bytes.readUInt32BE(1)).bytes, context)
  }

  openText(sealed: Uint8Array, context: string): string {
    return this.open(sealed, context).toString('utf8')
  }

  /** Seals any JSON value. */
  sealJson(value: unknown, context: string): Buffer {
    return this.seal(JSON.stringify(value), context)
  }

  /** Opens what `sealJson` sealed; the caller knows the shape because it sealed it. */
  openJson<T>(sealed: Uint8Array, context: string): T {
    return JSON.parse(this.openText(sealed, context)) as T
  }

  /** A keyed hash (HMAC-SHA-256) to find equal values by; without the key nothing can be tried against it. */
  lookUpKey(kind: string, value: string): Buffer {
    return createHmac('sha256', secretOf(this.current('look-up').bytes))
      .update(kind)
      .update('\0')
      .update(value)
      .digest()
  }

  /** The same cut to 64 bits, for the word index. */
  wordKey(word: string): bigint {
    return this.lookUpKey('word', word).readBigInt64BE(0)
  }

  /** Which key sealed a value; a rotation re-seals what is not under the newest. */
  keyIdOf(sealed: Uint8Array): number {
    return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).readUInt32BE(1)
  }
}
