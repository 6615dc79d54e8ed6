import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import type { DataKey } from '#platform/keys'

/**
 * The form of a stored file: head (magic 4, key id 4, salt 32), then frames of 64 KiB plain text with a 16-byte tag each,
 * AES-256-GCM. The key of a file is derived (HKDF-SHA-256) from the data key, the salt and the name it lies under, so bytes moved to
 * another name do not open. The nonce is the frame's number and whether it is the last: frames cannot be swapped, dropped or cut off.
 */
const magic = Buffer.from('LTF1')
const headLength = 40
const plainLength = 65_536
const tagLength = 16
const frameLength = plainLength + tagLength

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The bytes were changed, cut off, or lie under another name than they were stored under. */
export class DamagedFile extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DamagedFile'
  }
}

function fileKey(key: DataKey, salt: Buffer, name: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key.bytes, salt, `lien-thong file 1 ${name}`, 32)))
}

function nonceOf(frame: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(frame, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** Plain bytes to stored bytes, frame by frame. */
export async function* encrypted(plain: Chunks, key: DataKey, name: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(32)
  const head = Buffer.concat([magic, Buffer.alloc(4), salt])
  head.writeUInt32BE(key.id, 4)
  yield head
  const secret = fileKey(key, salt, name)
  let frame = 0
  const sealed = (bytes: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(frame, isLast)).setAAD(head)
    frame += 1
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
  let held: Buffer | undefined
  for await (const block of blocks(plain, plainLength)) {
    if (held !== undefined) yield sealed(held, false)
    held = block
  }
  yield sealed(held ?? Buffer.alloc(0), true)
}

/**
 * Stored bytes back to plain ones; a frame is handed out only after its tag was checked.
 * @throws DamagedFile – possibly after some whole frames were handed out
 */
export async function* decrypted(stored: Chunks, keyOf: (id: number) => DataKey, name: string): AsyncGenerator<Buffer> {
  let opened: Opened | undefined
  let frame = 0
  let held: Buffer | undefined
  for await (const block of blocks(stored, frameLength, headLength)) {
    if (opened === undefined) opened = openedHead(block, keyOf, name)
    else {
      if (held !== undefined) yield plainOf(held, opened, frame++, false)
      held = block
    }
  }
  if (opened === undefined || held === undefined) throw new DamagedFile('a stored file was cut off')
  yield plainOf(held, opened, frame, true)
}

type Opened = { head: Buffer; secret: KeyObject }

function openedHead(head: Buffer, keyOf: (id: number) => DataKey, name: string): Opened {
  if (head.length < headLength || !head.subarray(0, 4).equals(magic)) throw new DamagedFile('not a stored file')
  return { head, secret: fileKey(keyOf(head.readUInt32BE(4)), head.subarray(8), name) }
}

function plainOf(frame: Buffer, opened: Opened, no: number, isLast: boolean): Buffer {
  if (frame.length < tagLength) throw new DamagedFile('a stored file was cut off')
  const end = frame.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', opened.secret, nonceOf(no, isLast)).setAAD(opened.head)
  try {
    return Buffer.concat([decipher.setAuthTag(frame.subarray(end)).update(frame.subarray(0, end)), decipher.final()])
  } catch {
    throw new DamagedFile(`frame ${no} of a stored file does not open`)
  }
}

/** Cuts a stream into blocks of one size; only the last may be shorter, and the first may have a size of its own. */
export async function* blocks(stream: Chunks, size: number, first = size): AsyncGenerator<Buffer> {
  let wanted = first
  let parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of stream) {
    let rest = chunk
    while (held + rest.length >= wanted) {
      const missing = wanted - held
      yield Buffer.concat([...parts, rest.subarray(0, missing)], wanted)
      rest = rest.subarray(missing)
      parts = []
      held = 0
      wanted = size
    }
    if (rest.length > 0) {
      // Copied: whoever gave the chunk may reuse its memory.
      parts.push(Buffer.from(rest))
      held += rest.length
    }
  }
  if (held > 0) yield Buffer.concat(parts, held)
}
