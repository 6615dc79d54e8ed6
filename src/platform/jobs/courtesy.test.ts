import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterPeople, patienceMs } from './courtesy.ts'

test('a fresh job lets people go first, an old one less, and one that has waited long not at all', () => {
  assert.deepEqual([0, 20_000, 30_000, 40_000, 90_000].map(patienceMs), [2_000, 2_000, 1_000, 0, 0])
})

test('nobody is waited for where nobody asks; a job goes on as soon as people are answered', async () => {
  let looks = 0
  await afterPeople(() => false, 0)
  await afterPeople(() => {
    looks += 1
    return looks < 3
  }, 0)
  assert.equal(looks, 3)
})

test('a job that has waited long enough runs beside them, and one that must stop does not wait', async () => {
  let looks = 0
  const always = (): boolean => {
    looks += 1
    return true
  }
  await afterPeople(always, 60_000)
  await afterPeople(always, 0, AbortSignal.abort())
  assert.equal(looks, 2)
})
