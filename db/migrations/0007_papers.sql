-- A stored file: its bytes lie encrypted outside the database under `key`; here is what they are and how they were judged.
create table stored_file (
  id uuid primary key,
  owner_id uuid,                                       -- the party who brought it, or null for papers of the office
  system text not null, unit_id uuid,                  -- the unit that made it, where the office did
  sha256 bytea not null, size bigint not null, media_type text not null,
  name bytea not null,                                 -- sealed: names tell much
  content_key text not null,                           -- keyed hash of case and content: the same paper twice in a case lies once
  key text not null unique, key_id int not null,       -- content_key and the file's own id
  scan text not null check (scan in ('clean', 'unscanned', 'made-here')),
  stored_at timestamptz not null
);
create index stored_file_by_content on stored_file (content_key);
-- What a scanner said later about a file that came in while none answered.
create table file_scan (file_id uuid primary key references stored_file, verdict text not null check (verdict in ('clean', 'malware')), at timestamptz not null);
-- The bytes are gone; the row stays and says when and under which rule.
create table file_removal (file_id uuid primary key references stored_file, at timestamptz not null, rule text not null);
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
  pieces text[] not null default '{}',                 -- what lies encrypted under upload/<id>/, in order
  file_id uuid references stored_file, refused text, created_at timestamptz not null, expires_at timestamptz not null
);
create index upload_of_draft on upload (draft_id);
create index upload_of_file on upload (file_id) where file_id is not null;
create index upload_by_expiry on upload (expires_at);

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
create index issued_paper_by_file on issued_paper (file_id);
create index issued_paper_of_item on issued_paper (work_item_id, at);

-- One series of numbers per unit, kind and year; a number is taken in the transaction of the paper that carries it.
create table number_series (
  unit_id uuid not null references unit, kind text not null, year int not null, last int not null,
  primary key (unit_id, kind, year)
);

select protect(t) from unnest(array['stored_file', 'file_scan', 'file_removal']::regclass[]) t;
select protect_case('file_use');
select protect_case('file_use_end');
select protect_case('issued_paper');
select protect('upload');
select protect('number_series');
create policy owner on stored_file to lien_thong_program using ((select actor_kind()) = 'citizen' and owner_id = (select actor_party()));
create policy office on stored_file to lien_thong_program using (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy used on stored_file for select to lien_thong_program using (exists (select from file_use u where u.file_id = stored_file.id));
create policy with_the_file on file_scan for select to lien_thong_program using (exists (select from stored_file f where f.id = file_id));
create policy with_the_file on file_removal for select to lien_thong_program using (exists (select from stored_file f where f.id = file_id));
-- A citizen brings papers for the party he acts for; a clerk brings them himself.
create policy owner on upload to lien_thong_program using (owner_id = coalesce((select actor_party()), (select actor_id())));
-- Malware or a secrecy mark at the gate is reported, whoever brought it; only staff and jobs can read what was reported.
create policy report_refused_file on operator_alert for insert to lien_thong_program with check (kind = 'file-refused');
select protect_machinery('stored_file', '{job}');
select protect_machinery('file_scan', '{job}');
select protect_machinery('file_removal', '{job}');
select protect_machinery('upload', '{job}');
create policy office on number_series to lien_thong_program using (unit_id = any ((select actor_units())::uuid[]));
grant select on file_removal to lien_thong_program;
grant select, insert on stored_file, file_scan, file_use, file_use_end, issued_paper to lien_thong_program;
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

-- Whose certificate it is, by the SHA-256 of its DER: no secret, since every signed paper carries it.
create function certificate_hash(pem text) returns bytea language sql immutable strict as
$$ select sha256(decode(regexp_replace(pem, '-----[^-]+-----|\s', '', 'g'), 'base64')) $$;
create index signing_key_by_certificate on signing_key (certificate_hash(certificate));
create function signer_of_certificate(wanted bytea[]) returns table (fingerprint bytea, kind text, post_id uuid, unit_id uuid)
language sql stable security definer set search_path from current as $$
  select certificate_hash(k.certificate), k.kind, k.post_id, k.unit_id from signing_key k where certificate_hash(k.certificate) = any (wanted)
$$;
revoke all on function signer_of_certificate from public;
grant execute on function signer_of_certificate to lien_thong_program;

create function file_is_idle(file uuid, unused_since timestamptz) returns boolean language sql volatile as $$
  select not exists (select from file_removal r where r.file_id = file)
    and not exists (select from upload u where u.file_id = file)
    and not exists (select from issued_paper p where p.file_id = file)
    and not exists (select from file_use u left join file_use_end e using (file_id, work_item_id, component)
      where u.file_id = file and (e.file_id is null or e.at >= unused_since))
$$;
revoke all on function file_is_idle from public;

-- Bytes without a live use go: not used by a case, not issued, not part of an upload, and untouched since `unused_since`.
-- The row lock waits for a use under way; a use that comes later sees the removal and is refused.
create function retire_unused_files(unused_since timestamptz, at timestamptz, most int) returns table (key text)
language plpgsql security definer set search_path from current as $$
declare candidate record;
begin
  perform refuse_unless(actor_kind() = 'job', 'job-only');
  for candidate in
    select f.id, f.key from stored_file f
    where f.stored_at < unused_since
      and not exists (select from file_removal r where r.file_id = f.id) and not exists (select from upload u where u.file_id = f.id)
      and not exists (select from issued_paper p where p.file_id = f.id)
      and not exists (select from file_use u left join file_use_end e using (file_id, work_item_id, component)
        where u.file_id = f.id and (e.file_id is null or e.at >= unused_since))
    limit most for update of f skip locked
  loop
    -- Asked again behind the lock, with what was committed since.
    if file_is_idle(candidate.id, unused_since) then
      insert into file_removal values (candidate.id, at, 'unused');
      key := candidate.key;
      return next;
    end if;
  end loop;
end $$;
revoke all on function retire_unused_files from public;
grant execute on function retire_unused_files to lien_thong_program;

-- Found harmful after it came in: the bytes go at once, whatever uses them; the row says so.
create function remove_harmful_file(harmful uuid, at timestamptz) returns text language plpgsql security definer set search_path from current as $$
declare stored text;
begin
  perform refuse_unless(actor_kind() = 'job', 'job-only');
  select f.key into stored from stored_file f where f.id = harmful for update;
  insert into file_scan values (harmful, 'malware', at) on conflict do nothing;
  insert into file_removal values (harmful, at, 'malware') on conflict do nothing;
  return stored;
end $$;
revoke all on function remove_harmful_file from public;
grant execute on function remove_harmful_file to lien_thong_program;

-- How much lies beside the database, for the operator: sums over files whose rows he may not see.
create function stored_total() returns table (files int, bytes bigint) language sql stable security definer set search_path from current as $$
  select count(*)::int, coalesce(sum(size), 0)::bigint from stored_file f where actor_kind() in ('staff', 'job')
    and not exists (select from file_removal r where r.file_id = f.id)
$$;
revoke all on function stored_total from public;
grant execute on function stored_total to lien_thong_program;
