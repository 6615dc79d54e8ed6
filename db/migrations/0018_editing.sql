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
