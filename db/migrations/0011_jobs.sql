-- Enqueued inside the act's transaction, without NOTIFY: a NOTIFY in every act would make all acts commit one behind another. The runner is nudged after the commit.
-- At most one job of a key waits; one that already runs has read its world before this act, so another is put behind it.
create function later(task text, payload json, run_at timestamptz, key text) returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
#variable_conflict use_column
declare wanted int;
begin
  select t.id into wanted from _private_tasks t where t.identifier = later.task;
  if wanted is null then raise exception 'no task is called %', later.task; end if;
  loop
    update _private_jobs j set key = null where j.key = later.key and (j.locked_at is not null or j.attempts >= j.max_attempts);
    -- Tried sixteen times over two days, each wait longer than the one before.
    insert into _private_jobs as j (task_id, payload, run_at, key, max_attempts) values (wanted, later.payload, coalesce(later.run_at, now()), later.key, 16)
      on conflict (key) do update set run_at = least(j.run_at, excluded.run_at) where j.locked_at is null;
    exit when found;                                   -- not found: it began to run in between
  end loop;
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

-- What keeps failing is shown to an operator: once after the sixth try (some seven minutes), once when it is given up. The alert's id comes from
-- the job, so that it is raised once however many runners look. Its parameters are codes: the queue's errors never hold more.
create function raise_job_alerts(at timestamptz) returns table (job bigint, task text, attempts int, given_up boolean) language plpgsql security definer set search_path from current as $$
begin
  perform refuse_unless(actor_kind() = 'job', 'job-only');
  return query
    with failing as (
      select j.id, t.identifier, j.attempts::int as tried, j.attempts >= j.max_attempts as over, j.last_error, j.payload,
        md5(concat_ws(' ', 'job', j.id, j.created_at, j.attempts >= j.max_attempts))::uuid as alert
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.locked_at is null and j.last_error is not null and (j.attempts >= 6 or j.attempts >= j.max_attempts)
    ), raised as (
      insert into operator_alert (id, kind, subject_id, params, at)
      select f.alert, case when f.over then 'job-failed' else 'job-failing' end,
        case when f.payload->>'item' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (f.payload->>'item')::uuid end,
        jsonb_build_object('job', f.id, 'task', f.identifier, 'attempts', f.tried, 'error', f.last_error), raise_job_alerts.at
      from failing f on conflict (id) do nothing returning id
    )
    select f.id, f.identifier, f.tried, f.over from failing f join raised r on r.id = f.alert;
end $$;
revoke all on function raise_job_alerts from public;
grant execute on function raise_job_alerts to lien_thong_program;

-- An operator has mended the cause: the job is tried again from the beginning.
create function retry_job(job bigint) returns void language plpgsql security definer set search_path from current as $$
begin
  perform refuse_unless(actor_kind() in ('staff', 'job'), 'job-only');
  update graphile_worker._private_jobs j set attempts = 0, run_at = now(), last_error = null where j.id = retry_job.job and j.locked_at is null;
  perform refuse_unless(found, 'no-such-job');
end $$;
revoke all on function retry_job from public;
grant execute on function retry_job to lien_thong_program;
