-- One list for all: a dossier, a consultation, later a document or a task. A work item never changes; what happened to it is an act.
create table work_item (
  id uuid primary key,
  kind text not null check (kind in ('dossier', 'consultation')),
  code text not null unique,
  system text not null, unit_id uuid not null references unit,
  applicant_id uuid, submitter_id uuid, helper_id uuid, -- parties: three roles from the first table on
  procedure_code text, revision int,
  opened_at timestamptz not null
);
create index work_item_of_applicant on work_item (applicant_id, opened_at desc) where applicant_id is not null;
create index work_item_of_submitter on work_item (submitter_id, opened_at desc) where submitter_id is not null;

create table act (
  id uuid primary key,
  work_item_id uuid not null references work_item, seq int not null,
  name text not null, step text,
  actor_id uuid not null, post_id uuid,
  system text not null, unit_id uuid not null,
  at timestamptz not null,
  params jsonb not null,                               -- codes and parameters, no sentences, no personal data
  private bytea,                                       -- sealed: reasons, names, whatever is personal
  unique (work_item_id, seq)
);
comment on table act is 'What happened, inserted once. The program has neither UPDATE nor DELETE here.';

-- Present tables: how it stands now. Written in the same transaction as the act, derivable from the acts.
create table work_state (
  work_item_id uuid primary key references work_item, system text not null, unit_id uuid not null,
  status text not null check (status in ('submitted', 'received', 'in-progress', 'waiting-applicant', 'waiting-agency', 'waiting-number', 'refused', 'withdrawn', 'stopped', 'resolved', 'delivered', 'asked', 'answered')),
  step text not null, came_from text, version int not null,
  received_at timestamptz, due_at timestamptz, promised_at timestamptz, paused_since timestamptz, closed_at timestamptz
);
create table desk (
  work_item_id uuid not null references work_item,
  step text not null, part text not null check (part in ('lead', 'consulted')),
  post_id uuid not null references post,               -- a post, never a person; a post may have several holders
  system text not null, unit_id uuid not null,
  due_at timestamptz not null default 'infinity',
  opened_at timestamptz not null, opened_by uuid not null references act,
  primary key (work_item_id, step, post_id)
);
comment on table desk is 'Open work only. A closed desk is deleted; its history is in act. `cli desks verify` derives it anew and compares.';
create unique index desk_one_lead on desk (work_item_id) where part = 'lead';
create index desk_by_post on desk (post_id, due_at, work_item_id);
create index desk_by_due on desk (due_at, work_item_id);

-- The chain of a work item (or of an account, for sign-in and lock-outs). An entry holds no personal data.
create table audit_entry (
  chain_id uuid not null, seq int not null,
  act text not null, actor_id uuid not null, post_id uuid, subject_id uuid,
  system text not null, unit_id uuid,
  at timestamptz not null, payload_hash bytea not null, hash bytea not null,
  primary key (chain_id, seq)
);
create index audit_entry_by_time on audit_entry (at);
create table audit_payload (
  chain_id uuid not null, seq int not null, salt bytea not null, payload bytea not null, system text not null, unit_id uuid,
  primary key (chain_id, seq)
);
create table audit_erasure (
  chain_id uuid not null, seq int not null, erased_at timestamptz not null, erased_by uuid not null, rule text not null, primary key (chain_id, seq)
);
create table audit_checkpoint (
  no bigint primary key, at timestamptz not null, heads int not null, root bytea not null, previous bytea not null,
  body text not null, signature bytea not null, exported_at timestamptz
);

-- sha256 over fixed widths; a zero byte after each text. The payload's own hash is salted.
create function chain_hash(prev bytea, chain uuid, seq int, act text, actor uuid, post uuid, subject uuid, at timestamptz, payload_hash bytea) returns bytea
language sql immutable parallel safe as $$
  select sha256(prev || uuid_send(chain) || int4send(seq) || convert_to(act, 'UTF8') || '\x00'::bytea || uuid_send(actor)
    || uuid_send(coalesce(post, '00000000-0000-0000-0000-000000000000')) || uuid_send(coalesce(subject, '00000000-0000-0000-0000-000000000000'))
    || timestamptz_send(at) || payload_hash)
$$;

select protect(t) from unnest(array['work_item', 'act', 'work_state', 'desk', 'audit_entry', 'audit_payload', 'audit_erasure', 'audit_checkpoint']::regclass[]) t;
create policy office on work_item to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on work_item to lien_thong_program using ((select actor_kind()) = 'citizen' and (applicant_id = (select actor_party()) or submitter_id = (select actor_party())));
create policy office on act to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on act to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
create policy office on work_state to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on work_state to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
create policy office on desk to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on desk to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
create policy office on audit_entry to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on audit_entry to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = chain_id));
create policy of_account on audit_entry to lien_thong_program using (system = 'account' and (chain_id = (select actor_id()) or (select actor_kind()) in ('gate', 'staff')));
create policy office on audit_payload to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on audit_payload to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = chain_id));
create policy of_account on audit_payload to lien_thong_program using (system = 'account' and (chain_id = (select actor_id()) or (select actor_kind()) in ('gate', 'staff')));
create policy read_by_jobs on audit_entry for select to lien_thong_program using ((select actor_kind()) = 'job');
create policy jobs on audit_erasure to lien_thong_program using (true);
create policy jobs on audit_checkpoint to lien_thong_program using ((select actor_kind()) in ('job', 'staff'));
grant select, insert on work_item, act, audit_entry, audit_payload to lien_thong_program;
grant select, insert, update, delete on work_state, desk to lien_thong_program;
grant select on audit_erasure to lien_thong_program;
grant select, insert, update on audit_checkpoint to lien_thong_program;

-- Erasing a payload by rule: the entry stays, the chain stays whole and says when, by whom and why.
create function erase_payload(chain uuid, entry int, rule text, at timestamptz) returns void language plpgsql security definer set search_path from current as $$
begin
  perform refuse_unless(actor_kind() in ('job', 'staff') and length(rule) > 0, 'erasure-not-allowed');
  insert into audit_erasure values (chain, entry, at, actor_id(), rule);
  delete from audit_payload where chain_id = chain and seq = entry;
end $$;
revoke all on function erase_payload from public;
grant execute on function erase_payload to lien_thong_program;
