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
  fromRow,
  nextStep,
  normalise,
  type Procedure,
  problemsIn,
  resultData,
  sentenceOf,
  settle,
  toRow,
  valueText,
  warningsIn,
} from '#modules/procedures'
import { byList, kinhBac, naming, now, owning, renting, thai, without } from './stay-sample.ts'
import { temporaryResidence } from './temporary-residence.ts'

const stay: Procedure = temporaryResidence
const wrong = (answers: Answers) => problemsIn(stay, answers, { now }).map(({ field, rule }) => `${field} ${rule}`)
const said = (answers: Answers) => problemsIn(stay, answers, { now }).map((one) => sentenceOf(stay, one, 'vi'))
const owed = (answers: Answers) => componentsFor(stay, answers, { now }).map(({ component, standing }) => `${component.id} ${standing}`)

test('the definition may be published, and comes back from a database as it went in', () => {
  assert.deepEqual(
    definitionProblems(stay).map((flaw) => flawText(flaw, 'en')),
    [],
  )
  assert.deepEqual(fromRow(toRow(stay)), stay)
})

test('a complete dossier has neither problem nor doubt, alone, by list and in one’s own flat', () => {
  for (const answers of [renting, owning, byList]) {
    assert.deepEqual(wrong(answers), [])
    assert.deepEqual(warningsIn(stay, answers, { now }), [])
  }
})

test('in the commune of the permanent residence nobody registers a temporary one', () => {
  assert.deepEqual(said({ ...renting, permanentResidence: { commune: kinhBac, detail: 'Số 1' } }), [
    'Chỗ ở này cùng xã, phường với nơi thường trú nên không phải đăng ký tạm trú.',
  ])
  const elsewhere = { ...renting, permanentResidence: { commune: '05977', detail: 'Số 9, khối mẫu 2' } }
  assert.deepEqual(wrong(elsewhere), [])
})

test('thirty days are enough, twenty-nine are a visit; two years are the most', () => {
  const until = (to: string) => wrong({ ...renting, to })
  assert.deepEqual(until('2026-12-23'), [])
  assert.deepEqual(until('2026-12-22'), ['to atLeastThirtyDays'])
  assert.deepEqual(until('2028-11-23'), [])
  assert.deepEqual(until('2028-11-24'), ['to atMostTwoYears'])
  assert.match(said({ ...renting, to: '2026-11-30' })[0] ?? '', /Thời gian ở là 7 ngày\. Ở dưới 30 ngày/)
  assert.deepEqual(until('2026-11-01'), ['to atLeastThirtyDays'])
})

test('a first day long past is doubted, not refused', () => {
  const doubts = (from: string) => warningsIn(stay, { ...renting, from }, { now }).map(({ rule }) => rule)
  assert.deepEqual(doubts('2026-10-21'), [])
  assert.deepEqual(doubts('2026-10-20'), ['notLongAgo'])
})

test('a minor is registered by a parent, who agrees; a minor among those who come needs the same', () => {
  assert.match(said({ ...renting, personBornOn: '2011-06-23' })[0] ?? '', /Bạn chưa đủ 18 tuổi/)
  const child = { ...renting, forWhom: 'child', personName: 'Hoàng Gia An', personBornOn: '2015-01-01', personId: '024215990031' }
  assert.deepEqual(wrong(child), ['parentConsent required', 'parentName required'])
  assert.deepEqual(wrong({ ...renting, minors: true }), ['parentConsent required', 'parentName required'])
  const agreed = { ...child, parentConsent: 'vneid', parentName: 'Lương Thị Hiền' }
  assert.deepEqual(wrong(agreed), ['parentId required'])
  assert.deepEqual(
    casesOf(stay, child, now).map(({ id }) => id),
    ['minor'],
  )
})

test('who agrees in VNeID gives a number; on the form or on paper, the file is owed', () => {
  assert.deepEqual(wrong({ ...renting, ownerConsent: 'form' }), ['signedForm required'])
  assert.deepEqual(wrong({ ...renting, ownerConsent: 'paper' }), ['consentPaper required'])
  assert.deepEqual(wrong(without(renting, 'ownerId')), ['ownerId required'])
  assert.deepEqual(wrong(without(renting, 'ownerConsent', 'ownerName', 'ownerId')), ['ownerConsent required', 'ownerName required'])
})

test('data stands before papers: one’s own flat in the land data and close kin owe no proof of the dwelling', () => {
  assert.deepEqual(owed(renting), ['declaration made', 'dwelling attached'])
  assert.deepEqual(wrong(without(renting, 'dwellingProof')), ['dwellingProof required'])
  assert.deepEqual(wrong(without(owning, 'dwellingInData')), ['dwellingProof required'])
  const joins = {
    ...without(renting, 'dwellingProof'),
    dwellingKind: 'stay',
    household: 'join',
    householderName: 'Nguyễn Thị Mùi',
    householderId: '027158990006',
    householderConsent: 'vneid',
  }
  assert.deepEqual(wrong({ ...joins, relation: 'other' }), ['dwellingProof required'])
  assert.deepEqual(wrong({ ...joins, relation: 'child' }), [])
  assert.deepEqual(wrong({ ...joins, relation: 'other', kinship: 'family' }), [])
  const found = componentsFor(stay, owning, { now, evidence: [{ from: 'land', item: 'dwelling', result: 'found' }] })
  assert.equal(found.find(({ component }) => component.id === 'dwelling')?.standing, 'data')
})

test('nobody can claim what only the data may tell', () => {
  assert.deepEqual(normalise(stay, { dwellingInData: 'owned', kinship: 'family', channel: 'counter' }), {})
})

test('each list of people is checked cell by cell, and no number stands twice', () => {
  const people = [thai, { ...thai, name: 'Hoàng 3', citizenId: '123' }]
  const answers = { ...renting, people: people.map((one) => ({ ...one, relation: 'spouse' })) }
  assert.deepEqual(said(answers), [
    'Người thứ 2: “Họ, chữ đệm và tên” chỉ gồm chữ cái, không có số và ký hiệu',
    'Người thứ 2: Số định danh cá nhân gồm đúng 12 chữ số và bắt đầu bằng số 0',
  ])
  const twice = { ...renting, people: [{ ...thai, relation: 'spouse', citizenId: '020300990011' }] }
  assert.deepEqual(said(twice), ['Người thứ 1: Số định danh này đã có ở người khác trong hồ sơ.'])
  assert.deepEqual(wrong({ ...byList, listed: [thai, thai] }), ['listed eachOnceInList'])
  assert.deepEqual(said({ ...byList, listed: [] }), ['Thêm ít nhất một người vào danh sách'])
  const eight = Array.from({ length: 8 }, (_, i) => ({ ...thai, relation: 'other', citizenId: `02409799002${i}` }))
  assert.deepEqual(said({ ...renting, people: eight }), ['Nhiều nhất 7 dòng cho “Những người cùng chuyển đến”'])
})

test('a list out of a form is the same as one out of a machine’s body; empty lines fall away', () => {
  const posted = normalise(stay, {
    'people.0.name': ' Hoàng  Văn Thái ',
    'people.0.bornOn-day': '19',
    'people.0.bornOn-month': '9',
    'people.0.bornOn-year': '1997',
    'people.0.sex': 'male',
    'people.0.citizenId': '024 097 990 012',
    'people.0.relation': 'spouse',
    'people.4.name': '',
  })
  const row = { ...thai, relation: 'spouse' }
  assert.deepEqual(posted, { people: [row, { name: '', bornOn: '', sex: '', citizenId: '', relation: '' }] })
  assert.deepEqual(normalise(stay, { people: [row] }), { people: [row] })
  assert.deepEqual(settle(stay, { ...renting, ...posted }, now).people, [row])
  const field = stay.fields.people
  assert.ok(field)
  assert.equal(valueText(field, [row], naming), 'Hoàng Văn Thái, 19/09/1997, Nam, 024097990012, Vợ hoặc chồng')
})

test('the fee follows the door: seven thousand online, fifteen at the counter; a list pays for each person', () => {
  const total = (answers: Answers) => feesFor(stay, answers, now).total
  assert.equal(total(renting), 7_000n)
  assert.equal(total({ ...renting, channel: 'counter' }), 15_000n)
  assert.equal(total(byList), 10_000n)
  assert.equal(total({ ...byList, channel: 'counter' }), 20_000n)
})

test('whoever is exempt pays nothing and reads why', () => {
  const { lines, total } = feesFor(stay, { ...renting, exemption: 'poor' }, now)
  assert.equal(total, 0n)
  assert.deepEqual(
    lines.map(({ exemption }) => exemption?.who.vi),
    ['Người thuộc hộ nghèo'],
  )
  assert.deepEqual(
    warningsIn(stay, { ...renting, exemption: 'elderly' }, { now }).map(({ rule }) => rule),
    ['elderly'],
  )
  assert.deepEqual(
    warningsIn(stay, { ...renting, exemption: 'elderly', personBornOn: '1966-11-20', personId: '020166990011' }, { now }),
    [],
  )
})

test('a garrison needs the letter of its unit and nobody’s consent', () => {
  const unit = {
    ...without(renting, 'dwellingKind', 'household', 'minors', 'ownerConsent', 'ownerName', 'ownerId', 'dwellingProof'),
    kind: 'unit',
    permit: 'army',
    minors: false,
  }
  assert.deepEqual(wrong(unit), ['unitLetter required'])
  assert.deepEqual(owed({ ...unit, unitLetter: ['l'] }), ['unitDeclaration made', 'armyLetter attached'])
})

test('the police of the dwelling’s commune decide; their notice waits for the database', () => {
  assert.equal(stay.counter, 'communePolice')
  assert.deepEqual(competentCommunes(stay, renting, now), [kinhBac])
  assert.deepEqual(nextStep(stay, 'sign', 'sign', settle(stay, renting, now)), { step: 'record' })
  assert.deepEqual(nextStep(stay, 'record', 'record', settle(stay, renting, now)), { step: 'seal' })
})

test('the notice says who, where, from when until when, with whom', () => {
  const answers = {
    ...renting,
    household: 'join',
    householderName: 'Nguyễn Thị Mùi',
    householderId: '027158990006',
    relation: 'other',
    householderConsent: 'vneid',
    people: [{ ...thai, relation: 'spouse' }],
  }
  const facts = {
    office: { province: 'CÔNG AN', commune: 'CÔNG AN PHƯỜNG', agency: 'Công an phường Kinh Bắc', place: 'Kinh Bắc' },
    signer: { authority: '', title: 'Trưởng Công an phường', name: 'Trịnh Văn Hòa' },
  }
  const data = resultData(stay, 'KQ.G01.000065', settle(stay, answers, now), facts, naming)
  const { people, ...rest } = data
  assert.deepEqual(JSON.parse(people ?? ''), [
    { name: 'Hoàng Văn Thái', bornOn: '19/09/1997', sex: 'Nam', citizenId: '024097990012', relation: 'Vợ hoặc chồng' },
  ])
  assert.deepEqual(rest, {
    above: 'CÔNG AN',
    agency: 'CÔNG AN PHƯỜNG',
    agencyName: 'Công an phường Kinh Bắc',
    place: 'Kinh Bắc',
    applicantName: 'Lương Thị Hiền',
    personName: 'LƯƠNG THỊ HIỀN',
    personBornOn: '08/01/2000',
    personSex: 'Nữ',
    personId: '020300990011',
    permanentResidence: 'Số 11, thôn Mẫu Nam, Xã Nhã Nam, thành phố Bắc Ninh',
    dwelling: 'Số 20, tổ dân phố mẫu 2, Phường Kinh Bắc, thành phố Bắc Ninh',
    from: '23/11/2026',
    to: '22/11/2027',
    householderName: 'NGUYỄN THỊ MÙI',
    relation: 'Người ở cùng, ở nhờ, ở thuê',
    kind: 'Cá nhân, hộ gia đình',
    listed: '[]',
    signerAuthority: '',
    signerTitle: 'Trưởng Công an phường',
    signerName: 'Trịnh Văn Hòa',
  })
})
