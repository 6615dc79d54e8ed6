import { ask, type Pool, rowsOf } from '#platform/db'
import { jobActor } from '#platform/jobs'
import { type Finding, type FindingKind, mostOfAKind } from './finding.ts'

const auditor = jobActor({})

const links = `select chain_id as chain, case when seq <> before + 1 then before + 1 else seq end as seq,
    case when seq <> before + 1 then 'entry-missing' else 'entry-changed' end as kind
  from (select e.*, coalesce(lag(seq) over chain, 0) as before, coalesce(lag(hash) over chain, ''::bytea) as prev
        from audit_entry e window chain as (partition by chain_id order by seq)) e
  where seq <> before + 1 or hash <> chain_hash(prev, chain_id, seq, act, actor_id, post_id, subject_id, at, payload_hash)
  order by chain_id, seq limit ${mostOfAKind}`

const acts = `select coalesce(e.chain_id, a.work_item_id) as chain, coalesce(e.seq, a.seq) as seq,
    case when e.chain_id is null then 'act-without-entry' when a.id is null then 'act-missing' else 'act-changed' end as kind
  from act a full join (select * from audit_entry where system <> 'account' and act <> 'payload-erased') e on e.chain_id = a.work_item_id and e.seq = a.seq
  where e.chain_id is null or a.id is null or (a.id, a.name, a.actor_id, a.at, a.system, a.unit_id) is distinct from (e.subject_id, e.act, e.actor_id, e.at, e.system, e.unit_id)
    or a.post_id is distinct from e.post_id
  limit ${mostOfAKind}`

const cases = `select distinct e.chain_id as chain, null::int as seq, 'case-missing' as kind from audit_entry e left join work_item w on w.id = e.chain_id
  where e.seq = 1 and e.system <> 'account' and w.id is null limit ${mostOfAKind}`

const strayPayloads = `select p.chain_id as chain, p.seq, 'payload-without-entry' as kind from audit_payload p left join audit_entry e using (chain_id, seq)
  where e.chain_id is null limit ${mostOfAKind}`

const erasures = `select x.chain_id as chain, x.seq, 'erasure-not-in-chain' as kind from audit_erasure x
  where not exists (select from audit_entry e where e.chain_id = x.chain_id and e.seq > x.seq and e.act = 'payload-erased'
    and e.payload_hash = erasure_hash(x.seq, x.erased_at, x.erased_by, x.rule))
  limit ${mostOfAKind}`

/**
 * Reckons every chain anew, set-wise in the database, and compares entries with acts, cases, payload rows and erasures.
 * @param pool of a role that sees every row (the owner)
 */
export async function verifyChains(pool: Pool): Promise<Finding[]> {
  const questions = [links, acts, cases, strayPayloads, erasures]
  const findings: Finding[] = []
  // One after another: each may take seconds on a large database, and only the chain itself needs one moment.
  for (const text of questions) {
    const [answer] = await ask(pool, auditor, [{ text, values: [] }])
    const found = rowsOf<{ chain: string; seq: number | null; kind: FindingKind }>(answer)
    findings.push(...found.map(({ kind, chain, seq }) => ({ kind, chain, ...(seq === null ? {} : { seq }) })))
  }
  return findings
}

/** How many entries and chains there are. */
export async function countEntries(pool: Pool): Promise<{ entries: number; chains: number }> {
  const [answer] = await ask(pool, auditor, [
    { text: 'select count(*)::int as entries, count(distinct chain_id)::int as chains from audit_entry', values: [] },
  ])
  const [row] = rowsOf<{ entries: number; chains: number }>(answer)
  return row ?? { entries: 0, chains: 0 }
}
