import { fileTypeFromBuffer } from 'file-type'

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

export type Judged =
  | { ok: true; mediaType: MediaType; ending: string; scan: 'clean' | 'unscanned' }
  | { ok: false; fault: FileFault; found?: string }

export const largestFile = 52_428_800

function isMediaType(type: string): type is MediaType {
  return type in endings
}

/**
 * Looks at a file before anybody can read it: size, type by content, whether its name tells the truth, bombs, malware.
 * @param bytes the whole file
 * @param name as the sender called it; a name without an ending is given the right one
 */
export async function judge(bytes: Uint8Array, name: string): Promise<Judged> {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  if (bytes.length > largestFile) return { ok: false, fault: 'too-big' }
  const mediaType = await typeOf(bytes)
  if (mediaType === undefined) return { ok: false, fault: 'type-not-allowed' }
  const [ending = ''] = endings[mediaType]
  if (!endingAgrees(name, mediaType)) return { ok: false, fault: 'ending-differs', found: ending }
  return { ok: true, mediaType, ending, scan: 'unscanned' }
}

async function typeOf(bytes: Uint8Array): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100))
  return found !== undefined && isMediaType(found.mime) ? found.mime : undefined
}

function endingAgrees(name: string, mediaType: MediaType): boolean {
  const ending = /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || (endings[mediaType] as readonly string[]).includes(ending)
}
