-- Units of the three systems. Names and types change by resolution; the id and the history stay.
create table unit (
  id uuid primary key,
  system text not null check (system in ('state', 'party', 'front', 'union', 'youth', 'women', 'farmers', 'veterans')),
  level text not null check (level in ('province', 'commune', 'centre', 'department')),
  code text not null unique,                           -- official code where there is one
  parent_id uuid references unit,
  valid_from date not null, valid_to date
);
create index unit_of_parent on unit (parent_id);
create table unit_name (
  unit_id uuid not null references unit, name text not null, short_name text not null, area_type text,
  valid_from date not null, valid_to date, basis text not null,
  primary key (unit_id, valid_from)
);
create table unit_succession (predecessor_id uuid not null references unit, successor_id uuid not null references unit, on_date date not null, primary key (predecessor_id, successor_id));
create table unit_contact (unit_id uuid primary key references unit, address text not null, phone text not null, hours text not null, unverified boolean not null default true);

-- Work is assigned to a post, never to a person.
create table post (
  id uuid primary key, unit_id uuid not null references unit,
  role text not null check (role in ('receptionist', 'registrar', 'chair', 'clerk', 'supervisor', 'administrator', 'operator')),
  title text not null, valid_from date not null, valid_to date
);
create index post_of_unit on post (unit_id, role);
create table post_holding (
  id uuid primary key, post_id uuid not null references post, account_id uuid not null references account,
  valid_from timestamptz not null, valid_to timestamptz
);
create index post_holding_of_account on post_holding (account_id);
create index post_holding_of_post on post_holding (post_id);
create table substitution (
  id uuid primary key, post_id uuid not null references post, account_id uuid not null references account,
  valid_from timestamptz not null, valid_to timestamptz not null, reason text not null, recorded_by uuid not null, recorded_at timestamptz not null
);
create index substitution_of_account on substitution (account_id, valid_to);

-- Today's commune for an address as it was written before 01/07/2025. Several rows for one old ward: it was split, the person must say.
create table former_area (
  old_code text not null, old_name text not null, old_district text not null, folded text not null,
  commune_code text not null, kind text not null,
  primary key (old_code, commune_code)
);

-- Who signs with what. A person's key belongs to a post for the span of the certificate; the seal belongs to the unit.
create table signing_key (
  id uuid primary key, kind text not null check (kind in ('person', 'agency')),
  post_id uuid references post, account_id uuid references account, unit_id uuid not null references unit,
  provider text not null check (provider in ('software', 'pkcs11')),
  certificate text not null, chain text not null, private bytea,       -- sealed PKCS#8, or null where a device keeps it
  label text, valid_from timestamptz not null, valid_to timestamptz not null,
  check ((kind = 'person') = (post_id is not null))
);
create index signing_key_of_unit on signing_key (unit_id, kind);

select protect(t) from unnest(array['unit', 'unit_name', 'unit_succession', 'unit_contact', 'post', 'post_holding', 'substitution', 'former_area', 'signing_key']::regclass[]) t;
create policy read_all on unit for select to lien_thong_program using (true);
create policy read_all on unit_name for select to lien_thong_program using (true);
create policy read_all on unit_succession for select to lien_thong_program using (true);
create policy read_all on unit_contact for select to lien_thong_program using (true);
create policy read_all on post for select to lien_thong_program using (true);
create policy read_all on former_area for select to lien_thong_program using (true);
create policy staff_reads on post_holding for select to lien_thong_program using ((select actor_kind()) in ('staff', 'gate', 'job'));
create policy appointments on post_holding to lien_thong_program using ((select actor_kind()) = 'gate');
create policy staff_reads on substitution for select to lien_thong_program using ((select actor_kind()) in ('staff', 'gate', 'job'));
-- Leaders write in their own units, whoever holds an administrator's post in all of them.
create policy staff_writes on substitution for insert to lien_thong_program with check ((select actor_kind()) = 'staff' and recorded_by = (select actor_id())
  and (exists (select from post p where p.id = post_id and p.unit_id = any ((select actor_units())::uuid[]))
    or exists (select from post p where p.id = any ((select actor_posts())::uuid[]) and p.role = 'administrator')));
create policy staff_ends on substitution for update to lien_thong_program using ((select actor_kind()) = 'staff'
  and (exists (select from post p where p.id = post_id and p.unit_id = any ((select actor_units())::uuid[]))
    or exists (select from post p where p.id = any ((select actor_posts())::uuid[]) and p.role = 'administrator')));
create policy office on signing_key for select to lien_thong_program using (unit_id = any ((select actor_units())::uuid[]));
select protect_machinery(t, '{job}') from unnest(array['unit', 'unit_name', 'unit_succession', 'unit_contact', 'post', 'post_holding', 'substitution', 'former_area', 'signing_key']::regclass[]) t;
grant select, insert on unit, unit_name, unit_succession, unit_contact, post, post_holding, substitution, former_area, signing_key to lien_thong_program;
grant update (valid_to) on post_holding, substitution to lien_thong_program;

-- The units in an account's scope on a day, predecessors included, so that a merger rewrites no case.
create function with_predecessors(units uuid[]) returns uuid[] language sql stable as $$
  with recursive line as (
    select unnest(units) as id union select s.predecessor_id from unit_succession s join line on s.successor_id = line.id
  ) select coalesce(array_agg(id), '{}') from line
$$;

-- The unit itself and whoever came after it: a case stays with the unit in which it began, its next desk and its keys are those of today.
create function with_successors(unit uuid) returns uuid[] language sql stable as $$
  with recursive line as (
    select with_successors.unit as id union select s.successor_id from unit_succession s join line on s.predecessor_id = line.id
  ) select array_agg(id) from line
$$;
