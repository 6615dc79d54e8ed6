import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Actor, Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { act, type Ctx, contextFor, later, type Plan, refuseUnless } from './index.ts'

const now = '2026-11-20T02:00:00.123Z'
const unitA = newId()
const unitB = newId()

async function house(t: Parameters<typeof freshDatabase>[0]) {
  const database = await freshDatabase(t)
  const pool = poolFor(t, database.program, 8)
  const keys = testKeys()
  const owner = poolFor(t, database.owner, 2)
  for (const [id, code] of [
    [unitA, 'A'],
    [unitB, 'B'],
  ] as const) {
    await owner.trip([
      {
        text: 'insert into unit (id, system, level, code, valid_from) values ($1, $2, $3, $4, $5)',
        values: [id, 'state', 'commune', code, '2025-07-01'],
      },
    ])
  }
  return { database, pool, owner, keys }
}

function staffOf(unit: Id): Actor {
  return { id: newId(), kind: 'staff', system: 'state', posts: [], units: [unit] }
}

function keyed(value: string, body = 'body') {
  return { value: value.padEnd(8, '-'), bodyHash: createHash('sha256').update(body).digest() }
}

/** Opens a work item in a unit: the smallest act there is. */
function openItem(ctx: Ctx, unit: Id, item: Id = newId(), extra: Statement[] = []): Promise<{ item: Id }> {
  return act(
    ctx,
    [],
    (): Plan<{ item: Id }> => ({
      act: { name: 'test.open', item, system: 'state', unit, params: { n: 1 }, private: { reason: 'riêng tư' } },
      id: newId(),
      before: [
        {
          text: 'insert into work_item (id, kind, code, system, unit_id, opened_at) values ($1, $2, $3, $4, $5, $6)',
          values: [item, 'dossier', item, 'state', unit, ctx.now],
        },
      ],
      after: extra,
      answer: { item },
    }),
  )
}

test('an act stores its row, its chain entry and its payload together', async (t) => {
  const { pool, owner, keys } = await house(t)
  const ctx = contextFor({ pool, keys }, staffOf(unitA), now)
  const { item } = await openItem(ctx, unitA)
  const [acts, chain] = await owner.trip([
    { text: 'select seq, name, private from act where work_item_id = $1', values: [item] },
    {
      text: `select e.hash = chain_hash(''::bytea, chain_id, e.seq, act, actor_id, post_id, subject_id, at, payload_hash) as whole, p.payload
             from audit_entry e join audit_payload p using (chain_id, seq) where chain_id = $1`,
      values: [item],
    },
  ])
  assert.equal(acts?.rows.length, 1)
  assert.equal(chain?.rows[0]?.whole, true)
  assert.equal(keys.openJson<{ reason: string }>(acts?.rows[0]?.private as Buffer, 'act.private').reason, 'riêng tư')
  assert.equal(Buffer.from(chain?.rows[0]?.payload as Buffer).includes('riêng tư'), false)
})

test('eight tries at once under one key make one case and eight equal answers', async (t) => {
  const { pool, owner, keys } = await house(t)
  const ctx = contextFor({ pool, keys }, staffOf(unitA), now, keyed('same'))
  const answers = await Promise.all(Array.from({ length: 8 }, () => openItem(ctx, unitA)))
  assert.equal(new Set(answers.map((answer) => answer.item)).size, 1)
  const [items] = await owner.trip([{ text: 'select count(*)::int as n from work_item', values: [] }])
  assert.equal(items?.rows[0]?.n, 1)
})

test('the same key with another body is refused', async (t) => {
  const { pool, keys } = await house(t)
  const actor = staffOf(unitA)
  await openItem(contextFor({ pool, keys }, actor, now, keyed('k', 'one')), unitA)
  await assert.rejects(openItem(contextFor({ pool, keys }, actor, now, keyed('k', 'two')), unitA), { status: 422, reason: 'key-reused' })
})

test('a value that cannot be sent stores nothing and leaves the connection usable', async (t) => {
  const { pool, owner, keys } = await house(t)
  const ctx = contextFor({ pool, keys }, staffOf(unitA), now)
  await assert.rejects(openItem(ctx, unitA, newId(), [{ text: 'select $1::text', values: ['zero\0byte'] }]), TypeError)
  await openItem(ctx, unitA)
  const [items] = await owner.trip([{ text: 'select count(*)::int as n from work_item', values: [] }])
  assert.equal(items?.rows[0]?.n, 1)
})

test('an error in the middle of an act undoes all of it, and a new statement text works afterwards', async (t) => {
  const { database, owner, keys } = await house(t)
  const ctx = contextFor({ pool: poolFor(t, database.program, 1), keys }, staffOf(unitA), now)
  const fresh = { text: 'select 1 as only_here', values: [] }
  await assert.rejects(openItem(ctx, unitA, newId(), [{ text: 'select 1 / 0', values: [] }, fresh]), { code: '22012' })
  await openItem(ctx, unitA, newId(), [fresh])
  const [items] = await owner.trip([{ text: 'select count(*)::int as n from work_item', values: [] }])
  assert.equal(items?.rows[0]?.n, 1)
})

test('a guard that fails gives 409 with its reason', async (t) => {
  const { pool, keys } = await house(t)
  const ctx = contextFor({ pool, keys }, staffOf(unitA), now)
  await assert.rejects(openItem(ctx, unitA, newId(), [refuseUnless('$1::int = 2', [1], 'desk-closed')]), {
    status: 409,
    reason: 'desk-closed',
  })
})

test('nobody writes a case of another unit, and a connection given back carries no actor', async (t) => {
  const { pool, keys } = await house(t)
  await assert.rejects(openItem(contextFor({ pool, keys }, staffOf(unitA), now), unitB), { status: 403 })
  await openItem(contextFor({ pool, keys }, staffOf(unitA), now), unitA)
  for (let turn = 0; turn < 8; turn += 1) {
    const [left] = await pool.trip([
      {
        text: "select actor_id() as actor, current_setting('lt.units', true) as units, (select count(*)::int from work_item) as seen",
        values: [],
      },
    ])
    assert.deepEqual(left?.rows[0], { actor: null, units: left?.rows[0]?.units || '', seen: 0 })
  }
})

test('a reader cannot write, and sees only his own unit', async (t) => {
  const { pool, keys } = await house(t)
  await openItem(contextFor({ pool, keys }, staffOf(unitA), now), unitA)
  const mine = await contextFor({ pool, keys }, staffOf(unitA), now).db.selectFrom('work_item').selectAll().execute()
  const others = await contextFor({ pool, keys }, staffOf(unitB), now).db.selectFrom('work_item').selectAll().execute()
  assert.equal(mine.length, 1)
  assert.equal(others.length, 0)
  const { db } = contextFor({ pool, keys }, staffOf(unitA), now)
  await assert.rejects(db.deleteFrom('desk').execute(), { code: '25006' })
})

test('a job enqueued in an act that is rolled back never waits', async (t) => {
  const { pool, owner, keys } = await house(t)
  await owner.trip([{ text: "insert into graphile_worker._private_tasks (identifier) values ('tell')", values: [] }])
  const ctx = contextFor({ pool, keys }, staffOf(unitA), now)
  await assert.rejects(openItem(ctx, unitA, newId(), [later('tell', { a: 1 }), refuseUnless('false', [], 'no')]), { status: 409 })
  await openItem(ctx, unitA, newId(), [later('tell', { a: 2 })])
  const [jobs] = await owner.trip([{ text: 'select payload from graphile_worker._private_jobs', values: [] }])
  assert.deepEqual(jobs?.rows, [{ payload: { a: 2 } }])
  await assert.rejects(openItem(ctx, unitA, newId(), [later('unknown', {})]), /no task is called unknown/)
})

test('the program has neither UPDATE nor DELETE on acts and audit entries', async (t) => {
  const { pool, keys } = await house(t)
  await openItem(contextFor({ pool, keys }, staffOf(unitA), now), unitA)
  for (const text of [
    'update act set name = $1',
    'delete from audit_entry where act = $1',
    'update audit_entry set act = $1',
    'delete from act where name = $1',
  ]) {
    await assert.rejects(pool.trip([{ text, values: ['x'] }]), { code: '42501' })
  }
})
