import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  casesOf,
  competentCommunes,
  componentsFor,
  definitionProblems,
  feesFor,
  fromRow,
  howText,
  nextStep,
  pagesFor,
  problemsIn,
  settle,
  toRow,
  warningsIn,
} from '#modules/procedures'
import { deathRegistration as death } from './death-registration.ts'
import { father, kinhBac, nhaNam, now, without } from './death-sample.ts'

const owed = (answers: Answers) =>
  componentsFor(death, answers, { now })
    .filter(({ component }) => component.field !== undefined)
    .map(({ component, standing }) => `${component.id}:${standing}`)

const cases = (answers: Answers) => casesOf(death, answers, now).map(({ id }) => id)

test('the definition may be published, and its fees come back from its row as they went in', () => {
  assert.deepEqual(definitionProblems(death), [])
  assert.deepEqual(fromRow(toRow(death)).fees, death.fees)
})

test('a complete dossier has neither problem nor doubt', () => {
  assert.deepEqual(problemsIn(death, father, { now }), [])
  assert.deepEqual(
    warningsIn(death, without(father, 'deceasedId'), { now }).map(({ rule }) => rule),
    [],
  )
})

test('each kind of death owes the paper of its own, and only that', () => {
  const kinds = { suspicious: 'policeDocument', execution: 'executionRecord', declared: 'courtJudgment', longAgo: 'evidence' }
  assert.deepEqual(owed(father), ['deathNote:attached'])
  assert.deepEqual(owed({ ...without(father, 'deathNote'), circumstance: 'elsewhere' }), ['deathNote:toAttach'])
  for (const [circumstance, paper] of Object.entries(kinds)) {
    const answers = { ...father, circumstance }
    assert.deepEqual(owed(answers), [`${paper}:toAttach`], circumstance)
    assert.deepEqual(
      problemsIn(death, answers, { now }).map(({ field }) => field),
      [paper],
    )
  }
})

test('a notice that the health system holds as signed data is not handed in', () => {
  const answers = { ...without(father, 'deathNote'), noteForm: 'data' }
  assert.deepEqual(problemsIn(death, answers, { now }), [])
  const evidence = [{ from: 'health', item: 'deathNote', result: 'found' }] as const
  const note = componentsFor(death, answers, { now, evidence }).find(({ component }) => component.id === 'deathNote')
  assert.equal(note?.standing, 'data')
})

test('fifteen days are in time, the sixteenth is late: the reason is asked, the fee is the province’s, nobody is refused', () => {
  const on = (diedOn: string) => ({ ...father, diedOn, noteIssuedOn: diedOn })
  assert.deepEqual(cases(on('2026-11-10')), [])
  assert.deepEqual(cases(on('2026-11-09')), ['late'])
  assert.deepEqual(problemsIn(death, on('2026-11-09'), { now }), [])
  assert.equal(feesFor(death, on('2026-11-10'), now).total, 16_000n)
  assert.equal(feesFor(death, on('2026-11-09'), now).total, null)
})

test('a poor household pays no fee for being late, but each copy like everybody', () => {
  const { lines, total } = feesFor(death, { ...father, diedOn: '2025-01-02', exemption: 'poorHousehold' }, now)
  assert.equal(total, 16_000n)
  assert.deepEqual(
    lines.map((line) => [line.fee.id, line.dong, howText(line, 'vi')]),
    [
      ['lateRegistration', 0n, 'miễn: hộ nghèo (Luật Hộ tịch 60/2014/QH13, Điều 11)'],
      ['copies', 16_000n, '2 bản × 8.000 đ'],
    ],
  )
})

test('of a death long ago the year is enough; hour and minute are asked only where they are known, and are an hour', () => {
  const longAgo = {
    ...without(father, 'diedAt', 'deathNote'),
    circumstance: 'longAgo',
    evidence: ['e-1'],
    diedOn: '1972',
    hourKnown: 'unknown',
  }
  assert.deepEqual(problemsIn(death, longAgo, { now }), [])
  assert.deepEqual(cases(longAgo), ['late', 'longAgo'])
  assert.deepEqual(
    problemsIn(death, { ...father, diedAt: '25:10' }, { now }).map(({ field }) => field),
    ['diedAt'],
  )
})

test('nobody dies before birth, after today, or registers himself', () => {
  const broken = (change: Answers) => problemsIn(death, { ...father, ...change }, { now }).map(({ field, rule }) => `${field}:${rule}`)
  assert.deepEqual(broken({ diedOn: '1948' }), ['diedOn:diedAfterBirth'])
  assert.deepEqual(broken({ diedOn: '2026-11-26' }), ['diedOn:future'])
  assert.deepEqual(broken({ deceasedId: '024097000012' }), ['deceasedId:notYourself'])
})

test('the commune of the last residence is competent; where none is known, that of the death', () => {
  assert.deepEqual(competentCommunes(death, father, now), [nhaNam])
  const unknown = { ...without(father, 'lastResidence'), residenceKnown: 'unknown' }
  assert.deepEqual(competentCommunes(death, unknown, now), [kinhBac])
  assert.deepEqual(cases(unknown), ['residenceUnknown'])
})

test('for a foreigner another procedure is named, and the form ends there', () => {
  const foreigner = { ...father, deceasedNationality: 'KR' }
  assert.deepEqual(
    casesOf(death, foreigner, now).map(({ goesTo }) => goesTo?.code),
    ['1.001766'],
  )
  assert.equal(pagesFor(death, foreigner, { now }).at(-1)?.id, 'nhan-than')
})

test('somebody outside the family brings a power of attorney; without any paper of the deceased the reason is asked', () => {
  assert.ok(owed({ ...father, relation: 'authorised' }).includes('authority:toAttach'))
  const none = { ...without(father, 'deceasedId'), deceasedPaper: 'none' }
  assert.deepEqual(
    problemsIn(death, none, { now }).map(({ field }) => field),
    ['unknownWhy'],
  )
})

test('the draft goes to whoever filed online; nothing waits for a number: after the register comes the signature', () => {
  assert.deepEqual(nextStep(death, 'verify', 'propose', settle(death, father, now)), { step: 'draft' })
  assert.deepEqual(nextStep(death, 'verify', 'propose', settle(death, { ...father, channel: 'counter' }, now)), { step: 'enter' })
  assert.deepEqual(nextStep(death, 'enter', 'enter', father), { step: 'sign' })
})
