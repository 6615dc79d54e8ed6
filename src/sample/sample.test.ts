import assert from 'node:assert/strict'
import { createPublicKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { openSigningKey, signingKeyFor } from '#modules/directory'
import { signInStaff, totpAt } from '#modules/identity'
import { calendarFor, calendarOf, dayOf, shippedCalendar } from '#modules/rules'
import { createPki, sampleCommunes } from '#sandbox'
import { freshDatabase, poolFor, testKeys } from '#test/database'
import { world } from '#test/world'
import { loadSample, sampleAccounts, staffedCommunes } from './index.ts'

test('loading twice loads once', async (t) => {
  const database = await freshDatabase(t)
  const pool = poolFor(t, database.program)
  const owner = poolFor(t, database.owner, 1)
  const house = { pool, keys: testKeys() }
  const count = async () => {
    const tables = [
      'unit',
      'unit_name',
      'post',
      'post_holding',
      'account',
      'person',
      'credential',
      'former_area',
      'calendar_day',
      'office_hours',
    ]
    const [answer] = await owner.trip([
      { text: `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`, values: [] },
    ])
    return answer?.rows[0]
  }
  assert.equal(await loadSample(house, { now: '2026-11-20T01:00:00.000Z' }), true)
  const once = await count()
  assert.equal(await loadSample(house, { now: '2026-11-20T02:00:00.000Z' }), false)
  assert.deepEqual(await count(), once)
  assert.equal(once?.former_area, 313)
  assert.equal(once?.unit, 2 + 2 * 99 + 14 + 1 + 2 * 99 + 1)
})

test('the calendar and the hours of the province are those that were shipped', async (t) => {
  const { as, mai, units } = await world(t)
  const calendar = await calendarFor(as(mai), units.a)
  const shipped = calendarOf(shippedCalendar)
  for (const on of ['2026-02-17', '2026-08-22', '2026-08-31', '2026-11-20', '2026-11-21', '2026-11-24', '2027-02-09']) {
    assert.deepEqual(dayOf(calendar, on), dayOf(shipped, on), on)
  }
})

test('the sample people of the offices and the citizens of the played VNeID live in the same communes', () => {
  assert.deepEqual(
    Object.values(sampleCommunes)
      .map(({ code }) => code)
      .toSorted(),
    Object.values(staffedCommunes).toSorted(),
  )
})

test('every sample account that is listed lets in with what is listed', async (t) => {
  const { house, now } = await world(t)
  const accounts = sampleAccounts()
  assert.equal(new Set(accounts.map(({ login }) => login)).size, accounts.length)
  for (const { login, password, totpSecret } of accounts.slice(0, 3)) {
    const result = await signInStaff(house, { login, password, code: totpAt(totpSecret, now), device: 'test', now })
    assert.ok(result.ok, login)
  }
  assert.deepEqual(
    accounts.filter(({ login }) => /hotich(cu)?.kinhbac/.test(login)).map(({ post, unit }) => `${post}, ${unit}`),
    ['Công chức tư pháp – hộ tịch, Phường Kinh Bắc', 'Nguyên công chức tư pháp – hộ tịch, Phường Kinh Bắc'],
  )
})

test('leaders and agencies of the staffed communes get keys, sealed, for their own scope', async (t) => {
  const { as, a, b, db, units, issueKeys, now } = await world(t)
  const pki = createPki({ now: () => now })
  assert.equal(await issueKeys((request) => pki.issue(request)), true)
  assert.equal(await issueKeys((request) => pki.issue(request)), false)
  const [post = ''] = as(a.chair).actor.posts
  const own = await signingKeyFor(as(a.chair), { post })
  assert.ok(own)
  const certificate = new X509Certificate(own.certificate)
  const opened = openSigningKey(as(a.chair).keys, own)
  assert.equal(
    createPublicKey(opened).export({ format: 'pem', type: 'spki' }),
    certificate.publicKey.export({ format: 'pem', type: 'spki' }),
  )
  assert.match(certificate.subject, /Trần Đức Toàn/)
  assert.ok(await signingKeyFor(as(a.clerk), { seal: units.a }))
  assert.equal(await signingKeyFor(as(a.clerk), { post }), undefined)
  assert.equal(await signingKeyFor(as(b.chair), { post }), undefined)
  assert.equal(await signingKeyFor(as(b.clerk), { seal: units.a }), undefined)
  const rows = await db.selectFrom('signing_key').select('private').execute()
  assert.equal(rows.length, 20)
  for (const row of rows) assert.equal(row.private?.includes('PRIVATE KEY'), false)
})
