import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FindingCode, finding, levels } from './findings.ts'
import { sentence } from './sentences.ts'

const codes = Object.keys(levels).filter((code): code is FindingCode => code in levels)
const params = {
  who: 'Nguyễn Thị Mẫu, Phó Chủ tịch',
  at: '2026-08-21T08:01:00Z',
  page: 1,
  field: 'agency',
  number: '1/GXN',
  date: '21/8',
  expected: 'UBND',
}

for (const language of ['vi', 'en'] as const) {
  test(`every finding has a sentence of its own (${language})`, () => {
    const all = codes.map((code) => sentence(finding(code, params), language))
    assert.equal(new Set(all).size, codes.length)
    for (const one of all) assert.match(one, /^\p{Lu}.*\.$/u)
    for (const one of all) assert.doesNotMatch(one, /undefined|null/)
  })
}

test('times are said in Vietnamese time', () => {
  assert.equal(sentence(finding('signed', params), 'vi'), 'Đã ký: Nguyễn Thị Mẫu, Phó Chủ tịch, lúc 21/08/2026 15:01:00.')
})
