import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { act, contextFor, later, type Plan, refuseUnless } from '#platform/act'
import { type Actor, rowsOf, type Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { type Failing, type RunnerOptions, registerTasks, startRunner, type Tasks } from './index.ts'

const now = '2026-11-20T02:00:00.000Z'
const unit = newId()
const clerk: Actor = { id: newId(), kind: 'staff', system: 'state', posts: [], units: [unit] }

async function house(t: TestContext, names: string[]) {
  const database = await freshDatabase(t)
  await registerTasks(database.owner, names)
  const pool = poolFor(t, database.program, 8)
  const owner = poolFor(t, database.owner, 2)
  const keys = testKeys()
  await owner.trip([
    {
      text: "insert into unit (id, system, level, code, valid_from) values ($1, 'state', 'commune', 'A', '2025-07-01')",
      values: [unit],
    },
  ])
  const running = async (tasks: Tasks, more: Partial<RunnerOptions> = {}) => {
    const runner = await startRunner({ worker: database.worker, pool, keys, tasks, now: () => now, ...more })
    t.after(() => runner.stop())
    return runner
  }
  const ctx = contextFor({ pool, keys }, clerk, now)
  const open = (after: Statement[], item: Id = newId()) =>
    act(
      ctx,
      [],
      (): Plan<Id> => ({
        act: { name: 'open', item, system: 'state', unit },
        id: newId(),
        before: [
          {
            text: "insert into work_item (id, kind, code, system, unit_id, opened_at) values ($1, 'dossier', $2, 'state', $3, $4)",
            values: [item, item, unit, now],
          },
        ],
        after,
        answer: item,
      }),
    )
  return { database, pool, owner, keys, running, open }
}

/** Waits until something has happened so often; the test's own timeout bounds it. */
function counting(wanted: number): { done: Promise<void>; count: () => void } {
  let left = wanted
  let finish = (): void => {}
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  return {
    done,
    count: () => {
      left -= 1
      if (left === 0) finish()
    },
  }
}

test('what committed acts left for later runs once, with the unit of the case as its scope; what was rolled back never runs', async (t) => {
  const { owner, running, open } = await house(t, ['note'])
  const seen: string[] = []
  const { done, count } = counting(20)
  const runner = await running({
    note: async (ctx, { item = '' }) => {
      assert.deepEqual(ctx.actor.units, [unit])
      const found = await ctx.db.selectFrom('work_item').select('id').where('id', '=', item).execute()
      assert.equal(found.length, 1)
      seen.push(item)
      count()
    },
  })
  const items = Array.from({ length: 20 }, () => newId())
  await Promise.all(items.map((item) => open([later('note', { item, unit, system: 'state' })], item)))
  await assert.rejects(open([later('note', { item: newId(), unit }), refuseUnless('false', [], 'no')]), { status: 409 })
  runner.nudge()
  await done
  await runner.stop()
  assert.deepEqual([...seen].sort(), [...items].sort())
  const [left] = await owner.trip([{ text: 'select * from graphile_worker._private_jobs', values: [] }])
  assert.equal(left?.rows.length, 0)
})

test('a nudge starts a job that no poll would have found yet', async (t) => {
  const { running, open } = await house(t, ['note'])
  const { done, count } = counting(1)
  const runner = await running({ note: async () => count() }, { pollMs: 3_600_000 })
  await open([later('note', {})])
  // The runner may not be listening in its first moments: a nudge that is lost is made good by the next.
  const nudges = setInterval(runner.nudge, 20)
  await done.finally(() => clearInterval(nudges))
})

test('an act done by a job is stored once, however often the job runs', async (t) => {
  const { pool, owner, running, open } = await house(t, ['answer'])
  const item = await open([])
  const { done, count } = counting(2)
  await running({
    answer: async (ctx, _payload, run) => {
      await act(ctx, [], (): Plan<true> => ({ act: { name: 'answered', item, system: 'state', unit }, id: newId(), answer: true }))
      await act(
        run.once('second'),
        [],
        (): Plan<true> => ({ act: { name: 'answered-again', item, system: 'state', unit }, id: newId(), answer: true }),
      )
      count()
      if (run.attempt === 1) throw new Error('after the commit')
    },
  })
  await pool.trip([later('answer', { unit, system: 'state' })])
  // Tried again after e seconds; the test does not wait for it.
  const soon = { text: 'update graphile_worker._private_jobs set run_at = now() where attempts = 1 and locked_at is null', values: [] }
  const hurry = setInterval(() => owner.trip([soon]).catch(() => {}), 20)
  await done.finally(() => clearInterval(hurry))
  const [acts] = await owner.trip([{ text: 'select name from act where work_item_id = $1 order by seq', values: [item] }])
  assert.deepEqual(
    acts?.rows.map((row) => row.name),
    ['open', 'answered', 'answered-again'],
  )
})

test('at most one job of a key waits, and one that runs does not swallow the next', async (t) => {
  const { pool, owner } = await house(t, ['sweep'])
  const waiting = async () => {
    const [rows] = await owner.trip([{ text: 'select key from graphile_worker._private_jobs order by id', values: [] }])
    return rows?.rows.map((row) => row.key)
  }
  await pool.trip([later('sweep', {}, { key: 'one' })])
  await pool.trip([later('sweep', {}, { key: 'one' })])
  assert.deepEqual(await waiting(), ['one'])
  await owner.trip([{ text: "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'", values: [] }])
  await pool.trip([later('sweep', {}, { key: 'one' })])
  assert.deepEqual(await waiting(), [null, 'one'])
})

test('what comes round by itself runs without being enqueued', async (t) => {
  const { running } = await house(t, ['sweep'])
  const { done, count } = counting(3)
  await running({ sweep: async () => count() }, { periodic: { sweep: 50 } })
  await done
})

test('a job that keeps failing is shown to an operator twice: after six tries and when it is given up', async (t) => {
  const { pool, owner, running } = await house(t, ['send'])
  const told: Failing[] = []
  const { done, count } = counting(2)
  await running(
    {
      send: async () => {
        throw new Error('Nguyễn Thị Hồng không nhận được')
      },
    },
    {
      housekeepingMs: 100,
      onFailing: (one) => {
        told.push(one)
        count()
      },
    },
  )
  const item = newId()
  await pool.trip([later('send', { item })])
  // Between the sixth failure and the hurrying the alert must be seen: only jobs with an alert are pushed past it.
  const soon = {
    text: `update graphile_worker._private_jobs set run_at = now(), attempts = case when attempts = 6 then 15 else greatest(attempts, 5) end
           where locked_at is null and attempts < max_attempts and attempts > 0 and (attempts <> 6 or exists (select from operator_alert))`,
    values: [],
  }
  const hurry = setInterval(() => {
    owner.trip([soon]).catch(() => {})
  }, 25)
  await done.finally(() => clearInterval(hurry))
  assert.deepEqual(
    told.map(({ task, attempts, givenUp }) => ({ task, attempts, givenUp })),
    [
      { task: 'send', attempts: 6, givenUp: false },
      { task: 'send', attempts: 16, givenUp: true },
    ],
  )
  const [alerts] = await owner.trip([{ text: 'select kind, subject_id, params from operator_alert order by kind desc', values: [] }])
  assert.deepEqual(
    rowsOf<{ kind: string; subject_id: string; params: { error: string } }>(alerts).map((row) => [
      row.kind,
      row.subject_id,
      row.params.error,
    ]),
    [
      ['job-failing', item, 'Error'],
      ['job-failed', item, 'Error'],
    ],
  )
})

test('a runner killed in the middle of a task is followed by one that runs it again, with one effect', { timeout: 60_000 }, async (t) => {
  const { database, pool, owner, running } = await house(t, ['leave-effect'])
  const program = fileURLToPath(new URL('../../../test/killed-runner.ts', import.meta.url))
  const first = spawn(
    process.execPath,
    ['--import', 'tsx', program, JSON.stringify({ worker: database.worker, program: database.program })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  t.after(() => first.kill('SIGKILL'))
  await pool.trip([later('leave-effect', { effect: 'one' })])
  const [begun] = await once(first.stdout, 'data')
  assert.equal(String(begun), 'begun 1\n')
  first.kill('SIGKILL')
  await once(first, 'exit')
  const { done, count } = counting(1)
  await running({
    'leave-effect': async (_ctx, { effect = '' }, run) => {
      assert.equal(run.attempt, 2)
      await pool.trip([
        {
          text: 'insert into attempt (bucket, at) select $1, $2 where not exists (select from attempt a where a.bucket = $1)',
          values: [Buffer.from(effect), now],
        },
      ])
      count()
    },
  })
  await done
  const [effects] = await owner.trip([{ text: 'select count(*)::int as n from attempt', values: [] }])
  assert.equal(effects?.rows[0]?.n, 1)
})

test("the runner's role sees the queue and no table of the product", async (t) => {
  const { database } = await house(t, [])
  const worker = poolFor(t, database.worker, 1)
  const [seen] = await worker.trip([
    {
      text: `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v', 'p', 'm', 'S')
             and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker')
             and (case c.relkind when 'S' then has_sequence_privilege(c.oid, 'usage, select, update') else has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger') end)`,
      values: [],
    },
  ])
  assert.deepEqual(seen?.rows, [])
  await assert.rejects(worker.trip([{ text: 'select * from work_item', values: [] }]), { code: '42501' })
})

test('the pinned queue still stores, runs and fails a job the way the SQL of ours expects', async (t) => {
  const { pool, owner, running } = await house(t, ['works', 'fails'])
  const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
  assert.match(manifest.dependencies['graphile-worker'], /^\d+\.\d+\.\d+$/)
  const { done, count } = counting(2)
  await pool.trip([
    later('works', { a: '1' }),
    later('fails', { b: '2' }),
    later('works', { c: '3' }, { runAt: '2999-01-01T00:00:00.000Z' }),
  ])
  const runner = await running({
    works: async () => count(),
    fails: async () => {
      count()
      throw new Error('no')
    },
  })
  await done
  await runner.stop()
  const [left] = await owner.trip([
    {
      text: `select t.identifier, j.attempts, j.max_attempts, j.last_error, j.locked_at, j.locked_by, j.is_available, j.payload
             from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
      values: [],
    },
  ])
  const untouched = { max_attempts: 16, locked_at: null, locked_by: null, is_available: true }
  assert.deepEqual(left?.rows, [
    { identifier: 'fails', attempts: 1, last_error: 'Error', payload: { b: '2' }, ...untouched },
    { identifier: 'works', attempts: 0, last_error: null, payload: { c: '3' }, ...untouched },
  ])
  const [backlog] = await pool.trip([{ text: 'select due, failed from job_backlog()', values: [] }])
  assert.deepEqual(backlog?.rows, [{ due: 0, failed: 0 }])
})
