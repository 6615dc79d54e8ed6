-- At whose front a procedure is filed: here, or at the National Portal with what was prepared here. Without a row a sample files here and a
-- production install hands over.
create table procedure_front (
  id uuid primary key,
  code text check (code ~ '^[0-9]\.[0-9]{6}$'),                      -- null: every procedure without a row of its own
  front text not null check (front in ('own', 'national-portal')),
  reason text not null check (length(reason) between 3 and 1000),
  valid_from date not null, set_by uuid not null, set_at timestamptz not null
);
create index procedure_front_of_code on procedure_front (code, valid_from desc, set_at desc);
comment on table procedure_front is 'Inserted once and never changed: the newest row that has begun holds.';

select protect('procedure_front');
select protect_machinery('procedure_front', '{job}');
create policy read_all on procedure_front for select to lien_thong_program using (true);
create policy keepers_set on procedure_front for insert to lien_thong_program with check ((select keeps_catalogue()) and set_by = (select actor_id()));
grant select, insert on procedure_front to lien_thong_program;

-- Words are no longer kept in the database: the index over everything that can be found lives in the process and is made from what is published.
drop table procedure_word;
