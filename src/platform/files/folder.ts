import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Chunks } from './frames.ts'
import { assertKey, type Lying, NoSuchFile, type Shelf, StorageProblem } from './shelf.ts'

const unfinished = '.unfinished'

/**
 * A shelf in a folder. Bytes are written under a name of their own, synced, and renamed; then the folder is synced too, so that what
 * was acknowledged survives a power cut. What a killed process left unfinished is swept when the shelf is opened.
 */
export async function folderShelf(root: string): Promise<Shelf> {
  await mkdir(join(root, unfinished), { recursive: true, mode: 0o700 })
  await sweepUnfinished(join(root, unfinished))
  const pathOf = (key: string): string => {
    assertKey(key)
    return join(root, ...key.split('/'))
  }
  return {
    write: (key, bytes) => write(root, pathOf(key), bytes),
    read: (key) => read(key, pathOf(key)),
    remove: async (key) => {
      await rm(pathOf(key), { force: true })
    },
    list: (prefix) => list(root, prefix),
    check: () => write(root, join(root, unfinished, 'check'), [Buffer.from('.')]),
  }
}

async function write(root: string, path: string, bytes: Chunks): Promise<void> {
  const draft = join(root, unfinished, `${process.pid}-${randomBytes(12).toString('hex')}`)
  let handle: FileHandle | undefined
  try {
    handle = await open(draft, 'wx', 0o600)
    for await (const chunk of bytes) await writeWhole(handle, chunk)
    await handle.sync()
    await handle.close()
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(draft, path)
    await syncFolder(dirname(path))
    if (made !== undefined) await syncFolders(dirname(dirname(path)), root)
  } catch (error) {
    await handle?.close().catch(() => {})
    await rm(draft, { force: true })
    throw asProblem(error)
  }
}

async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, done)
    done += bytesWritten
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  // Windows cannot sync a folder; its rename is journalled.
  if (process.platform !== 'win32') await handle.sync()
  await handle.close()
}

/** Folders that were made anew are entries of their parents. */
async function syncFolders(from: string, root: string): Promise<void> {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    await syncFolder(folder)
    if (folder === root) return
  }
}

async function read(key: string, path: string): Promise<AsyncIterable<Uint8Array>> {
  await stat(path).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new NoSuchFile(key) : asProblem(error)
  })
  return reading(path)
}

/** Opened only when somebody reads, and closed when he stops: no descriptor is left over. */
async function* reading(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 1 << 18 })
}

async function* list(root: string, prefix: string): AsyncGenerator<Lying> {
  const start = join(root, ...prefix.split('/').slice(0, -1))
  const entries = await readdir(start, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(start, entry.name)
    const key = relative(root, path).split(sep).join('/')
    if (entry.name.startsWith('.') || !(key.startsWith(prefix) || prefix.startsWith(`${key}/`))) continue
    if (entry.isDirectory()) yield* list(root, `${key}/`)
    else {
      const found = await stat(path).catch(() => undefined)
      if (found !== undefined) yield { key, at: found.mtime.toISOString(), size: found.size }
    }
  }
}

const dayMs = 86_400_000

/** What no living process of this machine writes (the name says who did), and whatever is older than a day. */
async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs
    if (isAlive(Number(name.split('-')[0])) && age < dayMs) continue
    await rm(path, { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function asProblem(error: unknown): unknown {
  const code = codeOf(error)
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new StorageProblem('disk-full', error)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new StorageProblem('not-writable', error)
  return error
}
