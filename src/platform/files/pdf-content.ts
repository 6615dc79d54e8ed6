import { promisify } from 'node:util'
import { constants, inflate } from 'node:zlib'
import { entryOf, type Loose } from './pdf-objects.ts'

/** Limits against files that are small on the wire and enormous in a viewer. */
export const limits = { pixels: 120_000_000, streamBytes: 64 * 1024 * 1024, allBytes: 512 * 1024 * 1024, containerBytes: 64 * 1024 * 1024 }

/** An opened-up file: its objects, and how much may still be inflated. */
export type Opened = { bytes: Buffer; objects: Map<number, Loose>; trailers: string[]; left: number }

/** The file would grow beyond all measure. */
export class TooMuch extends Error {}

const inflated = promisify(inflate)

/**
 * The bytes of a stream that is not packed or packed by deflate alone; undefined for other packings and for broken ones.
 * @throws TooMuch beyond the limits
 */
export async function contentOf(opened: Opened, { text, stream }: Loose): Promise<Buffer | undefined> {
  if (stream === undefined) return undefined
  const packed = opened.bytes.subarray(stream.start, stream.end)
  const filter = filterOf(text)
  if (filter === '') return packed
  if (filter !== '/FlateDecode' && filter !== '/Fl') return undefined
  try {
    const maxOutputLength = Math.min(limits.streamBytes, Math.max(opened.left, 1))
    // A sync flush takes streams whose last bytes are missing, as viewers do.
    const content = await inflated(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH })
    opened.left -= content.length
    return content
  } catch (error) {
    if (error instanceof RangeError) throw new TooMuch()
    return undefined
  }
}

/** The filters of a stream without brackets and spaces: '/FlateDecode', '/ASCII85Decode/FlateDecode', ''. */
export function filterOf(text: string): string {
  return (entryOf(text, 'Filter') ?? entryOf(text, 'F') ?? '').replace(/[[\]\s]/g, '')
}
