-- Procedures are edited as drafts of a revision: one officer writes, a second one approves, and what is published never changes again.
create function is_procedure_officer() returns boolean language sql stable parallel safe as
$$ select actor_kind() = 'staff' and exists (select from post p where p.id = any (actor_posts()) and p.role = 'procedureOfficer') $$;

create table revision_draft (                          -- present table; its history is revision_change and revision_event
  id uuid primary key, code text not null check (length(code) between 1 and 40),
  based_on int, revision int,                          -- the number it was published under
  origin text not null check (origin in ('copy', 'new', 'import')),
  body jsonb not null check (octet_length(body::text) <= 2000000),
  version int not null default 1 check (version > 0),
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'dropped')),
  made_by uuid not null references account, made_at timestamptz not null,
  changed_by uuid not null references account, changed_at timestamptz not null,
  check ((state = 'published') = (revision is not null))
);
create unique index revision_draft_open on revision_draft (code) where state in ('draft', 'submitted', 'approved');
comment on index revision_draft_open is 'Two officers never write two next revisions of one procedure side by side.';

create table revision_change (                         -- who changed what: a row a part, one version a saved page
  draft_id uuid not null references revision_draft, version int not null, place text not null check (length(place) <= 300),
  before jsonb, after jsonb, by uuid not null references account, at timestamptz not null,
  primary key (draft_id, version, place)
);
create table revision_event (                          -- submitted, sent back, approved, published, dropped: with the reason
  id uuid primary key, draft_id uuid not null references revision_draft, version int not null,
  act text not null check (act in ('made', 'submit', 'sendBack', 'approve', 'publish', 'drop')),
  note text not null check (length(note) <= 2000), by uuid not null references account, at timestamptz not null
);
create index revision_event_of_draft on revision_event (draft_id, at);

-- What was decided for those who are under way when a new revision comes into force.
create table revision_release (
  code text not null, revision int not null, draft_id uuid not null unique references revision_draft, in_force_from date not null,
  dossiers text not null check (dossiers in ('pin', 'rebase', 'ask')), drafts text not null check (drafts in ('pin', 'rebase')),
  by uuid not null references account, at timestamptz not null,
  primary key (code, revision), foreign key (code, revision) references procedure_revision
);

select protect(t) from unnest(array['revision_draft', 'revision_change', 'revision_event', 'revision_release']::regclass[]) t;
select protect_machinery(t, '{job}') from unnest(array['revision_draft', 'revision_change', 'revision_event', 'revision_release']::regclass[]) t;
create policy officer_reads on revision_draft for select to lien_thong_program using ((select is_procedure_officer()));
create policy officer_reads on revision_change for select to lien_thong_program using ((select is_procedure_officer()));
create policy officer_reads on revision_event for select to lien_thong_program using ((select is_procedure_officer()));
create policy staff_reads on revision_release for select to lien_thong_program using ((select actor_kind()) in ('staff', 'citizen'));

create policy officer_makes on revision_draft for insert to lien_thong_program
  with check ((select is_procedure_officer()) and made_by = (select actor_id()) and state = 'draft');
-- Published and dropped drafts stand for ever.
create policy officer_changes on revision_draft for update to lien_thong_program
  using ((select is_procedure_officer()) and state in ('draft', 'submitted', 'approved')) with check ((select is_procedure_officer()));
create policy officer_writes on revision_change for insert to lien_thong_program
  with check ((select is_procedure_officer()) and by = (select actor_id()));
-- Four eyes: nobody who wrote in a draft approves it.
create policy officer_writes on revision_event for insert to lien_thong_program
  with check ((select is_procedure_officer()) and by = (select actor_id()) and (act <> 'approve' or not exists (
    select from revision_change c where c.draft_id = revision_event.draft_id and c.by = (select actor_id()))));
create policy officer_releases on revision_release for insert to lien_thong_program
  with check ((select is_procedure_officer()) and by = (select actor_id()));
-- What follows from a national row needs no second pair of eyes and says so of itself; whatever is written by hand does: a revision is published
-- out of a draft that somebody else approved.
drop policy keepers_publish on procedure_revision;
create policy keepers_publish on procedure_revision for insert to lien_thong_program
  with check ((select keeps_catalogue()) and state = 'published' and published_by = (select actor_id()) and body -> 'derived' = 'true');
create policy published_by_officer on procedure_revision for insert to lien_thong_program
  with check ((select is_procedure_officer()) and state = 'published' and published_by = (select actor_id()) and exists (
    select from revision_draft d join revision_event e on e.draft_id = d.id and e.act = 'approve' and e.version = d.version
    where d.code = procedure_revision.code and d.state = 'approved'));
create policy words_by_officer on procedure_word for insert to lien_thong_program with check ((select is_procedure_officer()));

grant select, insert, update on revision_draft to lien_thong_program;
grant select, insert on revision_change, revision_event, revision_release to lien_thong_program;

-- How many are under way under each revision, in the whole province: numbers alone, for whoever decides about them.
create function revision_impact(of_code text) returns table (kind text, revision int, count bigint)
  language sql stable security definer set search_path from current as $$
  select 'dossier', d.revision, count(*) from dossier d join work_state s on s.work_item_id = d.work_item_id
    where d.procedure_code = of_code and s.closed_at is null and is_procedure_officer() group by d.revision
  union all
  select 'draft', d.revision, count(*) from draft d where d.procedure_code = of_code and is_procedure_officer() group by d.revision
$$;
revoke execute on function revision_impact from public;
grant execute on function revision_impact to lien_thong_program;

-- What the province sets over a national row: a row a rule, with its ground and its days inside; it is ended, never changed.
create table overlay_entry (
  id uuid primary key, code text not null check (length(code) <= 40),
  part text not null check (part in ('times', 'fees', 'cases', 'results', 'places', 'levels', 'texts')),
  body jsonb not null check (octet_length(body::text) <= 100000), set_by uuid not null references account, set_at timestamptz not null
);
create index overlay_entry_of_code on overlay_entry (code);
create table overlay_entry_end (
  entry_id uuid primary key references overlay_entry, reason text not null check (length(reason) between 1 and 1000),
  ended_by uuid not null references account, ended_at timestamptz not null
);
-- What was said to a part of a national update: taken over, or left as it was.
create table national_answer (
  code text not null, version int not null, part text not null check (length(part) <= 40), answer text not null check (answer in ('accept', 'decline')),
  reason text not null check (length(reason) <= 1000), by uuid not null references account, at timestamptz not null,
  primary key (code, version, part), foreign key (code, version) references national_version
);

-- A legal text that makes or changes procedures, the decision that announces it, and the day on which it was opened to the public.
create table announcement (
  id uuid primary key, level text not null check (level in ('province', 'ministry')), legal_text text not null, effective_on date not null,
  codes text[] not null, made_by uuid not null references account, made_at timestamptz not null
);
create table announcement_decision (
  announcement_id uuid primary key references announcement, number text not null, decided_on date not null,
  recorded_by uuid not null references account, recorded_at timestamptz not null
);
create table announcement_opening (
  announcement_id uuid primary key references announcement, opened_on date not null,
  recorded_by uuid not null references account, recorded_at timestamptz not null
);
select protect(t) from unnest(array['overlay_entry', 'overlay_entry_end', 'national_answer', 'announcement', 'announcement_decision', 'announcement_opening']::regclass[]) t;
select protect_machinery(t, '{job}') from unnest(array['overlay_entry', 'overlay_entry_end', 'national_answer', 'announcement', 'announcement_decision',
  'announcement_opening']::regclass[]) t;
create policy staff_reads on overlay_entry for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy staff_reads on overlay_entry_end for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy staff_reads on national_answer for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy staff_reads on announcement for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy staff_reads on announcement_decision for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy staff_reads on announcement_opening for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy officer_sets on overlay_entry for insert to lien_thong_program with check ((select is_procedure_officer()) and set_by = (select actor_id()));
create policy officer_ends on overlay_entry_end for insert to lien_thong_program with check ((select is_procedure_officer()) and ended_by = (select actor_id()));
create policy officer_answers on national_answer for insert to lien_thong_program with check ((select is_procedure_officer()) and by = (select actor_id()));
create policy officer_makes on announcement for insert to lien_thong_program with check ((select is_procedure_officer()) and made_by = (select actor_id()));
create policy officer_records on announcement_decision for insert to lien_thong_program
  with check ((select is_procedure_officer()) and recorded_by = (select actor_id()));
create policy officer_records on announcement_opening for insert to lien_thong_program
  with check ((select is_procedure_officer()) and recorded_by = (select actor_id()));
grant select, insert on overlay_entry, overlay_entry_end, national_answer, announcement, announcement_decision, announcement_opening to lien_thong_program;

-- A dossier keeps its revision, but for one thing: when the release of a newer one says that whatever fits goes over. The promise is not touched.
create function rebase_dossier(item uuid, to_revision int) returns void language plpgsql security definer set search_path from current as $$
declare of_code text;
begin
  select procedure_code into of_code from work_item w join work_state s on s.work_item_id = w.id
    where w.id = item and w.kind = 'dossier' and w.revision < to_revision and s.closed_at is null;
  perform refuse_unless(actor_kind() = 'job' and exists (select from revision_release r
    where r.code = of_code and r.revision = to_revision and r.dossiers = 'rebase'), 'not-released');
  update work_item set revision = to_revision where id = item;
  update dossier set revision = to_revision where work_item_id = item;
end $$;
revoke execute on function rebase_dossier from public;
grant execute on function rebase_dossier to lien_thong_program;

-- Papers that data replaces, line by line as a resolution lists them: what an officer is shown beside the papers of a procedure.
create table component_replacement (
  code text not null, paper text not null, databases text[] not null, database_text text not null, legal text not null, article text not null,
  imported_by uuid, imported_at timestamptz not null,
  primary key (code, paper, legal, article)
);
select protect('component_replacement');
select protect_machinery('component_replacement', '{job}');
create policy staff_reads on component_replacement for select to lien_thong_program using ((select actor_kind()) = 'staff');
grant select, insert on component_replacement to lien_thong_program;
