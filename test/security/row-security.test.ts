import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCases, ownCases } from '#modules/dossiers'
import { type Actor, asActor, nobody, rowsOf } from '#platform/db'
import { newId } from '#platform/id'
import { birthWorld, fileBirth } from '#test/birth'
import { freshDatabase, poolFor } from '#test/database'

/** Tables without row-level security, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  schema_version: 'written by the owner alone; the program has no right on it',
}

test('row-level security is enabled and forced on every table, and each has a policy', async (t) => {
  const { owner } = await freshDatabase(t)
  const pool = poolFor(t, owner, 1)
  const [found] = await pool.trip([
    {
      text: `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and 'lien_thong_program'::regrole = any (p.polroles)) as policies,
        has_table_privilege('lien_thong_program', c.oid, 'select') or has_table_privilege('lien_thong_program', c.oid, 'insert') as reachable
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
      values: [],
    },
  ])
  const open = rowsOf<{ name: string; enabled: boolean; forced: boolean; policies: number; reachable: boolean }>(found)
    .filter((one) => !(one.name in exceptions))
    .filter((one) => !one.enabled || !one.forced || (one.reachable && one.policies === 0))
  assert.deepEqual(open, [])
})

test('the roles of program and runner pass nothing and own nothing', async (t) => {
  const { owner } = await freshDatabase(t)
  const [found] = await poolFor(t, owner, 1).trip([
    {
      text: `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong, (select count(*)::int from pg_class where relowner = r.oid) as owns
        from pg_roles r where rolname in ('lien_thong_program', 'lien_thong_worker') order by rolname`,
      values: [],
    },
  ])
  assert.deepEqual(found?.rows, [
    { rolname: 'lien_thong_program', strong: false, owns: 0 },
    { rolname: 'lien_thong_worker', strong: false, owns: 0 },
  ])
})

const caseTables = [
  'work_item',
  'work_state',
  'desk',
  'act',
  'audit_entry',
  'audit_payload',
  'dossier',
  'dossier_change',
  'file_use',
  'stored_file',
  'issued_paper',
  'notice',
  'suspension',
  'supplement_request',
  'register_entry',
  'record_access',
  'look_up',
  'draft',
  'idempotency_key',
]

test('strangers of every kind see nothing of a case: no row, no count, no hit', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const party: Actor = { id: newId(), kind: 'staff', system: 'party', posts: [], units: [w.units.a], roles: ['registrar'] }
  const strangers: [string, Actor][] = [
    ['an official of another commune', w.as(w.b.registrar).actor],
    ['an official of another system with the same unit in scope', party],
    ['another citizen', w.as(w.lan).actor],
    ['the public', { id: nobody, kind: 'public', system: 'state', posts: [], units: [] }],
    ['the sign-in machinery', { id: nobody, kind: 'gate', system: 'state', posts: [], units: [] }],
  ]
  for (const [who, actor] of strangers) {
    const counts = await w.pool.trip([
      asActor(actor),
      ...caseTables.map((table) => ({ text: `select count(*)::int as n from ${table} where true`, values: [] })),
    ])
    const seen = caseTables.filter((table, place) => {
      const n = Number(counts[place + 1]?.rows[0]?.n)
      // The machinery of sign-in keeps its own account chains; a colleague of the same unit but another system shares its number series.
      return n > 0 && !(table === 'audit_entry' || table === 'audit_payload')
    })
    assert.deepEqual(seen, [], who)
    const chain = await w.pool.trip([
      asActor(actor),
      { text: 'select count(*)::int as n from audit_entry where chain_id = $1', values: [filed.id] },
    ])
    assert.equal(chain[1]?.rows[0]?.n, 0, who)
  }
  assert.equal((await findCases(w.as(w.a.registrar), 'minh khue')).length, 1)
  assert.equal((await findCases(w.as(w.b.registrar), 'minh khue')).length, 0)
  assert.equal((await findCases(w.as(w.lan), 'minh khue')).length, 0)
  assert.equal((await findCases(w.as(w.province.supervisor), 'Trần Minh Khuê')).length, 1)
  assert.equal((await ownCases(w.as(w.lan))).length, 0)
})

test('nobody writes into another unit’s case, and the table of search is out of reach', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const other = w.as(w.b.registrar).actor
  const as = (text: string, values: (string | null)[]) => w.pool.trip([asActor(other), { text, values }])
  const moved = await as("update work_state set status = 'refused' where work_item_id = $1 returning 1", [filed.id])
  assert.equal(moved[1]?.rows.length, 0)
  await assert.rejects(
    as(
      "insert into notice (id, party_id, work_item_id, kind, params, system, unit_id, at) values ($1, $2, $3, 'x', '{}', 'state', $4, now())",
      [newId(), w.hong.person, filed.id, w.units.a],
    ),
    { code: '42501' },
  )
  for (const table of ['search_entry', 'graphile_worker._private_jobs', 'schema_version']) {
    await assert.rejects(as(`select * from ${table}`, []), { code: '42501' }, table)
  }
})

test('a former holder sees no more, a substitute sees from the first hour to the last', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const former = await w.asToday(w.formerRegistrar)
  assert.equal((await findCases(former, 'khuê')).length, 0)
  const post = w.as(w.a.registrar).actor.posts[0] ?? ''
  await w.cover(w.b.registrar, post, '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z')
  assert.equal((await findCases(await w.asToday(w.b.registrar), 'khuê')).length, 1)
  assert.equal((await findCases(await w.asToday(w.b.registrar, { now: '2026-11-21T00:00:01Z' }), 'khuê')).length, 0)
})
