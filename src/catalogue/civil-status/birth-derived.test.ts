import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  apiSchema,
  checkYourAnswers,
  codeOfName,
  codesOf,
  fingerprint,
  fromRow,
  normalise,
  type Procedure,
  problemsIn,
  settle,
  statisticsOf,
  titleOf,
  toRow,
} from '#modules/procedures'
import { birthRegistration } from './birth-registration.ts'
import { kinhBac, married, naming, now } from './birth-sample.ts'

const birth: Procedure = birthRegistration

test('the review says every answer in words, with its source, and leaves out what does not apply', () => {
  const source = { from: 'population', at: now, result: 'matched' } as const
  const sections = checkYourAnswers(birth, married, { now, naming, known: { fatherName: source } })
  const father = sections.find(({ id }) => id === 'cha')?.rows.find(({ field }) => field === 'fatherName')
  assert.deepEqual(father, { field: 'fatherName', label: 'Họ, chữ đệm, tên của cha', value: 'Trần Đức Anh', page: 'cha', source })
  const residence = sections.find(({ id }) => id === 'me')?.rows.find(({ field }) => field === 'motherResidence')
  assert.equal(residence?.value, 'Khu Niềm Xá, phường Kinh Bắc, thành phố Bắc Ninh')
  assert.deepEqual(
    sections.flatMap(({ rows }) => rows).filter(({ value }) => value === ''),
    [],
  )
})

test('a dossier is called by the child’s name and counted without any name', () => {
  assert.equal(titleOf(birth, married, naming), 'Đăng ký khai sinh: Trần Nguyễn Minh Khuê')
  assert.deepEqual(statisticsOf(birth, settle(birth, married, now)), {
    childSex: 'female',
    childEthnicity: '01',
    parents: 'married',
    late: 'false',
    relation: 'mother',
    channel: 'online',
    proof: 'clinic',
    bornIn: 'facility',
    receiveBy: 'counter',
  })
})

test('a form post becomes the same answers as a machine’s body', () => {
  const posted = normalise(birth, {
    childName: ' Trần Nguyễn  Minh Khuê ',
    'childBornOn-day': '9',
    'childBornOn-month': '11',
    'childBornOn-year': '2026',
    'birthPlace-commune': kinhBac,
    surrogacy: 'no',
    copies: '2',
    applicantPhone: '+84 912 345 678',
    channel: 'counter',
  })
  assert.deepEqual(posted, {
    applicantPhone: '0912345678',
    childName: 'Trần Nguyễn Minh Khuê',
    childBornOn: '2026-11-09',
    birthPlace: { commune: kinhBac },
    surrogacy: false,
    copies: 2,
  })
})

test('the machine door has a schema with every question and no other name', () => {
  const schema = apiSchema(birth)
  assert.deepEqual(schema.required, [
    'relation',
    'childName',
    'childBornOn',
    'childSex',
    'bornIn',
    'birthPlace',
    'parents',
    'receiveBy',
    'truthful',
  ])
  assert.equal(schema.additionalProperties, false)
  assert.equal(JSON.stringify(schema).includes('"late"'), false)
})

test('a stored revision is the same procedure, whatever order the database gives its keys', () => {
  const row = toRow(birth)
  const back = fromRow(row)
  assert.deepEqual(back, birth)
  const shuffled = JSON.parse(row.definition, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
  )
  assert.equal(fingerprint(fromRow({ definition: shuffled })), row.fingerprint)
  assert.deepEqual(problemsIn(back, married, { now }), [])
})

test('a stored definition that is damaged is not believed', () => {
  const { definition } = toRow(birth)
  assert.throws(() => fromRow({ definition: definition.replaceAll('"motherOnly"', '"ghost"').replace('"ghost"', '"motherOnly"') }))
})

test('there are 54 ethnic groups, and Kinh is the first', () => {
  const codes = codesOf('ethnicity')
  assert.equal(codes.length, 55)
  assert.deepEqual(codes[0], { code: '01', name: 'Kinh' })
  assert.deepEqual(codes[53], { code: '54', name: 'Rơ-măm' })
})

test('a code is found by its name however it is written', () => {
  assert.equal(codeOfName('ethnicity', 'khơ me'), '05')
  assert.equal(codeOfName('nationality', 'VIỆT NAM'), 'VN')
  assert.equal(codeOfName('ethnicity', 'Elf'), undefined)
})
