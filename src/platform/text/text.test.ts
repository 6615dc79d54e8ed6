import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  cleanInput,
  cleanParagraphs,
  comparePeople,
  compareVietnamese,
  fold,
  fullName,
  inCapitals,
  moneyText,
  nameParts,
  nameProblems,
  numberInWords,
  numberText,
  percentText,
  searchWords,
  sizeText,
  withoutAccents,
} from './index.ts'

test('what is typed is stored composed, without what nobody sees', () => {
  assert.equal(cleanInput('  Nguyễn\u00A0Thị  Hồng\u200B '.normalize('NFD')), 'Nguyễn Thị Hồng')
  assert.equal(cleanInput('a\u0000b\tc\nd\uD800'), 'a b c d\uFFFD')
  assert.equal(cleanInput('\uFEFF\u202Ehòa\u00AD'), 'hòa')
  assert.equal(cleanInput('a\u200B\u0301'), 'á')
  assert.equal(cleanParagraphs('  một \r\n hai\r\n\r\n\r\n\r\nba\t\u200B '), 'một\nhai\n\nba')
})

test('cleaning twice is cleaning once', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...'aâ \u0301\u0302\u200B\u0000\n\r\t\u00A0'), fc.string({ unit: 'binary', maxLength: 2 })),
  })
  fc.assert(fc.property(text, (text) => assert.equal(cleanInput(cleanInput(text)), cleanInput(text))))
  fc.assert(fc.property(text, (text) => assert.equal(cleanParagraphs(cleanParagraphs(text)), cleanParagraphs(text))))
})

test('search does not ask for accents, nor where the tone stands, nor for y or i', () => {
  assert.equal(fold('Đặng Thị Hoà'), 'dang thi hoa')
  assert.equal(fold('Hoà Bình'), fold('hòa bình'.normalize('NFD')))
  assert.equal(fold('Kỹ sư Lý Mỹ Vy'), fold('kĩ sư Lí Mĩ Vi'))
  assert.equal(fold('Quỳnh'), fold('Quình'))
  assert.equal(fold('Quý'), fold('qui'))
  assert.equal(fold('y tế'), fold('i te'))
  assert.notEqual(fold('tay'), fold('tai'))
  assert.notEqual(fold('thúy'), fold('thúi'))
  assert.equal(fold('yêu'), 'yeu')
  assert.deepEqual(searchWords('Số 12/3-B, ngõ Đê (cũ)'), ['so', '12', '3', 'b', 'ngo', 'de', 'cu'])
  assert.equal(withoutAccents('Đường Hoà Bình, P.2'), 'Duong Hoa Binh, P.2')
})

test('folding does not depend on the form of the letters, and folds once', () => {
  const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạềỹ ĐỲ-'), maxLength: 20 })
  fc.assert(
    fc.property(vietnamese, (text) => {
      assert.equal(fold(text.normalize('NFD')), fold(text))
      assert.equal(fold(fold(text)), fold(text))
      assert.equal(fold(text.toUpperCase()), fold(text))
    }),
  )
})

test('a name has three parts, the family name first', () => {
  const name = { family: 'Nguyễn', middle: 'Thị Thu', given: 'Hồng' }
  assert.equal(fullName(name), 'Nguyễn Thị Thu Hồng')
  assert.deepEqual(nameParts('Nguyễn Thị  Thu Hồng'), name)
  assert.deepEqual(nameParts('Lê An'), { family: 'Lê', middle: '', given: 'An' })
  assert.deepEqual(nameParts('Nhung'), { family: '', middle: '', given: 'Nhung' })
  assert.equal(fullName({ family: '', middle: '', given: 'Nhung' }), 'Nhung')
  assert.equal(inCapitals('Đỗ Thị Ỷ'), 'ĐỖ THỊ Ỷ')
})

test('a name is made of letters; a hyphen makes the officer look, no more', () => {
  const codes = (name: string) => nameProblems(name).map(({ code, weight }) => `${code} ${weight}`)
  assert.deepEqual(codes('Nguyễn Văn An'), [])
  assert.deepEqual(codes('Nguyễn Văn An'.normalize('NFD')), [])
  assert.deepEqual(codes("H'Hen Niê"), ['hyphen doubtful'])
  assert.deepEqual(codes('Anne-Marie'), ['hyphen doubtful', 'one-word doubtful'])
  assert.deepEqual(codes('Nguyễn Văn 2'), ['not-letters refused'])
  for (const name of ['An @', 'A_B', '<b>An</b>', "'", '--', 'An 😀']) assert.deepEqual(codes(name), ['not-letters refused'], name)
  assert.deepEqual(codes('   '), ['empty refused'])
  assert.deepEqual(codes(`Công Tằng Tôn Nữ ${'Huyền '.repeat(7)}`), ['long doubtful'])
})

test('Vietnamese order', () => {
  const letters = ['a', 'ă', 'â', 'b', 'd', 'đ', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  assert.deepEqual(letters.toReversed().sort(compareVietnamese), letters)
  assert.deepEqual(['đa', 'da', 'dá', 'dà', 'dạ', 'dã', 'dả'].sort(compareVietnamese), ['da', 'dà', 'dả', 'dã', 'dá', 'dạ', 'đa'])
  assert.deepEqual(['Tổ 10', 'Tổ 9'].sort(compareVietnamese), ['Tổ 9', 'Tổ 10'])
  const people = ['Trần Văn An', 'Lê Thị Bình', 'Đỗ Văn An', 'Đỗ Anh An', 'Lê Ái'].map(nameParts)
  assert.deepEqual(people.sort(comparePeople).map(fullName), ['Lê Ái', 'Đỗ Anh An', 'Đỗ Văn An', 'Trần Văn An', 'Lê Thị Bình'])
})

test('numbers, money, shares and sizes', () => {
  assert.equal(numberText(20594), '20.594')
  assert.equal(numberText(9007199254740993n), '9.007.199.254.740.993')
  assert.equal(numberText(1234.56, 1), '1.234,6')
  assert.equal(moneyText(1234000n), '1.234.000 đ')
  assert.equal(moneyText(0), '0 đ')
  assert.equal(percentText(0.971), '97,1 %')
  assert.equal(percentText(1), '100 %')
  assert.deepEqual([999, 48_200, 1_240_000, 52_428_800].map(sizeText), ['999 B', '48 kB', '1,2 MB', '52,4 MB'])
})

test('numbers in words', () => {
  const said: Record<number, string> = {
    0: 'không',
    5: 'năm',
    10: 'mười',
    14: 'mười bốn',
    15: 'mười lăm',
    21: 'hai mươi mốt',
    24: 'hai mươi tư',
    105: 'một trăm linh năm',
    110: 'một trăm mười',
    1000: 'một nghìn',
    2010: 'hai nghìn không trăm mười',
    400000: 'bốn trăm nghìn',
    1234000: 'một triệu hai trăm ba mươi tư nghìn',
    1000000005: 'một tỷ không trăm linh năm',
  }
  for (const [number, words] of Object.entries(said)) assert.equal(numberInWords(Number(number)), words)
  assert.throws(() => numberInWords(-1), RangeError)
})
