import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Ctx, later } from '#platform/act'
import { asActor, type Connect, type Pool, rowsOf } from '#platform/db'
import { type JobRun, jobActor, registerTasks, startRunner } from '#platform/jobs'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { between, chanceFrom } from './chance.ts'

const now = '2026-11-20T02:00:00.000Z'

/** A house with one kind of job; the second run of a job is the one that is let be. */
async function house(t: Parameters<typeof freshDatabase>[0], first: (admin: Connect) => void) {
  const database = await freshDatabase(t)
  await registerTasks(database.owner, ['fragile'])
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner, 1)]
  const done = Promise.withResolvers<JobRun>()
  const errors: string[] = []
  const runner = await startRunner({
    worker: database.worker,
    pool,
    keys: testKeys(),
    now: () => now,
    pollMs: 50,
    onError: (task, error) => errors.push(`${task}: ${error instanceof Error ? error.message : error}`),
    tasks: {
      fragile: async (_ctx, _payload, run) => {
        if (run.attempt === 1) first(database.admin)
        else done.resolve(run)
      },
    },
  })
  t.after(() => runner.stop())
  await pool.trip([asActor(jobActor({})), later('fragile', {})])
  runner.nudge()
  return { done: done.promise, owner, errors, runner, database }
}

/**
 * Cuts the runner's connections while this process looks at nothing, so that its next write meets closed sockets.
 * @param besides a statement that is sent before; `{}` stands for the database's name
 */
function cut(admin: Connect, besides = 'select 1'): void {
  const sql =
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and usename = 'lien_thong_worker'"
  const both = [besides.replace('{}', admin.database), sql].map((one) => `.then(() => c.query("${one}"))`).join('')
  const script = `const c = new (require('pg').Client)(${JSON.stringify(admin)}); c.connect()${both}.then(() => c.end())`
  execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname })
}

async function untilDone(owner: Pool): Promise<void> {
  for (;;) {
    const left = await owner.trip([{ text: 'select count(*)::int as n from graphile_worker._private_jobs', values: [] }]).catch(() => [])
    if (rowsOf<{ n: number }>(left[0])[0]?.n === 0) return
    await pause(20)
  }
}

test('a runner whose connections are cut while a job succeeds goes on', { timeout: 60_000 }, async (t) => {
  const { owner } = await house(t, cut)
  await untilDone(owner)
})

test('the same while a job fails: it is tried again', { timeout: 60_000 }, async (t) => {
  const { done, owner } = await house(t, (admin) => {
    cut(admin)
    throw new Error('and it fails besides')
  })
  assert.equal((await done).attempt, 2)
  await untilDone(owner)
})

test('a runner that finds no database for a while opens its queue again, and what it had begun is run again', {
  timeout: 60_000,
}, async (t) => {
  const { done, owner, errors, database } = await house(t, (connect) => cut(connect, 'alter database {} connection limit 0'))
  while (!errors.some((line) => line.includes('opened again'))) await pause(20)
  // A superuser comes in whatever the limit is.
  await poolFor(t, database.admin, 1).trip([{ text: `alter database ${database.admin.database} connection limit -1`, values: [] }])
  assert.equal((await done).attempt, 2)
  await untilDone(owner)
})

test('a runner that was cut off can still be stopped at once', { timeout: 30_000 }, async (t) => {
  const begun = Promise.withResolvers<void>()
  const { runner } = await house(t, (admin) => {
    cut(admin)
    begun.resolve()
  })
  await begun.promise
  await runner.stop()
})

test('a job that was taken under our name and never reached us is given back and done', { timeout: 60_000 }, async (t) => {
  const database = await freshDatabase(t)
  await registerTasks(database.owner, ['long', 'never-received'])
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner, 1)]
  const [held, done, end] = [Promise.withResolvers<void>(), Promise.withResolvers<JobRun>(), Promise.withResolvers<void>()]
  let longRuns = 0
  const runner = await startRunner({
    worker: database.worker,
    pool,
    keys: testKeys(),
    now: () => now,
    pollMs: 50,
    housekeepingMs: 100,
    tasks: {
      long: async () => {
        longRuns += 1
        held.resolve()
        await end.promise
      },
      'never-received': async (_ctx, _payload, run) => done.resolve(run),
    },
  })
  t.after(() => runner.stop())
  await pool.trip([asActor(jobActor({})), later('long', {})])
  await held.promise
  const taken = `insert into graphile_worker._private_jobs (task_id, payload, attempts, locked_by, locked_at)
    select t.id, '{}', 1, j.locked_by, now() from graphile_worker._private_tasks t, graphile_worker._private_jobs j where t.identifier = 'never-received'`
  await owner.trip([{ text: taken, values: [] }])
  assert.equal((await done.promise).attempt, 2)
  end.resolve()
  await untilDone(owner)
  assert.equal(longRuns, 1)
})

test('however often everything is cut off at any moment, the runner comes back and does what waits', { timeout: 120_000 }, async (t) => {
  const database = await freshDatabase(t)
  await registerTasks(database.owner, ['short'])
  const [pool, owner, admin] = [poolFor(t, database.program, 6), poolFor(t, database.owner, 1), poolFor(t, database.admin, 1)]
  const short = async (ctx: Ctx) => ctx.pool.trip([{ text: 'select pg_sleep(0.01)', values: [] }])
  const options = { worker: database.worker, pool, keys: testKeys(), now: () => now, pollMs: 50, housekeepingMs: 200, tasks: { short } }
  const runner = await startRunner(options)
  t.after(() => runner.stop())
  const chance = chanceFrom(20_261_122)
  const limit = (most: number) => ({ text: `alter database ${database.admin.database} connection limit ${most}`, values: [] })
  const cutAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename like 'lien_thong%'`
  for (let round = 0; round < 5; round += 1) {
    await pool.trip([asActor(jobActor({})), ...Array.from({ length: 8 }, () => later('short', {}))])
    runner.nudge()
    await pause(between(chance, 0, 100))
    await admin.trip([limit(0)])
    await admin.trip([{ text: cutAll, values: [] }])
    await pause(between(chance, 0, 1_200))
    await admin.trip([limit(-1)])
    await untilDone(owner)
  }
})
