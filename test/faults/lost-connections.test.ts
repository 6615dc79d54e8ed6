import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { ConnectionLost, type Pool, rowsOf } from '#platform/db'
import { freshDatabase, poolFor } from '#test/database'

test('a connection that is cut in the middle of a trip fails that trip alone; the program goes on with a new one', async (t) => {
  const { program, admin } = await freshDatabase(t)
  const [pool, other] = [poolFor(t, program, 1), poolFor(t, admin, 1)]
  const under = pool.trip([{ text: 'select pg_sleep(60)', values: [] }])
  const outcome = under.then(
    () => 'answered',
    (error: unknown) => error,
  )
  await cut(other)
  assert.ok((await outcome) instanceof ConnectionLost)
  const [answer] = await pool.trip([{ text: 'select 1 as one', values: [] }])
  assert.deepEqual(rowsOf(answer), [{ one: 1 }])
})

test('a connection that was cut before anybody noticed fails the trip that meets it, not the program', async (t) => {
  const { program, admin } = await freshDatabase(t)
  const pool = poolFor(t, program, 1)
  await pool.trip([{ text: 'select 1', values: [] }])
  // While another process cuts it, this one looks at nothing: the next write meets a socket that is closed on the other side.
  const script = `const c = new (require('pg').Client)(${JSON.stringify(admin)}); c.connect().then(() => c.query("${terminate("state = 'idle'")}")).then(() => c.end())`
  execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname })
  await assert.rejects(pool.trip([{ text: 'select 1', values: [] }]), ConnectionLost)
  const [answer] = await pool.trip([{ text: 'select 1 as one', values: [] }])
  assert.deepEqual(rowsOf(answer), [{ one: 1 }])
})

const terminate = (where: string) =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lien_thong_program' and ${where}`

/** Ends whoever sleeps, as soon as somebody does. */
async function cut(other: Pool): Promise<void> {
  for (;;) {
    const [answer] = await other.trip([{ text: terminate('wait_event = $1'), values: ['PgSleep'] }])
    if (answer?.rows.length !== 0) return
  }
}
