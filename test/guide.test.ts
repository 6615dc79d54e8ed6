import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { catalogue } from '#catalogue'
import { casesOf, componentsFor, feesFor, guideThrough, type PaperNeeded, type Procedure } from '#modules/procedures'
import { answerAll } from './answer-all.ts'
import { walk, walksTried, walkToEachCase } from './guide-walks.ts'

const now = '2026-11-25T02:00:00.000Z'
const codes = catalogue.map((procedure) => [procedure.code, procedure] as const)

for (const [code, procedure] of codes) {
  test(`${code}: every case is reached by answers, in four pages at most`, () => {
    const reached = walkToEachCase(procedure, now)
    const missing = procedure.cases.filter(({ id }) => !reached.has(id)).map(({ id }) => id)
    assert.deepEqual(missing, [], `of ${walksTried} walks none ends in it`)
    for (let seed = 1; seed <= 20; seed += 1) assert.ok(walk(procedure, now, seed).pages <= 4)
  })

  test(`${code}: what the guide promises is what the dossier owes that is filed from it`, () => {
    let compared = 0
    for (let seed = 1; seed <= 200 && compared < 12; seed += 1) compared += promiseKept(procedure, seed) ? 1 : 0
    assert.ok(compared >= 3, `only ${compared} of 200 walks could be filed`)
  })
}

/** Files nothing: whether papers, money and cases of complete answers are those promised for the choices behind them. */
function promiseKept(procedure: Procedure, seed: number): boolean {
  const { guide, choices } = walk(procedure, now, seed)
  const { outcome } = guide
  assert.ok(outcome, JSON.stringify(choices))
  if (outcome.goesTo !== undefined || outcome.obstacles.length > 0) return false
  const answers = answerAll(procedure, guide.reckoned, now)
  if (answers === undefined) return false
  const names = (papers: readonly PaperNeeded[]) => papers.map(({ component }) => component.id)
  assert.deepEqual(names(componentsFor(procedure, answers, { now })), names(outcome.papers), JSON.stringify(choices))
  assert.deepEqual(feesFor(procedure, answers, now), outcome.fees, JSON.stringify(choices))
  assert.deepEqual(casesOf(procedure, answers, now), outcome.cases, JSON.stringify(choices))
  return true
}

test('whatever stands in the address, the interview goes on; what counts leads to the same place by itself', () => {
  const value = fc.oneof(fc.constantFrom('yes', 'no', 'other', 'none', '0', '3', 'married', 'online', '__proto__'), fc.string())
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames()), fc.string()), value),
      ([, procedure], sent) => {
        const guide = guideThrough(procedure, sent, now)
        const counted = Object.fromEntries(guide.said.map(({ question, choice }) => [question.name, choice]))
        assert.deepEqual(guideThrough(procedure, counted, now), guide)
        assert.equal(guide.outcome === undefined, guide.open.length > 0)
      },
    ),
    { numRuns: 150 },
  )
})

const fieldNames = (): string[] => [...new Set(codes.flatMap(([, { fields }]) => Object.keys(fields)))]

test('an address holds codes and small numbers, nothing that a person would be known by', () => {
  for (const [code, procedure] of codes) {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const { question, choice } of walk(procedure, now, seed).guide.said) {
        assert.match(`${question.name}=${choice}`, /^[A-Za-z]\w*=([A-Za-z][\w-]{0,39}|\d{1,6})$/, code)
        const kind = procedure.fields[question.name]?.kind
        assert.ok(!['citizenId', 'fullName', 'phone', 'email', 'date'].includes(kind ?? '') || ['yes', 'no'].includes(choice), code)
      }
    }
  }
})
