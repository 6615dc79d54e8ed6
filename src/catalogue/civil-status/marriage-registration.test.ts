import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  casesOf,
  comparisons,
  competentCommunes,
  componentsFor,
  definitionProblems,
  feesFor,
  fillIn,
  flawText,
  lookUpsFor,
  nextStep,
  type Procedure,
  type Provenance,
  pagesFor,
  problemsIn,
  sentenceOf,
  settle,
  warningsIn,
} from '#modules/procedures'
import { marriageRegistration } from './marriage-registration.ts'
import { couple, kinhBac, now, vuNinh } from './marriage-sample.ts'

const marriage: Procedure = marriageRegistration
const rules = (answers: Answers, at = now) => problemsIn(marriage, answers, { now: at }).map(({ rule }) => rule)

test('the definition may be published, and a complete dossier has neither problem nor doubt', () => {
  assert.deepEqual(
    definitionProblems(marriage).map((flaw) => flawText(flaw, 'en')),
    [],
  )
  assert.deepEqual(problemsIn(marriage, couple, { now }), [])
  assert.deepEqual(warningsIn(marriage, couple, { now }), [])
})

test('a man from twenty, a woman from eighteen, on the birthday itself; whoever is younger is told the first day', () => {
  const man = { ...couple, husbandBornOn: '2006-11-25', husbandId: '027206000002' }
  assert.deepEqual(rules(man, '2026-11-24T16:59:00.000Z'), ['husbandOfAge'], 'the last minute of the day before, in Viet Nam')
  assert.deepEqual(rules(man, '2026-11-24T17:00:00.000Z'), [])
  const woman = { ...couple, wifeBornOn: '2008-11-26', wifeId: '027308000001' }
  const [problem] = problemsIn(marriage, woman, { now })
  assert.ok(problem)
  assert.equal(sentenceOf(marriage, problem, 'vi'), 'Nữ từ đủ 18 tuổi mới được kết hôn. Sớm nhất là ngày 26/11/2026.')
  assert.deepEqual(rules(woman, '2026-11-26T01:00:00.000Z'), [])
  const leap = { ...couple, wifeBornOn: '2008-02-29', wifeId: '027308000001' }
  assert.deepEqual(rules(leap, '2026-02-28T05:00:00.000Z'), ['wifeOfAge'])
  assert.deepEqual(rules(leap, '2026-03-01T05:00:00.000Z'), [])
})

test('who is married, the same person twice, or two of one sex cannot be registered', () => {
  assert.deepEqual(rules({ ...couple, wifeStatus: 'married' }), ['wifeUnmarried'])
  assert.deepEqual(rules({ ...couple, husbandStatus: 'marriedLater', husbandStatusNote: 'x' }), ['husbandUnmarried'])
  assert.deepEqual(rules({ ...couple, husbandId: '027300000001' }), ['twoPeople', 'twoSexes'])
  assert.deepEqual(rules({ ...couple, husbandId: '027399000002' }), ['twoSexes'])
})

test('a divorce asks for court, number and date; it lies after the marriage that it ended', () => {
  const again = { ...couple, wifeStatus: 'divorced', wifeTimes: 2 }
  assert.deepEqual(
    problemsIn(marriage, again, { now }).map(({ field }) => field),
    ['wifeDivorceNumber', 'wifeDivorceOn', 'wifeDivorceCourt'],
  )
  const whole = {
    ...again,
    wifeDivorceNumber: '1/2020',
    wifeDivorceOn: '2020-01-05',
    wifeDivorceCourt: 'Tòa án',
    wifeEarlierMarriedOn: '2018',
  }
  assert.deepEqual(rules(whole), [])
  assert.deepEqual(rules({ ...whole, wifeEarlierMarriedOn: '2021-02-01' }), ['wifeDivorceAfterMarriage'])
  assert.deepEqual(
    warningsIn(marriage, { ...whole, wifeTimes: 1 }, { now }).map(({ rule }) => rule),
    ['wifeAgain'],
  )
  assert.deepEqual(
    casesOf(marriage, whole, now).map(({ id }) => id),
    ['again'],
  )
})

test('a foreigner leads to the other procedure', () => {
  const [problem] = problemsIn(marriage, { ...couple, husbandNationality: 'FR' }, { now })
  assert.equal(problem?.rule, 'goesTo')
  assert.equal(problem?.params?.code, '2.000806')
})

test('no certificate of marital status is owed since 2026: the data is looked up, else the other commune is asked', () => {
  const standing = (result?: 'found' | 'missing') =>
    componentsFor(marriage, couple, {
      now,
      ...(result ? { evidence: [{ from: 'civilStatus', item: 'maritalStatus', result }] } : {}),
    }).map(({ component, standing: how }) => `${component.id} ${how}`)
  assert.deepEqual(standing(), ['eForm made', 'identity lookedUp', 'residence lookedUp', 'maritalStatus lookedUp'])
  assert.ok(standing('found').includes('maritalStatus data'))
  assert.deepEqual(
    marriage.consultations.map(({ within, outsideClock }) => [within.unit, 'amount' in within ? within.amount : 0, outsideClock]),
    [['workingDays', 3, true]],
  )
})

test('both must appear before anything is entered; who stands at the counter together needs no appointment', () => {
  const at = (channel: string) => nextStep(marriage, 'verify', 'propose', settle(marriage, { ...couple, channel }, now))
  assert.deepEqual([at('online'), at('counter'), at('post')], [{ step: 'draft' }, { step: 'appear' }, { step: 'invite' }])
  const into = Object.entries(marriage.steps).flatMap(([name, { may }]) =>
    Object.entries(may).flatMap(([act, to]) => (to === 'enter' ? [`${name} ${act}`] : [])),
  )
  assert.deepEqual(into, ['appear recordAppearance'])
  assert.equal(marriage.steps.appear?.outsideClock, true)
})

test('registration is free; each copy of the extract has its fee; either residence makes a commune competent', () => {
  assert.equal(feesFor(marriage, couple, now).total, 0n)
  assert.equal(feesFor(marriage, { ...couple, copies: 3 }, now).total, 24_000n)
  assert.deepEqual(competentCommunes(marriage, couple, now), [kinhBac, vuNinh])
})

test('the same day until 15:00, else the next working day', () => {
  assert.deepEqual(
    [marriage.resolvedWithin.unit, 'until' in marriage.resolvedWithin ? marriage.resolvedWithin.until : ''],
    ['sameDay', '15:00'],
  )
})

/** Answers all look-ups from these stores until nothing new comes. */
function known(start: Answers, stores: Readonly<Record<string, Readonly<Record<string, Answers[string]>>>>) {
  let state: { answers: Answers; known: Provenance } = { answers: start, known: {} }
  for (let round = 0; round < 5; round += 1) {
    for (const lookUp of lookUpsFor(marriage, state.answers, { now, known: state.known })) {
      const key = [lookUp.from, ...Object.values(lookUp.by).slice(0, 1)].join(' ')
      state = fillIn(state.answers, state.known, { lookUp, at: now, items: stores[key] ?? {} })
    }
  }
  return state
}

const person = { ethnicity: '01', nationality: 'VN', residence: { commune: kinhBac, detail: 'Khu Niềm Xá' }, residenceKind: 'permanent' }
const stores = {
  vneid: { fullName: 'Ngô Thị Yến', citizenId: '027300000001', bornOn: '2000-06-18', phone: '0912345678' },
  'population 027300000001': person,
  'population 027099000002': person,
  'civilStatus 027300000001': { status: 'never', nextMarriage: 1 },
  'civilStatus 027099000002': { status: 'married', nextMarriage: 2 },
}

test('the bride is asked nothing about herself; of the groom his number, name and birth date, and his own word on his status', () => {
  const typed = { channel: 'online', relation: 'wife', husbandId: '027099000002', husbandName: 'Đào Anh Khoa', husbandBornOn: '1999-01-25' }
  const { answers, known: sources } = known(typed, stores)
  const asked = pagesFor(marriage, answers, { now, known: sources }).flatMap(({ asks }) =>
    asks.filter(({ appliesNow }) => appliesNow).map(({ name }) => name),
  )
  assert.deepEqual(asked, ['relation', 'applicantEmail', 'husbandStatus', 'husbandTimes', 'copies', 'freeWill', 'truthful'])
  assert.equal(answers.wifeStatus, 'never')
  assert.equal(answers.husbandStatus, undefined, 'what the data says of him is not told to her')
  assert.deepEqual(sources.husbandEthnicity, { from: 'population', at: now, result: 'taken' })
})

test('what the data says of the groom is held against his word, for the desk alone', () => {
  const by = { husbandId: '', husbandName: '', husbandBornOn: '' }
  const lookUp = { from: 'civilStatus', by, items: [] } as const
  assert.deepEqual(
    comparisons(marriage, couple, [{ lookUp, items: { status: 'married', nextMarriage: 2 } }], now).map(({ field, same }) => [field, same]),
    [
      ['husbandStatus', false],
      ['husbandTimes', false],
    ],
  )
})
