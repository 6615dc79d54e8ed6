create table notice (
  id uuid primary key, party_id uuid not null, work_item_id uuid references work_item, kind text not null, params jsonb not null,
  system text not null, unit_id uuid, at timestamptz not null
);
create index notice_of_party on notice (party_id, at desc);
create table notice_read (notice_id uuid primary key references notice, party_id uuid not null, at timestamptz not null);
create table notice_delivery (
  notice_id uuid not null references notice, channel text not null check (channel in ('email', 'vneid', 'sms')), outcome text not null check (outcome in ('sent', 'failed')),
  at timestamptz not null, primary key (notice_id, channel, outcome)
);
select protect(t) from unnest(array['notice', 'notice_read', 'notice_delivery']::regclass[]) t;
create policy own on notice for select to lien_thong_program using ((select actor_kind()) = 'citizen' and party_id = (select actor_party()));
create policy office on notice to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy write_own on notice for insert to lien_thong_program with check ((select actor_kind()) = 'citizen' and party_id = (select actor_party()));
create policy own on notice_read to lien_thong_program using (party_id = (select actor_party()));
create policy jobs on notice_delivery to lien_thong_program using ((select actor_kind()) = 'job');
select protect_machinery('notice', '{job}');
grant select, insert on notice, notice_read, notice_delivery to lien_thong_program;
