import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from './world.ts'

test('the world has its people, each with the posts and the scope of today', async (t) => {
  const { as, mai, a, b, province, formerRegistrar, hong, units, unit } = await world(t)
  assert.equal(mai.name, 'Ngô Thị Mai')
  assert.deepEqual(as(mai).actor.roles, ['receptionist'])
  assert.equal(as(mai).actor.units.includes(units.a), true)
  assert.equal(as(mai).actor.units.includes(units.b), false)
  assert.equal(as(a.registrar).actor.units.includes(unit('09187-2025')), true)
  assert.equal(as(b.chair).actor.posts.length, 1)
  assert.deepEqual(as(formerRegistrar).actor.posts, [])
  assert.equal(as(province.supervisor).actor.units.includes(units.b), true)
  assert.equal(as(hong).actor.party, hong.person)
})
