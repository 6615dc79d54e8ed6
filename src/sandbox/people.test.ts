import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinships, marriages, organisations } from './families.ts'
import { people, personCalled } from './people.ts'
import { personalNumber } from './personal-number.ts'

test('every sample number has twelve digits, agrees with birth year and sex, and is recognised as a sample', () => {
  assert.ok(people.length >= 12)
  for (const person of people) {
    assert.match(person.number, /^0\d{11}$/)
    assert.equal(person.number.slice(4, 6), person.bornOn.slice(2, 4))
    assert.equal(Number(person.number[3]) % 2, person.sex === 'female' ? 1 : 0)
    assert.match(person.number.slice(6), /^99\d{4}$/)
    assert.match(person.phone, /^0\d{9}$/)
    assert.equal(person.name, person.name.normalize('NFC'))
  }
  assert.equal(new Set(people.map((person) => person.number)).size, people.length)
  assert.equal(new Set(people.map((person) => person.key)).size, people.length)
})

test('the century digit counts on from 1900', () => {
  assert.equal(personalNumber('027', 'male', '1999-01-01', 1), '027099000001')
  assert.equal(personalNumber('027', 'female', '2026-01-01', 1), '027326000001')
})

test('marriages, kinships and organisations name people of the cast', () => {
  for (const { husband, wife } of marriages) {
    assert.equal(personCalled(husband).sex, 'male')
    assert.equal(personCalled(wife).sex, 'female')
  }
  for (const { child, mother, father } of kinships) {
    for (const parent of [mother, father]) if (parent) assert.ok(personCalled(parent).bornOn < personCalled(child).bornOn)
  }
  for (const { representative, delegates } of organisations) for (const key of [representative, ...delegates]) personCalled(key)
})
