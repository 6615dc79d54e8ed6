import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, fullName, onlyWhen, prefilledFrom, text } from './ask.ts'
import type { AnswersTo, ConditionOn, Strays } from './field.ts'
import { type Procedure, procedure } from './procedure.ts'
import { sampleLetter } from './sample.ts'
import { population } from './source.ts'
import { words } from './words.ts'

const label = words('Ô', 'Field')

/** A type that is only met when the compiler computed exactly `true`. */
function claim<_T extends true>() {}
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

test('the compiler knows every field, step, act and role of a definition', () => {
  const good = { a: choice(label, { x: label, y: label }), b: onlyWhen({ a: 'x' }, text(label)) }
  claim<Same<Strays<typeof good>, never>>()

  const misspelt = { a: choice(label, { x: label }), b: onlyWhen({ all: [{ not: { aa: 'x' } }] }, text(label)) }
  claim<Same<Strays<typeof misspelt>, 'b'>>()

  const lookedUp = { id: text(label), name: prefilledFrom([population('ethnicity', ['idd'])], fullName(label)) }
  claim<Same<Strays<typeof lookedUp>, 'name'>>()

  type Known = ConditionOn<typeof good>
  claim<Same<{ a: 'x' } extends Known ? true : false, true>>()
  claim<Same<{ a: 'z' } extends Known ? true : false, false>>()

  type Given = AnswersTo<typeof good>
  claim<Same<Given['a'], 'x' | 'y' | undefined>>()

  // Each of these lines must be an error; the compiler complains about the comment where it is not.
  const { fields: _fields, ...rest } = sampleLetter
  const wrong = () => [
    // @ts-expect-error a page asks for a field that does not exist
    procedure({ ...rest, ...whole, pages: [{ id: 'p', title: label, asks: ['aa'] }] }),
    // @ts-expect-error a step leads to a step that does not exist
    procedure({ ...rest, ...whole, steps: { one: { task: label, status: label, by: 'chair', may: { sign: 'two' } } } }),
    // @ts-expect-error an act that the law does not know
    procedure({ ...rest, ...whole, steps: { one: { task: label, status: label, by: 'chair', may: { signn: 'closed' } } } }),
    // @ts-expect-error a role that nobody holds
    procedure({ ...rest, ...whole, steps: { one: { task: label, status: label, by: 'king', may: { sign: 'closed' } } } }),
    // @ts-expect-error a field whose condition names a field that does not exist
    procedure({ ...rest, ...whole, fields: misspelt }),
    procedure({ ...rest, ...whole }),
  ]
  assert.equal(typeof wrong, 'function')
})

/** What must fit together in a definition, in its smallest right form. */
const whole = {
  fields: { a: choice(label, { x: label, y: label }) },
  pages: [{ id: 'p', title: label, asks: ['a'] }],
  competence: { residences: [], basis: '' },
  fees: [],
  cases: [],
  components: [],
  rules: [],
  defects: [],
  begins: 'one',
  steps: { one: { task: label, status: label, by: 'chair', may: { sign: 'closed' } } },
  consultations: [],
  results: [],
  about: 'a',
  worklist: [],
  statistics: [],
} as const

test('a definition is a procedure like any other', () => {
  const any: Procedure = sampleLetter
  assert.equal(any.code, '9.000001')
})
