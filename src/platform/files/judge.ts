import { fileTypeFromBuffer } from 'file-type'
import type { Scan, Scanner } from './clamd.ts'
import { limits } from './pdf-content.ts'
import { lookIntoPdf } from './pdf-look.ts'
import { extentOf } from './picture.ts'

/** What may come in: what every browser shows and every office can print. Phones send JPEG instead of HEIC when a form asks for JPEG. */
const endings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
} as const

export type MediaType = keyof typeof endings

/** Why a file was not let in. */
export type FileFault =
  | 'empty'
  | 'too-big'
  | 'type-not-allowed'
  | 'ending-differs'
  | 'unreadable'
  | 'too-many-pixels'
  | 'bomb'
  | 'locked'
  | 'malware'

/** `titles` and `page`: what its metadata and its first page say, for whoever looks for words that may not come in. */
export type Judged =
  | { ok: true; mediaType: MediaType; ending: string; scan: 'clean' | 'unscanned'; titles: string[]; page: string[] }
  | { ok: false; fault: FileFault; found?: string }

export const largestFile = 52_428_800

function isMediaType(type: string): type is MediaType {
  return type in endings
}

/**
 * Looks at a file before anybody can read it: size, type by content, whether its name tells the truth, bombs, malware.
 * @param bytes the whole file
 * @param name as the sender called it; a name without an ending is given the right one
 * @param scanner undefined where none is configured: the file is then marked as not scanned
 */
export async function judge(bytes: Uint8Array, name: string, scanner?: Scanner): Promise<Judged> {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  if (bytes.length > largestFile) return { ok: false, fault: 'too-big' }
  const mediaType = await typeOf(bytes)
  if (mediaType === undefined) return { ok: false, fault: 'type-not-allowed' }
  const [ending = ''] = endings[mediaType]
  if (!endingAgrees(name, mediaType)) return { ok: false, fault: 'ending-differs', found: ending }
  const look = await lookInto(bytes, mediaType)
  if (!look.ok) return look
  const scan: Scan = (await scanner?.(bytes)) ?? { verdict: 'unscanned', reason: 'no scanner' }
  if (scan.verdict === 'malware') return { ok: false, fault: 'malware', found: scan.name }
  return { ok: true, mediaType, ending, scan: scan.verdict, titles: look.titles, page: look.page }
}

async function typeOf(bytes: Uint8Array): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100)).catch(() => undefined)
  return found !== undefined && isMediaType(found.mime) ? found.mime : undefined
}

function endingAgrees(name: string, mediaType: MediaType): boolean {
  const ending = /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || (endings[mediaType] as readonly string[]).includes(ending)
}

type Look = { ok: true; titles: string[]; page: string[] } | { ok: false; fault: FileFault }

async function lookInto(bytes: Uint8Array, mediaType: MediaType): Promise<Look> {
  if (mediaType === 'application/pdf') return lookIntoPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const extent = extentOf(bytes, mediaType)
  if (extent === undefined || extent.width === 0 || extent.height === 0) return { ok: false, fault: 'unreadable' }
  return extent.width * extent.height > limits.pixels ? { ok: false, fault: 'too-many-pixels' } : { ok: true, titles: [], page: [] }
}
