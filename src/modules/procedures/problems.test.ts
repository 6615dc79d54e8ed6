import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalise, withPage } from './normalise.ts'
import { problemsIn } from './problems.ts'
import { sampleLetter } from './sample.ts'
import { sentenceOf } from './sentences.ts'

const now = '2026-11-25T03:00:00.000Z'
const complete = { name: 'Trần Văn Lâm', bornOn: '1990-02-03', kind: 'short' } as const
const problems = (answers: Record<string, unknown>) =>
  problemsIn(sampleLetter, normalise(sampleLetter, { ...complete, ...answers }), { now })

test('complete answers have no problem', () => {
  assert.deepEqual(problems({}), [])
})

test('what is missing is named in the order of the pages', () => {
  assert.deepEqual(problemsIn(sampleLetter, {}, { now }), [
    { field: 'name', rule: 'required' },
    { field: 'bornOn', rule: 'required' },
    { field: 'kind', rule: 'required' },
  ])
  assert.deepEqual(
    problemsIn(sampleLetter, { kind: 'long' }, { now, page: 'hai' }).map(({ field }) => field),
    ['why', 'proof'],
  )
})

test('a question that does not apply is neither asked nor kept', () => {
  assert.deepEqual(problems({ why: 'x'.repeat(900) }), [])
})

test('a day that the month does not have is named with the days it has, in both languages', () => {
  const typed = { ...complete, 'bornOn-day': '31', 'bornOn-month': '11', 'bornOn-year': '1990' }
  const [problem] = problemsIn(sampleLetter, normalise(sampleLetter, typed), { now })
  assert.deepEqual(problem, { field: 'bornOn', rule: 'noSuchDay', params: { day: '31', month: '11', days: 30 } })
  assert.ok(problem)
  assert.equal(sentenceOf(sampleLetter, problem, 'vi'), 'Không có ngày 31: tháng 11 chỉ có 30 ngày. Xem lại ngày trên giấy tờ.')
  assert.equal(sentenceOf(sampleLetter, problem, 'en'), 'There is no day 31: month 11 has only 30 days. Check the date on the paper.')
})

test('dates are read from boxes, from one text, and as far as they are known', () => {
  const bornOn = (raw: Record<string, unknown>) => normalise(sampleLetter, raw).bornOn
  assert.equal(bornOn({ 'bornOn-day': '9', 'bornOn-month': '1', 'bornOn-year': '1962' }), '1962-01-09')
  assert.equal(bornOn({ 'bornOn-day': '', 'bornOn-month': '', 'bornOn-year': '1962' }), '1962')
  assert.equal(bornOn({ bornOn: '9/1/1962' }), '1962-01-09')
  assert.deepEqual(problems({ bornOn: '1962' }), [])
  assert.deepEqual(problems({ bornOn: '3/13/1962' }), [{ field: 'bornOn', rule: 'noSuchMonth', params: { month: '13' } }])
  assert.deepEqual(problems({ bornOn: '3/1/62' }), [{ field: 'bornOn', rule: 'yearOfFour' }])
})

test('a date is judged by the day in Viet Nam: 26/11 has begun there at 17:30 UTC of the 25th', () => {
  const on = (instant: string) => problemsIn(sampleLetter, { ...complete, bornOn: '2026-11-26' }, { now: instant })
  assert.deepEqual(on('2026-11-25T16:59:00.000Z'), [{ field: 'bornOn', rule: 'future', params: { date: '26/11/2026' } }])
  assert.deepEqual(on('2026-11-25T17:00:00.000Z'), [])
})

test('input is stored composed and clean, and unknown names are dropped', () => {
  const typed = normalise(sampleLetter, { name: '  Trần   Văn\u00a0Lâm '.normalize('NFD'), intruder: 'x' })
  assert.deepEqual(typed, { name: 'Trần Văn Lâm' })
})

test('a page sent again replaces its own answers and keeps the files chosen before', () => {
  const earlier = { kind: 'long', why: 'cũ', proof: ['f1'], note: 'ghi' } as const
  assert.deepEqual(withPage(sampleLetter, earlier, 'hai', { why: 'mới' }), { kind: 'long', proof: ['f1'], why: 'mới' })
})
