import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes } from '#platform/clock'
import { asActor } from '#platform/db'
import { newId } from '#platform/id'
import { world } from '#test/world'
import { actorOf, appointSubstitute, endSubstitution, substitutionsOf } from './index.ts'

const from = '2026-11-20T00:00:00.000Z'
const to = '2026-11-22T00:00:00.000Z'

test('scope: own commune with its centre and old wards, no other; the province’s supervisor sees all below', async (t) => {
  const { as, a, mai, province, units, unit } = await world(t)
  const own = [units.a, unit('09187-TT'), ...['09172', '09184', '09187', '09214', '09226', '09235'].map((code) => unit(`${code}-2025`))]
  for (const who of [mai, a.registrar, a.chair, a.clerk]) assert.deepEqual(as(who).actor.units.toSorted(), own.toSorted(), who.key)
  // Who watches over the commune's work watches over its economic office; the police answer to their own.
  assert.deepEqual(as(a.supervisor).actor.units.toSorted(), [...own, unit('09187-KT')].toSorted())
  const wide = as(province.supervisor).actor.units
  assert.deepEqual([wide.includes(unit('09187-KT')), wide.includes(unit('09187-CA')), wide.includes(unit('24-BH'))], [true, false, false])
  assert.equal(wide.length, 1 + 1 + 2 * 99 + 14 + 99)
  assert.deepEqual(as(province.administrator).actor.units.toSorted(), [units.province, unit('24-TT')].toSorted())
})

test('a former holder keeps the account and loses posts and scope', async (t) => {
  const { asToday, formerRegistrar } = await world(t)
  const then = await asToday(formerRegistrar, { now: '2026-09-30T16:59:00.000Z' })
  assert.deepEqual(then.actor.roles, ['registrar'])
  const after = await asToday(formerRegistrar, { now: '2026-09-30T17:00:00.000Z' })
  assert.deepEqual([after.actor.posts, after.actor.units, after.actor.roles], [[], [], []])
})

test('a leader appoints a substitute, who has the post for that span and not a minute longer', async (t) => {
  const { as, asToday, a, b, db, now, units } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  const appointment = { post, account: b.registrar.account, from, to, reason: 'Nghỉ phép năm' }
  const result = await appointSubstitute(as(a.chair), appointment)
  assert.ok(result.ok)
  const during = await asToday(b.registrar)
  assert.equal(during.actor.posts.includes(post), true)
  assert.equal(during.actor.units.includes(units.a) && during.actor.units.includes(units.b), true)
  for (const outside of [addMinutes(from, -1), to]) {
    const other = await asToday(b.registrar, { now: outside })
    assert.equal(other.actor.posts.includes(post), false, outside)
    assert.equal(other.actor.units.includes(units.a), false, outside)
  }
  const chain = await db
    .selectFrom('audit_entry')
    .select(['act', 'subject_id', 'actor_id'])
    .where('chain_id', '=', b.registrar.account)
    .execute()
  assert.deepEqual(chain, [{ act: 'substitute.appointed', subject_id: post, actor_id: a.chair.account }])
  assert.deepEqual(
    (await substitutionsOf(as(a.supervisor))).map(({ name, reason }) => [name, reason]),
    [['Nguyễn Đình Lâm', 'Nghỉ phép năm']],
  )
  assert.deepEqual(await substitutionsOf(as(b.chair)), [])
  await endSubstitution({ ...as(a.chair), now: addMinutes(now, 1) }, result.id)
  assert.deepEqual((await asToday(b.registrar, { now: addMinutes(now, 2) })).actor.posts.includes(post), false)
})

test('the counter of the one-stop centre is covered by the leader’s word too', async (t) => {
  const { as, a, mai } = await world(t)
  const [post = ''] = as(mai).actor.posts
  assert.ok((await appointSubstitute(as(a.chair), { post, account: a.clerk.account, from, to, reason: 'Họp' })).ok)
})

test('nobody but a leader of that unit or an administrator appoints or ends', async (t) => {
  const { as, a, b, mai, province, hong } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  const appointment = { post, account: a.clerk.account, from, to, reason: 'Ốm' }
  for (const who of [mai, a.registrar, a.supervisor, b.chair, province.supervisor, province.operator, hong]) {
    await assert.rejects(appointSubstitute(as(who), appointment), { status: 403 }, who.key)
  }
  const result = await appointSubstitute(as(a.chair), appointment)
  assert.ok(result.ok)
  await assert.rejects(endSubstitution(as(b.chair), result.id), { status: 403 })
  await assert.rejects(endSubstitution(as(a.registrar), result.id), { status: 403 })
  // A leader who is ill himself decides by telephone; the administrator writes it down.
  const written = await appointSubstitute(as(province.administrator), { ...appointment, account: b.registrar.account })
  assert.ok(written.ok)
  assert.deepEqual((await substitutionsOf(as(province.administrator))).length, 2)
  await endSubstitution({ ...as(province.administrator), now: addMinutes(from, 1) }, written.id)
  assert.deepEqual((await substitutionsOf({ ...as(a.chair), now: addMinutes(from, 2) })).length, 1)
})

test('the same request sent twice appoints once and ends once', async (t) => {
  const { as, a } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  const appointment = { post, account: a.clerk.account, from, to, reason: 'Ốm' }
  const key = (value: string) => ({ value, bodyHash: Buffer.alloc(32, value) })
  const twice = await Promise.all([0, 1].map(() => appointSubstitute(as(a.chair, { key: key('appoint-1') }), appointment)))
  assert.deepEqual(twice[0], twice[1])
  assert.equal((await substitutionsOf(as(a.chair))).length, 1)
  assert.ok(twice[0]?.ok)
  for (const _try of [1, 2]) await endSubstitution(as(a.chair, { key: key('the-end-1'), now: addMinutes(from, 1) }), twice[0].id)
  await assert.rejects(endSubstitution(as(a.chair, { key: key('the-end-2'), now: addMinutes(from, 2) }), twice[0].id), { status: 404 })
})

test('who covers the chair may appoint in the chair’s place', async (t) => {
  const { as, asToday, a, cover } = await world(t)
  const [chair = ''] = as(a.chair).actor.posts
  const [post = ''] = as(a.clerk).actor.posts
  await cover(a.supervisor, chair, from, to)
  const result = await appointSubstitute(await asToday(a.supervisor), { post, account: a.registrar.account, from, to, reason: 'Ốm' })
  assert.ok(result.ok)
})

test('a span that ends before it begins, an unknown colleague and no reason are named together', async (t) => {
  const { as, a, hong } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  assert.deepEqual(await appointSubstitute(as(a.chair), { post, account: hong.account, from: to, to: from, reason: ' ' }), {
    ok: false,
    problems: [
      { field: 'to', rule: 'before-start' },
      { field: 'reason', rule: 'missing' },
      { field: 'account', rule: 'unknown' },
    ],
  })
})

test('the database itself refuses an appointment in another unit, and a name that is not the actor’s own', async (t) => {
  const { as, a, b, pool } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  const insert = (recordedBy: string) => ({
    text: `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, 'x', $6, $4)`,
    values: [newId(), post, b.clerk.account, from, to, recordedBy],
  })
  await assert.rejects(pool.trip([asActor(as(b.chair).actor), insert(b.chair.account)]), { code: '42501' })
  await assert.rejects(pool.trip([asActor(as(a.chair).actor), insert(b.chair.account)]), { code: '42501' })
})

test('what the process remembers of posts is five seconds old at most', async (t) => {
  const { as, house, a, b, now, cover, sessionOf } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  const { session } = await sessionOf(b.registrar)
  const posts = async (at: string) => (await actorOf(house, session, at)).posts.includes(post)
  assert.equal(await posts(now), false)
  await cover(b.registrar, post, from, to)
  assert.equal(await posts('2026-11-20T01:00:05.000Z'), true)
})
