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
  type Naming,
  nextStep,
  normalise,
  type Procedure,
  problemsIn,
  resultData,
  sentenceOf,
  settle,
  toRow,
  warningsIn,
} from '#modules/procedures'
import { householdBusiness } from './household-business.ts'
import { bakery, kinhBac, member, now, ofHousehold } from './shop-sample.ts'

const shop: Procedure = householdBusiness
const wrong = (answers: Answers) => problemsIn(shop, answers, { now }).map(({ field, rule }) => `${field} ${rule}`)
const said = (answers: Answers) => problemsIn(shop, answers, { now }).map((one) => sentenceOf(shop, one, 'vi'))
const named = (businessName: string) => wrong({ ...bakery, businessName })

test('the definition may be published, and comes back from a database as it went in', () => {
  assert.deepEqual(
    definitionProblems(shop).map((flaw) => flawText(flaw, 'en')),
    [],
  )
  assert.deepEqual(fromRow(toRow(shop)), shop)
})

test('a complete application has neither problem nor doubt, of one person and of a household', () => {
  for (const answers of [bakery, ofHousehold]) {
    assert.deepEqual(wrong(answers), [])
    assert.deepEqual(warningsIn(shop, answers, { now }), [])
  }
})

test('the name begins with “Hộ kinh doanh”, in capitals or not, and is neither a company nor empty', () => {
  assert.deepEqual(named('HỘ KINH DOANH 36 PHỐ & BẠN'), [])
  assert.deepEqual(named('Bánh mì Cô Mai'), ['businessName nameBegins'])
  assert.deepEqual(named('Hộ kinh doanh'), ['businessName nameBegins'])
  assert.deepEqual(said({ ...bakery, businessName: 'Hộ kinh doanh Công  Ty Mai' }), [
    'Tên hộ kinh doanh không được có từ “công ty”. Chọn tên khác.',
  ])
  assert.deepEqual(named('Hộ kinh doanh Mai <b>'), ['businessName nameLetters'])
  assert.deepEqual(named('Hộ kinh doanh Công Tyra'), [])
})

test('a name that the register has in this commune must change; nobody can claim that it is free', () => {
  assert.deepEqual(wrong({ ...bakery, nameInRegister: 'taken' }), ['businessName nameTaken'])
  assert.deepEqual(normalise(shop, { nameInRegister: 'free', ownerInRegister: 'none' }), {})
})

test('the owner is eighteen, and has no other household business', () => {
  assert.deepEqual(said({ ...bakery, ownerBornOn: '2008-11-21' }), [
    'Chủ hộ kinh doanh phải đủ 18 tuổi; người này đủ tuổi từ ngày 21/11/2026.',
  ])
  const ruleOf = (answers: Answers) => warningsIn(shop, answers, { now }).map(({ rule }) => rule)
  assert.deepEqual(ruleOf({ ...bakery, ownerBornOn: '2008-11-20', ownerId: '024308990022' }), [])
  assert.deepEqual(ruleOf({ ...bakery, ownerInRegister: 'has' }), ['ownerHasOne'])
})

test('the head office lies in the province; any of its communes takes the application', () => {
  assert.deepEqual(wrong({ ...bakery, headOffice: { country: 'VN', detail: 'Số 3, ngõ Mẫu, Phường Ba Đình, Hà Nội' } }), [
    'headOffice inProvince',
  ])
  assert.deepEqual(competentCommunes(shop, bakery, now), [])
  assert.equal(shop.counter, 'economicOffice')
})

test('the main line has four digits; the capital is an amount above nothing, however it is typed', () => {
  assert.deepEqual(wrong({ ...bakery, mainSectorCode: '561' }), ['mainSectorCode pattern'])
  assert.deepEqual(wrong({ ...bakery, otherSectors: [{ name: 'Giao bánh', code: 'x' }] }), ['otherSectors pattern'])
  assert.deepEqual(normalise(shop, { capital: ' 50.000.000 đồng' }), { capital: '50000000' })
  assert.deepEqual(wrong({ ...bakery, capital: '0' }), ['capital tooSmall'])
  assert.match(said({ ...bakery, capital: 'năm mươi triệu' })[0] ?? '', /là số tiền bằng đồng, viết bằng chữ số/)
  assert.deepEqual(wrong({ ...bakery, capital: '999999999999999' }), [])
})

test('a household names its members, none twice, and brings their certified authorisation', () => {
  const { members: _none, ...alone } = ofHousehold
  assert.deepEqual(said(alone), ['Thêm ít nhất một thành viên, hoặc chọn “Một cá nhân”'])
  assert.deepEqual(wrong({ ...ofHousehold, members: [{ ...member, citizenId: '024191990022' }] }), ['members membersOnce'])
  const owed = componentsFor(shop, { ...ofHousehold, membersAuthority: [] }, { now })
  assert.deepEqual(
    owed.map(({ component, standing }) => `${component.id} ${standing}`),
    ['application made', 'membersAuthority toAttach'],
  )
  assert.deepEqual(
    casesOf(shop, ofHousehold, now).map(({ id }) => id),
    ['household'],
  )
})

test('each kind of proxy brings its own papers', () => {
  const owed = (filer: string) =>
    componentsFor(shop, { ...bakery, filer, ownerWithoutAccount: false }, { now }).map(({ component }) => component.id)
  assert.deepEqual(owed('person'), ['application', 'authority'])
  assert.deepEqual(owed('service'), ['application', 'serviceContract', 'introduction'])
  assert.deepEqual(owed('publicPost'), ['application', 'postSlip'])
  assert.deepEqual(owed('otherPost'), ['application', 'serviceContract', 'introduction'])
  assert.deepEqual(wrong({ ...bakery, filer: 'person', authority: ['p'], ownerWithoutAccount: true }), ['ownerCard required'])
})

test('the fee follows the door and is not verified; three working days to grant', () => {
  assert.equal(feesFor(shop, bakery, now).total, 150_000n)
  assert.equal(feesFor(shop, { ...bakery, channel: 'counter' }, now).total, 50_000n)
  assert.ok(shop.fees.every(({ unverified, setBy }) => unverified === true && setBy === 'provincialCouncil'))
  assert.equal(shop.resolvedWithin.unit === 'workingDays' && shop.resolvedWithin.amount, 3)
})

test('the code comes from the tax system before the signature; rejected data goes back to the registrar', () => {
  const answers = settle(shop, bakery, now)
  assert.deepEqual(nextStep(shop, 'enter', 'enter', answers), { step: 'taxCode' })
  assert.deepEqual(nextStep(shop, 'taxCode', 'allot', answers), { step: 'sign' })
  assert.deepEqual(nextStep(shop, 'taxCode', 'sendBack', answers), { step: 'amend' })
  assert.deepEqual(nextStep(shop, 'amend', 'propose', answers), { step: 'taxCode' })
})

test('the certificate says everything that the decree asks, the capital in figures and words', () => {
  const naming: Naming = {
    language: 'vi',
    communeName: (code) => (code === kinhBac ? 'Phường Kinh Bắc, thành phố Bắc Ninh' : 'Phường Vũ Ninh, thành phố Bắc Ninh'),
    fileName: (id) => id,
  }
  const facts = {
    register: { number: '01/2026', registeredOn: '2026-11-20', personalNumber: '8099990001' },
    office: { province: 'ỦY BAN', commune: 'PHÒNG', place: 'Kinh Bắc' },
    signer: { authority: '', title: 'Trưởng phòng', name: 'Hoàng Minh Tuấn' },
  }
  const { members, otherSectors, ...rest } = resultData(shop, 'KQ.G12.001041', settle(shop, ofHousehold, now), facts, naming)
  assert.deepEqual(JSON.parse(members ?? ''), [{ ...member, bornOn: '02/02/1965' }])
  assert.deepEqual(JSON.parse(otherSectors ?? ''), bakery.otherSectors)
  assert.deepEqual(rest, {
    above: 'ỦY BAN',
    agency: 'PHÒNG',
    place: 'Kinh Bắc',
    number: '01/2026',
    code: '8099990001',
    registeredOn: '20/11/2026',
    note: '',
    businessName: 'HỘ KINH DOANH BÁNH MÌ CÔ MAI',
    foreignName: '',
    shortName: '',
    headOffice: 'Số 15, phố Mẫu, Phường Kinh Bắc, thành phố Bắc Ninh',
    businessPhone: '0900990022',
    businessEmail: '',
    website: '',
    mainSectorName: 'Nhà hàng và các dịch vụ ăn uống phục vụ lưu động',
    mainSectorCode: '5610',
    capital: '50.000.000 đồng',
    capitalInWords: 'Năm mươi triệu đồng',
    founders: 'Các thành viên trong hộ gia đình',
    ownerName: 'LÊ THỊ MAI',
    ownerSex: 'Nữ',
    ownerBornOn: '09/09/1991',
    ownerEthnicity: 'Kinh',
    ownerNationality: 'Việt Nam',
    ownerId: '024191990022',
    ownerResidence: 'Số 8, tổ dân phố mẫu 7, Phường Vũ Ninh, thành phố Bắc Ninh',
    ownerContact: '',
    signerAuthority: '',
    signerTitle: 'Trưởng phòng',
    signerName: 'Hoàng Minh Tuấn',
  })
})
