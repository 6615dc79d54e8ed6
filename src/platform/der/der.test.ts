import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asNumber, asOid, asSerial, asText, asTime, DerError, read, readFirst } from './read.ts'
import { generalizedTime, integer, oid, printable, sequence, setOf, time, tlv, utf8 } from './write.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (value: Uint8Array) => Buffer.from(value).toString('hex')

test('numbers, identifiers and texts go out and come back', () => {
  for (const value of [0, 1, 127, 128, 255, 256, 65_537]) assert.equal(asNumber(read(integer(value))), value)
  assert.equal(hexOf(integer(128)), '02020080')
  assert.equal(asSerial(read(integer('80ff'))), '80ff')
  for (const id of ['1.2.840.113549.1.9.16.2.47', '2.5.4.3', '2.16.840.1.101.3.4.2.1', '1.3.6.1.4.1.99999.1.1'])
    assert.equal(asOid(read(oid(id))), id)
  assert.equal(asText(read(utf8('Nguyễn Thị Mẫu'))), 'Nguyễn Thị Mẫu')
  assert.equal(asText(read(printable('VN'))), 'VN')
})

test('times are UTCTime until 2049 and GeneralizedTime from then on', () => {
  assert.equal(read(time('2049-12-31T23:59:59Z')).tag, 0x17)
  assert.equal(read(time('2050-01-01T00:00:00Z')).tag, 0x18)
  for (const at of ['1999-05-01T00:00:00.000Z', '2026-08-21T08:01:00.000Z', '2060-01-01T12:00:00.000Z'])
    assert.equal(asTime(read(time(at))), at)
  assert.equal(asTime(read(generalizedTime('2026-08-21T15:01:00+07:00'))), '2026-08-21T08:01:00.000Z')
  assert.equal(asTime(read(tlv(0x18, Buffer.from('20260821080100.25Z')))), '2026-08-21T08:01:00.250Z')
  assert.throws(() => asTime(read(tlv(0x18, Buffer.from('20261321080100Z')))), DerError)
})

test('a set stands in the order of its encodings, a long value has its length in the shortest form', () => {
  assert.equal(hexOf(setOf(integer(2), integer(1))), '3106020101020102')
  assert.equal(hexOf(tlv(0x04, new Uint8Array(200)).subarray(0, 3)), '0481c8')
  assert.equal(hexOf(tlv(0x04, new Uint8Array(300)).subarray(0, 4)), '0482012c')
})

test('what is not DER is refused', () => {
  for (const wrong of [
    '',
    '30',
    '3004020101',
    '0481 01 00'.replace(/ /g, ''),
    '3080020101 0000'.replace(/ /g, ''),
    '1f8101',
    '020101ff',
    '04850000000001',
  ])
    assert.throws(() => read(bytes(wrong)), DerError, wrong)
  const deep = Array.from({ length: 60 }).reduce<Uint8Array>((inner) => sequence(inner), integer(1))
  assert.throws(() => read(deep), /nested too deeply/)
})

test('BER of other agencies is read where it is asked for', () => {
  const { element, end } = readFirst(bytes('30800201010000ff'), 'ber')
  assert.equal(end, 7)
  assert.equal(asNumber(element.children[0]), 1)
  assert.equal(asNumber(read(bytes('30 81 03 020107'.replace(/ /g, '')), 'ber').children[0]), 7)
})
