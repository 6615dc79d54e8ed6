import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { contextFor } from '#platform/act'
import { addMinutes } from '#platform/clock'
import { organisations, people, startSandbox, walkSignIn } from '#sandbox'
import { type World, world } from '#test/world'
import { beginConsent, beginVneid, finishConsent, finishVneid, partiesOf, personOf, rememberCitizen } from './index.ts'

const redirectUri = 'http://product.invalid/dang-nhap/vneid/xong'

async function open(t: TestContext) {
  const sandbox = await startSandbox({
    now: () => '2026-11-20T01:00:00.000Z',
    clientSecret: 'test-secret',
    agencySecret: 'test',
    redirectUris: [redirectUri],
  })
  t.after(() => sandbox.stop())
  const client = { issuer: sandbox.urls.issuer, clientId: sandbox.clientId, clientSecret: 'test-secret', redirectUri }
  const there = await world(t)
  return { ...there, client }
}

async function signIn({ house, client, now }: World & { client: Parameters<typeof finishVneid>[1] }, who: string, backTo = '/ho-so') {
  const { url, browserKey } = await beginVneid(house, { ...client, backTo, now })
  const callbackUrl = await walkSignIn(url, who)
  return finishVneid(house, client, { callbackUrl, browserKey, now })
}

const contextOf = ({ house, now }: World, account: string, party: string) =>
  contextFor(house, { id: account, kind: 'citizen', system: 'state', posts: [], units: [], party }, now)

test('a citizen who comes for the first time gets person, number and account; the second time they are found again', async (t) => {
  const there = await open(t)
  const citizens = "account_id in (select id from account where kind = 'citizen')"
  const forget = ['account_party', 'external_identity', 'account_state'].map((table) => `delete from ${table} where ${citizens}`)
  forget.push("delete from account where kind = 'citizen'", 'delete from identifier')
  await there.owner.trip(forget.map((text) => ({ text, values: [] })))
  const first = await signIn(there, 'hong')
  assert.ok(first.ok)
  assert.equal(first.backTo, '/ho-so')
  assert.deepEqual(
    first.parties.map(({ kind, role, name }) => ({ kind, role, name })),
    [{ kind: 'person', role: 'self', name: 'Nguyễn Thị Hồng' }],
  )
  const again = await signIn(there, 'hong')
  assert.ok(again.ok)
  assert.equal(again.account, first.account)
  assert.equal(again.party, first.party)

  const person = await personOf(contextOf(there, first.account, first.party))
  const { number, bornOn, phone, email } = people.find((one) => one.key === 'hong') ?? assert.fail()
  assert.deepEqual(
    { ...person, address: person.address?.slice(0, 5) },
    { id: first.party, name: 'Nguyễn Thị Hồng', number, bornOn, sex: 'female', phone, email, address: 'Số 12' },
  )
})

test('one person, whatever the sign-in: a number that is known already is not stored again', async (t) => {
  const there = await open(t)
  const before = await there.db.selectFrom('person').select('id').execute()
  const result = await signIn(there, 'hong')
  assert.ok(result.ok)
  assert.equal(result.account, there.hong.account)
  assert.equal((await there.db.selectFrom('person').select('id').execute()).length, before.length)
})

test('two tabs of a newcomer make one person', async (t) => {
  const there = await open(t)
  const claims = { issuer: 'x', subject: 's', name: 'Người Mới', number: '027198990999', details: {} }
  const known = await Promise.all(Array.from({ length: 6 }, () => rememberCitizen(there.house, claims, there.now)))
  assert.equal(new Set(known.map(({ person, account }) => `${person} ${account}`)).size, 1)
})

test('names, numbers and what else VNeID tells do not lie readable in the database', async (t) => {
  const there = await open(t)
  await signIn(there, 'hong')
  for (const table of ['person', 'identifier', 'external_identity', 'sign_in_trip', 'audit_payload', 'session'] as const) {
    const rows = await there.db.selectFrom(table).selectAll().execute()
    const text = rows
      .map((row) =>
        Object.values(row)
          .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
          .join(),
      )
      .join()
    for (const secret of ['027198990001', 'Hồng', Buffer.from('Hồng').toString('latin1'), '1998-03-14'])
      assert.equal(text.includes(secret), false, `${table} ${secret}`)
  }
})

test('only a year of birth is known of some, and is kept so', async (t) => {
  const there = await open(t)
  const result = await signIn(there, 'suu')
  assert.ok(result.ok)
  assert.equal((await personOf(contextOf(there, result.account, result.party))).bornOn, '1949')
})

test('who acts for an organisation acts as it, and as himself; VNeID is asked again after the session', async (t) => {
  const there = await open(t)
  const [gom] = organisations
  for (const [who, role] of [
    ['phuoc.gom', 'representative'],
    ['mai.gom', 'delegate'],
  ] as const) {
    const result = await signIn(there, who)
    assert.ok(result.ok)
    const organisation = result.parties.find((party) => party.kind === 'organisation')
    assert.deepEqual(organisation, { id: result.party, kind: 'organisation', role, name: gom?.name, taxCode: gom?.taxCode })
    assert.equal(result.parties[0]?.role, 'self')
    const ctx = contextOf(there, result.account, result.party)
    assert.equal((await partiesOf(ctx)).length, 2)
    assert.equal((await partiesOf({ ...ctx, now: addMinutes(there.now, 8 * 60) })).length, 1)
  }
})

test('an account of level 1 is not let in, and nothing of the person is kept', async (t) => {
  const there = await open(t)
  const before = await there.db.selectFrom('person').select('id').execute()
  assert.deepEqual(await signIn(there, 'nam'), { ok: false, problem: 'level', backTo: '/ho-so' })
  assert.equal((await there.db.selectFrom('person').select('id').execute()).length, before.length)
})

test('who does not want to share comes back without being let in', async (t) => {
  const { house, client, now } = await open(t)
  const { url, browserKey } = await beginVneid(house, { ...client, backTo: '/', now })
  const callbackUrl = await walkSignIn(url, 'hong', { refuse: true })
  assert.deepEqual(await finishVneid(house, client, { callbackUrl, browserKey, now }), { ok: false, problem: 'declined', backTo: '/' })
})

test('a return address opens once, in time, and only for the browser that left', async (t) => {
  const { house, client, now } = await open(t)
  const leave = async () => {
    const { url, browserKey } = await beginVneid(house, { ...client, backTo: '/', now })
    return { browserKey, callbackUrl: await walkSignIn(url, 'hong') }
  }
  const stale = { ok: false, problem: 'stale', backTo: '/' }
  const once = await leave()
  assert.equal((await finishVneid(house, client, { ...once, now })).ok, true)
  assert.deepEqual(await finishVneid(house, client, { ...once, now }), stale)
  assert.deepEqual(await finishVneid(house, client, { ...(await leave()), now: addMinutes(now, 16) }), stale)
  assert.deepEqual(await finishVneid(house, client, { ...(await leave()), browserKey: 'another browser', now }), stale)
  assert.deepEqual(await finishVneid(house, client, { callbackUrl: `${redirectUri}?code=x&state=y`, browserKey: '', now }), stale)
})

test('a code that is not VNeID’s own is refused', async (t) => {
  const { house, client, now } = await open(t)
  const { url, browserKey } = await beginVneid(house, { ...client, backTo: '/', now })
  const callbackUrl = await walkSignIn(url, 'hong')
  callbackUrl.searchParams.set('code', 'made-up')
  assert.deepEqual(await finishVneid(house, client, { callbackUrl, browserKey, now }), { ok: false, problem: 'failed', backTo: '/' })
})

test('the way back leads nowhere but to this site', async (t) => {
  const there = await open(t)
  for (const elsewhere of ['https://elsewhere.invalid/', '//elsewhere.invalid', '/\\elsewhere.invalid', 'javascript:alert(1)']) {
    const result = await signIn(there, 'hong', elsewhere)
    assert.equal(result.backTo, '/', elsewhere)
  }
})

test('a VNeID that does not answer is said so', async (t) => {
  const { house, client, now } = await open(t)
  const dead = { ...client, issuer: 'http://127.0.0.1:9/vneid' }
  await assert.rejects(beginVneid(house, { ...dead, backTo: '/', now }), { status: 503, reason: 'vneid-unreachable' })
})

test('a signed-in citizen consents to one more thing, and nobody else does it for her', async (t) => {
  const there = await open(t)
  const { house, client } = there
  const result = await signIn(there, 'hong')
  assert.ok(result.ok)
  const ctx = contextOf(there, result.account, result.party)
  const consent = async (who: string) => {
    const { url, browserKey } = await beginConsent(ctx, { ...client, scope: 'vi.giay_chung_sinh', backTo: '/nhap/1' })
    return finishConsent(ctx, client, { callbackUrl: await walkSignIn(url, who), browserKey })
  }
  const given = await consent('hong')
  assert.ok(given.ok)
  assert.equal(given.backTo, '/nhap/1')
  assert.ok(given.accessToken.length > 20)
  await assert.rejects(consent('minh'), { status: 403, reason: 'another-person' })
  const signInTrip = await beginVneid(house, { ...client, backTo: '/', now: there.now })
  const crossed = { callbackUrl: await walkSignIn(signInTrip.url, 'hong'), browserKey: signInTrip.browserKey }
  assert.deepEqual(await finishConsent(ctx, client, crossed), { ok: false, problem: 'stale', backTo: '/' })
})
