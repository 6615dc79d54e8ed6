import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  apiSchema,
  casesOf,
  checkYourAnswers,
  codesOf,
  competentCommunes,
  componentsFor,
  definitionProblems,
  feesFor,
  fillIn,
  fingerprint,
  flawText,
  fromRow,
  lookUpsFor,
  type Naming,
  nextStep,
  normalise,
  type Procedure,
  type Provenance,
  pagesFor,
  problemsIn,
  sentenceOf,
  settle,
  statisticsOf,
  titleOf,
  toRow,
  warningsIn,
} from '#modules/procedures'
import { birthRegistration } from './birth-registration.ts'

const birth: Procedure = birthRegistration
const now = '2026-11-25T02:00:00.000Z'
const kinhBac = '09187'

const naming: Naming = {
  language: 'vi',
  communeName: (code) => (code === kinhBac ? 'phường Kinh Bắc, thành phố Bắc Ninh' : undefined),
  fileName: (id) => `${id}.jpg`,
}

/** Hoa files for her daughter; she and the father are married. Numbers are made up and of valid structure. */
const married: Answers = {
  channel: 'online',
  relation: 'mother',
  applicantName: 'Nguyễn Thị Hoa',
  applicantId: '027198000001',
  applicantPhone: '0912345678',
  childName: 'Trần Nguyễn Minh Khuê',
  childBornOn: '2026-11-09',
  childSex: 'female',
  bornIn: 'facility',
  birthFacility: 'Bệnh viện Sản – Nhi Bắc Ninh',
  birthPlace: { commune: kinhBac },
  parents: 'married',
  surrogacy: false,
  motherId: '027198000001',
  motherName: 'Nguyễn Thị Hoa',
  motherBornOn: '1998-03-12',
  motherEthnicity: '01',
  motherNationality: 'VN',
  motherResidence: { commune: kinhBac, detail: 'Khu Niềm Xá' },
  fatherId: '027095000002',
  fatherName: 'Trần Đức Anh',
  fatherBornOn: '1995-07-04',
  fatherEthnicity: '01',
  fatherNationality: 'VN',
  fatherDead: false,
  fatherResidence: { commune: kinhBac, detail: 'Khu Niềm Xá' },
  marriedOn: '2023-05-20',
  marriedAt: { commune: kinhBac },
  childEthnicity: '01',
  hometownFrom: 'father',
  hometown: { commune: kinhBac },
  proof: 'clinic',
  clinicNoteNumber: '00418.GCS.24001.26',
  clinicNote: ['note-1'],
  receiveBy: 'counter',
  truthful: true,
}

const without = (answers: Answers, ...names: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

const motherAlone: Answers = { ...without(married, 'surrogacy'), parents: 'motherOnly', childName: 'Nguyễn Minh Khuê' }

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

test('a father who wants to recognise the child, or a foreign parent, is told which procedure takes it, and the form ends there', () => {
  const answers = { ...married, parents: 'fatherRecognises' }
  const [problem] = problemsIn(birth, answers, { now, page: 'cha-me' })
  assert.deepEqual(problem, { field: 'parents', rule: 'goesTo', params: { case: 'fatherRecognises', code: '1.000689' } })
  assert.ok(problem)
  assert.equal(
    sentenceOf(birth, problem, 'vi'),
    'Việc này làm theo thủ tục 1.000689. Việc này làm cùng thủ tục nhận con; những gì bạn đã điền được mang sang',
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

test('the communes where a parent resides are competent', () => {
  assert.deepEqual(competentCommunes(birth, married, now), [kinhBac])
})

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
