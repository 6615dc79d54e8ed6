import { contentOf, filterOf, limits, type Opened, TooMuch } from './pdf-content.ts'
import { entryOf, type LooseObjects, looseObjects, mostObjects, plainNames, refOf, says } from './pdf-objects.ts'
import { textString } from './pdf-string.ts'
import { firstPageText } from './pdf-text.ts'
import { extentOf } from './picture.ts'

export type PdfLook =
  | { ok: true; titles: string[]; page: string[] }
  | { ok: false; fault: 'unreadable' | 'bomb' | 'locked' | 'too-many-pixels' }

// No deflate stream grows by more than this factor (zlib technical details).
const mostGrowth = 1032
const harmlessGrowth = 8 * 1024 * 1024

/**
 * A quick, tolerant look into a PDF that came from outside: is it one, is it locked, would it blow up a viewer, and what do its
 * metadata and its first page say. It never decides whether a paper is genuine: that is the strict reader's work.
 */
export async function lookIntoPdf(bytes: Buffer): Promise<PdfLook> {
  const found = looseObjects(bytes)
  if (found === undefined) return { ok: false, fault: 'bomb' }
  if (found.objects.size === 0 || bytes.lastIndexOf('startxref', undefined, 'latin1') < 0) return { ok: false, fault: 'unreadable' }
  if (isLocked(found)) return { ok: false, fault: 'locked' }
  const opened: Opened = { bytes, ...found, left: limits.allBytes }
  try {
    if (hasHugePicture(opened)) return { ok: false, fault: 'too-many-pixels' }
    await openContainers(opened)
    await measureStreams(opened)
    return { ok: true, titles: await metadataOf(opened), page: await firstPageText(opened) }
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, fault: 'bomb' }
    throw error
  }
}

/** The dictionaries that tell where everything begins: trailers, or the heads of cross-reference streams. */
export function headsOf({ objects, trailers }: LooseObjects): string[] {
  const heads = [...trailers]
  for (const { text } of objects.values()) if (says(text, 'Type', 'XRef')) heads.push(text)
  return heads
}

function isLocked(found: LooseObjects): boolean {
  return headsOf(found).some((head) => entryOf(head, 'Encrypt') !== undefined)
}

function hasHugePicture({ objects, bytes }: Opened): boolean {
  for (const { text, stream } of objects.values()) {
    if (stream === undefined || !says(text, 'Subtype', 'Image')) continue
    if (Number(entryOf(text, 'Width') ?? 0) * Number(entryOf(text, 'Height') ?? 0) > limits.pixels) return true
    if (filterOf(text) !== '/DCTDecode') continue
    const real = extentOf(bytes.subarray(stream.start, stream.end), 'image/jpeg')
    if (real !== undefined && real.width * real.height > limits.pixels) return true
  }
  return false
}

/** Objects that lie compressed in others come out beside the rest. */
async function openContainers(opened: Opened): Promise<void> {
  let room = limits.containerBytes
  for (const container of [...opened.objects.values()]) {
    if (container.stream === undefined || !says(container.text, 'Type', 'ObjStm')) continue
    const data = (await contentOf(opened, container))?.toString('latin1') ?? ''
    room -= data.length
    for (const [num, text] of contained(data, Number(entryOf(container.text, 'First') ?? 0))) {
      // What stands plainly in the file is an update of what lies in a container, or the same.
      if (!opened.objects.has(num)) opened.objects.set(num, { text: plainNames(text) })
    }
    if (room < 0 || opened.objects.size > mostObjects) throw new TooMuch()
  }
}

/** Numbers and texts of a container; places that do not grow are left out, so that no byte is read twice. */
function* contained(data: string, first: number): Generator<[number, string]> {
  const pairs: [number, number][] = []
  for (const [, num, offset] of data.slice(0, first).matchAll(/(\d{1,10})\s{1,20}(\d{1,10})(?!\d)/g)) {
    const start = first + Number(offset)
    if (start > (pairs.at(-1)?.[1] ?? -1)) pairs.push([Number(num), start])
  }
  for (const [place, [num, start]] of pairs.entries()) yield [num, data.slice(start, pairs[place + 1]?.[1])]
}

/** Streams that could grow large are inflated once to see whether they do. */
async function measureStreams(opened: Opened): Promise<void> {
  for (const loose of opened.objects.values()) {
    if (loose.stream === undefined || says(loose.text, 'Subtype', 'Image')) continue
    const filter = filterOf(loose.text)
    if (filter.split('FlateDecode').length > 2) throw new TooMuch()
    if ((loose.stream.end - loose.stream.start) * mostGrowth > harmlessGrowth) await contentOf(opened, loose)
  }
}

/** What title, subject, keywords and the XMP packet say. */
async function metadataOf(opened: Opened): Promise<string[]> {
  const texts: string[] = []
  for (const head of headsOf(opened).slice(0, 100)) {
    const info = opened.objects.get(refOf(entryOf(head, 'Info')) ?? -1)?.text ?? ''
    for (const key of ['Title', 'Subject', 'Keywords']) {
      const value = entryOf(info, key)
      if (value?.startsWith('(') || value?.startsWith('<')) texts.push(textString(value).slice(0, 10_000))
    }
  }
  for (const loose of opened.objects.values()) {
    if (texts.length > 400) break
    if (loose.stream === undefined || !says(loose.text, 'Type', 'Metadata')) continue
    const packet = (await contentOf(opened, loose))?.toString('utf8', 0, 100_000) ?? ''
    texts.push(packet.replace(/<[^<>]*>/g, '\n').replace(/\s*\n\s*/g, '\n'))
  }
  return texts.filter((text) => text.trim() !== '')
}
