-- Somebody stands at a counter and an official writes for him. The sheet is that official's until it is taken in; nobody else reads it, not even
-- the person whose it will be: it shows in an account only once it is a dossier.
alter table draft
  add column counter_unit_id uuid references unit,     -- the unit at whose counter it is written; null for a citizen's own draft
  add column submitter_id uuid, add column helper_id uuid;
drop policy own on draft;
create policy own on draft to lien_thong_program using ((select actor_kind()) = 'citizen' and party_id = (select actor_party()) and counter_unit_id is null);
create policy counter on draft to lien_thong_program
  using ((select actor_kind()) = 'staff' and account_id = (select actor_id()) and counter_unit_id = any ((select actor_units())::uuid[]));
create index draft_of_counter on draft (account_id, updated_at desc) where counter_unit_id is not null;

-- What an official asks of another database for a sheet, before there is a case: his own rows, with post, unit and purpose.
create policy counter on look_up to lien_thong_program
  using ((select actor_kind()) = 'staff' and asked_by = (select actor_id()) and work_item_id is null
    and system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));

-- "Sai", said at the counter of what a database told there: with the look-up, in the name of the person concerned.
create policy counter on look_up_challenge to lien_thong_program
  using ((select actor_kind()) = 'staff' and exists (select from look_up l where l.id = look_up_id and l.asked_by = (select actor_id()) and l.work_item_id is null));

-- Which counter took a case in. Without regard to boundaries inside a province the counter need not be the competent unit's
-- (NĐ 118/2025/NĐ-CP): this row is what opens the case to the counter that took it in, and to no other.
create table counter_intake (
  work_item_id uuid primary key references work_item,
  code text not null unique, procedure_code text not null,
  receiving_unit_id uuid not null references unit,     -- at whose counter
  system text not null, unit_id uuid not null references unit, -- the competent unit, in which the case lies
  account_id uuid not null references account, post_id uuid not null references post,
  draft_id uuid not null unique,                       -- the sheet it grew from: sent twice it is taken in once
  at timestamptz not null
);
create index counter_intake_of_counter on counter_intake (receiving_unit_id, at desc);
create index counter_intake_of_account on counter_intake (account_id, at desc);
select protect('counter_intake');
create policy office on counter_intake to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy counter on counter_intake for select to lien_thong_program
  using ((select actor_kind()) = 'staff' and receiving_unit_id = any ((select actor_units())::uuid[]));
grant select, insert on counter_intake to lien_thong_program;
