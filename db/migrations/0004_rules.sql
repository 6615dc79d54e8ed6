-- Working time is dated data per organisation. A year without rows is unknown: nothing is computed for it.
create table calendar_day (
  day date not null, unit_id uuid references unit, kind text not null check (kind in ('statutory', 'compensatory', 'swap', 'local', 'make-up')),
  name text not null, instead_of date, source text not null, unverified boolean not null default false, recorded_at timestamptz not null,
  check ((kind = 'make-up') = (instead_of is not null))
);
create unique index calendar_day_once on calendar_day (day, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid));
create table calendar_year (year int primary key, status text not null check (status in ('announced', 'provisional')), source text not null);
create table office_hours (
  unit_id uuid references unit, weekday int not null check (weekday between 1 and 7), opens text not null, closes text not null,
  valid_from date not null, valid_to date, source text not null, unverified boolean not null default true
);
comment on column office_hours.weekday is '1 Monday to 7 Sunday; a row a session, such as the morning. No unit: the default of the province.';

create table procedure_revision (
  code text not null, revision int not null, name text not null, in_force_from date not null, basis text not null,
  body jsonb not null, state text not null check (state in ('offered', 'published')),
  proposed_at timestamptz not null, published_at timestamptz, published_by uuid,
  primary key (code, revision)
);
comment on table procedure_revision is 'A published revision never changes. A dossier keeps the revision that it began with.';

-- Words by which people find a procedure, accents folded.
create table procedure_word (code text not null, word text not null, weight int not null, primary key (code, word));

select protect(t) from unnest(array['calendar_day', 'calendar_year', 'office_hours', 'procedure_revision', 'procedure_word']::regclass[]) t;
create policy read_all on calendar_day for select to lien_thong_program using (true);
create policy read_all on calendar_year for select to lien_thong_program using (true);
create policy read_all on office_hours for select to lien_thong_program using (true);
create policy read_published on procedure_revision for select to lien_thong_program using (state = 'published' or (select actor_kind()) in ('staff', 'job'));
create policy read_all on procedure_word for select to lien_thong_program using (true);
select protect_machinery(t, '{job}') from unnest(array['calendar_day', 'calendar_year', 'office_hours', 'procedure_revision', 'procedure_word']::regclass[]) t;
grant select, insert on calendar_day, calendar_year, office_hours, procedure_revision, procedure_word to lien_thong_program;

-- The province announces days of rest and of work; whoever holds an administrator's post writes them down.
create policy announced_by_administrator on calendar_day for insert to lien_thong_program with check ((select actor_kind()) = 'staff'
  and exists (select from post p where p.id = any ((select actor_posts())::uuid[]) and p.role = 'administrator'));
