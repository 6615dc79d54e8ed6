import type { Chunks } from './frames.ts'

/** What lies on a shelf: its name and when it was put there (ISO instant). */
export type Lying = { key: string; at: string; size: number }

/** Where stored bytes lie: a folder or an S3 bucket. It sees only encrypted bytes. */
export type Shelf = {
  /** All or nothing: after an error nothing lies under the key that was not there before. */
  write(key: string, bytes: Chunks): Promise<void>
  /** @throws NoSuchFile before the first byte */
  read(key: string): Promise<AsyncIterable<Uint8Array>>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  /** Everything whose key begins with the prefix, in no order. */
  list(prefix: string): AsyncIterable<Lying>
  /** Throws when nothing can be written; for /readyz. */
  check(): Promise<void>
}

/** Nothing lies under this key. */
export class NoSuchFile extends Error {
  constructor(key: string) {
    super(`nothing is stored under ${key}`)
    this.name = 'NoSuchFile'
  }
}

/** The place for files cannot take or give bytes now; nothing was half done. */
export class StorageProblem extends Error {
  readonly code: 'disk-full' | 'not-writable' | 'unreachable'

  constructor(code: StorageProblem['code'], cause: unknown) {
    super(`file storage: ${code}`, { cause })
    this.name = 'StorageProblem'
    this.code = code
  }
}

const shape = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/

/** @throws when a key could leave its place; keys are made by the program, never taken from outside */
export function assertKey(key: string): void {
  if (key.length > 200 || !shape.test(key)) throw new Error('not a key of the file store')
}
