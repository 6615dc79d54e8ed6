/*
 * What a case leaves in the tables around it. Shares (every fifth, every hundredth) say how many cases leave such a row at all.
 */
const some = (share: number) => `n % ${share} = 0`
const closed = "stands = 'closed'"

/** $1 a sealed file name. */
export const files = `insert into stored_file (id, owner_id, system, unit_id, sha256, size, media_type, name, content_key, key, key_id, scan, stored_at)
  select f.id, f.owner, 'state', f.unit_id, sha256(uuid_send(f.id)), 180000, 'application/pdf', $1, f.draft::text, f.draft::text || '/' || f.id::text, 3, f.scan, at
  from bench.made m, lateral (values (m.file, m.applicant, null::uuid, m.draft, 'clean'), (m.paper, null, m.unit_id, m.id, 'made-here')) f (id, owner, unit_id, draft, scan)`

export const fileUses = `insert into file_use (file_id, work_item_id, component, act_id, system, unit_id, at)
  select u.file, m.id, u.component, m.first_act, 'state', m.unit_id, m.at from bench.made m, lateral (values (m.file, 'clinicNote'), (m.paper, 'receipt')) u (file, component)`

export const issuedPapers = `insert into issued_paper (id, work_item_id, kind, template, stage, file_id, sha256, act_id, system, unit_id, at)
  select uuidv7(at - now()), id, 'receipt', 'form-receipt', 'issued', paper, sha256(uuid_send(paper)), first_act, 'state', unit_id, at from bench.made`

export const pauses = `insert into suspension (id, work_item_id, act_id, system, unit_id, cause, started_at)
  select draft, id, last_act, 'state', unit_id, 'draft', at + interval '3 hours' from bench.made where stands in ('closed', 'waiting')`
export const pauseEnds = `insert into suspension_end (suspension_id, work_item_id, act_id, system, unit_id, ended_at)
  select draft, id, last_act, 'state', unit_id, at + interval '4 hours' from bench.made where ${closed}`
export const dueChanges = `insert into due_change (id, work_item_id, act_id, system, unit_id, old_due, new_due, cause, at)
  select uuidv7(at - now()), id, last_act, 'state', unit_id, null, due_at, 'reckoned', at from bench.made`

/** $1 sealed defects, $2 sealed answers. */
export const requests = `insert into supplement_request (id, work_item_id, act_id, no, system, unit_id, defects, at)
  select draft, id, first_act, 1, 'state', unit_id, $1, at + interval '1 hour' from bench.made where ${some(5)}`
export const requestAnswers = `insert into supplement_answer (request_id, work_item_id, act_id, system, unit_id, at)
  select draft, id, first_act, 'state', unit_id, at + interval '2 hours' from bench.made where ${some(5)}`
export const changes = `insert into dossier_change (work_item_id, act_id, system, unit_id, answers, at)
  select id, first_act, 'state', unit_id, $1, at + interval '2 hours' from bench.made where ${some(5)}`

/** $1 a sealed entry. One book a commune, numbered on without a gap. */
export const registerEntries = `insert into register_entry (id, work_item_id, act_id, system, unit_id, book, year, number, page, body, entered_at)
  select uuidv7(at - now()), id, last_act, 'state', unit_id, 'bench', extract(year from at)::int, number, number, $1, at + interval '5 hours'
  from (select *, (row_number() over (partition by unit_id, extract(year from at) order by n))::int + $2::int as number from bench.made where ${closed}) m`
export const registerNotes = `insert into register_note (id, entry_id, work_item_id, act_id, system, unit_id, kind, body, at)
  select uuidv7(e.entered_at - now()), e.id, e.work_item_id, e.act_id, e.system, e.unit_id, 'personal-number', $1, e.entered_at from register_entry e join bench.made m on m.id = e.work_item_id`

export const notices = `insert into notice (id, party_id, work_item_id, kind, params, system, unit_id, at)
  select k.id, applicant, m.id, k.kind, jsonb_build_object('code', m.code, 'procedure', '1.001193'), 'state', unit_id, at
  from bench.made m, lateral (values (m.draft, 'submitted'), (m.file, 'received')) k (id, kind)`
export const deliveries = `insert into notice_delivery (notice_id, channel, outcome, at)
  select k.id, c.channel, 'sent', m.at from bench.made m, lateral (values (m.draft), (m.file)) k (id), (values ('email'), ('vneid')) c (channel)`

/** $1 a sealed answer of a source. */
export const lookUps = `insert into look_up (id, draft_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, unit_id, at)
  select uuidv7(at - now()), draft, applicant, 'population', '1.001193', 'motherId', 'match', draft::text, $1, sha256(uuid_send(draft)), applicant, 'state', null, at from bench.made`
export const accesses = `insert into record_access (id, work_item_id, account_id, post_id, system, unit_id, purpose, at)
  select uuidv7(at - now()), id, applicant, registrar, 'state', unit_id, '1.001193', at from bench.made`
export const ratings = `insert into rating (work_item_id, system, unit_id, satisfaction, at)
  select id, 'state', unit_id, 3, at + interval '2 days' from bench.made where ${closed} and ${some(3)}`

/** Keys of the last days only: older ones are forgotten. $1 how many days they are kept. */
export const keys = `insert into idempotency_key (actor_id, key, body_hash, answer, at)
  select applicant, 'bench-' || n, sha256(uuid_send(id)), '{"ok":true}', at from bench.made where at > now() - $1::int * interval '1 day'`
