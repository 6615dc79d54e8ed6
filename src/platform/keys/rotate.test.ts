import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Pool, rowsOf } from '#platform/db'
import { newId } from '#platform/id'
import { freshDatabase, poolFor } from '#test/database'
import {
  changeMaster,
  type DataKey,
  keepKeyring,
  loadKeyring,
  loadMasterKey,
  newMasterKey,
  rightMaster,
  rotate,
  type SealedColumn,
} from './index.ts'

const start = '2026-11-20T02:00:00.000Z'
const later = (seconds: number): string => new Date(Date.parse(start) + seconds * 1000).toISOString()
const columns: SealedColumn[] = [
  { table: 'person', column: 'name' },
  { table: 'person', column: 'details' },
  { table: 'audit_payload', column: 'payload', context: 'audit.payload' },
]

/** Sealed values as two programs have stored them. */
async function house(t: TestContext) {
  const database = await freshDatabase(t)
  const [pool, owner] = [poolFor(t, database.program), poolFor(t, database.owner)]
  const master = randomBytes(32)
  const program = await loadKeyring(pool, master, start)
  const command = await loadKeyring(pool, master, start)
  const store = (name: string) =>
    owner.trip([
      {
        text: 'insert into person (id, staff, name, details, created_at) values ($1, false, $2, $3, $4)',
        values: [newId(), program.seal(name, 'person.name'), program.sealJson({ name }, 'person.details'), start],
      },
      {
        text: "insert into audit_payload (chain_id, seq, salt, payload, system) values ($1, 1, '', $2, 'account')",
        values: [newId(), program.seal(name, 'audit.payload')],
      },
    ])
  const names = async () => {
    const [people] = await owner.trip([{ text: 'select name from person order by id', values: [] }])
    return rowsOf<{ name: Buffer }>(people).map((row) => row.name)
  }
  return { pool, owner, master, program, command, store, names }
}

test('a rotation seals everything anew while the program goes on sealing, and nobody meets a value he cannot open', async (t) => {
  const { pool, owner, master, program, command, store, names } = await house(t)
  for (let n = 0; n < 1_203; n += 1) await store(`Nguyễn Văn ${n}`)
  let now = start
  const keeper = keepKeyring({ pool, keys: program, master: async () => master, now: () => now })
  t.after(keeper.stop)
  const rotated = await rotate('seal', {
    owner,
    keys: command,
    master,
    now: start,
    columns,
    settled: async (key) => {
      await keeper.refresh()
      await store('khóa cũ vẫn niêm phong')
      assert.equal(program.current('seal').id, 1)
      assert.ok(program.knows(key.id))
      now = later(61)
      await keeper.refresh()
      await store('khóa mới niêm phong')
      assert.equal(program.current('seal').id, key.id)
    },
  })
  assert.deepEqual(rotated, { id: 5, resealed: 3 * 1_204 })
  const sealed = await names()
  assert.equal(sealed.length, 1_205)
  for (const name of sealed) assert.equal(program.keyIdOf(name), 5)
  assert.equal(program.openText(sealed[1_203] ?? Buffer.alloc(0), 'person.name'), 'khóa cũ vẫn niêm phong')
  const fresh = await loadKeyring(pool, master, later(120))
  assert.equal(fresh.openText(sealed[0] ?? Buffer.alloc(0), 'person.name'), 'Nguyễn Văn 0')
})

test('a program started within the first minute does not seal with the new key either', async (t) => {
  const { pool, owner, master, command } = await house(t)
  await rotate('file', { owner, keys: command, master, now: start, columns, settled: async () => {} })
  assert.equal((await loadKeyring(pool, master, later(30))).current('file').id, 3)
  assert.equal((await loadKeyring(pool, master, later(60))).current('file').id, 5)
})

test('a value that changes between reading and writing keeps its change', async (t) => {
  const { owner, master, program, command, store, names } = await house(t)
  await store('trước')
  const between: Pool = Object.create(owner)
  between.trip = async (statements) => {
    if (statements[0]?.text.startsWith('update "person" t set "name"'))
      await owner.trip([{ text: 'update person set name = $1', values: [program.seal('sau', 'person.name')] }])
    return owner.trip(statements)
  }
  const settled = async (key: DataKey) => program.add(key)
  await rotate('seal', { owner: between, keys: command, master, now: start, columns, settled })
  assert.deepEqual(
    (await names()).map((name) => command.openText(name, 'person.name')),
    ['sau'],
  )
})

test('look-up keys are not rotated silently', async (t) => {
  const { owner, master, command } = await house(t)
  await assert.rejects(rotate('look-up', { owner, keys: command, master, now: start, columns, settled: async () => {} }), {
    name: 'NotRotated',
  })
})

test('the master key changes under the data keys, also when the change is broken off at its worst moment', async (t) => {
  const { pool, owner } = await house(t)
  const folder = await mkdtemp(join(tmpdir(), 'lt-master-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'master.key')
  const first = await newMasterKey(file)
  await owner.trip([{ text: 'delete from data_key', values: [] }])
  const keys = await loadKeyring(pool, first, start)
  const sealed = keys.seal('giữ nguyên', 'person.name')

  await copyFile(file, join(folder, 'old'))
  await changeMaster(owner, file)
  const second = await loadMasterKey(file)
  assert.notDeepEqual(second, first)
  assert.equal((await loadKeyring(pool, second, start)).openText(sealed, 'person.name'), 'giữ nguyên')
  await assert.rejects(loadKeyring(pool, first, start))

  // Power was cut between the commit and the rename.
  await copyFile(file, `${file}.new`)
  await copyFile(join(folder, 'old'), file)
  assert.deepEqual(await rightMaster(owner, file), second)
  assert.deepEqual((await readdir(folder)).sort(), ['master.key', 'old'])
  await assert.rejects(loadKeyring(pool, first, start))
})
