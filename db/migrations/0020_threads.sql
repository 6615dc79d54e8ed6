-- A life event: asked once, several dossiers, each with its own agency, clock and number. The thread holds what was asked, sealed, until the
-- last of them is opened; a part is inserted when its dossier is.
create table thread (
  id uuid primary key,
  procedure_code text not null, revision int not null,
  applicant_id uuid not null, submitter_id uuid not null,
  system text not null, unit_id uuid not null references unit, -- where the first dossier lies
  filed bytea not null,
  at timestamptz not null
);
create index thread_of_applicant on thread (applicant_id, at desc);
create index thread_of_submitter on thread (submitter_id, at desc);

create table thread_part (
  thread_id uuid not null references thread, part text not null,
  work_item_id uuid not null unique references work_item, act_id uuid not null references act,
  thread_unit uuid not null, thread_system text not null,
  system text not null, unit_id uuid not null, at timestamptz not null,
  primary key (thread_id, part)                        -- a part is opened once, however often the job runs
);

select protect(t) from unnest(array['thread', 'thread_part']::regclass[]) t;
create policy office on thread to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy own on thread to lien_thong_program
  using ((select actor_kind()) = 'citizen' and (applicant_id = (select actor_party()) or submitter_id = (select actor_party())));
create policy office on thread_part to lien_thong_program
  using ((system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]))
    or (thread_system = (select actor_system()) and thread_unit = any ((select actor_units())::uuid[])));
create policy own on thread_part to lien_thong_program
  using ((select actor_kind()) = 'citizen' and exists (select from thread t where t.id = thread_id));
grant select, insert on thread, thread_part to lien_thong_program;

-- The office of the third part.
alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in ('receptionist', 'registrar', 'chair', 'clerk', 'supervisor', 'administrator',
  'operator', 'procedureOfficer', 'specialist', 'residenceOfficer', 'businessRegistrar', 'insuranceOfficer'));
