import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approve, getCase, propose, receive, refuse } from '#modules/dossiers'
import { renting } from '../src/catalogue/residence/stay-sample.ts'
import { birthWorld } from './birth.ts'
import { fileCase } from './filed.ts'

const police = '09187-CA'

test('three working days at the police count Saturday morning; those of the commune’s civil status do not', async (t) => {
  const w = await birthWorld(t)
  const due = async (receivedAt: string) => {
    const { code } = await fileCase(w, { who: w.somebody('hien'), procedure: '1.004194', unit: police, answers: renting })
    await receive(w.as(w.a.residenceOfficer, { now: receivedAt }), code)
    return (await getCase(w.as(w.a.residenceOfficer), code)).dueAt
  }
  // Thursday 26/11: Friday, Saturday morning, Monday until 17:00.
  assert.equal(await due('2026-11-26T02:00:00.000Z'), '2026-11-30T10:00:00Z')
  // Wednesday 25/11: the third day is Saturday, and the counter closes at 11:30.
  assert.equal(await due('2026-11-25T02:00:00.000Z'), '2026-11-28T04:30:00Z')
  // Friday 20/11: Tuesday 24/11 is a holiday.
  assert.equal(await due('2026-11-20T02:00:00.000Z'), '2026-11-25T10:00:00Z')
})
