-- Who stands behind a transaction, as its first statement said. After a transaction the settings read '', not null: hence nullif.
create function actor_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('lt.actor', true), '')::uuid $$;
create function actor_kind() returns text language sql stable parallel safe as $$ select coalesce(current_setting('lt.kind', true), '') $$;
create function actor_system() returns text language sql stable parallel safe as $$ select coalesce(current_setting('lt.system', true), '') $$;
create function actor_units() returns uuid[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('lt.units', true), ''), '{}')::uuid[] $$;
create function actor_posts() returns uuid[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('lt.posts', true), ''), '{}')::uuid[] $$;
create function actor_party() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('lt.party', true), '')::uuid $$;

-- A guard inside a trip: raises with the reason when a claim does not hold, and the whole trip stores nothing.
create function refuse_unless(holds boolean, reason text) returns void language plpgsql as
$$ begin if holds is not true then raise exception using errcode = 'LT409', message = reason; end if; end $$;

-- Every table goes through here: row-level security on and forced, open to the owner (batch jobs, definer functions, backup).
create function protect(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy owner_all on %s to %I using (true) with check (true)', t, current_user);
end $$;

-- A table of a case: the office in whose scope it lies, and the citizen whose case it is.
create function protect_case(t regclass) returns void language plpgsql as $$
begin
  perform protect(t);
  execute format($p$create policy office on %s to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]))$p$, t);
  execute format($p$create policy own on %1$s to lien_thong_program using ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = %1$s.work_item_id))$p$, t);
end $$;

-- Machinery without a person in front: sign-in before anybody is known ('gate') and background work ('job').
create function protect_machinery(t regclass, kinds text[]) returns void language plpgsql as $$
begin
  execute format('create policy machinery on %s to lien_thong_program using ((select actor_kind()) = any (%L::text[]))', t, kinds);
end $$;

create table install (
  one boolean primary key default true check (one),
  sample boolean not null,
  province_code text not null,
  started_at timestamptz not null
);
comment on table install is 'Written once at first start. Whether an install is a sample cannot be changed.';
select protect('install');
create policy read_all on install for select to lien_thong_program using (true);
grant select on install to lien_thong_program;

create table idempotency_key (
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  body_hash bytea not null,
  answer text not null,                                -- text, not jsonb: a replay is byte-equal
  at timestamptz not null,
  primary key (actor_id, key)
);
select protect('idempotency_key');
create policy own on idempotency_key to lien_thong_program using (actor_id = (select actor_id()));
select protect_machinery('idempotency_key', '{job}');
grant select, insert, delete on idempotency_key to lien_thong_program;

-- Tries at a door (sign-in, look-up without sign-in), counted by a keyed hash of what was tried: never the number itself.
create table attempt (bucket bytea not null, at timestamptz not null);
create index attempt_by_bucket on attempt (bucket, at);
select protect('attempt');
create policy any_actor on attempt to lien_thong_program using (true);
grant select, insert, delete on attempt to lien_thong_program;

-- Behaviour switches are dated rows with who and why; no environment flags for behaviour.
create table switch (
  id uuid primary key,
  name text not null, value text not null, reason text not null,
  valid_from timestamptz not null, valid_to timestamptz,
  set_by uuid not null
);
create index switch_by_name on switch (name, valid_from desc);
select protect('switch');
create policy read_all on switch for select to lien_thong_program using (true);
create policy write_by_staff on switch for insert to lien_thong_program with check ((select actor_kind()) in ('staff', 'job') and set_by = (select actor_id()));
grant select, insert on switch to lien_thong_program;

-- What finally failed, shown to an operator until somebody dealt with it.
create table operator_alert (
  id uuid primary key, kind text not null, subject_id uuid, params jsonb not null, at timestamptz not null
);
create table operator_alert_end (alert_id uuid primary key references operator_alert, at timestamptz not null, ended_by uuid not null, note text not null);
select protect('operator_alert');
select protect('operator_alert_end');
create policy staff_and_jobs on operator_alert to lien_thong_program using ((select actor_kind()) in ('staff', 'job', 'gate'));
create policy staff_and_jobs on operator_alert_end to lien_thong_program using ((select actor_kind()) in ('staff', 'job'));
grant select, insert on operator_alert, operator_alert_end to lien_thong_program;

-- Data keys, wrapped by the master key, which never comes here. The newest of a purpose seals; every one opens what it sealed.
create table data_key (
  id int primary key, purpose text not null check (purpose in ('seal', 'look-up', 'file', 'checkpoint')), wrapped bytea not null, created_at timestamptz not null
);
select protect('data_key');
create policy machinery on data_key to lien_thong_program using ((select actor_kind()) in ('gate', 'job'));
grant select, insert, update on data_key to lien_thong_program;
