-- A procedure that follows from its national row is put into service by whoever keeps the catalogue; what is published never changes.
create policy keepers_publish on procedure_revision for insert to lien_thong_program
  with check ((select keeps_catalogue()) and state = 'published' and published_by = (select actor_id()));
create policy keepers_add on procedure_word for insert to lien_thong_program with check ((select keeps_catalogue()));
