import { createHash } from 'node:crypto'

/** The head of a chain at a moment: its last entry then. */
export type Head = { chain: string; seq: number; hash: string }

/** A head as it is hashed and stored: chain (16 bytes), number (4), hash (32). */
export const leafLength = 52

export function leafOf({ chain, seq, hash }: Head): Buffer {
  const leaf = Buffer.alloc(leafLength)
  leaf.write(chain.replaceAll('-', ''), 0, 16, 'hex')
  leaf.writeInt32BE(seq, 16)
  leaf.write(hash, 20, 32, 'hex')
  return leaf
}

/** Stored leaves back as heads. */
export function headsOf(leaves: Buffer): Head[] {
  return Array.from({ length: leaves.length / leafLength }, (_, n) => {
    const leaf = leaves.subarray(n * leafLength, (n + 1) * leafLength)
    const id = leaf.toString('hex', 0, 16)
    const chain = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
    return { chain, seq: leaf.readInt32BE(16), hash: leaf.toString('hex', 20) }
  })
}

/** Leaves and inner nodes are hashed under different first bytes, so that neither passes for the other (RFC 6962, 2.1). */
export function leafHash(leaf: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(leaf).digest()
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

/** The root over leaf hashes (RFC 6962, 2.1); of none, the hash of nothing. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes
  if (first === undefined) return createHash('sha256').digest()
  if (hashes.length === 1) return first
  const split = splitOf(hashes.length)
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

/** The hashes that lead from one leaf to the root, from below (RFC 6962, 2.1.1). */
export function pathTo(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length < 2) return []
  const split = splitOf(hashes.length)
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return index < split ? [...pathTo(index, left), rootOf(right)] : [...pathTo(index - split, right), rootOf(left)]
}

/** The root that a leaf and its path give. A path that is too long or too short gives another. */
export function rootBy(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  if (size < 2) return path.length === 0 ? leaf : Buffer.alloc(32)
  const split = splitOf(size)
  const other = path.at(-1)
  if (other === undefined) return Buffer.alloc(32)
  return index < split
    ? nodeHash(rootBy(leaf, index, split, path.slice(0, -1)), other)
    : nodeHash(other, rootBy(leaf, index - split, size - split, path.slice(0, -1)))
}

/** The largest power of two below a size. */
function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1))
}
