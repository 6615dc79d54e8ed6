import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { DamagedFile, type FileStore, NoSuchFile } from '#platform/files'
import { syncParts, writeCopy } from './part.ts'

/** A stored file as its row knows it. */
type FileRow = { key: string; size: string; sha256: Buffer }

/** Copies that go on at the same time: enough to keep a disk busy, few enough to leave it to the program. */
const atOnce = 4
const pageLength = 500

/** Copies stored files into a backup, encrypted as they lie, after reading each to its end against its row. */
export class FileCopies {
  count = 0
  bytes = 0
  private readonly unreadable: string[] = []
  private readonly store: FileStore
  private readonly folder: string
  private readonly listPath: string
  private readonly lines: NodeJS.WritableStream

  constructor(store: FileStore, folder: string) {
    this.store = store
    this.folder = folder
    this.listPath = join(folder, '.list')
    this.lines = createWriteStream(this.listPath, { mode: 0o600 })
  }

  /** @param since only files whose row is not older than this transaction id; all where it is left out */
  async copy(client: ClientBase, since?: string): Promise<void> {
    const recent = since === undefined ? '' : `and age(xmin) <= age('${since}'::xid)`
    const question = `select key, size::text, sha256 from stored_file f where key > $1 ${recent}
      and not exists (select from file_removal r where r.file_id = f.id) order by key limit $2`
    for (let last = ''; ; ) {
      const { rows } = await client.query<FileRow>(question, [last, pageLength])
      const waiting = [...rows]
      const work = async (): Promise<void> => {
        for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await this.copyOne(row)
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      if (rows.length < pageLength) return
      last = rows.at(-1)?.key ?? ''
    }
  }

  private async copyOne(row: FileRow): Promise<void> {
    const name = `files/${row.key}`
    if (existsSync(join(this.folder, name))) return
    try {
      const real = await this.store.measure(row.key)
      if (real.size !== Number(row.size) || !real.sha256.equals(row.sha256)) throw new DamagedFile('not what its row says')
      const part = await writeCopy(this.folder, name, await this.store.openRaw(row.key))
      await syncParts(this.folder, [name])
      this.lines.write(`${JSON.stringify(part)}\n`)
      this.count += 1
      this.bytes += part.bytes
    } catch (error) {
      if (!(error instanceof NoSuchFile) && !(error instanceof DamagedFile)) throw error
      this.unreadable.push(row.key)
    }
  }

  /** Files that should be there and are not; one that was removed by rule meanwhile is not among them. */
  async damaged(client: ClientBase): Promise<string[]> {
    if (this.unreadable.length === 0) return []
    const { rows } = await client.query<{ key: string }>(
      'select key from stored_file f where key = any($1) and not exists (select from file_removal r where r.file_id = f.id) order by key',
      [this.unreadable],
    )
    return rows.map((row) => row.key)
  }

  /** One line a file, for the list that a restore compares with. Ends the copying. */
  async *list(): AsyncGenerator<Buffer> {
    this.lines.end()
    await finished(this.lines)
    yield* createReadStream(this.listPath)
    await rm(this.listPath)
  }
}
