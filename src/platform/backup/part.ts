import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Chunks, decrypted, encrypted } from '#platform/files'
import type { DataKey } from '#platform/keys'

/** A file of a backup: its name below the folder, how many bytes lie there, and their SHA-256. */
export type Part = { name: string; bytes: number; sha256: string }

/** Packs, encrypts and writes a stream; `syncParts` makes it last. Nothing of it ever lies whole in memory. */
export async function writePart(folder: string, name: string, key: DataKey, plain: AsyncIterable<Uint8Array>): Promise<Part> {
  const packed = createGzip({ level: 1 })
  return writeStored(folder, name, async (sink) => {
    await pipeline(plain, packed, (stream: AsyncIterable<Buffer>) => sink(encrypted(stream, key, name)))
  })
}

/** Copies bytes as they are: stored files are encrypted already. */
export async function writeCopy(folder: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Part> {
  return writeStored(folder, name, (sink) => sink(bytes))
}

async function writeStored(folder: string, name: string, work: (sink: (bytes: Chunks) => Promise<void>) => Promise<void>): Promise<Part> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(stream: Chunks): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await work((stream) => pipeline(measured(stream), createWriteStream(path, { mode: 0o600 })))
  return { name, bytes, sha256: hash.digest('hex') }
}

/** Makes written parts last. All together, because a disk syncs many files nearly as fast as one. */
export async function syncParts(folder: string, names: readonly string[]): Promise<void> {
  const waiting = [...names, ...new Set(names.map((name) => dirname(name)))]
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await syncPath(join(folder, name))
  }
  await Promise.all(Array.from({ length: 16 }, work))
}

/** A file or a folder. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  // Windows cannot sync what was opened for reading.
  if (process.platform !== 'win32') await handle.sync()
  await handle.close()
}

/** The plain bytes of a part. */
export async function readPart(folder: string, name: string, key: DataKey, into: NodeJS.WritableStream): Promise<void> {
  const opened = (stream: AsyncIterable<Buffer>) => decrypted(stream, () => key, name)
  await pipeline(createReadStream(join(folder, name)), opened, createGunzip(), into)
}

/** The same as an iterable, for parts that are read line by line. */
export function partBytes(folder: string, name: string, key: DataKey): AsyncIterable<Buffer> {
  const unpacked = createGunzip()
  const opened = (stream: AsyncIterable<Buffer>) => decrypted(stream, () => key, name)
  // A failure is thrown where the bytes are read.
  pipeline(createReadStream(join(folder, name)), opened, unpacked).catch((error: Error) => unpacked.destroy(error))
  return unpacked
}

/** What really lies there. */
export async function measurePart(folder: string, name: string): Promise<Part> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, name))) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

/** The lines of a byte stream. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = ''
  for await (const chunk of bytes) {
    held += decoder.decode(chunk, { stream: true })
    const lines = held.split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  if (held !== '') yield held
}
