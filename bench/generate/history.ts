/** What a whole case went through, and by whom; an open one has only begun. Hours after its submission. */
const course = [
  ['submit', 'receive', 'null::uuid', 0],
  ['receive', 'receive', 'receptionist', 1],
  ['issueReceipt', 'receive', 'null::uuid', 1],
  ['propose', 'verify', 'registrar', 2],
  ['confirmDraft', 'draft', 'null::uuid', 4],
  ['enter', 'enter', 'registrar', 5],
  ['allot', 'personalNumber', 'null::uuid', 5],
  ['sign', 'sign', 'null::uuid', 6],
  ['seal', 'seal', 'null::uuid', 7],
  ['deliver', 'handOver', 'receptionist', 24],
] as const

const begun = 3
const closed = "m.stands = 'closed'"
const list = (part: 0 | 1 | 2 | 3) => course.map((one) => (part < 2 ? `'${one[part]}'` : String(one[part]))).join(', ')
const numbers = course.map((_, index) => index + 1)
/** Which entries a case has: all of the course, or its beginning. */
const has = (seq: string) => `(${closed} or ${seq} <= ${begun})`
const actOf = (seq: string) =>
  `case when ${seq} = 1 then m.first_act when ${seq} = case when ${closed} then ${course.length} else ${begun} end then m.last_act else uuidv7(m.at - now() + ${seq} * interval '1 minute') end`

export const acts = `insert into act (id, work_item_id, seq, name, step, actor_id, post_id, system, unit_id, at, params)
  select ${actOf('c.seq')}, m.id, c.seq, c.name, c.step, m.applicant, case c.seq ${numbers.map((seq) => `when ${seq} then ${course[seq - 1]?.[2]}`).join(' ')} end, 'state', m.unit_id,
    m.at + c.hour * interval '1 hour', '{"to": "verify", "status": "in-progress", "procedure": "1.001193"}'
  from bench.made m cross join (select * from unnest(array[${list(0)}], array[${list(1)}], array[${numbers}], array[${list(3)}]) as c (name, step, seq, hour)) c where ${has('c.seq')}`

// Each hash over the one before; `offset 0` keeps the planner from writing the first into the last ten times over.
const link = (seq: number) =>
  `lateral (select chain_hash(${seq === 1 ? "''::bytea" : `c${seq - 1}.hash`}, m.id, ${seq}, '${course[seq - 1]?.[0]}', m.applicant, null, m.id, m.at, p.hash) as hash offset 0) c${seq}`

export const entries = `insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
  select m.id, k.seq, k.name, m.applicant, null, m.id, 'state', m.unit_id, m.at, p.hash, k.hash
  from bench.made m cross join (select sha256('{}'::bytea) as hash) p, ${numbers.map(link).join(', ')},
    lateral (values ${numbers.map((seq) => `(${seq}, '${course[seq - 1]?.[0]}', c${seq}.hash)`).join(', ')}) k (seq, name, hash) where ${has('k.seq')}`

/** $1 a sealed payload. Its salt is empty. */
export const payloads = `insert into audit_payload (chain_id, seq, salt, payload, system, unit_id)
  select m.id, s.seq, ''::bytea, $1, 'state', m.unit_id from bench.made m cross join generate_series(1, ${course.length}) s (seq) where ${has('s.seq')}`

/** An install of this age has checkpoints over everything. One stands for all here, so that the product does not begin by catching up. */
export const checkpoint = `insert into audit_checkpoint (no, at, heads, root, previous, leaves, body, signature, exported_at)
  select 1, now(), 0, '', '', '', '{}', '', now() where not exists (select from audit_checkpoint)`
export const covered = `insert into audit_covered (chain_id, seq, checkpoint_no)
  select m.id, case when ${closed} then ${course.length} else ${begun} end, (select max(no) from audit_checkpoint) from bench.made m`
