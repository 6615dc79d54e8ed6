import { inflateRaw } from 'node:zlib'
import { ListProblem } from '../list-problem.ts'

type Member = { method: number; packed: number; size: number; at: number; flags: number }

const mostMembers = 2_000
const mostBytes = 64 * 1024 * 1024

/**
 * The members of a ZIP archive by name, opened one at a time. A member may not grow beyond 64 MB, whatever it says of itself: a few kilobytes
 * can pretend to be a workbook and unfold to gigabytes.
 * @throws ListProblem 'not-a-workbook' · 'workbook-too-big'
 */
export class Zip {
  private readonly bytes: Buffer
  private readonly members: ReadonlyMap<string, Member>

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.members = membersOf(bytes)
  }

  has(name: string): boolean {
    return this.members.has(name)
  }

  /** The text of a member; empty where there is none. */
  async text(name: string): Promise<string> {
    const member = this.members.get(name)
    if (member === undefined) return ''
    const packed = packedBytes(this.bytes, member)
    const plain = member.method === 0 ? packed : await inflated(packed)
    if (plain.length > mostBytes) throw new ListProblem('workbook-too-big')
    return plain.toString('utf8')
  }
}

const broken = (): ListProblem => new ListProblem('not-a-workbook')

function inflated(packed: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: mostBytes }, (error, plain) => {
      if (error === null) resolve(plain)
      else reject(new ListProblem('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'workbook-too-big' : 'not-a-workbook'))
    })
  })
}

/** PKWARE APPNOTE 4.3.16: the directory of an archive is found from its end. */
function membersOf(bytes: Buffer): Map<string, Member> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > mostMembers) throw new ListProblem('workbook-too-big')
  const found = new Map<string, Member>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken()
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    found.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

function packedBytes(bytes: Buffer, { at, packed, method, size, flags }: Member): Buffer {
  const isEncrypted = (flags & 1) === 1
  if (isEncrypted || (method !== 0 && method !== 8)) throw broken()
  if (size > mostBytes) throw new ListProblem('workbook-too-big')
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw broken()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) throw broken()
  return bytes.subarray(from, from + packed)
}
