import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toRow } from '#modules/procedures'
import { catalogue } from '../../catalogue/index.ts'
import { faultsIn } from './check.ts'
import { choiceFrom, keptCondition } from './condition.ts'
import { type Data, isSame } from './data.ts'
import { differences } from './differences.ts'
import { procedureShape } from './language/index.ts'
import { lint } from './lint.ts'

const bodies: readonly Data[] = catalogue.map((one) => JSON.parse(toRow(one).definition) as Data)

test('the language of the editor knows every part of every procedure of the house', () => {
  for (const body of bodies) assert.deepEqual(faultsIn(procedureShape, body, []), [])
})

test('a procedure of the house has nothing that stops it, and is not different from itself', () => {
  for (const body of bodies) {
    assert.deepEqual(
      lint(body, 'vi').filter(({ level }) => level === 'stop'),
      [],
    )
    assert.deepEqual(differences(body, body, 'vi'), [])
  }
})

test('a condition put into boxes and read back says the same', () => {
  const conditions: Data[] = [
    { parents: 'married' },
    { parents: ['married', 'motherOnly'] },
    { all: [{ late: true }, { not: { parents: 'unknown' } }] },
    { any: [{ all: [{ a: 'x' }, { b: 'y' }] }, { answered: 'c' }] },
    { not: { any: [{ a: ['x', 'y'] }, { b: true }] } },
  ]
  for (const one of conditions) assert.ok(isSame(keptCondition(one, choiceFrom(one) ?? []), one), JSON.stringify(one))
})
