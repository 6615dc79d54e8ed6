import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { freshDatabase, poolFor } from '#test/database'
import { loadKeyring } from './index.ts'

const now = '2026-11-20T02:00:00.000Z'

test('four programs that start at once on an empty database agree on one key a purpose', async (t) => {
  const database = await freshDatabase(t)
  const pool = poolFor(t, database.program, 8)
  const master = randomBytes(32)
  const rings = await Promise.all(Array.from({ length: 4 }, () => loadKeyring(pool, master, now)))
  const [first, ...others] = rings
  const sealed = first?.seal('bí mật', 'test.value') ?? Buffer.alloc(0)
  for (const ring of others) {
    assert.equal(ring.openText(sealed, 'test.value'), 'bí mật')
    assert.deepEqual(ring.lookUpKey('cccd', '1'), first?.lookUpKey('cccd', '1'))
  }
  const [kept] = await poolFor(t, database.owner, 1).trip([{ text: 'select id, purpose, wrapped from data_key order by id', values: [] }])
  assert.deepEqual(
    kept?.rows.map((row) => row.purpose),
    ['seal', 'look-up', 'file', 'checkpoint'],
  )
})

test('another master key opens nothing', async (t) => {
  const pool = poolFor(t, (await freshDatabase(t)).program)
  await loadKeyring(pool, randomBytes(32), now)
  await assert.rejects(loadKeyring(pool, randomBytes(32), now))
})

test('neither citizen nor official reads the keys', async (t) => {
  const pool = poolFor(t, (await freshDatabase(t)).program)
  await loadKeyring(pool, randomBytes(32), now)
  for (const kind of ['citizen', 'staff', 'public']) {
    const [, seen] = await pool.trip([
      { text: "select set_config('lt.kind', $1, true)", values: [kind] },
      { text: 'select * from data_key', values: [] },
    ])
    assert.deepEqual(seen?.rows, [])
  }
})
