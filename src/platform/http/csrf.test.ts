import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { test } from 'node:test'
import { formToken, isFormToken } from './csrf.ts'

const secret = createSecretKey(Buffer.alloc(32, 7))

test('a token holds for its visitor and looks different every time', () => {
  const one = formToken(secret, 'a')
  const two = formToken(secret, 'a')
  assert.notEqual(one, two)
  assert.ok(isFormToken(one, secret, 'a') && isFormToken(two, secret, 'a'))
})

test('another visitor’s token, a changed one and none are refused', () => {
  const token = formToken(secret, 'a')
  const changed = (token[0] === 'A' ? 'B' : 'A') + token.slice(1)
  for (const wrong of [formToken(secret, 'b'), changed, token.slice(4), '', undefined, ['x']])
    assert.equal(isFormToken(wrong, secret, 'a'), false)
})
