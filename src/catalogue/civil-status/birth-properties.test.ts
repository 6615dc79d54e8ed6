import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answers, normalise, type Procedure, pagesFor, problemsIn, sentenceOf, settle, warningsIn } from '#modules/procedures'
import { birthRegistration } from './birth-registration.ts'
import { married, now } from './birth-sample.ts'

const birth: Procedure = birthRegistration

/** What people and programs send: right values, values of other fields, and rubbish. */
const value = fc.oneof(
  fc.constantFrom<unknown>(...Object.values(married), ...birth.pages.flatMap(({ asks }) => asks)),
  fc.constantFrom<unknown>(
    '',
    '31/2/2026',
    '1990',
    '2030-01-01',
    -1,
    1e9,
    null,
    true,
    'abandoned',
    'motherOnly',
    ['a', 'b'],
    { commune: '1' },
    { country: 'ZZ' },
  ),
  fc.string(),
  fc.integer(),
)
const sent = fc.dictionary(
  fc.constantFrom(...Object.keys(birth.fields), 'childBornOn-day', 'birthPlace-commune', '__proto__', 'toString'),
  value,
)

test('whatever is sent, it is judged without failing, and every finding has a sentence in both languages', () => {
  fc.assert(
    fc.property(sent, (raw) => {
      const answers: Answers = { ...married, ...normalise(birth, raw) }
      for (const problem of [...problemsIn(birth, answers, { now }), ...warningsIn(birth, answers, { now })]) {
        for (const language of ['vi', 'en'] as const) assert.doesNotMatch(sentenceOf(birth, problem, language), /[{}]|undefined/)
      }
    }),
    { numRuns: 400 },
  )
})

test('settling twice is settling once, and what is settled away is no longer asked', () => {
  fc.assert(
    fc.property(sent, (raw) => {
      const once = settle(birth, { ...married, ...normalise(birth, raw) }, now)
      assert.deepEqual(settle(birth, once, now), once)
      const asked = new Set(
        pagesFor(birth, once, { now }).flatMap(({ asks }) => asks.filter(({ appliesNow }) => appliesNow).map(({ name }) => name)),
      )
      const elsewhere = once.parents === 'fatherRecognises' || once.parents === 'foreign'
      for (const name of Object.keys(once)) {
        const kind = birth.fields[name]?.kind
        if (!elsewhere && kind !== 'given' && kind !== 'derived' && kind !== 'fixed') assert.ok(asked.has(name), name)
      }
    }),
    { numRuns: 200 },
  )
})
