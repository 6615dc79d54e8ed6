import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** What the product said was stored. */
export type Acknowledged =
  | { kind: 'piece'; upload: string; received: number }
  | { kind: 'file'; draft: string; file: string; sha256: string; size: number }
  | { kind: 'filed'; draft: string; code: string; child: string; sha256: string }
  | { kind: 'act'; code: string; verb: string }
  /** The client itself saw a broken promise: an offset that went back, another answer to the same key. */
  | { kind: 'broken'; what: string }

/** The client's own list, outside the product: a line is on disk before the next request leaves. */
export class Acknowledgements {
  private readonly file: number

  constructor(path: string) {
    this.file = openSync(path, 'a', 0o600)
  }

  add(line: Acknowledged): void {
    writeSync(this.file, `${JSON.stringify({ ...line, at: new Date().toISOString() })}\n`)
    fsyncSync(this.file)
  }

  close(): void {
    closeSync(this.file)
  }
}

/** Everything on the list so far, with the instant it came; a line that is only half there was not acknowledged to anybody yet. */
export function acknowledgedIn(path: string): (Acknowledged & { at: string })[] {
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
