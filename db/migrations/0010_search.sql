-- Found by words, never readable: each folded word of a case is a keyed 64-bit hash. Beginnings of words are hashed too.
create table search_entry (
  work_item_id uuid primary key references work_item, system text not null, unit_id uuid not null, applicant_id uuid, tokens bigint[] not null, opened_at timestamptz not null
);
create index search_entry_tokens on search_entry using gin (tokens) with (fastupdate = off);
select protect('search_entry');
create policy write_office on search_entry for insert to lien_thong_program with check (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy write_own on search_entry for insert to lien_thong_program with check ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
grant insert on search_entry to lien_thong_program;

-- The program may not read the table: its operators are not leakproof, so under row-level security no index would serve. One function repeats the authority.
create function search_office(wanted bigint[], most int) returns table (work_item_id uuid, opened_at timestamptz)
language sql stable security definer set search_path from current as $$
  select e.work_item_id, e.opened_at from search_entry e
  where (select actor_kind()) in ('staff', 'job') and e.tokens @> wanted
    and e.system = (select actor_system()) and e.unit_id = any ((select actor_units())::uuid[])
  order by e.opened_at desc limit most
$$;
create function search_own(wanted bigint[], most int) returns table (work_item_id uuid, opened_at timestamptz)
language sql stable security definer set search_path from current as $$
  select e.work_item_id, e.opened_at from search_entry e
  where (select actor_kind()) = 'citizen' and e.tokens @> wanted and e.applicant_id = (select actor_party())
  order by e.opened_at desc limit most
$$;
revoke all on function search_office, search_own from public;
grant execute on function search_office, search_own to lien_thong_program;
