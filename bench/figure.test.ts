import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureOf, p95 } from './figure.ts'

test('a figure is the middle of its rounds, with the least and the most', () => {
  assert.deepEqual(figureOf([3, 1, 2]), { median: 2, min: 1, max: 3 })
  assert.deepEqual(figureOf([0.123456]), { median: 0.1235, min: 0.1235, max: 0.1235 })
})

test('ninety-five of a hundred values lie below the ninety-fifth', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  assert.equal(p95(values), 96)
})
