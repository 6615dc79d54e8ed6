import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  comparisons,
  componentsFor,
  fillIn,
  lookUpsFor,
  type Procedure,
  type Provenance,
  pagesFor,
  problemsIn,
} from '#modules/procedures'
import { birthRegistration } from './birth-registration.ts'
import { kinhBac, married, now, without } from './birth-sample.ts'

const birth: Procedure = birthRegistration

test('an electronic birth note from the wallet replaces the photo and its number', () => {
  const answers = without(married, 'clinicNote', 'clinicNoteNumber')
  const [lookUp] = lookUpsFor(birth, answers, { now }).filter(({ from }) => from === 'wallet')
  assert.ok(lookUp)
  const filled = fillIn(answers, {}, { lookUp, at: now, items: { birthNote: ['e-note'], 'birthNote.number': '1' } })
  assert.deepEqual(problemsIn(birth, filled.answers, { now }), [])
  const papers = pagesFor(birth, filled.answers, { now, known: filled.known }).find(({ id }) => id === 'giay-to')
  assert.deepEqual(
    papers?.known.map(({ name }) => name),
    ['clinicNoteNumber', 'clinicNote'],
  )
  assert.equal(
    componentsFor(birth, filled.answers, { now, known: filled.known }).find(({ component }) => component.id === 'birthNote')?.standing,
    'data',
  )
})

/** Answers all look-ups from these stores until nothing new comes. */
function known(start: Answers, stores: Readonly<Record<string, Readonly<Record<string, Answers[string]>>>>) {
  let state: { answers: Answers; known: Provenance } = { answers: start, known: {} }
  for (let round = 0; round < 5; round += 1) {
    for (const lookUp of lookUpsFor(birth, state.answers, { now, known: state.known })) {
      const key = [lookUp.from, ...Object.values(lookUp.by).slice(0, 1)].join(' ')
      state = fillIn(state.answers, state.known, { lookUp, at: now, items: stores[key] ?? {} })
    }
  }
  return state
}

const vneid = { fullName: 'Nguyễn Thị Hoa', citizenId: '027198000001', bornOn: '1998-03-12', phone: '0912345678' }
const hoa = { ethnicity: '01', nationality: 'VN', residence: { commune: kinhBac, detail: 'Khu Niềm Xá' }, hometown: { commune: kinhBac } }
const marriage = {
  'spouse.citizenId': '027095000002',
  'spouse.fullName': 'Trần Đức Anh',
  'spouse.bornOn': '1995-07-04',
  'marriage.on': '2023-05-20',
  'marriage.commune': { commune: kinhBac },
  'marriage.number': '112/2023',
}
const stores = {
  vneid,
  'population 027198000001': hoa,
  'population 027095000002': { ...hoa, dead: false },
  'civilStatus 027198000001': marriage,
}

test('a mother signed in is asked nothing about herself, her husband or their marriage', () => {
  const start: Answers = { channel: 'online', relation: 'mother', parents: 'married', hometownFrom: 'father' }
  const { answers, known: sources } = known(start, stores)
  const pages = pagesFor(birth, answers, { now, known: sources }).map(
    ({ id, asks }) =>
      `${id}: ${asks
        .filter(({ appliesNow }) => appliesNow)
        .map(({ name }) => name)
        .join(' ')}`,
  )
  assert.deepEqual(pages, [
    'nguoi-nop: relation applicantEmail',
    'tre: childName childBornOn childSex',
    'noi-sinh: bornIn birthPlace',
    'cha-me: parents surrogacy',
    'ket-hon: foreignMarriageNote',
    'dan-toc: childEthnicity hometownFrom',
    'giay-to: proof',
    'nhan-ket-qua: receiveBy copies',
    'cam-doan: truthful',
  ])
  assert.deepEqual(sources.fatherName, { from: 'civilStatus', at: now, result: 'taken' })
  assert.equal(answers.fatherName, 'Trần Đức Anh')
})

test('a number that somebody types opens nobody’s marriage', () => {
  const typed: Answers = { channel: 'online', relation: 'grandparent', parents: 'married', motherId: '027198000001' }
  assert.deepEqual(
    lookUpsFor(birth, typed, { now }).map(({ from }) => from),
    ['vneid'],
  )
  const whole = { ...typed, motherName: 'Nguyễn Thị Hoa', motherBornOn: '1998-03-12' }
  assert.deepEqual(
    lookUpsFor(birth, whole, { now }).map(({ from, by }) => `${from} ${Object.keys(by).join()}`),
    ['vneid ', 'population motherId,motherName,motherBornOn'],
  )
})

test('what the clinic wrote is held against the answers and never replaces them', () => {
  const items = { 'birthNote.facility': 'BỆNH VIỆN ĐA KHOA BẮC NINH', 'birthNote.sex': 'female', 'birthNote.motherName': 'NGUYỄN THỊ HOA' }
  const lookUp = { from: 'wallet', by: {}, items: [] } as const
  assert.deepEqual(
    comparisons(birth, married, [{ lookUp, items }], now).map(({ field, same }) => [field, same]),
    [
      ['childSex', true],
      ['birthFacility', false],
      ['motherName', true],
    ],
  )
})

test('a place of origin in old words, as a database keeps it, is as good as a commune of today', () => {
  const old = { ...married, hometown: { detail: 'Xã Hòa Long, thị xã Bắc Ninh, tỉnh Hà Bắc' } }
  assert.deepEqual(problemsIn(birth, old, { now }), [])
  assert.deepEqual(problemsIn(birth, { ...married, hometown: {} }, { now }), [{ field: 'hometown', rule: 'required' }])
})
