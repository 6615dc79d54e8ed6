import assert from 'node:assert/strict'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { contextFor } from '#platform/act'
import { asActor } from '#platform/db'
import { type AuditedHouse, at, auditedHouse, clerk, machine } from '#test/audited-house'
import { signingWorld } from '#test/signing-world'
import { checkpointTask, type Finding, gatherCheckpoints } from './index.ts'

const kindsIn = (findings: readonly Finding[]) => [...new Set(findings.map((one) => one.kind))].sort()

test('an untouched record is whole, and the open tail is told in seconds', async (t) => {
  const { verify, gather } = await auditedHouse(t)
  assert.deepEqual(await verify(7), {
    findings: [],
    chains: 4,
    entries: 14,
    checkpoints: 1,
    last: { no: 1, at: at(5) },
    openTail: { entries: 1, seconds: 60 },
  })
  assert.equal(await gather(8), 1)
  assert.equal(await gather(9), 0)
  assert.deepEqual((await verify(10)).openTail, { entries: 0, seconds: 0 })
})

const attacks: [name: string, attack: (house: AuditedHouse) => Promise<unknown>, finds: Finding['kind'][]][] = [
  [
    'an entry is changed',
    ({ attack, items }) => attack("update audit_entry set act = 'refuse' where chain_id = $1 and seq = 2", [items[1]]),
    ['act-changed', 'entry-changed'],
  ],
  [
    'an entry is removed from the middle',
    ({ attack, items }) => attack('delete from audit_entry where chain_id = $1 and seq = 2', [items[1]]),
    ['act-without-entry', 'entry-missing', 'payload-without-entry'],
  ],
  [
    'the tail is cut with its acts and payloads',
    async ({ attack, items }) => {
      await attack('delete from audit_payload where chain_id = $1 and seq > 2', [items[1]])
      await attack('delete from audit_entry where chain_id = $1 and seq > 2', [items[1]])
      await attack('delete from act where work_item_id = $1 and seq > 2', [items[1]])
    },
    ['tail-missing'],
  ],
  [
    'two entries are swapped',
    ({ attack, items }) =>
      attack(
        `update audit_entry e set act = o.act, at = o.at, hash = o.hash, payload_hash = o.payload_hash, subject_id = o.subject_id
         from audit_entry o where e.chain_id = $1 and o.chain_id = $1 and ((e.seq = 2 and o.seq = 3) or (e.seq = 3 and o.seq = 2))`,
        [items[1]],
      ),
    ['act-changed', 'entry-changed', 'payload-changed'],
  ],
  [
    'a whole dossier is removed',
    async ({ attack, items }) => {
      for (const text of [
        'delete from audit_payload where chain_id = $1',
        'delete from audit_entry where chain_id = $1',
        'delete from act where work_item_id = $1',
        'delete from work_item where id = $1',
      ])
        await attack(text, [items[1]])
    },
    ['chain-missing'],
  ],
  [
    'a dossier is removed and its chain left behind',
    async ({ attack, items }) => {
      await attack('delete from act where work_item_id = $1', [items[1]])
      await attack('delete from work_item where id = $1', [items[1]])
    },
    ['act-missing', 'case-missing'],
  ],
  [
    'every chain is computed anew around a changed hour',
    async ({ attack }) => {
      await attack("update act set at = at - interval '1 day'")
      await attack("update audit_entry set at = at - interval '1 day'")
      await attack(`do $$ declare e audit_entry; prev bytea; begin
        for e in select * from audit_entry order by chain_id, seq loop
          prev := case when e.seq = 1 then ''::bytea else (select hash from audit_entry p where p.chain_id = e.chain_id and p.seq = e.seq - 1) end;
          update audit_entry u set hash = chain_hash(prev, e.chain_id, e.seq, e.act, e.actor_id, e.post_id, e.subject_id, e.at, e.payload_hash)
            where u.chain_id = e.chain_id and u.seq = e.seq;
        end loop; end $$`)
    },
    ['chain-rewritten'],
  ],
  [
    'what an act was about is changed in its row',
    ({ attack, items }) => attack(`update act set params = '{"a":["y"],"z":1}' where work_item_id = $1 and seq = 3`, [items[1]]),
    ['act-changed'],
  ],
  [
    'a payload is taken away without a rule',
    ({ attack, items }) => attack('delete from audit_payload where chain_id = $1 and seq = 2', [items[1]]),
    ['payload-missing'],
  ],
  [
    'an erasure is made up',
    async ({ attack, items }) => {
      await attack("insert into audit_erasure values ($1, 2, '2026-11-20T02:00:00Z', gen_random_uuid(), 'NĐ 13/2023')", [items[1]])
      await attack('delete from audit_payload where chain_id = $1 and seq = 2', [items[1]])
      await attack('update act set private = null where work_item_id = $1 and seq = 2', [items[1]])
    },
    ['erasure-not-in-chain'],
  ],
]

for (const [name, attack, finds] of attacks) {
  test(`found: ${name}`, async (t) => {
    const world = await auditedHouse(t)
    await attack(world)
    assert.deepEqual(kindsIn((await world.verify(7)).findings), finds)
  })
}

test('a change after the last checkpoint is found by the chain itself', async (t) => {
  const { verify, attack, items } = await auditedHouse(t)
  await attack("update audit_entry set at = at - interval '1 hour' where chain_id = $1 and seq = 5", [items[0]])
  assert.deepEqual(kindsIn((await verify(7)).findings), ['act-changed', 'entry-changed'])
})

test('files outside: a changed head, a changed signature, a missing number, a foreign key, a row that is gone', async (t) => {
  const { folder, verify, gather, does, items, attack } = await auditedHouse(t)
  await gather(8)
  await does(items[1], 'sign', 9)
  await gather(10)
  const [first = '', second = '', third = ''] = (await readdir(folder)).filter((name) => name.startsWith('checkpoint-')).sort()
  const original = await readFile(join(folder, first), 'utf8')
  const put = (name: string, text: string) => writeFile(join(folder, name), text)
  await put(first, original.replace(/"([0-9a-f]{63})[0-9a-f]"\]/, '"$10"]').replace(/"([0-9a-f]{63})0"\]/, '"$11"]'))
  assert.deepEqual(kindsIn((await verify(11)).findings), ['chain-rewritten', 'checkpoint-root'])
  await put(first, original.replace(/"signature": "../, '"signature": "AA'))
  assert.deepEqual(kindsIn((await verify(11)).findings), ['checkpoint-signature'])
  await put(first, '{}')
  assert.deepEqual(kindsIn((await verify(11)).findings), ['checkpoint-unreadable'])
  await put(first, original)
  const middle = await readFile(join(folder, second), 'utf8')
  await rm(join(folder, second))
  assert.deepEqual(kindsIn((await verify(11)).findings), ['checkpoint-gap', 'checkpoint-not-outside', 'checkpoint-order'])
  await put(second, middle)
  await attack('delete from audit_covered')
  await attack('delete from audit_checkpoint where no = 3')
  const { findings } = await verify(11)
  assert.deepEqual(findings, [{ kind: 'checkpoint-not-in-database', checkpoint: 3 }])
  assert.match(third, /000000000003/)
})

test('a database put back does not write over what lies outside', async (t) => {
  const { attack, gather, does, items } = await auditedHouse(t)
  await attack('delete from audit_covered')
  await attack('delete from audit_checkpoint')
  await does(items[1], 'sign', 9)
  await assert.rejects(gather(10), { name: 'CheckpointConflict' })
})

test('what could not be exported is exported by the next run, and a missing time stamp is told once', async (t) => {
  const { pool, keys, folder, owner, does, items, verify } = await auditedHouse(t)
  const away = join(folder, 'checkpoint-000000000001.json', 'no-folder')
  await assert.rejects(gatherCheckpoints({ pool, keys, folder: away, now: at(8) }))
  assert.equal((await verify(9)).openTail.entries, 1)
  const stamp = async () => undefined
  const { stamp: real } = signingWorld(at(9)).trust
  const stamped = async (bytes: Uint8Array) => {
    const answer = await real(bytes)
    return answer.ok ? answer.token : undefined
  }
  await gatherCheckpoints({ pool, keys, folder, now: at(9), stamp: stamped })
  for (const minute of [10, 11]) {
    await does(items[1], 'sign', minute)
    await gatherCheckpoints({ pool, keys, folder, now: at(minute), stamp })
  }
  assert.deepEqual((await verify(12)).findings, [])
  const [alerts] = await owner.trip([{ text: 'select kind, params from operator_alert', values: [] }])
  assert.deepEqual(alerts?.rows, [{ kind: 'checkpoint-unstamped', params: { no: 3 } }])
  const second = join(folder, 'checkpoint-000000000002.json')
  const { timeStamp, ...rest } = JSON.parse(await readFile(second, 'utf8'))
  assert.ok(timeStamp)
  await writeFile(second, JSON.stringify({ ...rest, timeStamp: Buffer.from('token').toString('base64') }))
  assert.deepEqual((await verify(12)).findings, [{ kind: 'checkpoint-time-stamp', checkpoint: 2 }])
})

test('erasing a payload by rule keeps the chain whole, and says when, by whom and why', async (t) => {
  const { pool, verify, items, gather } = await auditedHouse(t)
  await pool.trip([asActor(machine), { text: 'select erase_payload($1, 2, $2, $3)', values: [items[1], 'NĐ 13/2023 Điều 16', at(7)] }])
  assert.deepEqual((await verify(8)).findings, [])
  await gather(8)
  assert.deepEqual((await verify(9)).findings, [])
  await assert.rejects(
    pool.trip([asActor({ ...clerk, units: [] }), { text: 'select erase_payload($1, 3, $2, $3)', values: [items[1], 'x', at(7)] }]),
    { code: 'LT409' },
  )
})

test('the first run of the task in a process finds entries that a look at the recent ones would miss', async (t) => {
  const { pool, keys, does, items, folder, verify } = await auditedHouse(t)
  const ctx = contextFor({ pool, keys }, machine, '2026-11-20T09:00:00.000Z')
  const run = { id: '', attempt: 1, signal: AbortSignal.timeout(60_000), once: () => ctx }
  await checkpointTask({ folder })(ctx, {}, run)
  // Stored hours later than its hour says: a machine whose clock was wrong.
  await does(items[2], 'sign', 12)
  assert.equal((await verify(30)).openTail.entries, 1)
  await checkpointTask({ folder })(ctx, {}, run)
  assert.equal((await verify(30)).openTail.entries, 0)
})
