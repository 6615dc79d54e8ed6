import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { ask, nobody, type Pool, rowsOf } from '#platform/db'
import { jobActor } from '#platform/jobs'
import type { Keyring } from '#platform/keys'
import { type Finding, mostOfAKind } from './finding.ts'

const pageLength = 5_000

// The page's beginning is told of every table: a merge join would else read each from its own.
const page = `select e.chain_id as chain, e.seq, e.act, e.payload_hash, p.salt, p.payload, x.seq is not null as erased, a.id as act_id, a.params, a.private, a.step
  from audit_entry e
  left join audit_payload p on p.chain_id = e.chain_id and p.seq = e.seq and p.chain_id >= $1
  left join audit_erasure x on x.chain_id = e.chain_id and x.seq = e.seq and x.chain_id >= $1
  left join act a on a.work_item_id = e.chain_id and a.seq = e.seq and a.work_item_id >= $1
  where (e.chain_id, e.seq) > ($1, $2) and e.act <> 'payload-erased' order by e.chain_id, e.seq limit ${pageLength}`

type Row = {
  chain: string
  seq: number
  act: string
  payload_hash: Buffer
  salt: Buffer | null
  payload: Buffer | null
  erased: boolean
  act_id: string | null
  params: unknown
  private: Buffer | null
  step: string | null
}

/**
 * Opens every payload and compares it with the hash in its entry, and with what the act's own row says.
 * @param pool of a role that sees every row (the owner)
 * @param progress told how many entries have been looked at
 */
export async function verifyPayloads(pool: Pool, keys: Keyring, progress: (done: number) => void = () => {}): Promise<Finding[]> {
  const findings: Finding[] = []
  let after: [string, number] = [nobody, 0]
  for (let done = 0; ; ) {
    const [answer] = await ask(pool, jobActor({}), [{ text: page, values: after }])
    const rows = rowsOf<Row>(answer)
    for (const row of rows) {
      const kind = whatIsWrong(row, keys)
      if (kind !== undefined && findings.length < mostOfAKind) findings.push({ kind, chain: row.chain, seq: row.seq })
    }
    done += rows.length
    progress(done)
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return findings
    after = [last.chain, last.seq]
  }
}

function whatIsWrong(row: Row, keys: Keyring): Finding['kind'] | undefined {
  // Erased by rule: what is left of it is the entry, and the erasure's own entry further on.
  if (row.erased) return row.payload === null && row.private === null ? undefined : 'payload-changed'
  if (row.payload === null || row.salt === null) return 'payload-missing'
  const text = opened(keys, row.payload, 'audit.payload')
  if (text === undefined) return 'payload-unreadable'
  if (!createHash('sha256').update(row.salt).update(text).digest().equals(row.payload_hash)) return 'payload-changed'
  return row.act_id === null || agrees(row, text, keys) ? undefined : 'act-changed'
}

function opened(keys: Keyring, sealed: Buffer, context: string): string | undefined {
  try {
    return keys.openText(sealed, context)
  } catch {
    return undefined
  }
}

/** The act's row holds the same as its payload. */
function agrees(row: Row, payload: string, keys: Keyring): boolean {
  const said: { act: unknown; step: unknown; params: unknown; private: unknown } = JSON.parse(payload)
  const secret = row.private === null ? null : opened(keys, row.private, 'act.private')
  if (secret === undefined) return false
  const stands = { act: row.act, step: row.step, params: row.params, private: secret === null ? null : JSON.parse(secret) }
  return isDeepStrictEqual({ act: said.act, step: said.step, params: said.params, private: said.private }, stands)
}
