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
  status text not null check (status in ('submitted', 'received', 'in-progress', 'waiting-applicant', 'waiting-agency', 'waiting-number', 'refused', 'withdrawn', 'stopped', 'transferred', 'resolved', 'delivered', 'asked', 'answered')),
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
-- What waits for the applicant or for a number lies on no desk; it is still followed.
create index work_state_waiting on work_state (paused_since) where closed_at is null and status in ('waiting-applicant', 'waiting-number');
create index work_state_waiting_of_unit on work_state (unit_id) where closed_at is null and status in ('waiting-applicant', 'waiting-number');
-- What lies on a desk while its clock stands still, such as behind a question to another unit: few among many.
create index work_state_paused on work_state (work_item_id) where closed_at is null and paused_since is not null and status not in ('waiting-applicant', 'waiting-number');

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
-- Heads of chains as of a moment, hashed into a tree (RFC 6962). `body` is the signed text and lies outside the database too; each names the one before.
create table audit_checkpoint (
  no bigint primary key, at timestamptz not null, heads int not null, root bytea not null, previous bytea not null,
  leaves bytea not null,                               -- chain (16 bytes), number (4), hash (32) of each head, in the tree's order
  body text not null, signature bytea not null, time_stamp bytea, exported_at timestamptz
);
-- Present table: how far a chain is covered, and by which checkpoint. Derived anew from `leaves`; a verification never trusts it.
create table audit_covered (chain_id uuid primary key, seq int not null, checkpoint_no bigint not null references audit_checkpoint);

-- sha256 over fixed widths; a zero byte after each text. The payload's own hash is salted.
create function chain_hash(prev bytea, chain uuid, seq int, act text, actor uuid, post uuid, subject uuid, at timestamptz, payload_hash bytea) returns bytea
language sql immutable parallel safe as $$
  select sha256(prev || uuid_send(chain) || int4send(seq) || convert_to(act, 'UTF8') || '\x00'::bytea || uuid_send(actor)
    || uuid_send(coalesce(post, '00000000-0000-0000-0000-000000000000')) || uuid_send(coalesce(subject, '00000000-0000-0000-0000-000000000000'))
    || timestamptz_send(at) || payload_hash)
$$;

select protect(t) from unnest(array['work_item', 'act', 'work_state', 'desk', 'audit_entry', 'audit_payload', 'audit_erasure', 'audit_checkpoint', 'audit_covered']::regclass[]) t;
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
create policy staff_reads on audit_checkpoint for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy jobs on audit_checkpoint to lien_thong_program using ((select actor_kind()) = 'job');
create policy jobs on audit_covered to lien_thong_program using ((select actor_kind()) = 'job');
grant select, insert on work_item, act, audit_entry, audit_payload to lien_thong_program;
grant select, insert, update, delete on work_state, desk to lien_thong_program;
grant select on audit_erasure to lien_thong_program;
grant select, insert, update (time_stamp, exported_at) on audit_checkpoint to lien_thong_program;
grant select, insert, update on audit_covered to lien_thong_program;

-- The checkpoint that covers a chain, for the proof that a citizen takes home: nothing in it names anybody.
create function checkpoint_over(chain uuid) returns table (no bigint, seq int, leaves bytea, body text, signature bytea, time_stamp bytea)
language sql stable security definer set search_path from current as $$
  select k.no, c.seq, k.leaves, k.body, k.signature, k.time_stamp from audit_covered c join audit_checkpoint k on k.no = c.checkpoint_no where c.chain_id = chain
$$;
revoke all on function checkpoint_over from public;
grant execute on function checkpoint_over to lien_thong_program;

-- Erasing a payload by rule, with what the act itself keeps sealed: the entry stays, and the chain goes on with an entry that says when, by whom and
-- under which rule (hashed in `erasure_hash`), so that nobody can make an erasure up afterwards.
create function erasure_hash(seq int, erased_at timestamptz, erased_by uuid, rule text) returns bytea language sql immutable parallel safe as $$
  select sha256(int4send(seq) || timestamptz_send(erased_at) || uuid_send(erased_by) || convert_to(rule, 'UTF8'))
$$;
create function erase_payload(chain uuid, entry int, rule text, at timestamptz) returns void language plpgsql security definer set search_path from current as $$
declare
  erased audit_entry; last_seq int; last_hash bytea; who uuid := actor_id();
begin
  perform refuse_unless(actor_kind() in ('job', 'staff') and length(rule) > 0, 'erasure-not-allowed');
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 0));
  select * into erased from audit_entry e where e.chain_id = chain and e.seq = entry;
  perform refuse_unless(erased.chain_id is not null and erased.act <> 'payload-erased'
    and (actor_kind() = 'job' or (erased.system = actor_system() and erased.unit_id = any (actor_units()))), 'no-such-entry');
  insert into audit_erasure values (chain, entry, at, who, rule);
  delete from audit_payload where chain_id = chain and seq = entry;
  update act set private = null where work_item_id = chain and seq = entry;
  select e.seq, e.hash into last_seq, last_hash from audit_entry e where e.chain_id = chain order by e.seq desc limit 1;
  insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
    select chain, last_seq + 1, 'payload-erased', who, null, null, erased.system, erased.unit_id, at, h.hashed,
      chain_hash(last_hash, chain, last_seq + 1, 'payload-erased', who, null, null, at, h.hashed)
    from (select erasure_hash(entry, at, who, rule) as hashed) h;
end $$;
revoke all on function erase_payload from public;
grant execute on function erase_payload to lien_thong_program;
