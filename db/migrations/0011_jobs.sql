-- Enqueued inside the act's transaction, without NOTIFY: a NOTIFY in every act would make all acts commit one behind another. The runner is nudged after the commit.
create function later(task text, payload json, run_at timestamptz, key text) returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  insert into _private_jobs (task_id, payload, run_at, key) select t.id, payload, coalesce(later.run_at, now()), later.key from _private_tasks t where t.identifier = later.task;
  if not found then raise exception 'no task is called %', later.task; end if;
end $$;
revoke all on function later from public;
grant execute on function later to lien_thong_program;

-- The runner's role touches the worker's schema and nothing else.
grant usage on schema graphile_worker to lien_thong_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to lien_thong_worker;
grant usage, select on all sequences in schema graphile_worker to lien_thong_worker;
grant execute on all functions in schema graphile_worker to lien_thong_worker;
do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('create policy runner on %s to lien_thong_worker using (true) with check (true)', t.name);
  end loop;
end $$;

-- How old the oldest due job is, for /readyz and for the operator; what finally failed.
create function job_backlog() returns table (oldest_due_s double precision, due int, failed int) language sql stable security definer set search_path = graphile_worker, pg_temp as $$
  select coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now() and attempts < max_attempts and locked_at is null)), 0)::double precision,
    (count(*) filter (where run_at <= now() and attempts < max_attempts))::int, (count(*) filter (where attempts >= max_attempts))::int
  from _private_jobs
$$;
revoke all on function job_backlog from public;
grant execute on function job_backlog to lien_thong_program;
