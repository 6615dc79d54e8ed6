import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maritalStatusCertificate, marriageRegistration } from '#catalogue'
import { type Answers, type Procedure, resultData, settle } from '#modules/procedures'
import { fieldsOn, reserve } from '#modules/signing'
import { PdfDocument, pagesOf, qrSvg, renderPaper } from '#platform/pdf'
import { marriageAnswers, statusAnswers } from './marriage.ts'

const now = '2026-11-25T03:00:00.000Z'
const added = { qr: qrSvg('http://localhost:3000/q/0123456789abcdef0123456789abcdef'), verifyUrl: 'http://localhost:3000/xac-minh' }
const naming = { communeName: () => 'Phường Kinh Bắc, thành phố Bắc Ninh', fileName: () => undefined }
const facts = {
  register: { number: '1312/2026', registeredOn: '2026-11-25', validUntil: '2027-05-25' },
  office: {
    province: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ BẮC NINH',
    commune: 'ỦY BAN NHÂN DÂN\nPHƯỜNG KINH BẮC',
    agency: 'Ủy ban nhân dân phường Kinh Bắc',
    place: 'Kinh Bắc',
  },
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'Phó Chủ tịch', name: 'Lê Thị Thanh Hà' },
}

function paperOf(procedure: Procedure, answers: Answers) {
  const [result] = procedure.results
  assert.ok(result)
  const data = { ...resultData(procedure, result.code, settle(procedure, answers, now), facts, naming), ...added }
  return renderPaper({ template: result.template.typst, data, now })
}

/** One page, and both places to sign on it, wholly inside. */
function fits({ pdf, slots }: ReturnType<typeof paperOf>): void {
  const [page, ...more] = pagesOf(new PdfDocument(pdf))
  assert.ok(page && more.length === 0, 'one page')
  const fields = fieldsOn(pdf, slots)
  assert.deepEqual(fields.map(({ name }) => name).sort(), ['agency', 'leader'])
  for (const { name, rect } of fields) {
    const [left, bottom, right, top] = rect
    assert.ok(left >= page.box[0] && bottom >= page.box[1] && right <= page.box[2] && top <= page.box[3], `${name} lies on the page`)
    assert.ok(top < (page.box[3] - page.box[1]) / 2, `${name} lies in the lower half, below what is said`)
  }
  assert.ok(reserve(pdf, fields).length > pdf.length)
}

const long = 'Công Tằng Tôn Nữ Nguyễn Phúc Ngọc Diễm Quỳnh Phương'
const far = { commune: '09187', detail: 'Số nhà 123 ngõ 45 ngách 67 đường Nguyễn Đăng Đạo, khu dân cư Đồng Quán' }

test('the marriage certificate lies on its side and holds the longest names of both', () => {
  fits(paperOf(marriageRegistration, marriageAnswers()))
  fits(
    paperOf(marriageRegistration, { ...marriageAnswers(), wifeName: long, husbandName: long, wifeResidence: far, husbandResidence: far }),
  )
})

test('the status certificate holds three residences, a divorce and the person to be married on one page', () => {
  fits(paperOf(maritalStatusCertificate, statusAnswers()))
  const places = { firstPlace: far, secondPlace: far, thirdPlace: far, secondPeriod: true, thirdPeriod: true }
  const times = { firstFrom: '2010-01-01', firstTo: '2012-01-01', secondFrom: '2012-01-02', secondTo: '2014-01-01' }
  const partner = {
    purpose: 'marriageHere',
    partnerName: long,
    partnerBornOn: '1991-09-09',
    partnerSex: 'female',
    partnerNationality: 'VN',
    partnerPaper: '024191000005',
    partnerHome: 'Số 1, phường Vũ Ninh, thành phố Bắc Ninh',
    marriageWhere: 'Ủy ban nhân dân phường Vũ Ninh, thành phố Bắc Ninh',
  }
  const most = { ...statusAnswers(), covers: 'periods', ...places, ...times, thirdFrom: '2014-01-02', thirdTo: '2016-01-01', ...partner }
  fits(paperOf(maritalStatusCertificate, { ...most, subjectName: long, subjectResidence: far }))
})
