import { createHash } from 'node:crypto'
import type { Keyring } from '#platform/keys'
import { type Chunks, decrypted, encrypted } from './frames.ts'
import { assertKey, type Lying, type Shelf } from './shelf.ts'

/** What was stored: how many plain bytes, and their SHA-256. */
export type Stored = { key: string; keyId: number; size: number; sha256: Buffer }

/** Stores bytes encrypted under a key (a name), and gives them back verified. Streams: a file never lies whole in memory. */
export class FileStore {
  private readonly shelf: Shelf
  private readonly keys: Keyring

  constructor(shelf: Shelf, keys: Keyring) {
    this.shelf = shelf
    this.keys = keys
  }

  /**
   * Stores plain bytes; when it resolves they lie safely on disk, when it rejects nothing was stored.
   * @throws StorageProblem when the disk is full, not writable or not reachable
   */
  async put(key: string, plain: Chunks): Promise<Stored> {
    assertKey(key)
    const dataKey = this.keys.current('file')
    const hash = createHash('sha256')
    let size = 0
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of plain) {
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    }
    await this.shelf.write(key, encrypted(counted(), dataKey, key))
    return { key, keyId: dataKey.id, size, sha256: hash.digest() }
  }

  /**
   * The plain bytes, each frame checked before it is handed out.
   * @throws NoSuchFile at once; DamagedFile while it is read
   */
  async open(key: string): Promise<AsyncGenerator<Buffer>> {
    return decrypted(await this.shelf.read(key), (id) => this.keys.byId(id), key)
  }

  /** Reads everything and says what is really there. */
  async measure(key: string): Promise<{ size: number; sha256: Buffer }> {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of await this.open(key)) {
      hash.update(chunk)
      size += chunk.length
    }
    return { size, sha256: hash.digest() }
  }

  remove(key: string): Promise<void> {
    return this.shelf.remove(key)
  }

  list(prefix: string): AsyncIterable<Lying> {
    return this.shelf.list(prefix)
  }

  /** The stored bytes as they lie, encrypted: for a backup. */
  openRaw(key: string): Promise<AsyncIterable<Uint8Array>> {
    return this.shelf.read(key)
  }

  /** Puts back what `openRaw` gave; it opens only under the same key and data keys. */
  putRaw(key: string, stored: Chunks): Promise<void> {
    assertKey(key)
    return this.shelf.write(key, stored)
  }

  /** Throws when nothing can be stored now; for /readyz. */
  check(): Promise<void> {
    return this.shelf.check()
  }
}
