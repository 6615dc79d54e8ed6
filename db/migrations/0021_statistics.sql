-- Figures a procedure, over stored acts: counts and times, never a name. Whoever keeps the catalogue sees the whole province, whoever watches
-- over a unit its own. Of each procedure only the newest cases of the span are counted, so that an answer never takes long.
create index work_item_of_procedure on work_item (procedure_code, opened_at desc) where kind = 'dossier';

create function counted_cases(of_code text, since timestamptz, till timestamptz, most int)
  returns table (id uuid, opened_at timestamptz, channel text, status text, step text, received_at timestamptz, promised_at timestamptz, done_at timestamptz, supplemented boolean)
language sql stable security definer set search_path from current as $$
  select w.id, w.opened_at, d.channel, s.status, s.step, s.received_at, s.promised_at,
    coalesce((select min(a.at) from act a where a.work_item_id = w.id and a.name = 'seal'), case when s.status in ('resolved', 'delivered') then s.closed_at end),
    exists (select from supplement_request r where r.work_item_id = w.id)
  from work_item w join work_state s on s.work_item_id = w.id join dossier d on d.work_item_id = w.id
  where w.kind = 'dossier' and w.procedure_code = of_code and w.opened_at between since and till and s.status <> 'transferred'
    and (keeps_catalogue() or (actor_kind() = 'staff' and w.system = actor_system() and w.unit_id = any (actor_units())))
  order by w.opened_at desc limit most
$$;

-- Of one procedure, or of all. Seconds from the hand-in to the result, as whoever waits counts them: pauses and nights included.
create function procedure_figures(of_code text, since timestamptz, till timestamptz, most int)
  returns table (code text, filed int, online int, finished int, median_s float8, p90_s float8, late int, supplemented int, refused int, withdrawn int)
language sql stable security definer set search_path from current as $$
  select p.code, count(c.id)::int, count(*) filter (where c.channel = 'online')::int, count(c.done_at)::int,
    percentile_cont(0.5) within group (order by extract(epoch from c.done_at - c.opened_at)) filter (where c.done_at is not null),
    percentile_cont(0.9) within group (order by extract(epoch from c.done_at - c.opened_at)) filter (where c.done_at is not null),
    count(*) filter (where c.done_at > c.promised_at)::int, count(*) filter (where c.supplemented)::int,
    count(*) filter (where c.status = 'refused')::int, count(*) filter (where c.status = 'withdrawn')::int
  from (select distinct r.code from procedure_revision r where r.state = 'published' and (of_code is null or r.code = of_code)) p
  cross join lateral counted_cases(p.code, since, till, most) c
  group by p.code
$$;

-- Which defects are asked for, by their code; a defect named twice in one case counts once.
create function procedure_defects(of_code text, since timestamptz, till timestamptz, most int) returns table (defect text, cases int)
language sql stable security definer set search_path from current as $$
  select x.defect, count(distinct c.id)::int from counted_cases(of_code, since, till, most) c
    join act a on a.work_item_id = c.id and a.name = 'askForMore', lateral jsonb_array_elements_text(a.params->'defects') x(defect)
  group by x.defect order by 2 desc, 1
$$;

-- How many cases brought each paper.
create function procedure_papers(of_code text, since timestamptz, till timestamptz, most int) returns table (component text, cases int)
language sql stable security definer set search_path from current as $$
  select u.component, count(distinct c.id)::int from counted_cases(of_code, since, till, most) c join file_use u on u.work_item_id = c.id
  where u.component not like 'result:%' and u.component not like 'form:%' and u.component <> 'receipt' group by u.component
$$;

-- Where drafts lie that nobody has touched for a week: the page, and how many. A draft belongs to nobody's unit yet: only for the catalogue.
create function procedure_left(of_code text, before timestamptz) returns table (revision int, page int, drafts int)
language sql stable security definer set search_path from current as $$
  select d.revision, d.page, count(*)::int from draft d where d.procedure_code = of_code and d.updated_at < before and keeps_catalogue()
  group by d.revision, d.page order by 3 desc, 2
$$;

do $$ declare f text; begin
  foreach f in array array['counted_cases', 'procedure_figures', 'procedure_defects', 'procedure_papers', 'procedure_left'] loop
    execute format('revoke all on function %I from public', f);
  end loop;
  foreach f in array array['procedure_figures', 'procedure_defects', 'procedure_papers', 'procedure_left'] loop
    execute format('grant execute on function %I to lien_thong_program', f);
  end loop;
end $$;
