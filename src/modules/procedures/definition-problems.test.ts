import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDays, workingHours } from './deadline.ts'
import { definitionProblems } from './definition-problems.ts'
import { flawSentences, flawText } from './flaw.ts'
import type { Procedure } from './procedure.ts'
import { sampleLetter } from './sample.ts'
import { builtInSentences } from './sentences.ts'
import { words } from './words.ts'

const sample: Procedure = sampleLetter
const step = (name: string) => {
  const found = sample.steps[name]
  assert.ok(found)
  return found
}
const rulesOf = (changed: Partial<Procedure>) => definitionProblems({ ...sample, ...changed }).map(({ rule, at }) => `${rule} ${at}`)
const withSteps = (steps: Procedure['steps']) => rulesOf({ steps: { ...sample.steps, ...steps } })

test('a whole definition has no problem', () => {
  assert.deepEqual(definitionProblems(sample), [])
})

test('a step from which the dossier cannot end is refused, even when it can be given up', () => {
  const endless = { ...step('sign'), may: { sendBack: 'sign', withdraw: 'closed' } } as const
  assert.deepEqual(
    withSteps({ sign: endless }).filter((each) => each.startsWith('deadEnd')),
    ['deadEnd steps.sign'],
  )
})

test('a step to which nothing leads is refused', () => {
  assert.deepEqual(withSteps({ lost: step('handOver') }), ['unreachable steps.lost'])
})

test('roles, acts and steps that do not exist are refused', () => {
  const strange = JSON.parse(
    JSON.stringify({ ...step('receive'), by: 'king', may: { receive: 'nowhere', refuse: 'closed', crown: 'sign' } }),
  )
  assert.deepEqual(withSteps({ receive: strange }), [
    'unknownRole steps.receive',
    'unknownStep steps.receive.receive',
    'unknownAct steps.receive',
  ])
})

test('a route whose last way has a condition leads nowhere for some', () => {
  const half = { ...step('receive'), may: { receive: [{ to: 'sign', when: { kind: 'long' } }], refuse: 'closed' } } as const
  assert.deepEqual(withSteps({ receive: half }), ['routeWithoutEnd steps.receive.receive'])
})

test('steps that together take longer than the law allows are refused, with the sum', () => {
  const [problem] = definitionProblems({ ...sample, resolvedWithin: workingDays(1) })
  assert.deepEqual(problem, { rule: 'stepsTooLong', at: 'steps', params: { taken: 13, allowed: 8 } })
  assert.equal(flawText(problem, 'vi'), 'steps: các bước cần 13 giờ làm việc, thời hạn chỉ có 8')
  assert.deepEqual(rulesOf({ resolvedWithin: workingHours(13) }), [])
})

test('waiting for the citizen needs an end, and silence needs a way', () => {
  const ask = { task: words('Xem', 'Read'), status: words('Chờ', 'Waiting'), by: 'applicant', may: { confirmDraft: 'sign' } } as const
  const steps = { receive: { ...step('receive'), may: { receive: 'ask', refuse: 'closed' } }, ask } as const
  assert.deepEqual(withSteps(steps), ['waitsForEver steps.ask'])
  assert.deepEqual(withSteps({ ...steps, ask: { ...ask, within: workingDays(1), outsideClock: true, silenceIs: 'sign' } }), [
    'silenceWithoutWay steps.ask',
  ])
})

test('a question that no page asks, and a page that asks for no question, are refused', () => {
  assert.deepEqual(rulesOf({ pages: sample.pages.slice(0, 1) }), [
    'neverAsked fields.why',
    'neverAsked fields.proof',
    'neverAsked fields.note',
  ])
  const [first, second] = sample.pages
  assert.ok(first && second)
  assert.deepEqual(rulesOf({ pages: [first, { ...second, asks: [...second.asks, 'ghost', 'name'] }] }), [
    'unknownField pages.hai',
    'askedTwice fields.name',
  ])
})

test('a question may not come before what it depends on, nor depend on itself', () => {
  const [first, second] = sample.pages
  assert.ok(first && second)
  assert.deepEqual(rulesOf({ pages: [second, first] }), ['askedTooLate fields.why', 'askedTooLate fields.proof'])
  const { why } = sampleLetter.fields
  assert.deepEqual(rulesOf({ fields: { ...sampleLetter.fields, why: { ...why, when: { answered: 'proof' } } } }), [
    'circular fields.why',
    'circular fields.proof',
  ])
})

test('conditions on unknown fields and on values that never occur are refused, however deep they stand', () => {
  const when = { all: [{ not: { any: [{ kind: 'broad' }, { ghost: true }] } }] }
  const { why } = sampleLetter.fields
  assert.deepEqual(rulesOf({ fields: { ...sampleLetter.fields, why: { ...why, when } } }), [
    'unknownValue fields.why',
    'unknownField fields.why',
  ])
})

test('a missing translation and unequal slots are found wherever they stand', () => {
  assert.deepEqual(rulesOf({ name: { vi: 'Có', en: ' ' } }), ['untranslated name'])
  assert.deepEqual(rulesOf({ unverified: [words('Còn {n}', 'Left')] }), ['slotsDiffer unverified.0'])
})

test('no paper may be asked for that the published list does not have', () => {
  assert.deepEqual(rulesOf({ components: [] }), ['unlistedPaper fields.proof'])
})

test('what a template prints must come from somewhere, and its number too', () => {
  const [result] = sample.results
  assert.ok(result)
  const template = { id: 'x', typst: '#data.name #data.ghost' }
  assert.deepEqual(rulesOf({ results: [{ ...result, template }] }), ['unprinted results.KQ.MAU.1'])
  assert.deepEqual(rulesOf({ results: [{ ...result, numbering: 'from-register' }] }), ['numberFromNowhere results.KQ.MAU.1'])
  assert.deepEqual(rulesOf({ results: [{ ...result, signedBy: 'supervisor' }] }), ['nobodySigns results.KQ.MAU.1'])
})

test('every sentence of the language stands in both languages', () => {
  for (const [key, said] of Object.entries({ ...builtInSentences, ...flawSentences })) {
    assert.notEqual(said.vi.trim(), '', key)
    assert.notEqual(said.en.trim(), '', key)
    assert.equal(said.vi, said.vi.normalize('NFC'), key)
  }
})
