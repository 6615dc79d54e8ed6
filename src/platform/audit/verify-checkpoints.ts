import { ask, nobody, type Pool, rowsOf } from '#platform/db'
import { jobActor } from '#platform/jobs'
import type { Keyring } from '#platform/keys'
import { beforeTheFirst, bodyHash, type Checkpoint, checkpointKey, isStamped, publicBytes, readBody, whatIsWrong } from './checkpoint.ts'
import { type Finding, mostOfAKind } from './finding.ts'
import { readCheckpoints } from './folder.ts'

export type Outside = {
  findings: Finding[]
  checkpoints: number
  last: { no: number; at: string } | undefined
  /** How far each chain is covered, by what lies outside. */
  covered: Map<string, number>
}

const auditor = jobActor({})

/** Compares what lies outside the database with what is in it: every head that was ever written down must still be there. */
export async function verifyCheckpoints(pool: Pool, keys: Keyring, folder: string): Promise<Outside> {
  const known = new Set(keys.all('checkpoint').map((key) => publicBytes(checkpointKey(key)).toString('base64')))
  const outside: Outside = { findings: [], checkpoints: 0, last: undefined, covered: new Map() }
  let previous = beforeTheFirst
  let expected = 1
  for await (const { no, checkpoint } of readCheckpoints(folder)) {
    const find = (kind: Finding['kind']) => outside.findings.push({ kind, checkpoint: no })
    for (; expected < no; expected += 1) outside.findings.push({ kind: 'checkpoint-gap', checkpoint: expected })
    expected = no + 1
    if (checkpoint === undefined) {
      find('checkpoint-unreadable')
      previous = ''
      continue
    }
    const body = readBody(checkpoint.body)
    const wrong = whatIsWrong(checkpoint)
    if (wrong !== undefined) find(wrong)
    if (!known.has(body.key)) find('checkpoint-key')
    if (!isStamped(checkpoint)) find('checkpoint-time-stamp')
    if (body.no !== no || (previous !== '' && body.previous !== previous)) find('checkpoint-order')
    previous = bodyHash(checkpoint.body).toString('hex')
    outside.checkpoints += 1
    outside.last = { no, at: body.at }
    outside.findings.push(...(await headsGone(pool, no, checkpoint)))
    for (const [chain, seq] of checkpoint.heads) outside.covered.set(chain, Math.max(seq, outside.covered.get(chain) ?? 0))
  }
  outside.findings.push(...(await rowsThatDiffer(pool, folder)))
  return outside
}

const heads = `select h.chain, h.seq, case when last.seq is null then 'chain-missing' when last.seq < h.seq then 'tail-missing' else 'chain-rewritten' end as kind
  from unnest($1::uuid[], $2::int[], $3::text[]) as h (chain, seq, hash)
  left join audit_entry e on e.chain_id = h.chain and e.seq = h.seq
  left join lateral (select max(seq) as seq from audit_entry l where l.chain_id = h.chain) last on true
  where encode(e.hash, 'hex') is distinct from h.hash order by h.chain limit ${mostOfAKind}`

async function headsGone(pool: Pool, no: number, checkpoint: Checkpoint): Promise<Finding[]> {
  const columns = [0, 1, 2].map((place) => checkpoint.heads.map((head) => String(head[place])))
  const [answer] = await ask(pool, auditor, [{ text: heads, values: columns }])
  return rowsOf<{ chain: string; seq: number; kind: Finding['kind'] }>(answer).map((row) => ({ ...row, checkpoint: no }))
}

/** The rows that the program keeps of its checkpoints, against the files: a file that is gone, a row that is gone or differs. */
async function rowsThatDiffer(pool: Pool, folder: string): Promise<Finding[]> {
  const [answer] = await ask(pool, auditor, [
    {
      text: "select no, encode(sha256(convert_to(body, 'UTF8')), 'hex') as hash, exported_at is not null as exported from audit_checkpoint",
      values: [],
    },
  ])
  const rows = new Map(rowsOf<{ no: bigint; hash: string; exported: boolean }>(answer).map((row) => [Number(row.no), row]))
  const findings: Finding[] = []
  for await (const { no, checkpoint } of readCheckpoints(folder)) {
    if (checkpoint !== undefined && rows.get(no)?.hash !== bodyHash(checkpoint.body).toString('hex'))
      findings.push({ kind: 'checkpoint-not-in-database', checkpoint: no })
    rows.delete(no)
  }
  for (const [no, { exported }] of rows) if (exported) findings.push({ kind: 'checkpoint-not-outside', checkpoint: no })
  return findings
}

const pageLength = 20_000
const pageOfHeads = `select chain_id as chain, max(seq) as seq from audit_entry where chain_id > $1 group by chain_id order by chain_id limit ${pageLength}`
const tail = `select count(*)::int as entries, min(e.at) as since from unnest($1::uuid[], $2::int[]) as c (chain, seq)
  join audit_entry e on e.chain_id = c.chain and e.seq > c.seq`

export type OpenTail = { entries: number; since: string | undefined }

/** The entries that no checkpoint outside covers yet: up to here a change could not be found. */
export async function openTail(pool: Pool, covered: ReadonlyMap<string, number>): Promise<OpenTail> {
  const open: OpenTail = { entries: 0, since: undefined }
  for (let after = nobody; ; ) {
    const [answer] = await ask(pool, auditor, [{ text: pageOfHeads, values: [after] }])
    const rows = rowsOf<{ chain: string; seq: number }>(answer)
    const beyond = rows.filter((row) => row.seq > (covered.get(row.chain) ?? 0))
    if (beyond.length > 0) {
      const values = [beyond.map((row) => row.chain), beyond.map((row) => String(covered.get(row.chain) ?? 0))]
      const [counted] = await ask(pool, auditor, [{ text: tail, values }])
      const [row] = rowsOf<{ entries: number; since: string | null }>(counted)
      open.entries += row?.entries ?? 0
      const since = row?.since ?? undefined
      if (since !== undefined && (open.since === undefined || Date.parse(since) < Date.parse(open.since))) open.since = since
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return open
    after = last.chain
  }
}
