-- Found by words, never readable: each folded word of a case is a keyed 64-bit hash. Beginnings of words are hashed too.
create table search_entry (
  work_item_id uuid primary key references work_item, system text not null, unit_id uuid not null, applicant_id uuid, tokens bigint[] not null, opened_at timestamptz not null
);
create index search_entry_tokens on search_entry using gin (tokens) with (fastupdate = off);
select protect('search_entry');
create policy write_office on search_entry for insert to lien_thong_program with check (system = (select actor_system()) and unit_id = any ((select actor_units())::uuid[]));
create policy write_own on search_entry for insert to lien_thong_program with check ((select actor_kind()) = 'citizen' and exists (select from work_item w where w.id = work_item_id));
grant insert on search_entry to lien_thong_program;

-- The newest cases of a scope, in their order: of the whole province, and of one unit.
create index search_entry_by_time on search_entry (opened_at desc);
create index search_entry_of_unit on search_entry (unit_id, opened_at desc);

-- The program may not read the table: its operators are not leakproof, so under row-level security no index would serve. One function repeats the authority.
-- What is frequent (a family name that every third person bears) is found among the newest two thousand of the scope; what is not, by its
-- words: then there are few. Asked by words alone, a frequent one would read half the table to show its newest twenty.
create function search_office(wanted bigint[], most int) returns table (work_item_id uuid, opened_at timestamptz)
language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  units uuid[] := actor_units(); its_system text := actor_system(); found_ids uuid[]; found_at timestamptz[];
begin
  if actor_kind() not in ('staff', 'job') then return; end if;
  if cardinality(units) <= 8 then
    select array_agg(h.work_item_id), array_agg(h.opened_at) into found_ids, found_at from (
      select n.work_item_id, n.opened_at from (
        select e.* from unnest(units) u (id), lateral (select * from search_entry where unit_id = u.id order by opened_at desc limit 2000) e
        order by e.opened_at desc limit 2000) n
      where n.system = its_system and n.tokens @> wanted order by n.opened_at desc limit most) h;
  else
    select array_agg(h.work_item_id), array_agg(h.opened_at) into found_ids, found_at from (
      select n.work_item_id, n.opened_at from (
        select * from search_entry where unit_id = any (units) order by opened_at desc limit 2000) n
      where n.system = its_system and n.tokens @> wanted order by n.opened_at desc limit most) h;
  end if;
  if cardinality(found_ids) = most then
    return query select * from unnest(found_ids, found_at);
  else
    -- `offset 0`: found first, put in order afterwards. Else the index of the order would be walked to its end for a word that is rare.
    return query select h.work_item_id, h.opened_at from (
        select e.work_item_id, e.opened_at from search_entry e where e.tokens @> wanted and e.system = its_system and e.unit_id = any (units) offset 0) h
      order by h.opened_at desc limit most;
  end if;
end $$;
create function search_own(wanted bigint[], most int) returns table (work_item_id uuid, opened_at timestamptz)
language sql stable security definer set search_path from current as $$
  select e.work_item_id, e.opened_at from search_entry e
  where (select actor_kind()) = 'citizen' and e.tokens @> wanted and e.applicant_id = (select actor_party())
  order by e.opened_at desc limit most
$$;
revoke all on function search_office, search_own from public;
grant execute on function search_office, search_own to lien_thong_program;
