import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { birthCertificateData, birthRegistration } from '#catalogue'
import { type Answers, settle } from '#modules/procedures'
import { fieldsFrom, reserve } from '#modules/signing'
import { PdfDocument, pagesOf, qrSvg, renderPaper, type Slot } from '#platform/pdf'
import {
  apologyData,
  officeForms,
  receiptData,
  refusalData,
  type Sheet,
  type Subject,
  stopData,
  supplementData,
} from '../src/modules/dossiers/papers/index.ts'

const now = '2026-11-25T03:00:00.000Z'
const verifyUrl = 'http://localhost:3000/xac-minh'
const qr = qrSvg('http://localhost:3000/q/0123456789abcdef0123456789abcdef')
const naming = { communeName: () => 'Phường Kinh Bắc, thành phố Bắc Ninh', fileName: () => undefined }
const hasTools = spawnSync('pdftotext', ['-v']).status === 0
const [certificate] = birthRegistration.results

const facts = {
  register: { number: '312/2026', book: '01/2026', page: '12', registeredOn: '2026-11-25', personalNumber: '027326004711' },
  office: {
    province: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ BẮC NINH',
    commune: 'ỦY BAN NHÂN DÂN\nPHƯỜNG KINH BẮC',
    agency: 'Ủy ban nhân dân phường Kinh Bắc',
  },
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'Phó Chủ tịch', name: 'Lê Thị Thanh Hà' },
}

const home = { commune: '09187', detail: 'Khu Niềm Xá' }
const born: Answers = {
  relation: 'mother',
  applicantName: 'Nguyễn Thị Hoa',
  applicantId: '027198000001',
  childName: 'Trần Nguyễn Minh Khuê',
  childBornOn: '2026-11-09',
  childSex: 'female',
  childEthnicity: '01',
  birthFacility: 'Bệnh viện Sản – Nhi Bắc Ninh',
  bornIn: 'facility',
  birthPlace: { commune: '09187' },
  hometown: { commune: '09187' },
  parents: 'married',
  motherName: 'Nguyễn Thị Hoa',
  motherBornOn: '1998-03-12',
  motherEthnicity: '01',
  motherNationality: 'VN',
  motherResidence: home,
  fatherName: 'Trần Đức Anh',
  fatherBornOn: '1995',
  fatherEthnicity: '01',
  fatherNationality: 'VN',
  fatherResidence: home,
}

function certificateOf(answers: Answers) {
  assert.ok(certificate)
  const data = birthCertificateData(settle(birthRegistration, answers, now), facts, naming)
  return { data, ...renderPaper({ template: certificate.template.typst, data: { ...data, qr, verifyUrl }, now }) }
}

function textOf(t: TestContext, pdf: Uint8Array): string {
  const dir = mkdtempSync(join(tmpdir(), 'papers-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  writeFileSync(join(dir, 'paper.pdf'), pdf)
  return execFileSync('pdftotext', ['-layout', join(dir, 'paper.pdf'), '-']).toString()
}

const pages = (pdf: Uint8Array) => pagesOf(new PdfDocument(pdf)).length
const placed = (slots: readonly Slot[], id: string) => {
  const slot = slots.find((each) => each.id === id)
  assert.ok(slot, `no place is kept for ${id}`)
  return slot
}

/** The seal ends at a third of the ink and both stand on one page, inside it. */
function signable(pdf: Uint8Array, slots: readonly Slot[]): void {
  const [ink, seal] = [placed(slots, 'leader'), placed(slots, 'agency')]
  assert.ok(Math.abs(seal.x + seal.w - (ink.x + ink.w / 3)) < 0.5)
  assert.equal(seal.page, ink.page)
  assert.ok(reserve(pdf, fieldsFrom(slots)).length > pdf.length)
}

test('the certificate prints its register number before anybody signs, and keeps a place for both signatures', () => {
  const { pdf, slots } = certificateOf(born)
  assert.equal(certificate?.numbering, 'from-register')
  assert.deepEqual(slots.map(({ id }) => id).sort(), ['agency', 'leader'])
  signable(pdf, slots)
  assert.equal(pages(pdf), 1)
})

test('every line of the certificate comes back as text', { skip: !hasTools }, (t) => {
  const read = textOf(t, certificateOf(born).pdf)
  for (const line of [
    'TRẦN NGUYỄN MINH KHUÊ',
    'Mùng chín tháng mười một năm hai nghìn không trăm hai mươi sáu',
    'Bệnh viện Sản – Nhi Bắc Ninh, Phường Kinh Bắc, thành phố Bắc Ninh',
    'Số: 312/2026',
    '027326004711',
    'Năm sinh: 1998',
    'Năm sinh: 1995',
    'NGƯỜI KÝ GIẤY KHAI SINH',
  ])
    assert.ok(read.includes(line), `${line}\n${read}`)
  assert.equal(read, read.normalize('NFC'))
})

test('the father’s part stays empty where no father is established, and a dead parent has no residence', () => {
  const { data } = certificateOf({ ...born, parents: 'motherOnly' })
  assert.deepEqual([data.fatherName, data.fatherBornIn, data.fatherEthnicity, data.fatherResidence], ['', '', '', ''])
  const widowed = certificateOf({ ...born, fatherDead: true })
  assert.equal(widowed.data.fatherResidence, 'Đã chết')
  assert.equal(pages(widowed.pdf), 1)
})

test('the longest names and places still fit one page', () => {
  const name = 'Công Tằng Tôn Nữ Nguyễn Phúc Ngọc Diễm Quỳnh Phương'
  const far = { commune: '09187', detail: 'Số nhà 123 ngõ 45 ngách 67 đường Nguyễn Đăng Đạo, khu dân cư Đồng Quán' }
  const { pdf, slots } = certificateOf({
    ...born,
    childName: name,
    motherName: name,
    fatherName: name,
    applicantName: name,
    birthFacility: 'Trung tâm Y tế khu vực, Bệnh viện Đa khoa và Phục hồi chức năng tỉnh Bắc Ninh, cơ sở thứ hai',
    motherResidence: far,
    fatherResidence: far,
  })
  assert.equal(pages(pdf), 1)
  signable(pdf, slots)
})

const sheet: Sheet = {
  above: 'ỦY BAN NHÂN DÂN\nPHƯỜNG KINH BẮC',
  office: 'TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG',
  place: 'Kinh Bắc',
  signer: { authority: '', title: 'Giám đốc', name: 'Phạm Thu Trang' },
  qr,
  verifyUrl,
}
const subject: Subject = {
  dossier: 'H05.46.12-261125-0031',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  applicant: { name: 'Nguyễn Thị Hoa', number: '027198000001', phone: '0912 345 678' },
}
const contact = 'bộ phận Tiếp nhận'
const sha256 = '0b7e'.repeat(16)
const receipt = receiptData({
  sheet,
  subject,
  components: [{ name: 'Giấy chứng sinh', count: 1, as: 'electronic' }],
  files: [{ name: 'giay-chung-sinh.jpg', bytes: 412_345, sha256 }],
  sets: 1,
  fees: {
    lines: [
      { name: 'Lệ phí đăng ký khai sinh đúng hạn', amount: '0 đ', how: '' },
      { name: 'Phí cấp bản sao giấy khai sinh', amount: '16.000 đ', how: '2 bản × 8.000 đ' },
    ],
    total: '16.000 đ',
  },
  within: 'trong ngày',
  filedAt: now,
  receivedAt: now,
  dueAt: '2026-11-25T10:00:00.000Z',
  returned: 'bản điện tử',
})
const letters = {
  receipt,
  supplement: supplementData({
    sheet,
    subject,
    contact,
    items: [{ what: 'Bản chụp mờ', how: 'Chụp lại', basis: 'Nghị định 87/2020/NĐ-CP' }],
  }),
  refusal: refusalData({ sheet, subject, contact, reason: 'Đã đăng ký.', basis: 'Luật Hộ tịch.' }),
  apology: apologyData({
    sheet,
    subject,
    contact,
    receivedAt: now,
    promisedAt: now,
    newDueAt: '2026-11-27T10:00:00.000Z',
    reason: 'Chờ số.',
    answerable: 'UBND phường',
  }),
  stop: stopData({
    sheet,
    subject,
    contact,
    receivedAt: now,
    askedBy: 'applicant',
    reason: 'Rút.',
    basis: 'Nghị định.',
    stage: 'Đang xác minh',
    feesAndPapers: 'Trả lại.',
  }),
} as const

for (const [key, data] of Object.entries(letters) as [keyof typeof letters, (typeof letters)[keyof typeof letters]][]) {
  const { form, typst, numbering } = officeForms[key]
  test(`form ${form} keeps number and date free until the agency signs, and prints them when they are known`, () => {
    assert.equal(numbering, 'after-signature')
    const open = renderPaper({ template: typst, data, now })
    assert.deepEqual(open.slots.map(({ id }) => id).sort(), ['agency', 'date', 'leader', 'number'])
    signable(open.pdf, open.slots)
    assert.equal(pages(open.pdf), 1)
    const known = renderPaper({ template: typst, data: { ...data, number: '12/PYC', date: 'ngày 25 tháng 11 năm 2026' }, now })
    assert.deepEqual(known.slots.map(({ id }) => id).sort(), ['agency', 'leader'])
  })
}

test('the receipt lists every file with its size and the whole of its SHA-256', { skip: !hasTools }, (t) => {
  const read = textOf(t, renderPaper({ template: officeForms.receipt.typst, data: receipt, now }).pdf)
  assert.ok(read.includes('giay-chung-sinh.jpg'))
  assert.ok(read.includes('412.345 byte'))
  assert.ok(read.includes(sha256))
  assert.ok(read.includes('17 giờ 00 phút, ngày 25 tháng 11 năm 2026'))
  assert.ok(read.includes('H05.46.12-261125-0031'))
})

test('a receipt of twenty files runs over to more pages and still keeps one place to sign', () => {
  const files = Array.from({ length: 20 }, (_, i) => ({
    name: `anh-chup-giay-to-so-${i}.jpg`,
    size: '1 MB',
    sha256,
  }))
  const { pdf, slots } = renderPaper({ template: officeForms.receipt.typst, data: { ...receipt, files }, now })
  assert.equal(pages(pdf), 2)
  signable(pdf, slots)
})
