import type { Pool } from '#platform/db'
import type { Keyring } from '#platform/keys'
import type { Finding } from './finding.ts'
import { countEntries, verifyChains } from './verify-chains.ts'
import { openTail, verifyCheckpoints } from './verify-checkpoints.ts'
import { verifyPayloads } from './verify-payloads.ts'

export type Verified = {
  findings: Finding[]
  chains: number
  entries: number
  checkpoints: number
  last: { no: number; at: string } | undefined
  /** What no checkpoint outside covers yet, and how many seconds old its oldest entry is. */
  openTail: { entries: number; seconds: number }
}

export type VerifyOptions = {
  /** Of a role that sees every row: the owner. */
  pool: Pool
  keys: Keyring
  /** The folder of exported checkpoints; without it only what the database says of itself is verified. */
  checkpoints?: string
  now: string
  progress?: (done: number) => void
}

/**
 * Verifies the whole record: every chain, every payload that was not erased by rule, and everything that was written down outside.
 * Whoever holds the database and its keys can make it agree with itself; only the checkpoints outside find that.
 */
export async function verifyAudit({ pool, keys, checkpoints, now, progress }: VerifyOptions): Promise<Verified> {
  const outside =
    checkpoints === undefined
      ? { findings: [], checkpoints: 0, last: undefined, covered: new Map<string, number>() }
      : await verifyCheckpoints(pool, keys, checkpoints)
  const counted = await countEntries(pool)
  const findings = [...outside.findings, ...(await verifyChains(pool)), ...(await verifyPayloads(pool, keys, progress))]
  const open = await openTail(pool, outside.covered)
  const seconds = open.since === undefined ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(open.since)) / 1000))
  return { findings, ...counted, checkpoints: outside.checkpoints, last: outside.last, openTail: { entries: open.entries, seconds } }
}
