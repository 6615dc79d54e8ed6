import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listsOf } from '#test/forgeries/kit'
import { signingWorld } from '#test/signing-world'
import { merged, noEvidence, packEvidence, stateAt, unpackEvidence } from './evidence.ts'

const before = '2026-08-21T08:00:59Z'
const after = '2026-08-21T08:01:01Z'

test('evidence goes into a row and comes back', () => {
  const evidence = listsOf(signingWorld())
  assert.deepEqual(unpackEvidence(packEvidence(evidence)), evidence)
  assert.deepEqual(unpackEvidence('{"crls":[1,{}]}'), noEvidence)
  assert.deepEqual(merged(evidence, evidence), evidence)
})

test('a revocation counts from its second on', () => {
  const world = signingWorld()
  const { certificate, chain } = world.leader
  const [issuing] = chain
  assert.ok(issuing)
  world.pki.revoke(certificate.serial, world.now)
  const evidence = listsOf(world)
  assert.deepEqual(stateAt(certificate, issuing, evidence, before), { state: 'good' })
  assert.deepEqual(stateAt(certificate, issuing, evidence, world.now), { state: 'revoked', at: '2026-08-21T08:01:00.000Z' })
  assert.deepEqual(stateAt(certificate, issuing, evidence, after), { state: 'revoked', at: '2026-08-21T08:01:00.000Z' })
})

test('a list that does not reach the instant, or is of another authority, proves nothing', () => {
  const world = signingWorld()
  const { certificate, chain } = world.leader
  const [issuing] = chain
  assert.ok(issuing)
  assert.deepEqual(stateAt(certificate, issuing, listsOf(world), '2026-09-30T00:00:00Z'), { state: 'unknown' })
  assert.deepEqual(stateAt(certificate, issuing, listsOf(signingWorld()), world.now), { state: 'unknown' })
})
