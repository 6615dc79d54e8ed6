import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { type Connect, type Migration, MigrationProblem, migrate, readMigrations, roleNames } from '#platform/db'
import { startPostgres } from '#platform/postgres'
import { freshDatabase, migrationsFolder } from '#test/database'
import { freePort, ownFolder, startProduct } from './product.ts'
import { ask } from './start-program-run.ts'

const added = (sql: string, no = 9001): Migration => ({ no, name: `${no}_added.sql`, sql, hash: sql })

async function migrated(t: TestContext) {
  const { owner, admin } = await freshDatabase(t)
  return { owner, admin, files: await readMigrations(migrationsFolder) }
}

async function clientFor(t: TestContext, connect: Connect): Promise<pg.Client> {
  const client = new pg.Client(connect)
  client.on('error', () => undefined)
  await client.connect()
  t.after(() => client.end())
  return client
}

test('two programs that start at once on one empty database both come to serve, and every migration ran once', async (t) => {
  const port = await freePort()
  const { connection, stop } = await startPostgres({ dataDir: join(await ownFolder(t), 'server'), port })
  t.after(stop)
  const url = `postgresql://${connection.user}:${encodeURIComponent(connection.password)}@127.0.0.1:${port}/${connection.database}`
  const dataDir = join(await ownFolder(t), 'data')
  const [one, two] = await Promise.all([1, 2].map(() => startProduct({ dataDir, env: { DATABASE_URL: url } })))
  assert.ok(one !== undefined && two !== undefined)
  t.after(() => Promise.all([one.kill(), two.kill()]))
  assert.deepEqual(await Promise.all([one.ready, two.ready]), [true, true], `${one.said()}\n${two.said()}`)
  const files = await readMigrations(migrationsFolder)
  assert.deepEqual(
    await ask(connection, 'select no from schema_version order by no'),
    files.map(({ no }) => ({ no })),
  )
  assert.deepEqual(await ask(connection, "select count(*)::int as provinces from unit where level = 'province'"), [{ provinces: 1 }])
  assert.deepEqual(await ask(connection, 'select purpose, count(*)::int as keys from data_key group by 1 having count(*) > 1'), [])
  assert.deepEqual(await Promise.all([one.stop(), two.stop()]), [0, 0])
})

test('a file of SQL under a name that would be left out stops the program', async (t) => {
  const folder = await ownFolder(t)
  await writeFile(join(folder, '0001_two_words.sql'), 'select 1')
  await assert.rejects(readMigrations(folder), /0001_two_words\.sql/)
})

test('a program older than its database refuses to start, says so, and writes nothing', async (t) => {
  const { owner, files } = await migrated(t)
  const before = await ask(owner, 'select * from schema_version order by no')
  await assert.rejects(migrate(owner, files.slice(0, -1)), (error) => {
    assert.ok(error instanceof MigrationProblem)
    assert.equal(error.code, 'database-is-newer')
    assert.match(error.message, new RegExp(`${files.at(-1)?.name}, mới hơn chương trình này`))
    return true
  })
  assert.deepEqual(await ask(owner, 'select * from schema_version order by no'), before)
})

test('the product itself ends with 1 and that sentence', async (t) => {
  const dataDir = join(await ownFolder(t), 'data')
  const { connection, stop } = await startPostgres({ dataDir })
  await ask(connection, `create role ${roleNames.owner}`)
  await ask(
    connection,
    'create table schema_version (no int primary key, name text not null, hash text not null, applied_at timestamptz not null default now())',
  )
  await ask(connection, `alter table schema_version owner to ${roleNames.owner}`)
  await ask(connection, "insert into schema_version (no, name, hash) values (9001, '9001_tomorrow.sql', 'x')")
  await stop()
  const old = await startProduct({ dataDir })
  assert.deepEqual(await old.ended, { code: 1, signal: null })
  assert.match(old.said(), /^Cơ sở dữ liệu đã ở bước 9001_tomorrow\.sql, mới hơn chương trình này\..*\n$/)
})

test('a table that somebody holds is waited for in short tries, and the older program is served between them', async (t) => {
  const { owner, files } = await migrated(t)
  const holder = await clientFor(t, owner)
  await holder.query('begin')
  await holder.query('select from install')
  const tries: string[] = []
  const running = migrate(owner, [...files, added('alter table install add column note text')], (line) => tries.push(line))
  const other = await clientFor(t, owner)
  await untilWaiting(other)
  // Behind a waiting ALTER every reader would stand; the lock is given up within two seconds, so this one is answered.
  await other.query('select from install')
  await holder.query('commit')
  await running
  assert.deepEqual(await ask(owner, 'select no from schema_version where no = 9001'), [{ no: 9001 }])
  assert.equal(tries.filter((line) => line.includes('9001')).length, 1)
})

test('a migration that fails in the middle leaves nothing of itself; the connection that held the lock lets go of it', async (t) => {
  const { owner, files } = await migrated(t)
  await assert.rejects(migrate(owner, [...files, added('create table half (a int); select 1 / 0')]), /division by zero/)
  assert.deepEqual(await ask(owner, "select to_regclass('half') as half"), [{ half: null }])
  await migrate(owner, [...files, added('create table whole (a int)', 9002)])
  assert.deepEqual(await ask(owner, "select to_regclass('whole')::text as whole"), [{ whole: 'whole' }])
})

test('a migrator that is cut off in the middle leaves nothing of its step, and the next one does it', async (t) => {
  const { owner, admin, files } = await migrated(t)
  const wanted = [...files, added('create table slow (a int); select pg_sleep(60)')]
  const running = migrate(owner, wanted).catch((error: unknown) => String(error))
  const watcher = await clientFor(t, admin)
  let cut: unknown[] = []
  while (cut.length === 0) {
    cut = (
      await watcher.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lien-thong migrate' and wait_event = 'PgSleep'",
      )
    ).rows
  }
  assert.match(String(await running), /terminat/i)
  assert.deepEqual(await ask(owner, "select to_regclass('slow') as slow"), [{ slow: null }])
  await migrate(owner, [...files, added('create table slow (a int)')])
  assert.deepEqual(await ask(owner, 'select count(*)::int as n from schema_version where no = 9001'), [{ n: 1 }])
})

/** Waits, bounded by the test's own time limit, until somebody waits for a table. */
async function untilWaiting(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      'select from pg_locks l join pg_database d on d.oid = l.database where not granted and d.datname = current_database()',
    )
    if (rowCount !== 0) return
  }
}
