import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes } from '#platform/clock'
import { world } from '#test/world'
import { endSession, openSession, sessionsOf, signOut, tooMany, whoIs } from './index.ts'

test('a cookie opens its own session and nothing else does', async (t) => {
  const { house, mai, now, sessionOf } = await world(t)
  const { token, session } = await sessionOf(mai)
  assert.deepEqual(await whoIs(house, token, now), {
    ...session,
    createdAt: '2026-11-20T01:00:00Z',
    seenAt: '2026-11-20T01:00:00Z',
    expiresAt: '2026-11-20T13:00:00Z',
  })
  const [id = '', secret = ''] = token.split('.')
  const other = await sessionOf(mai)
  for (const wrong of [
    '',
    id,
    `${id}.`,
    `${id}.${'A'.repeat(43)}`,
    `${id}.${other.token.split('.')[1]}`,
    `${token}.x`,
    `x.${secret}`,
    `${token}a`,
  ]) {
    assert.equal(await whoIs(house, wrong, now), undefined, wrong)
  }
})

test('the secret of a session does not lie in the database', async (t) => {
  const { db, mai, sessionOf } = await world(t)
  const { token, session } = await sessionOf(mai)
  const row = await db.selectFrom('session').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow()
  assert.equal(JSON.stringify(row).includes(token.split('.')[1] ?? '-'), false)
})

test('a session ends by age and by silence, and lives on while somebody is there', async (t) => {
  const { house, db, hong, now, sessionOf } = await world(t)
  const { token, session } = await sessionOf(hong)
  assert.equal(await whoIs(house, token, addMinutes(now, 2 * 60)), undefined)
  for (let minutes = 100; minutes < 480; minutes += 100) assert.ok(await whoIs(house, token, addMinutes(now, minutes)), `${minutes}`)
  assert.equal(await whoIs(house, token, addMinutes(now, 480)), undefined)
  const row = await db.selectFrom('session').select('seen_at').where('id', '=', session.id).executeTakeFirstOrThrow()
  assert.equal(row.seen_at, '2026-11-20T07:40:00Z')
})

test('a session that was ended is over at once in this process, and stands so in the chain', async (t) => {
  const { house, db, mai, now, sessionOf } = await world(t)
  const { token, session } = await sessionOf(mai)
  assert.ok(await whoIs(house, token, now))
  await signOut(house, session, now)
  assert.equal(await whoIs(house, token, now), undefined)
  const chain = await db
    .selectFrom('audit_entry')
    .select(['seq', 'act', 'subject_id'])
    .where('chain_id', '=', mai.account)
    .orderBy('seq')
    .execute()
  assert.deepEqual(
    chain.map((entry) => [entry.act, entry.subject_id]),
    [
      ['session.opened', session.id],
      ['session.ended', session.id],
    ],
  )
})

test('everybody lists and ends his own sessions, an administrator those of others, a colleague none', async (t) => {
  const { as, house, mai, a, province, now } = await world(t)
  const opening = { account: mai.account, kind: 'staff' as const, device: 'Firefox trên Windows', now }
  const [first, second, third] = [await openSession(house, opening), await openSession(house, opening), await openSession(house, opening)]
  assert.deepEqual(
    (await sessionsOf(as(mai))).map((session) => session.id),
    [third, second, first].map(({ session }) => session.id),
  )
  await endSession(as(mai), first.session.id)
  await assert.rejects(sessionsOf(as(a.chair), mai.account), { status: 403 })
  await assert.rejects(endSession(as(a.chair), second.session.id), { status: 403 })
  await endSession(as(province.administrator), second.session.id)
  assert.deepEqual(
    (await sessionsOf(as(province.administrator), mai.account)).map((session) => session.id),
    [third.session.id],
  )
  await assert.rejects(endSession(as(mai), first.session.id), { status: 404 })
})

test('a session that was ended in another process lets nobody end others', async (t) => {
  const { as, house, owner, mai, now } = await world(t)
  const opening = { account: mai.account, kind: 'staff' as const, device: '', now }
  const [mine, other] = [await openSession(house, opening), await openSession(house, opening)]
  await owner.trip([{ text: 'update session set ended_at = $2 where id = $1', values: [mine.session.id, now] }])
  const ctx = { ...as(mai), actor: { ...as(mai).actor, session: mine.session.id } }
  await assert.rejects(endSession(ctx, other.session.id), { status: 401, reason: 'session-ended' })
})

test('tries at a door are counted for each bucket and forgotten after the span', async (t) => {
  const { house, db, now } = await world(t)
  const limit = { most: 3, withinMinutes: 60 }
  const tries = (bucket: string, at: string) => tooMany(house, bucket, limit, at)
  for (let n = 1; n <= 3; n += 1) assert.equal(await tries('code 24-1', now), false)
  assert.equal(await tries('code 24-1', now), true)
  assert.equal(await tries('code 24-2', now), false)
  assert.equal(await tries('code 24-1', addMinutes(now, 61)), false)
  const rows = await db.selectFrom('attempt').selectAll().execute()
  assert.equal(JSON.stringify(rows).includes('24-1'), false)
})
