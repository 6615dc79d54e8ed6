import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  casesOf,
  componentsFor,
  definitionProblems,
  feesFor,
  flawText,
  type Procedure,
  problemsIn,
  sentenceOf,
  settle,
  warningsIn,
} from '#modules/procedures'
import { maritalStatusCertificate } from './marital-status-certificate.ts'
import { divorcedMan, kinhBac, now } from './marriage-sample.ts'

const status: Procedure = maritalStatusCertificate
const rules = (answers: Answers, at = now) => problemsIn(status, answers, { now: at }).map(({ rule }) => rule)
const toMarry: Answers = {
  ...divorcedMan,
  purpose: 'marriageHere',
  partnerName: 'Lê Thị Mai',
  partnerBornOn: '1991-09-09',
  partnerSex: 'female',
  partnerNationality: 'VN',
  partnerPaper: '024191000005',
  partnerHome: 'Phường Vũ Ninh',
  marriageWhere: 'UBND phường Vũ Ninh',
  sheets: 1,
}

test('the definition may be published, and a complete dossier has neither problem nor doubt', () => {
  assert.deepEqual(
    definitionProblems(status).map((flaw) => flawText(flaw, 'en')),
    [],
  )
  assert.deepEqual(problemsIn(status, divorcedMan, { now }), [])
  assert.deepEqual(warningsIn(status, divorcedMan, { now }), [])
  assert.deepEqual(problemsIn(status, toMarry, { now }), [])
})

test('for a marriage: one original, the other person named, of age, of the other sex, and nobody who is married', () => {
  assert.deepEqual(rules({ ...toMarry, sheets: 2 }), ['oneForMarriage'])
  assert.deepEqual(rules({ ...divorcedMan, sheets: 5 }), [], 'for another purpose as many as are needed')
  const nobody = Object.fromEntries(Object.entries(toMarry).filter(([name]) => name !== 'partnerName'))
  assert.deepEqual(
    problemsIn(status, nobody, { now }).map(({ field }) => field),
    ['partnerName'],
  )
  assert.deepEqual(rules({ ...toMarry, partnerSex: 'male' }), ['otherSexThanPartner'])
  const married = {
    subjectStatus: 'married',
    spouseName: 'Lê Thị Tâm',
    marriageNumber: '1/2020',
    marriedOn: '2020-01-01',
    marriedAt: { commune: kinhBac },
  }
  assert.deepEqual(rules({ ...toMarry, ...married }), ['unmarriedToMarry'])
  assert.deepEqual(rules({ ...divorcedMan, ...married }), [])
  assert.deepEqual(rules({ ...toMarry, purpose: 'marriageAtMission', partnerNationality: 'FR' }), ['notAtMissionWithForeigner'])
})

test('the age of marriage counts for that purpose alone, to the day', () => {
  const young = { subjectBornOn: '2006-11-26', subjectId: '027206000003' }
  const [problem] = problemsIn(status, { ...toMarry, ...young }, { now })
  assert.ok(problem)
  assert.equal(sentenceOf(status, problem, 'vi'), 'Nam từ đủ 20 tuổi mới được kết hôn. Sớm nhất là ngày 26/11/2026.')
  assert.deepEqual(rules({ ...toMarry, ...young }, '2026-11-26T01:00:00.000Z'), [])
  assert.deepEqual(rules({ ...divorcedMan, ...young }), [])
})

test('times of residence lie in order, within a life, and do not overlap', () => {
  const periods = {
    ...divorcedMan,
    covers: 'periods',
    firstPlace: { commune: '09169' },
    firstFrom: '2010-01-01',
    firstTo: '2014-12-31',
    secondPeriod: true,
    secondPlace: { commune: '07306' },
    secondFrom: '2015-01-01',
    secondTo: '2018-12-31',
    thirdPeriod: false,
  }
  assert.deepEqual(rules(periods), [])
  assert.deepEqual(rules({ ...periods, firstTo: '2009-12-31' }), ['firstInOrder'])
  assert.deepEqual(rules({ ...periods, secondFrom: '2014-12-30' }), ['secondAfterFirst'])
  assert.deepEqual(rules({ ...periods, firstFrom: '1980-01-01' }), ['firstInLife'])
  assert.deepEqual(
    warningsIn(status, { ...periods, firstFrom: '2005-01-01' }, { now }).map(({ rule }) => rule),
    ['manOfAgeThen'],
  )
  assert.deepEqual(
    casesOf(status, periods, now).map(({ id }) => id),
    ['earlierResidence'],
  )
})

test('a second certificate: the first is handed in, or its loss explained; before a marriage the intended place is asked', () => {
  const again = { ...divorcedMan, issuedBefore: true, earlierNumber: '12/UBND-XNTTHN', earlierOn: '2026-01-05' }
  assert.deepEqual(
    problemsIn(status, { ...again, returnsEarlier: true }, { now }).map(({ field }) => field),
    ['earlierPaper'],
  )
  assert.deepEqual(
    problemsIn(status, { ...again, returnsEarlier: false }, { now }).map(({ field }) => field),
    ['whyNotReturned'],
  )
  const lost = {
    ...toMarry,
    issuedBefore: true,
    earlierNumber: '12',
    earlierOn: '2026-01-05',
    returnsEarlier: false,
    whyNotReturned: 'Mất',
  }
  assert.deepEqual(
    casesOf(status, lost, now).map(({ id }) => id),
    ['toMarry', 'reissue', 'lostBeforeMarriage'],
  )
})

test('for another person a power of attorney is owed; for oneself nothing but the data', () => {
  const owed = (answers: Answers) => componentsFor(status, answers, { now }).map(({ component, standing }) => `${component.id} ${standing}`)
  assert.deepEqual(owed(divorcedMan), ['eForm made', 'maritalStatus lookedUp', 'identity lookedUp', 'residence lookedUp'])
  assert.ok(owed({ ...divorcedMan, relation: 'other' }).includes('authority toAttach'))
})

test('three working days, six months, the book’s own number; the fee is the province’s, and some pay nothing', () => {
  assert.deepEqual([status.resolvedWithin.unit, 'amount' in status.resolvedWithin && status.resolvedWithin.amount], ['workingDays', 3])
  const [result] = status.results
  assert.deepEqual([result?.valid?.months, result?.symbol, result?.register], [6, 'UBND-XNTTHN', 'marital-status'])
  assert.equal(feesFor(status, divorcedMan, now).total, null, 'not known yet: the clerk says it')
  for (const exemption of ['meritFamily', 'poorHousehold', 'disabled'])
    assert.equal(feesFor(status, { ...divorcedMan, exemption }, now).total, 0n)
})

test('what does not apply is not kept: nobody who is single leaves a judgment behind', () => {
  const kept = Object.keys(settle(status, { ...divorcedMan, subjectStatus: 'never' }, now))
  assert.deepEqual(
    kept.filter((name) => /divorce|death|spouse|marri/.test(name)),
    [],
  )
})
