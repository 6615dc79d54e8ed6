-- What is entered again after a leader sent it back: the entry keeps its number, book and page, and stays as it was written; the newest
-- correction is what holds.
create table register_correction (
  id uuid primary key, entry_id uuid not null references register_entry, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null, body bytea not null, at timestamptz not null
);
create index register_correction_of_entry on register_correction (entry_id, at desc);
select protect_case('register_correction');
grant select, insert on register_correction to lien_thong_program;

-- As in 0015, with the body that holds.
create or replace function find_register(keys bytea[]) returns table (entry_id uuid, unit_id uuid, book text, year int, number int, page int, entered_at timestamptz, body bytea,
  personal_number bytea, procedure_code text, revision int, submitted_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  if actor_kind() <> 'staff' or actor_system() <> 'state' then return; end if;
  return query select e.id, e.unit_id, e.book, e.year, e.number, e.page, e.entered_at,
      coalesce((select c.body from register_correction c where c.entry_id = e.id order by c.at desc, c.id desc limit 1), e.body),
      (select n.body from register_note n where n.entry_id = e.id and n.kind = 'personal-number'), w.procedure_code, w.revision, d.submitted_at
    from register_entry e join work_item w on w.id = e.work_item_id join dossier d on d.work_item_id = w.id
    where e.id in (select k.entry_id from register_key k where k.key = any (keys)) order by e.entered_at, e.id limit 20;
end $$;
