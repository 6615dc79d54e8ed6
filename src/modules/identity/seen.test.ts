import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ctx } from '#platform/act'
import { asActor, rowsOf } from '#platform/db'
import { startSandbox } from '#sandbox'
import { world } from '#test/world'
import { beginVneid, namesOf } from './index.ts'

const tables = [
  'person',
  'identifier',
  'account',
  'account_state',
  'account_party',
  'external_identity',
  'credential',
  'session',
  'sign_in_trip',
] as const

async function seenBy({ pool, actor }: Ctx): Promise<Record<string, number>> {
  const text = `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`
  const [, answer] = await pool.trip([asActor(actor), { text, values: [] }])
  return rowsOf<Record<(typeof tables)[number], number>>(answer)[0] ?? {}
}

test('the public sees nobody, a citizen herself, an official his colleagues and no citizen', async (t) => {
  const { as, public: publicly, hong, mai, db, house, now, sessionOf } = await world(t)
  const redirectUri = 'http://product.invalid/xong'
  const sandbox = await startSandbox({ now: () => now, clientSecret: 'secret', agencySecret: 'secret', redirectUris: [redirectUri] })
  t.after(() => sandbox.stop())
  await beginVneid(house, {
    issuer: sandbox.urls.issuer,
    clientId: sandbox.clientId,
    clientSecret: 'secret',
    redirectUri,
    backTo: '/',
    now,
  })
  await sessionOf(hong)
  await sessionOf(mai)
  const none = Object.fromEntries(tables.map((table) => [table, 0]))
  assert.deepEqual(await seenBy(publicly()), none)
  assert.deepEqual(await seenBy(as(hong)), { ...none, person: 1, identifier: 1, account: 1, account_party: 1, session: 1 })
  const officials = (await db.selectFrom('account').where('kind', '=', 'staff').select('id').execute()).length
  const states = (await db.selectFrom('account_state').select('account_id').execute()).length
  assert.deepEqual(await seenBy(as(mai)), {
    ...none,
    person: officials,
    account: officials,
    account_state: states,
    credential: 2,
    session: 1,
  })
})

test('nobody changes what lets others in, nor who they are', async (t) => {
  const { as, a, hong, minh, pool, mai } = await world(t)
  const attempts = [
    { who: hong, text: 'update credential set ended_at = now()' },
    { who: a.chair, text: `update credential set ended_at = now() where account_id = '${mai.account}'` },
    { who: a.chair, text: `update session set expires_at = 'infinity' where account_id = '${mai.account}'` },
    { who: a.chair, text: 'update account_state set failures = 0, locked_until = null' },
    { who: hong, text: `update person set details = '' where id = '${minh.person}'` },
    { who: a.chair, text: `update person set name = '' where id = '${mai.person}'` },
  ]
  for (const { who, text } of attempts) {
    const [, answer] = await pool.trip([asActor(as(who).actor), { text, values: [] }])
    assert.equal(answer?.count, 0, text)
  }
  for (const text of ['delete from person', 'delete from credential', "update identifier set source = 'x'", 'delete from session']) {
    await assert.rejects(pool.trip([asActor(as(a.chair).actor), { text, values: [] }]), { code: '42501' }, text)
  }
})

test('officials are told each other’s names, and no citizen’s', async (t) => {
  const { as, a, mai, hong } = await world(t)
  assert.deepEqual([...(await namesOf(as(mai), [a.chair.account, hong.account])).values()], ['Trần Đức Toàn'])
  assert.deepEqual([...(await namesOf(as(hong), [a.chair.account, hong.account])).values()], ['Nguyễn Thị Hồng'])
})
