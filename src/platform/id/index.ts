import { randomBytes, randomFillSync } from 'node:crypto'

/** A UUIDv7 in canonical form. Ids are made by the program, so that nothing waits for an answer of the database. */
export type Id = string

// Asking for randomness costs a call each time; a block serves many ids.
const block = Buffer.alloc(4_096)
let used = block.length

function sixteenRandomBytes(): Buffer {
  if (used === block.length) {
    randomFillSync(block)
    used = 0
  }
  used += 16
  return Buffer.from(block.subarray(used - 16, used))
}

let lastMs = 0
let sequence = 0

/**
 * Makes a UUIDv7 (RFC 9562 §5.7). Within one millisecond ids grow, so that rows of one act keep their order.
 * @param nowMs milliseconds since 1970; the process clock where none is given
 */
export function newId(nowMs: number = Date.now()): Id {
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = randomBytes(2).readUInt16BE() & 0x07ff
  } else sequence += 1
  const ms = lastMs + (sequence >> 12)
  const bytes = sixteenRandomBytes()
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | (sequence & 0x0fff), 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the shape of an id; asked before it reaches SQL. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && shape.test(text)
}

/** 128 random bits as 22 letters (base64url): for keys in QR codes and links, never derived from anything. */
export function newRandomKey(): string {
  return randomBytes(16).toString('base64url')
}
