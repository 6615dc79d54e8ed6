import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes } from '#platform/clock'
import { type Somebody, type World, world } from '#test/world'
import { samplePassword, sampleTotpSecret } from '../../sample/index.ts'
import { disableAccount, enableAccount, recover, renewalOf, renewCredentials, signInStaff, staffAccounts, totpAt, whoIs } from './index.ts'
import { base32 } from './totp.ts'

const device = 'test'

async function names({ db }: World, who: Somebody): Promise<string[]> {
  const rows = await db.selectFrom('audit_entry').select('act').where('chain_id', '=', who.account).orderBy('seq').execute()
  return rows.map((row) => row.act)
}

const correct = (who: Somebody, now: string) => ({
  login: who.key,
  password: samplePassword,
  code: totpAt(sampleTotpSecret(who.key), now),
  device,
  now,
})

test('the codes are those of RFC 6238, appendix B', () => {
  const secret = base32(Buffer.from('12345678901234567890'))
  const expected = { '1970-01-01T00:00:59Z': '287082', '2005-03-18T01:58:29Z': '081804', '2033-05-18T03:33:20Z': '279037' }
  for (const [at, code] of Object.entries(expected)) assert.equal(totpAt(secret, at), code)
})

test('an official comes in by password and code, and a code works once', async (t) => {
  const there = await world(t)
  const { house, mai, now } = there
  const result = await signInStaff(house, { ...correct(mai, now), login: ' TiepNhan.KinhBac ' })
  assert.ok(result.ok)
  assert.equal((await whoIs(house, result.token, now))?.account, mai.account)
  assert.deepEqual(await signInStaff(house, correct(mai, now)), { ok: false, problem: 'code-used' })
  assert.ok((await signInStaff(house, correct(mai, addMinutes(now, 1)))).ok)
  assert.deepEqual(await names(there, mai), ['session.opened', 'session.opened'])
})

test('four sign-ins at once with one code open one session', async (t) => {
  const { house, db, mai, now } = await world(t)
  const results = await Promise.all(Array.from({ length: 4 }, () => signInStaff(house, correct(mai, now))))
  assert.equal(results.filter((result) => result.ok).length, 1)
  assert.equal((await db.selectFrom('session').select('id').execute()).length, 1)
})

test('what was wrong is not told', async (t) => {
  const { house, mai, now } = await world(t)
  const right = correct(mai, now)
  for (const wrong of [{ password: 'không đúng mật khẩu' }, { code: '000000' }, { code: '' }, { login: 'nobody.here' }]) {
    assert.deepEqual(await signInStaff(house, { ...right, ...wrong }), { ok: false, problem: 'wrong' })
  }
  assert.ok((await signInStaff(house, right)).ok)
})

test('five failures shut an account for a quarter of an hour, an unknown login likewise, and the chain says so', async (t) => {
  const there = await world(t)
  const { house, mai, a, now } = there
  const right = correct(mai, now)
  const until = addMinutes(now, 15)
  for (const login of [mai.key, 'nobody.here']) {
    for (let n = 1; n <= 4; n += 1)
      assert.deepEqual(await signInStaff(house, { ...right, login, password: 'x' }), { ok: false, problem: 'wrong' })
    const fifth = await signInStaff(house, { ...right, login, password: 'x' })
    assert.deepEqual(fifth, login === mai.key ? { ok: false, problem: 'locked', until } : { ok: false, problem: 'wrong' })
    const after = await signInStaff(house, { ...right, login })
    assert.equal(!after.ok && after.problem, 'locked')
  }
  assert.deepEqual(await names(there, mai), [...Array(5).fill('sign-in.failed'), 'account.locked'])
  assert.ok((await signInStaff(house, correct(a.chair, now))).ok)
  assert.ok((await signInStaff(house, correct(mai, addMinutes(now, 15)))).ok)
})

test('guesses that arrive together are all counted', async (t) => {
  const { house, db, mai, now } = await world(t)
  await Promise.all(Array.from({ length: 8 }, () => signInStaff(house, { ...correct(mai, now), password: 'x' })))
  const state = await db.selectFrom('account_state').selectAll().where('account_id', '=', mai.account).executeTakeFirstOrThrow()
  assert.ok(state.failures >= 5)
  assert.notEqual(state.locked_until, null)
})

test('an administrator recovers an account: everything old is ended, a password of one time forces a new one', async (t) => {
  const there = await world(t)
  const { as, house, mai, province, now } = there
  const before = await signInStaff(house, correct(mai, now))
  assert.ok(before.ok)
  const { login, password } = await recover(as(province.administrator), mai.account)
  assert.equal(login, mai.key)
  assert.equal(await whoIs(house, before.token, now), undefined)

  const later = addMinutes(now, 2)
  assert.deepEqual(await signInStaff(house, correct(mai, later)), { ok: false, problem: 'wrong' })
  const first = await signInStaff(house, { login, password, code: '', device, now: later })
  assert.ok(!first.ok && first.problem === 'renew')
  const shown = await renewalOf(house, first.ticket, later)
  assert.ok(shown)
  assert.match(shown.address, /^otpauth:\/\/totp\//)
  assert.notEqual(shown.secret, sampleTotpSecret(mai.key))

  const renewal = { ticket: first.ticket, password: 'mười hai chữ và hơn', code: totpAt(shown.secret, later), device, now: later }
  assert.deepEqual(await renewCredentials(house, { ...renewal, password: 'ngắn', code: '1' }), {
    ok: false,
    problems: [
      { field: 'password', rule: 'too-short' },
      { field: 'code', rule: 'wrong' },
    ],
  })
  assert.ok((await renewCredentials(house, renewal)).ok)
  assert.deepEqual(await renewCredentials(house, renewal), { ok: false, problems: [{ field: 'ticket', rule: 'stale' }] })
  const afterwards = addMinutes(later, 1)
  assert.ok((await signInStaff(house, { ...renewal, login, code: totpAt(shown.secret, afterwards), now: afterwards })).ok)
  assert.equal((await signInStaff(house, { ...renewal, login, password, code: '', now: afterwards })).ok, false)
  assert.deepEqual(await names(there, mai), [
    'session.opened',
    'account.recovered',
    'sign-in.failed',
    'credentials.renewed',
    'session.opened',
    'session.opened',
    'sign-in.failed',
  ])
})

test('a one-time password is good for a day', async (t) => {
  const { as, house, mai, province, now } = await world(t)
  const { login, password } = await recover(as(province.administrator), mai.account)
  const late = { login, password, code: '', device, now: addMinutes(now, 24 * 60) }
  assert.deepEqual(await signInStaff(house, late), { ok: false, problem: 'wrong' })
})

test('nobody recovers his own account, and no other role anybody’s', async (t) => {
  const { as, mai, a, hong, province } = await world(t)
  const { administrator, secondAdministrator } = province
  await assert.rejects(recover(as(administrator), administrator.account), { status: 403 })
  await assert.rejects(recover(as(mai), mai.account), { status: 403 })
  await assert.rejects(recover(as(a.supervisor), mai.account), { status: 403 })
  await assert.rejects(recover(as(administrator), hong.account), { status: 404 })
  assert.ok(await recover(as(secondAdministrator), administrator.account))
})

test('a shut account lets nobody in, nor its open sessions, until it is opened again', async (t) => {
  const { as, house, mai, province, now } = await world(t)
  const before = await signInStaff(house, correct(mai, now))
  assert.ok(before.ok)
  await disableAccount(as(province.administrator), mai.account, 'chuyển công tác')
  assert.equal(await whoIs(house, before.token, now), undefined)
  assert.deepEqual(await signInStaff(house, correct(mai, addMinutes(now, 1))), { ok: false, problem: 'wrong' })
  const listed = (await staffAccounts(as(province.administrator))).find((one) => one.account === mai.account)
  assert.deepEqual(listed, { account: mai.account, login: mai.key, name: mai.name, disabled: true })
  await enableAccount(as(province.administrator), mai.account)
  assert.ok((await signInStaff(house, correct(mai, addMinutes(now, 2)))).ok)
  await assert.rejects(staffAccounts(as(mai)), { status: 403 })
})
