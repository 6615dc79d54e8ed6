import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStaff, signInStaff } from '#modules/identity'
import { world } from '#test/world'
import { endHolding, givePost } from './index.ts'

test('a new official gets an account, a one-time password and a post; the desk changes hands and the old holder loses it', async (t) => {
  const { as, asToday, a, province, house, now, unit } = await world(t)
  const administrator = as(province.administrator)
  const made = await createStaff(administrator, { login: 'Hotich2.KinhBac', name: 'Trịnh Thị Nhàn' })
  assert.ok(made.ok)
  const first = await signInStaff(house, { login: made.login, password: made.password, code: '', device: 'test', now })
  assert.equal(!first.ok && first.problem, 'renew')

  const [post = ''] = as(a.registrar).actor.posts
  assert.ok((await givePost(administrator, { post, account: made.account, from: now })).ok)
  await endHolding(administrator, { post, account: a.registrar.account, at: now })
  assert.deepEqual((await asToday(a.registrar)).actor.posts, [])
  const nhan = { ...a.registrar, key: made.login, account: made.account }
  const { actor } = await asToday(nhan)
  assert.deepEqual([actor.posts, actor.roles], [[post], ['registrar']])
  assert.equal(actor.units.includes(unit('09187-TT')), true)
})

test('only administrators, and commands on the server, make accounts and give posts', async (t) => {
  const { as, a, mai, province, hong, job, public: publicly, now } = await world(t)
  const [post = ''] = as(a.registrar).actor.posts
  for (const ctx of [as(mai), as(a.chair), as(province.supervisor), as(province.operator), as(hong), publicly()]) {
    await assert.rejects(createStaff(ctx, { login: 'ai.do', name: 'Ai Đó' }), { status: 403 })
    await assert.rejects(givePost(ctx, { post, account: mai.account, from: now }), { status: 403 })
    await assert.rejects(endHolding(ctx, { post, account: a.registrar.account, at: now }), { status: 403 })
  }
  assert.ok((await createStaff(job(), { login: 'quantri.dau', name: 'Người Quản Trị' })).ok)
})

test('a login that is taken or misshapen, and a name that is none, are named', async (t) => {
  const { as, mai, province } = await world(t)
  const administrator = as(province.administrator)
  const taken = await createStaff(administrator, { login: mai.key, name: 'Ngô Thị Mai' })
  assert.deepEqual(taken, { ok: false, problems: [{ field: 'login', rule: 'taken' }] })
  assert.deepEqual(await createStaff(administrator, { login: 'có dấu', name: '1' }), {
    ok: false,
    problems: [
      { field: 'login', rule: 'pattern' },
      { field: 'name', rule: 'not-letters' },
    ],
  })
})
