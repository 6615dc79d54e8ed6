-- Where a release says that whoever handles them is asked, the holder of the desk takes an open dossier over to the newer revision himself.
create function take_revision(item uuid, to_revision int, seen int) returns void language plpgsql security definer set search_path from current as $$
declare of_code text;
begin
  select procedure_code into of_code from work_item w join work_state s on s.work_item_id = w.id
    where w.id = item and w.kind = 'dossier' and w.revision < to_revision and s.closed_at is null and s.version = seen;
  perform refuse_unless(actor_kind() = 'staff' and exists (select from desk d
    where d.work_item_id = item and d.part = 'lead' and d.post_id = any (actor_posts()) and d.unit_id = any (actor_units()))
    and exists (select from revision_release r where r.code = of_code and r.revision = to_revision and r.dossiers = 'ask'), 'no-newer-revision');
  update work_item set revision = to_revision where id = item;
  update dossier set revision = to_revision where work_item_id = item;
end $$;
revoke execute on function take_revision from public;
grant execute on function take_revision to lien_thong_program;
