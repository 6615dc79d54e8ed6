import type { MultipartFile } from '@fastify/multipart'
import { Refusal } from '#platform/act'
import { largestFile } from '#platform/files'
import type { Req } from '#platform/http'
import { cleanInput } from '#platform/text'

/** A file to be checked: it lives in memory as long as the request. */
export type TakenFile = { name: string; bytes: Uint8Array }

/** At most so many files of up to 50 MB lie in memory at once; whoever comes then is asked to wait. */
const mostAtOnce = 4
let under = 0

/**
 * Lets a file be taken and judged while there is room in memory.
 * @throws Refusal 503 'verify-busy' while others fill it
 */
export async function inRoom<T>(work: () => Promise<T>): Promise<T> {
  if (under >= mostAtOnce) throw new Refusal(503, 'verify-busy')
  under += 1
  try {
    return await work()
  } finally {
    under -= 1
  }
}

/**
 * Reads the form that carries one file.
 * @returns undefined where no file was chosen
 * @throws Refusal 403 for a form of another origin · 413
 */
export async function fileOfForm(req: Req): Promise<TakenFile | undefined> {
  let isOurs = req.isOurForm(req.headers['x-form-token'])
  for await (const part of req.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === '_csrf') isOurs = req.isOurForm(part.value)
      continue
    }
    // The token stands before the file in the form: a stranger's file is not read.
    if (!isOurs) throw new Refusal(403, 'form-token')
    const taken = await taking(part)
    if (taken.bytes.length > 0) return taken
  }
  if (!isOurs) throw new Refusal(403, 'form-token')
  return undefined
}

async function taking({ file, filename }: MultipartFile): Promise<TakenFile> {
  return { name: cleanInput(filename.split(/[\\/]/).at(-1) ?? '').slice(0, 120), bytes: await allOf(file) }
}

/** Every byte of a stream. @throws Refusal 413 beyond 50 MB */
export async function allOf(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    length += chunk.length
    if (length > largestFile) throw new Refusal(413, 'paper-too-big')
    chunks.push(chunk)
  }
  if ('truncated' in stream && stream.truncated === true) throw new Refusal(413, 'paper-too-big')
  return Buffer.concat(chunks)
}

/** Whether it can be a PDF at all: the mark stands within the first kilobyte. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
}
