create table draft (                                   -- present table
  id uuid primary key, account_id uuid not null references account, party_id uuid not null,
  procedure_code text not null, revision int not null, unit_id uuid references unit,
  answers bytea not null, page int not null default 0, version int not null default 1,
  created_at timestamptz not null, updated_at timestamptz not null
);
create index draft_of_party on draft (party_id, updated_at desc);

create table dossier (
  work_item_id uuid primary key references work_item,
  procedure_code text not null, revision int not null,
  channel text not null check (channel in ('online', 'counter', 'post')),
  receiving_unit_id uuid not null references unit,     -- where it was handed in; the competent unit is unit_id
  system text not null, unit_id uuid not null,
  answers bytea not null,                              -- sealed
  draft_id uuid unique,                                -- one draft makes one dossier, however often it is sent
  track_hash bytea not null unique,                    -- of the random key in the QR code
  track_number_key bytea not null,                     -- keyed hash of number + birth date + ID: the second way to track
  track_key bytea not null,                            -- sealed: the receipt prints it
  submitted_at timestamptz not null
);
create index dossier_by_number_key on dossier (track_number_key);
create table dossier_change (                          -- answers as corrected or supplemented; the newest counts
  work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, answers bytea not null, at timestamptz not null, primary key (work_item_id, act_id)
);

create table supplement_request (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act, no int not null,
  system text not null, unit_id uuid not null, defects bytea not null, at timestamptz not null,
  unique (work_item_id, no)
);
create table supplement_answer (
  request_id uuid primary key references supplement_request, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, at timestamptz not null
);

-- The clock's ledger: pauses with their cause, and every change of a promised hour.
create table suspension (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, cause text not null, started_at timestamptz not null
);
create index suspension_of_item on suspension (work_item_id);
create table suspension_end (
  suspension_id uuid primary key references suspension, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, ended_at timestamptz not null
);
create index suspension_end_of_item on suspension_end (work_item_id);
create table due_change (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid references act,
  system text not null, unit_id uuid not null, old_due timestamptz, new_due timestamptz not null, cause text not null, at timestamptz not null
);
create index due_change_of_item on due_change (work_item_id);

-- Asked of another unit: a work item of its own there, with its own clock. A job of that unit opens it: who asks may not write there.
create table consultation (
  work_item_id uuid primary key, parent_id uuid not null references work_item, act_id uuid not null references act,
  from_unit uuid not null references unit, to_unit uuid not null references unit, subject text not null,
  question bytea not null, due_at timestamptz not null, at timestamptz not null
);
create index consultation_of_parent on consultation (parent_id);
create table consultation_answer (
  work_item_id uuid primary key references consultation, act_id uuid not null references act, from_unit uuid not null, to_unit uuid not null,
  outcome text not null, answer bytea not null, at timestamptz not null
);

-- A case that another unit takes over goes on there as a work item of its own, since authority hangs on the unit of every row. Whoever sees
-- one end sees the link; the draft's look-ups stay proof for both.
create table transfer (
  from_item uuid primary key references work_item, to_item uuid not null unique, from_code text not null, to_code text not null,
  from_unit uuid not null references unit, to_unit uuid not null references unit, act_id uuid not null references act,
  applicant_id uuid not null, submitter_id uuid not null, draft_id uuid, at timestamptz not null
);
create index transfer_of_draft on transfer (draft_id) where draft_id is not null;

-- Civil-status registers: a series per commune, book and year; no gap, no reuse.
create table register_entry (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, book text not null, year int not null, number int not null check (number > 0), page int not null,
  body bytea not null, entered_at timestamptz not null,
  unique (unit_id, book, year, number), unique (work_item_id, book)
);
create table register_note (
  id uuid primary key, entry_id uuid not null references register_entry, work_item_id uuid not null references work_item, act_id uuid references act,
  system text not null, unit_id uuid not null, kind text not null, body bytea not null, at timestamptz not null,
  unique (entry_id, kind)
);

-- A look-up that replaced a paper: who asked what of whom, why, and what came back. Kept as proof, shown to the citizen.
create table look_up (
  id uuid primary key, work_item_id uuid references work_item, draft_id uuid, party_id uuid not null,
  source text not null, purpose text not null, component text, status text not null, query_id text not null,
  result bytea not null, result_hash bytea not null, asked_by uuid not null, asked_post uuid,
  system text not null, unit_id uuid, at timestamptz not null
);
create index look_up_of_item on look_up (work_item_id);
create index look_up_of_draft on look_up (draft_id);
create table look_up_challenge (
  look_up_id uuid primary key references look_up, party_id uuid not null, note bytea not null, at timestamptz not null
);

-- Every read of a person's case by an official leaves a trace that the person can see.
create table record_access (
  id uuid primary key, work_item_id uuid not null references work_item, account_id uuid not null, post_id uuid, system text not null, unit_id uuid not null,
  purpose text not null, at timestamptz not null
);
create index record_access_of_item on record_access (work_item_id, at desc);

create table rating (
  work_item_id uuid primary key references work_item, system text not null, unit_id uuid not null,
  satisfaction int not null check (satisfaction between 1 and 3), comment bytea, at timestamptz not null
);

-- Drawn in a short act of its own: a gap does no harm here, a wait would.
create table code_series (unit_id uuid not null references unit, day date not null, last int not null, primary key (unit_id, day));

select protect('draft');
create policy own on draft to lien_thong_program using ((select actor_kind()) = 'citizen' and party_id = (select actor_party()));
select protect_machinery('draft', '{job}');
select protect_case(t) from unnest(array['dossier', 'dossier_change', 'supplement_request', 'supplement_answer', 'suspension', 'suspension_end', 'due_change',
  'register_entry', 'register_note', 'record_access', 'rating']::regclass[]) t;
select protect(t) from unnest(array['consultation', 'consultation_answer', 'transfer', 'look_up', 'look_up_challenge', 'code_series']::regclass[]) t;
create policy both_units on consultation to lien_thong_program using (from_unit = any ((select actor_units())::uuid[]) or to_unit = any ((select actor_units())::uuid[]));
create policy both_units on consultation_answer to lien_thong_program using (from_unit = any ((select actor_units())::uuid[]) or to_unit = any ((select actor_units())::uuid[]));
create policy both_units on transfer to lien_thong_program using (from_unit = any ((select actor_units())::uuid[]) or to_unit = any ((select actor_units())::uuid[]));
create policy own on transfer for select to lien_thong_program using ((select actor_kind()) = 'citizen' and (select actor_party()) in (applicant_id, submitter_id));
create policy office_of_transfer on look_up for select to lien_thong_program using (exists (select from transfer t where t.draft_id = look_up.draft_id));
create policy office on look_up to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]) and work_item_id is not null);
create policy office_of_draft on look_up for select to lien_thong_program using (exists (select from dossier d where d.draft_id = look_up.draft_id));
create policy own on look_up to lien_thong_program using ((select actor_kind()) = 'citizen' and party_id = (select actor_party()));
create policy own_case on look_up for select to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
create policy own on look_up_challenge to lien_thong_program using ((select actor_kind()) = 'citizen' and party_id = (select actor_party()));
create policy office on look_up_challenge for select to lien_thong_program using (exists (select from look_up l where l.id = look_up_id));
create policy any_actor on code_series to lien_thong_program using (true);
grant select, insert on dossier, dossier_change, supplement_request, supplement_answer, suspension, suspension_end, due_change, consultation, consultation_answer, transfer,
  register_entry, register_note, look_up, look_up_challenge, record_access, rating to lien_thong_program;
grant update (due_at) on consultation to lien_thong_program;      -- a change of the calendar moves it; the old hour stays in due_change
grant select, insert, update, delete on draft to lien_thong_program;
grant select, insert, update on code_series to lien_thong_program;

-- Track without sign-in: status, office, next step, dates. No name.
create function track(by_key bytea, by_number bytea) returns table (work_item_id uuid, code text, procedure_code text, revision int, status text, step text, unit_id uuid, received_at timestamptz, due_at timestamptz, submitted_at timestamptz, closed_at timestamptz)
language sql stable security definer set search_path from current as $$
  with recursive line as (
    select d.work_item_id, 0 as passed from dossier d where d.track_hash = by_key or (by_number is not null and d.track_number_key = by_number)
    union all
    -- Passed on to another unit: the old key and number lead to where it lies now.
    select t.to_item, l.passed + 1 from line l join transfer t on t.from_item = l.work_item_id join work_item w on w.id = t.to_item
  )
  select w.id, w.code, w.procedure_code, w.revision, s.status, s.step, w.unit_id, s.received_at, s.due_at, d.submitted_at, s.closed_at
  from line l join dossier d on d.work_item_id = l.work_item_id join work_item w on w.id = d.work_item_id join work_state s on s.work_item_id = w.id
  order by l.passed desc limit 1
$$;
revoke all on function track from public;
grant execute on function track to lien_thong_program;

-- What was issued under a QR key, newest first, for somebody who holds a print and compares it line by line. No name of a citizen.
create function issued_by_track(wanted bytea) returns table (procedure_code text, revision int, template text, number text, at timestamptz, unit_id uuid, signed_post uuid, signed_at timestamptz, evidence bytea)
language sql stable security definer set search_path from current as $$
  select d.procedure_code, d.revision, p.template, p.number, p.at, p.unit_id, l.signed_post, l.at, p.evidence
  from dossier d join issued_paper p on p.work_item_id = d.work_item_id
    left join lateral (select signed_post, at from issued_paper l where l.work_item_id = p.work_item_id and l.kind = p.kind and l.signed_post is not null and l.at <= p.at
      order by l.at desc, l.id desc limit 1) l on true
  where d.track_hash = wanted and p.stage <> 'leader' order by p.at desc, p.id desc limit 20
$$;
revoke all on function issued_by_track from public;
grant execute on function issued_by_track to lien_thong_program;

-- A whole case for whoever may see it, in one statement: every act begins with it. Joined under row-level security the same took four statements
-- with some forty subplans, more than the rest of the act. It repeats the authority of work_item, which all tables of a case share.
create function read_case(by_id uuid, by_code text) returns table (id uuid, code text, system text, unit_id uuid, applicant_id uuid, submitter_id uuid, helper_id uuid, procedure_code text, revision int,
  status text, step text, came_from text, version int, received_at timestamptz, due_at timestamptz, promised_at timestamptz, paused_since timestamptz, closed_at timestamptz,
  channel text, receiving_unit_id uuid, submitted_at timestamptz, track_key bytea, answers bytea, supplements int, desks json, pauses json, posts json)
language plpgsql stable security definer set search_path from current as $$
#variable_conflict use_column
declare w work_item;
begin
  if by_id is not null then select * into w from work_item x where x.id = by_id; else select * into w from work_item x where x.code = by_code; end if;
  if ((w.system = actor_system() and w.unit_id = any (actor_units()))
    or (actor_kind() = 'citizen' and actor_party() in (w.applicant_id, w.submitter_id))) is not true then return; end if;
  return query select w.id, w.code, w.system, w.unit_id, w.applicant_id, w.submitter_id, w.helper_id, w.procedure_code, w.revision,
    s.status, s.step, s.came_from, s.version, s.received_at, s.due_at, s.promised_at, s.paused_since, s.closed_at,
    d.channel, d.receiving_unit_id, d.submitted_at, d.track_key,
    coalesce((select c.answers from dossier_change c where c.work_item_id = w.id order by c.at desc, c.act_id desc limit 1), d.answers),
    (select count(*)::int from supplement_request r where r.work_item_id = w.id),
    (select json_agg(json_build_object('step', k.step, 'part', k.part, 'post_id', k.post_id, 'due_at', k.due_at::text)) from desk k where k.work_item_id = w.id),
    (select json_agg(json_build_object('id', p.id, 'cause', p.cause, 'started_at', p.started_at::text, 'ended_at', e.ended_at::text) order by p.started_at, p.id)
      from suspension p left join suspension_end e on e.suspension_id = p.id where p.work_item_id = w.id),
    (select json_agg(json_build_object('id', p.id, 'role', p.role, 'unit_id', p.unit_id) order by p.role, p.id)
      from (select w.unit_id as id union all select c.id from unit c where c.parent_id = w.unit_id and c.level = 'centre') u
      join post p on p.unit_id = u.id where p.valid_to is null)
    from work_state s join dossier d on d.work_item_id = s.work_item_id where s.work_item_id = w.id;
end $$;
revoke all on function read_case from public;
grant execute on function read_case to lien_thong_program;
