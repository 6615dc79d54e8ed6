import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { choice, fullName, onlyWhen, prefilledFrom, text } from './ask.ts'
import type { AnswersTo, ConditionOn, Strays } from './field.ts'
import type { Procedure } from './procedure.ts'
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
})

const head = `import { choice, onlyWhen, procedure, text, words } from '#modules/procedures'
import { sampleLetter } from '${join(import.meta.dirname, 'sample.ts')}'
const label = words('Ô', 'Field')
const { fields: _fields, parts: _parts, andAbout: _andAbout, otherTimes: _otherTimes, levels: _levels, ...rest } = sampleLetter
const step = { task: label, status: label, by: 'chair', may: { sign: 'closed' } } as const
const whole = {
  ...rest, fields: { a: choice(label, { x: label, y: label }) }, pages: [{ id: 'p', title: label, asks: ['a'] }],
  competence: { residences: [], basis: '' }, fees: [], cases: [], components: [], rules: [], defects: [], begins: 'one',
  steps: { one: step }, consultations: [], results: [], about: 'a', worklist: [], statistics: [],
} as const
`

/** Definitions that must not compile, and the one that must. */
const definitions: Readonly<Record<string, string>> = {
  right: 'procedure(whole)',
  'a page asks for a field that does not exist': "procedure({ ...whole, pages: [{ id: 'p', title: label, asks: ['aa'] }] })",
  'a step leads to a step that does not exist': "procedure({ ...whole, steps: { one: { ...step, may: { sign: 'two' } } } })",
  'an act that the law does not know': "procedure({ ...whole, steps: { one: { ...step, may: { signn: 'closed' } } } })",
  'a role that nobody holds': "procedure({ ...whole, steps: { one: { ...step, by: 'king' } } })",
  'a condition that names a field that does not exist':
    "procedure({ ...whole, fields: { a: choice(label, { x: label }), b: onlyWhen({ aa: 'x' }, text(label)) } })",
}

test('a misspelt field, step, act or role does not compile', async (t) => {
  const root = join(import.meta.dirname, '../../..')
  const folder = await mkdtemp(join(root, 'node_modules/.cache-typing-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const lines = Object.values(definitions)
  await writeFile(join(folder, 'definitions.ts'), `${head}${lines.join('\n')}\n`)
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['definitions.ts'], exclude: [] }),
  )
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
    cwd: root,
  })
  const first = head.split('\n').length
  const wrong = new Set(Array.from(stdout.matchAll(/definitions\.ts\((\d+),/g), ([, line]) => Number(line) - first))
  assert.deepEqual(
    Object.keys(definitions).filter((_name, place) => !wrong.has(place)),
    ['right'],
    stdout,
  )
})

test('a definition is a procedure like any other', () => {
  const any: Procedure = sampleLetter
  assert.equal(any.code, '9.000001')
})
