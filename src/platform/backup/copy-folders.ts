import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { BackupProblem } from './problem.ts'

type Entry = { path: string; size: number; mode: number }

/** A folder as one stream: for each file the length of a line, the line (path, size, mode), then its bytes. A missing folder is empty. */
export async function* packedFolder(root: string): AsyncGenerator<Buffer> {
  for await (const path of filesBelow(root)) {
    const { size, mode } = await stat(path)
    const line = Buffer.from(JSON.stringify({ path: relative(root, path).split(sep).join('/'), size, mode: mode & 0o777 } satisfies Entry))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(line.length)
    yield Buffer.concat([length, line])
    // A file that grows while it is read is cut where it ended when its size was told.
    if (size > 0) yield* createReadStream(path, { end: size - 1 })
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

/** Writes the files of a packed folder below `root`. @throws BackupProblem for a path that leads out of it, or a cut stream */
export async function unpackFolder(bytes: AsyncIterable<Buffer>, root: string): Promise<number> {
  const source = new Source(bytes)
  let count = 0
  for (let head = await source.take(4); head.length > 0; head = await source.take(4)) {
    if (head.length < 4) throw cut()
    const entry: Entry = JSON.parse((await source.take(head.readUInt32BE(0))).toString('utf8'))
    const path = join(root, ...entry.path.split('/'))
    if (relative(root, path).startsWith('..')) throw new BackupProblem('changed', 'Bản sao lưu chứa đường dẫn ra ngoài thư mục của nó.')
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const handle = await open(path, 'wx', entry.mode)
    for (let left = entry.size; left > 0; ) {
      const chunk = await source.take(Math.min(left, 1 << 18))
      if (chunk.length === 0) throw cut()
      await handle.write(chunk)
      left -= chunk.length
    }
    await handle.sync()
    await handle.close()
    count += 1
  }
  return count
}

function cut(): BackupProblem {
  return new BackupProblem('changed', 'Một thư mục trong bản sao lưu bị cắt cụt.')
}

/** Takes so many bytes at a time from a stream. */
class Source {
  private readonly chunks: AsyncIterator<Buffer>
  private held: Buffer = Buffer.alloc(0)

  constructor(bytes: AsyncIterable<Buffer>) {
    this.chunks = bytes[Symbol.asyncIterator]()
  }

  /** As many bytes as asked for; fewer only at the end. */
  async take(length: number): Promise<Buffer> {
    while (this.held.length < length) {
      const next = await this.chunks.next()
      if (next.done === true) break
      this.held = Buffer.concat([this.held, next.value])
    }
    const taken = this.held.subarray(0, length)
    this.held = this.held.subarray(taken.length)
    return taken
  }
}
