import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reference } from '#test/reference-data'
import { birthPlaces, isSamplePersonNumber, personNumberProblems, readPersonNumber, samplePersonNumber } from './person-number.ts'

const cccd = reference('cccd.json')
const codes = (...given: Parameters<typeof personNumberProblems>) =>
  personNumberProblems(...given).map(({ code, weight }) => `${code} ${weight}`)

test('a number tells place, sex and birth year', () => {
  assert.deepEqual(readPersonNumber('024095001234'), { place: '024', sex: 'male', birthYear: 1995 })
  assert.deepEqual(readPersonNumber('027326001234'), { place: '027', sex: 'female', birthYear: 2026 })
  assert.deepEqual(readPersonNumber('001499001234'), { place: '001', sex: 'male', birthYear: 2199 })
  assert.equal(readPersonNumber('123456789'), null)
})

test('only the form is refused; what does not agree is left to the officer', () => {
  assert.deepEqual(codes('024195001234', { bornOn: '1995-03-02', sex: 'female' }), [])
  assert.deepEqual(codes('024195001234', { bornOn: '1995' }), [])
  assert.deepEqual(codes('024195001234', { bornOn: '1996-01', sex: 'male' }), ['birth-year doubtful', 'sex doubtful'])
  assert.deepEqual(codes('003195001234'), ['place doubtful'])
  for (const wrong of ['', '0011', '02419500123', '0241950012345', '02419500123x', '０２４１９５００１２３４', ' 024195001234'])
    assert.deepEqual(codes(wrong), ['form refused'], wrong)
})

test('the place codes are those of the 63 old provinces', { skip: cccd.skip }, () => {
  const { provinces }: { provinces: { code: string; newProvinceCode: string }[] } = JSON.parse(readFileSync(cccd.path, 'utf8'))
  assert.equal(birthPlaces.size, 63)
  assert.deepEqual(Object.fromEntries(birthPlaces), Object.fromEntries(provinces.map((row) => [row.code, row.newProvinceCode])))
})

test('a sample number is valid, agrees with its person and is recognisable', () => {
  const number = samplePersonNumber({ place: '024', sex: 'female', birthYear: 2001, serial: 7 })
  assert.equal(number, '024301990007')
  assert.deepEqual(codes(number, { bornOn: '2001-12-31', sex: 'female' }), [])
  assert.ok(isSamplePersonNumber(number))
  assert.equal(isSamplePersonNumber('024301000007'), false)
  assert.throws(() => samplePersonNumber({ place: '024', sex: 'male', birthYear: 1899, serial: 1 }), RangeError)
  assert.throws(() => samplePersonNumber({ place: '003', sex: 'male', birthYear: 1999, serial: 1 }), RangeError)
  assert.throws(() => samplePersonNumber({ place: '024', sex: 'male', birthYear: 1999, serial: 10_000 }), RangeError)
})
