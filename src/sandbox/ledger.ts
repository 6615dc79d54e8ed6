import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** What a played system has taken on for good: one JSON object a line, appended before the answer goes out. */
export type Ledger<Entry> = { entries: readonly Entry[]; append: (entry: Entry) => void }

/**
 * Opens the ledger in a folder, or one in memory. A last line that a killed process left half written was never answered: it is cut.
 * A line that `reads` does not recognise is an error.
 */
export function ledger<Entry>(dir: string | undefined, name: string, reads: (value: unknown) => value is Entry): Ledger<Entry> {
  const entries: Entry[] = []
  if (!dir) return { entries, append: (entry) => void entries.push(entry) }
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, name)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  for (const line of whole.split('\n').filter(Boolean)) {
    const value: unknown = JSON.parse(line)
    if (!reads(value)) throw new Error(`${name} holds a line of another shape`)
    entries.push(value)
  }
  return {
    entries,
    append: (entry) => {
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      entries.push(entry)
    },
  }
}
