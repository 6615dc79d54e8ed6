import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  casesOf,
  competentCommunes,
  componentsFor,
  definitionProblems,
  feesFor,
  flawText,
  nextStep,
  type Procedure,
  pagesFor,
  problemsIn,
  sentenceOf,
  settle,
  warningsIn,
} from '#modules/procedures'
import { birthRegistration } from './birth-registration.ts'
import { kinhBac, married, motherAlone, now, without } from './birth-sample.ts'

const birth: Procedure = birthRegistration

test('the definition may be published', () => {
  assert.deepEqual(
    definitionProblems(birth).map((flaw) => flawText(flaw, 'en')),
    [],
  )
})

test('a complete dossier of married parents has neither problem nor doubt', () => {
  assert.deepEqual(problemsIn(birth, married, { now }), [])
  assert.deepEqual(warningsIn(birth, married, { now }), [])
})

test('a mistyped citizen number is named', () => {
  assert.deepEqual(problemsIn(birth, { ...married, fatherId: '0011' }, { now }), [{ field: 'fatherId', rule: 'pattern' }])
})

test('the father of a child whose mother is unmarried is neither asked nor kept, and not a condition', () => {
  assert.deepEqual(problemsIn(birth, motherAlone, { now }), [])
  assert.deepEqual(warningsIn(birth, motherAlone, { now }), [])
  const kept = Object.keys(settle(birth, motherAlone, now))
  assert.deepEqual(
    kept.filter((name) => name.startsWith('father') || name.startsWith('marri') || name === 'hometownFrom'),
    [],
  )
  assert.deepEqual(
    pagesFor(birth, motherAlone, { now })
      .map(({ id }) => id)
      .includes('cha'),
    false,
  )
  assert.deepEqual(
    casesOf(birth, motherAlone, now).map(({ id }) => id),
    ['motherOnly'],
  )
})

test('such a child takes the mother’s family name; another is doubted, not refused', () => {
  const answers = { ...motherAlone, childName: 'Trần Minh Khuê' }
  assert.deepEqual(problemsIn(birth, answers, { now }), [])
  assert.deepEqual(warningsIn(birth, answers, { now }), [{ field: 'childName', rule: 'familyNameOfMother' }])
})

test('sixty days are in time, the sixty-first is late: the reason is asked, nobody is refused', () => {
  const bornOn = (day: string) => ({ ...married, childBornOn: day })
  assert.equal(settle(birth, bornOn('2026-09-26'), now).late, false)
  assert.equal(settle(birth, bornOn('2026-09-25'), now).late, true)
  assert.deepEqual(problemsIn(birth, bornOn('2026-09-25'), { now }), [])
  const asked = pagesFor(birth, bornOn('2026-09-25'), { now }).flatMap(({ asks }) =>
    asks.filter(({ appliesNow }) => appliesNow).map(({ name }) => name),
  )
  assert.ok(asked.includes('lateReason'))
  assert.deepEqual(
    casesOf(birth, bornOn('2026-09-25'), now).map(({ id }) => id),
    ['late'],
  )
})

test('what the proof of birth is decides which paper is owed, and only that one', () => {
  const owed = (answers: Answers) => componentsFor(birth, answers, { now }).map(({ component, standing }) => `${component.id} ${standing}`)
  const shown = ['identity lookedUp', 'residence lookedUp', 'marriage lookedUp']
  assert.deepEqual(owed(without(married, 'clinicNote')), ['eForm made', 'birthNote toAttach', ...shown])
  assert.deepEqual(owed(married), ['eForm made', 'birthNote attached', ...shown])
  assert.deepEqual(owed({ ...married, proof: 'witness' }), ['eForm made', 'witnessNote toAttach', ...shown])
  assert.deepEqual(owed({ ...married, proof: 'ownWord' }), ['eForm made', 'birthStatement toAttach', ...shown])
  assert.deepEqual(problemsIn(birth, { ...married, proof: 'witness' }, { now }), [{ field: 'witnessNote', rule: 'required' }])
})

test('a marriage that the data knows is not shown on paper; one that it does not know is asked of the other commune', () => {
  const standing = (result: 'found' | 'missing') =>
    componentsFor(birth, married, { now, evidence: [{ from: 'civilStatus', item: 'marriage', result }] }).find(
      ({ component }) => component.id === 'marriage',
    )?.standing
  assert.equal(standing('found'), 'data')
  assert.equal(standing('missing'), 'toShow')
  assert.deepEqual(
    birth.consultations.map(({ id, within }) => ({ id, within })),
    [{ id: 'marriage', within: { unit: 'workingDays', amount: 3 } }],
  )
})

test('the rule that data replaces the identity card ends with the resolution', () => {
  const standing = (day: string) =>
    componentsFor(birth, married, { now: `${day}T02:00:00.000Z` }).find(({ component }) => component.id === 'identity')?.standing
  assert.equal(standing('2027-02-28'), 'lookedUp')
  assert.equal(standing('2027-03-01'), 'toShow')
})

test('a father who wants to recognise the child, or a foreign parent, is told which procedure takes it, and the form ends there', () => {
  const answers = { ...married, parents: 'fatherRecognises' }
  const [problem] = problemsIn(birth, answers, { now, page: 'cha-me' })
  assert.deepEqual(problem, { field: 'parents', rule: 'goesTo', params: { case: 'fatherRecognises', code: '1.000689' } })
  assert.ok(problem)
  assert.equal(
    sentenceOf(birth, problem, 'vi'),
    'Khai sinh và nhận con được làm cùng lúc, nộp tại Trung tâm Phục vụ hành chính công (thủ tục 1.000689)',
  )
  assert.equal(pagesFor(birth, answers, { now }).at(-1)?.id, 'cha-me')
})

test('a dead parent has no residence to give', () => {
  const answers = { ...without(married, 'fatherResidence'), fatherDead: true }
  assert.deepEqual(problemsIn(birth, answers, { now }), [])
  assert.deepEqual(
    casesOf(birth, answers, now).map(({ id }) => id),
    ['parentDead'],
  )
})

test('a grandparent declares that the parents agreed; a stranger needs their power of attorney', () => {
  const by = (relation: string) => problemsIn(birth, { ...married, relation, motherDead: false }, { now }).map(({ field }) => field)
  assert.deepEqual(by('grandparent'), ['agreedByParents'])
  assert.deepEqual(by('authorised'), ['authority', 'agreedByParents'])
})

test('an abandoned child: the record, the posting, and nothing about parents', () => {
  const found = settle(birth, { ...married, parents: 'abandoned', relation: 'carer', foundRecord: ['r'] }, now)
  assert.deepEqual(
    Object.keys(found).filter((name) => /^(mother|father|marri|childEthnicity|proof|clinic)/.test(name)),
    [],
  )
  assert.deepEqual(problemsIn(birth, found, { now }), [])
  assert.deepEqual(nextStep(birth, 'verify', 'propose', found), { step: 'posting' })
})

test('the draft goes to whoever filed online; at the counter the register comes next', () => {
  assert.deepEqual(nextStep(birth, 'verify', 'propose', settle(birth, married, now)), { step: 'draft' })
  assert.deepEqual(nextStep(birth, 'verify', 'propose', settle(birth, { ...married, channel: 'counter' }, now)), { step: 'enter' })
  assert.deepEqual(nextStep(birth, 'handOver', 'deliver', married), { place: 'closed' })
  assert.equal(nextStep(birth, 'handOver', 'sign', married), undefined)
})

test('doubts are worded with what was found', () => {
  const answers = { ...married, motherBornOn: '2016-03-12', fatherId: '027195000002' }
  assert.deepEqual(
    warningsIn(birth, answers, { now }).map((each) => sentenceOf(birth, each, 'vi')),
    [
      'Theo ngày đã điền, mẹ sinh con năm 10 tuổi. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'Số định danh của mẹ ứng với năm sinh 1998, giới tính nữ. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
      'Số định danh của cha ứng với năm sinh 1995, giới tính nữ. Xem lại giúp; đúng rồi thì cứ đi tiếp.',
    ],
  )
})

test('the child is not older than the mother', () => {
  assert.deepEqual(problemsIn(birth, { ...married, motherBornOn: '2026-11-10' }, { now }), [
    { field: 'childBornOn', rule: 'childYoungerThanMother' },
  ])
})

test('registration costs nothing in time; each copy has its fee', () => {
  assert.equal(feesFor(birth, married, now).total, 0n)
  const { lines, total } = feesFor(birth, { ...married, copies: 3 }, now)
  assert.deepEqual(
    lines.map(({ fee, count, dong }) => [fee.id, count, dong]),
    [
      ['registration', 1, 0n],
      ['copies', 3, 24_000n],
    ],
  )
  assert.equal(total, 24_000n)
})

test('what a late registration costs is the province’s to fix: until it is known, the clerk is asked', () => {
  assert.equal(feesFor(birth, { ...married, childBornOn: '2026-01-05', lateReason: 'Ở xa' }, now).total, null)
})

test('the communes where a parent resides are competent', () => {
  assert.deepEqual(competentCommunes(birth, married, now), [kinhBac])
})
