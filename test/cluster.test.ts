import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { createDatabase, type DbConfig, templateDatabase } from './cluster.ts'

async function ask(config: DbConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('each test has a database of its own, in UTF-8 with the C.UTF-8 locale of PostgreSQL itself', async (t) => {
  const [one, two] = await Promise.all([createDatabase(t), createDatabase(t)])
  await ask(one, 'create table only_here (a int)')
  assert.deepEqual(await ask(two, "select from pg_class where relname = 'only_here'"), [])
  const rows = await ask(one, 'select encoding, datlocprovider, datlocale from pg_database where datname = current_database()')
  assert.deepEqual(rows, [{ encoding: 6, datlocprovider: 'b', datlocale: 'C.UTF-8' }])
})

test('a template is built once, however many ask for it at the same time, and tests receive copies', async (t) => {
  let built = 0
  const name = `template_${randomBytes(6).toString('hex')}`
  const build = async (config: DbConfig) => {
    built += 1
    await ask(config, "create table greeting as select 'xin chào' as text")
  }
  await Promise.all([templateDatabase(name, build), templateDatabase(name, build)])
  t.after(async () => ask(await createDatabase(t), `drop database ${name} with (force)`))
  const copies = await Promise.all([createDatabase(t, { template: name }), createDatabase(t, { template: name })])
  for (const copy of copies) assert.deepEqual(await ask(copy, 'select text from greeting'), [{ text: 'xin chào' }])
  assert.equal(built, 1)
})

test('a database is dropped after its test although a connection is still open', async (t) => {
  let client: pg.Client | undefined
  let dropped = ''
  await t.test('leaves a connection open', async (inner) => {
    const config = await createDatabase(inner)
    dropped = config.database
    client = new pg.Client(config)
    client.on('error', () => undefined)
    await client.connect()
  })
  const config = await createDatabase(t)
  assert.deepEqual(await ask(config, `select from pg_database where datname = '${dropped}'`), [])
  await client?.end()
})
