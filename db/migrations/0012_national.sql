-- Posts that came with the catalogue: who keeps it, and who works on the procedures in it.
alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in ('receptionist', 'registrar', 'chair', 'clerk', 'supervisor', 'administrator',
  'operator', 'procedureOfficer', 'specialist', 'residenceOfficer', 'businessRegistrar'));

-- Whether the actor may change the catalogue: an administrator or a procedure officer, by a post held or covered today.
create function keeps_catalogue() returns boolean language sql stable as $$
  select actor_kind() = 'staff'
    and exists (select from post p where p.id = any (actor_posts()) and p.role in ('administrator', 'procedureOfficer'))
$$;

-- A file that somebody brought and has looked at or not; its bytes lie encrypted outside the database until it is imported or grows old.
create table national_file (
  id uuid primary key,
  source text not null check (length(source) between 1 and 100),    -- which list it is, the same at every import
  name text not null, kind text not null check (kind in ('json', 'csv', 'xlsx')),
  columns jsonb,                                                     -- column map, where the kind needs one
  sha256 bytea not null, size bigint not null check (size between 1 and 52428800),
  brought_by uuid not null, brought_at timestamptz not null
);
create table national_import (
  id uuid primary key,
  file_id uuid references national_file,                             -- null from the command line
  source text not null, name text not null, sha256 bytea not null,
  counts jsonb not null,                                             -- new, changed, same, dropped, refused
  imported_by uuid not null, imported_at timestamptz not null
);
create index national_import_by_source on national_import (source, imported_at desc);

-- What the national catalogue said of a procedure, version by version: never changed, so that an update can be laid beside what it replaces.
create table national_version (
  code text not null, version int not null, import_id uuid not null references national_import,
  row jsonb not null, hash bytea not null,
  primary key (code, version)
);
create index national_version_of_import on national_version (import_id);
-- The newest version of each, with what lists ask for. Present table.
create table national_row (
  code text primary key, version int not null,
  name text not null, folded text not null, ministry text not null, field text not null, levels text[] not null,
  hash bytea not null, flags text[] not null,
  sources text[] not null,                                           -- the lists that name it today; none: it was dropped
  first_seen timestamptz not null, changed_at timestamptz not null, dropped_at timestamptz,
  check ((sources = '{}') = (dropped_at is not null)),
  foreign key (code, version) references national_version
);
create index national_row_by_field on national_row (ministry, field);
comment on table national_row is 'Flags and hash follow from the version; an import that brings the same hash changes nothing here.';

-- Where a procedure is dealt with. Rules are dated data with a reason; the lowest rank that fits wins. `link` null: the procedure''s own page
-- at the National Portal.
create table routing_rule (
  id uuid primary key, rank int not null, name_vi text not null, name_en text not null,
  ministry text, fields text[] not null default '{}',                -- none: every one
  levels text[] not null default '{}', levels_alone boolean not null default false,
  target text not null check (target in ('ours', 'other-system')),
  system_vi text, system_en text, link text, bring_vi text, bring_en text,
  basis text not null, unverified boolean not null, valid_from date not null, valid_to date,
  set_by uuid, set_at timestamptz not null,                          -- no one: shipped with the program
  check ((target = 'other-system') = (system_vi is not null and system_en is not null))
);
-- A person's decision about one procedure; the newest of a day wins over every rule. Without a target the rules hold again.
create table routing_choice (
  id uuid primary key, code text not null, target text check (target in ('ours', 'other-system', 'undecided')),
  system text, link text, bring text, reason text not null check (length(reason) between 3 and 1000),
  valid_from date not null, decided_by uuid not null, decided_at timestamptz not null,
  check ((target is not distinct from 'other-system') = (system is not null))
);
create index routing_choice_of_code on routing_choice (code, valid_from desc, decided_at desc);

-- The routing of every procedure on a day: `choice` or `rule` says what decided; neither: undecided, and never published.
create function national_routing(on_day date) returns table (code text, target text, choice uuid, rule uuid) language sql stable as $$
  select n.code, coalesce(c.target, r.target, 'undecided'), case when c.target is not null then c.id end, case when c.target is null then r.id end
  from national_row n
  left join lateral (select o.id, o.target from routing_choice o where o.code = n.code and o.valid_from <= on_day
    order by o.valid_from desc, o.decided_at desc, o.id desc limit 1) c on true
  left join lateral (select l.id, l.target from routing_rule l
    where l.valid_from <= on_day and (l.valid_to is null or l.valid_to >= on_day)
      and (l.ministry is null or l.ministry = n.ministry) and (l.fields = '{}' or n.field = any (l.fields))
      and (l.levels = '{}' or n.levels && l.levels) and (not l.levels_alone or n.levels <@ l.levels)
    order by l.rank, l.valid_from desc, l.id limit 1) r on true
$$;

select protect(t) from unnest(array['national_file', 'national_import', 'national_version', 'national_row', 'routing_rule', 'routing_choice']::regclass[]) t;
select protect_machinery(t, '{job}') from unnest(array['national_file', 'national_import', 'national_version', 'national_row', 'routing_rule', 'routing_choice']::regclass[]) t;
-- What the catalogue says and where a procedure is dealt with is for everybody to read; who brought which file is the office's.
create policy read_all on national_version for select to lien_thong_program using (true);
create policy read_all on national_row for select to lien_thong_program using (true);
create policy read_all on routing_rule for select to lien_thong_program using (true);
create policy read_all on routing_choice for select to lien_thong_program using (true);
create policy staff_reads on national_import for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy keepers_read on national_file for select to lien_thong_program using ((select keeps_catalogue()));
create policy keepers_bring on national_file for insert to lien_thong_program with check ((select keeps_catalogue()) and brought_by = (select actor_id()));
create policy keepers_map on national_file for update to lien_thong_program using ((select keeps_catalogue()) and brought_by = (select actor_id()));
create policy keepers_import on national_import for insert to lien_thong_program with check ((select keeps_catalogue()) and imported_by = (select actor_id()));
create policy keepers_add on national_version for insert to lien_thong_program with check ((select keeps_catalogue()));
create policy keepers_add on national_row for insert to lien_thong_program with check ((select keeps_catalogue()));
create policy keepers_change on national_row for update to lien_thong_program using ((select keeps_catalogue()));
create policy keepers_rule on routing_rule for insert to lien_thong_program with check ((select keeps_catalogue()) and set_by = (select actor_id()));
create policy keepers_decide on routing_choice for insert to lien_thong_program with check ((select keeps_catalogue()) and decided_by = (select actor_id()));
grant select, insert on national_file, national_import, national_version, national_row, routing_rule, routing_choice to lien_thong_program;
grant update (version, name, folded, ministry, field, levels, hash, flags, sources, changed_at, dropped_at) on national_row to lien_thong_program;
grant update (columns) on national_file to lien_thong_program;
