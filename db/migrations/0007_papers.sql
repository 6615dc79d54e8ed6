-- A stored file: its bytes lie encrypted outside the database under `key`; here is what they are and how they were judged.
create table stored_file (
  id uuid primary key,
  owner_id uuid,                                       -- the party who brought it, or null for papers of the office
  system text not null, unit_id uuid,                  -- the unit that made it, where the office did
  sha256 bytea not null, size bigint not null, media_type text not null,
  name bytea not null,                                 -- sealed: names tell much
  key text not null unique, key_id int not null,
  scan text not null check (scan in ('clean', 'unscanned')),
  stored_at timestamptz not null
);
create table file_use (
  file_id uuid not null references stored_file, work_item_id uuid not null references work_item,
  component text not null, act_id uuid not null references act,
  system text not null, unit_id uuid not null, at timestamptz not null,
  primary key (file_id, work_item_id, component)
);
create index file_use_of_item on file_use (work_item_id);
create table file_use_end (file_id uuid not null, work_item_id uuid not null references work_item, component text not null, act_id uuid not null references act,
  system text not null, unit_id uuid not null, at timestamptz not null, primary key (file_id, work_item_id, component));

-- Under way: bytes arrive in pieces, from where they stopped. Present table.
create table upload (
  id uuid primary key, owner_id uuid not null, draft_id uuid not null, field text not null,
  name bytea not null, size bigint not null check (size between 1 and 52428800), received bigint not null default 0,
  file_id uuid references stored_file, refused text, created_at timestamptz not null, expires_at timestamptz not null
);
create index upload_of_draft on upload (draft_id);

-- What the state issued, at every stage: byte-identical or refused.
create table issued_paper (
  id uuid primary key, work_item_id uuid not null references work_item,
  kind text not null, template text not null, stage text not null check (stage in ('issued', 'leader', 'sealed')),
  file_id uuid not null references stored_file, sha256 bytea not null,
  number text, number_year int, signed_post uuid references post, act_id uuid not null references act,
  evidence bytea,                                      -- CRL or OCSP answers at signing time
  system text not null, unit_id uuid not null, at timestamptz not null
);
create unique index issued_paper_by_hash on issued_paper (sha256);
create index issued_paper_of_item on issued_paper (work_item_id, at);

-- One series of numbers per unit, kind and year; a number is taken in the transaction of the paper that carries it.
create table number_series (
  unit_id uuid not null references unit, kind text not null, year int not null, last int not null,
  primary key (unit_id, kind, year)
);

select protect('stored_file');
select protect_case('file_use');
select protect_case('file_use_end');
select protect_case('issued_paper');
select protect('upload');
select protect('number_series');
create policy owner on stored_file to lien_thong_program using ((select actor_kind()) = 'citizen' and owner_id = (select actor_party()));
create policy office on stored_file to lien_thong_program using (unit_id = any ((select actor_units())::uuid[]));
create policy used on stored_file for select to lien_thong_program using (exists (select from file_use u where u.file_id = stored_file.id));
create policy owner on upload to lien_thong_program using (owner_id = (select actor_party()));
select protect_machinery('stored_file', '{job}');
select protect_machinery('upload', '{job}');
create policy office on number_series to lien_thong_program using (unit_id = any ((select actor_units())::uuid[]));
grant select, insert on stored_file, file_use, file_use_end, issued_paper to lien_thong_program;
grant select, insert, update on number_series to lien_thong_program;
grant select, insert, update, delete on upload to lien_thong_program;

-- Anyone who holds a file may ask whether it was issued. Nothing personal comes back.
create function issued_by_hash(wanted bytea) returns table (stage text, kind text, number text, at timestamptz, unit_id uuid, signed_post uuid, evidence bytea, latest bytea)
language sql stable security definer set search_path from current as $$
  select p.stage, p.kind, p.number, p.at, p.unit_id, p.signed_post, p.evidence,
    (select l.sha256 from issued_paper l where l.work_item_id = p.work_item_id and l.kind = p.kind order by l.at desc, l.id desc limit 1)
  from issued_paper p where p.sha256 = wanted
$$;
revoke all on function issued_by_hash from public;
grant execute on function issued_by_hash to lien_thong_program;
