import { createHash } from 'node:crypto'
import type { NationalRow } from '#modules/procedures'

/** SHA-256 over what a row says, whatever order its keys came in. */
export function rowHash(row: NationalRow): Buffer {
  return createHash('sha256').update(sorted(row)).digest()
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
