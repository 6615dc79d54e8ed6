import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PdfDocument, renderPaper, textOf } from '#platform/pdf'
import { reservedPaper } from '#test/signing-world'
import { fieldsFrom, fieldsOf, type ReservedField } from './fields.ts'
import { reserve } from './reserve.ts'
import { dateLine, pdfTime, vietnamTime, wholeSecond } from './times.ts'

const now = '2026-08-21T08:01:00Z'
const { pdf } = renderPaper({ template: 'Giấy', data: {}, now })
const field = (more: Partial<ReservedField>): ReservedField => ({
  name: 'leader',
  kind: 'signature',
  label: 'Chữ ký',
  page: 1,
  rect: [100, 100, 200, 150],
  ...more,
})

test('every reserved place is a field with a label, and stands where its slot stood', () => {
  const fields = fieldsOf(new PdfDocument(reservedPaper('after-signature', now)))
  assert.deepEqual(
    fields.map(({ name, type, dict }) => [name, type, textOf(dict.entries.get('TU'))]),
    [
      ['number', 'Tx', 'Số, ký hiệu'],
      ['date', 'Tx', 'Ngày, tháng, năm ban hành'],
      ['leader', 'Sig', 'Chữ ký của người có thẩm quyền'],
      ['agency', 'Sig', 'Chữ ký số của cơ quan'],
    ],
  )
  assert.deepEqual(fieldsFrom([{ id: 'leader', page: 1, x: 10, y: 20, w: 30, h: 40 }], 800)[0]?.rect, [10, 740, 40, 780])
  assert.deepEqual(fieldsFrom([{ id: 'something', page: 1, x: 0, y: 0, w: 1, h: 1 }]), [])
})

test('a place that is too large, off its page, or named twice is not reserved', () => {
  assert.throws(() => reserve(pdf, [field({ rect: [0, 0, 301, 50] })]), /larger than 300 × 120/)
  assert.throws(() => reserve(pdf, [field({ kind: 'text', rect: [0, 0, 100, 31] })]), /larger than 260 × 30/)
  assert.throws(() => reserve(pdf, [field({ page: 2 })]), /off its page/)
  assert.throws(() => reserve(pdf, [field({ rect: [500, 0, 600, 50] })]), /off its page/)
  assert.throws(() => reserve(pdf, [field({}), field({})]), /named twice/)
  assert.throws(() => reserve(reserve(pdf, [field({})]), [field({ name: 'agency' })]), /has fields already/)
})

test('dates and times are written as Decree 30 and the format want them', () => {
  assert.equal(dateLine('2026-02-05'), 'ngày 05 tháng 02 năm 2026')
  assert.equal(dateLine('2026-12-31'), 'ngày 31 tháng 12 năm 2026')
  assert.equal(vietnamTime('2026-12-31T17:00:00Z'), '01/01/2027 00:00:00 +07:00')
  assert.equal(pdfTime('2026-08-21T08:01:00.900Z'), "D:20260821150100+07'00'")
  assert.equal(wholeSecond('2026-08-21T15:01:00.9+07:00'), '2026-08-21T08:01:00Z')
})
