import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf, type Message, messages, type Say } from './index.ts'

const words = messages({
  filed: { vi: 'Đã nộp', en: 'Filed' },
  left: { vi: 'Còn {days} ngày', en: '{days} {days|day|days} left' },
  'state.open': { vi: 'Đang giải quyết', en: 'In progress' },
  'state.closed': { vi: 'Đã đóng', en: 'Closed' },
})

test('a message is said in either language', () => {
  assert.equal(words('vi')('filed'), 'Đã nộp')
  assert.equal(words('en')('left', { days: 1 }), '1 day left')
  assert.equal(words('en')('left', { days: 3 }), '3 days left')
  assert.equal(words('vi')('left', { days: '03' }), 'Còn 03 ngày')
})

test('keys made of codes stay checked', () => {
  const state = (code: 'open' | 'closed') => words('vi')(`state.${code}`)
  assert.equal(state('open'), 'Đang giải quyết')
})

test('a value is put in as it is, also when it looks like a slot or a pattern', () => {
  assert.equal(words('vi')('left', { days: '{days} $& $1' }), 'Còn {days} $& $1 ngày')
})

test('a wrong catalogue is found when it is loaded', () => {
  assert.throws(() => messages({ a: { vi: 'Có', en: ' ' } }), /"a": a language has no text/)
  assert.throws(() => messages({ a: { vi: 'Đã nộp', en: 'Đã nộp' } }), /not translated/)
  assert.equal(messages({ a: { vi: 'VNeID', en: 'VNeID' } })('en')('a'), 'VNeID')
  assert.throws(() => messages({ a: { vi: 'Còn {n}', en: 'left' } }), /slots differ/)
  assert.throws(() => messages({ a: { vi: 'Hòa'.normalize('NFD'), en: 'x' } }), /NFC/)
})

test('the compiler asks for both languages, known keys and their parameters', () => {
  type Allows<Given, Wanted> = Given extends Wanted ? 'allowed' : 'refused'
  type Left = Parameters<Say<Pick<typeof words.all, 'left'>>>
  const whole: [Allows<{ vi: string; en: string }, Message>, Allows<['left', { days: 1 }], Left>] = ['allowed', 'allowed']
  const wanting: [Allows<{ vi: string }, Message>, Allows<'gone', Left[0]>, Allows<['left'], Left>, Allows<['left', { day: 1 }], Left>] = [
    'refused',
    'refused',
    'refused',
    'refused',
  ]
  assert.deepEqual(new Set([...whole, ...wanting]), new Set(['allowed', 'refused']))
})

test('an unknown language is Vietnamese', () => {
  assert.deepEqual([languageOf('en'), languageOf('fr'), languageOf(undefined)], ['en', 'vi', 'vi'])
})
