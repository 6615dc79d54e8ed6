import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  appointmentText,
  dateInWords,
  dateText,
  durationText,
  isPartialDate,
  momentText,
  paperDate,
  parseDate,
  parsePartialDate,
  relativeDay,
  relativeMoment,
  weekdayDate,
} from './index.ts'

test('dates and moments as Vietnamese people read them', () => {
  assert.equal(dateText('2026-11-27'), '27/11/2026')
  assert.equal(dateText('1970-05'), '05/1970')
  assert.equal(dateText('1970'), '1970')
  assert.equal(weekdayDate('2026-11-27'), 'thứ Sáu 27/11/2026')
  assert.equal(weekdayDate('2026-11-29'), 'Chủ nhật 29/11/2026')
  assert.equal(weekdayDate('2026-11-27', 'en'), 'Friday 27/11/2026')
  assert.equal(momentText('2026-11-27T17:05:00Z'), '00:05 28/11/2026')
  assert.equal(appointmentText('2026-11-27T10:00:00Z'), '17:00 thứ Sáu 27/11/2026')
  assert.equal(paperDate('2026-01-05'), 'ngày 05 tháng 01 năm 2026')
  assert.equal(paperDate('2026-03-15'), 'ngày 15 tháng 3 năm 2026')
})

test('dates are read as people write them', () => {
  assert.equal(parseDate('27/11/2026'), '2026-11-27')
  assert.equal(parseDate(' 1.2.2026 '), '2026-02-01')
  assert.equal(parseDate('1 - 2 - 2026'), '2026-02-01')
  assert.equal(parseDate('2026-02-01'), '2026-02-01')
  assert.equal(parseDate('5/1970'), null)
  assert.equal(parsePartialDate('5/1970'), '1970-05')
  assert.equal(parsePartialDate('1970-05'), '1970-05')
  assert.equal(parsePartialDate('1970'), '1970')
  for (const wrong of [
    '',
    '30/02/2026',
    '29/02/2026',
    '11/27/2026',
    '1/2/26',
    '1/2',
    '0000',
    '1/2/3/2026',
    'x',
    '2026-2-1',
    '00/05/1970',
    '-1/1/2026',
  ])
    assert.equal(parsePartialDate(wrong), null, wrong)
  assert.equal(isPartialDate('1970-13'), false)
  assert.equal(isPartialDate('19700'), false)
})

test('dates in words', () => {
  assert.equal(dateInWords('1973-11-09'), 'Mùng chín tháng mười một năm một nghìn chín trăm bảy mươi ba')
  assert.equal(dateInWords('2020-03-15'), 'Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi')
  assert.equal(dateInWords('2005-04-01'), 'Mùng một tháng tư năm hai nghìn không trăm linh năm')
  assert.equal(dateInWords('2026-12-31'), 'Ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu')
  assert.equal(dateInWords('2024-10-10'), 'Mùng mười tháng mười năm hai nghìn không trăm hai mươi tư')
  assert.equal(dateInWords('1954-05-24'), 'Ngày hai mươi tư tháng năm năm một nghìn chín trăm năm mươi tư')
  assert.equal(dateInWords('1970-05'), 'Tháng năm năm một nghìn chín trăm bảy mươi')
  assert.equal(dateInWords('1900'), 'Năm một nghìn chín trăm')
})

test('near days and moments have names', () => {
  const today = '2026-11-27'
  assert.deepEqual(
    ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30', '2026-11-20'].map((day) => relativeDay(day, today)),
    ['hôm qua', 'hôm nay', 'ngày mai', '3 ngày nữa', '7 ngày trước'],
  )
  assert.equal(relativeDay('2026-11-30', today, 'en'), 'in 3 days')
  const now = '2026-11-27T08:00:00Z'
  assert.equal(relativeMoment('2026-11-27T07:59:30Z', now), 'vừa xong')
  assert.equal(relativeMoment('2026-11-27T07:20:00Z', now), '40 phút trước')
  assert.equal(relativeMoment('2026-11-27T05:50:00Z', now), '2 giờ trước')
  assert.equal(relativeMoment('2026-11-26T08:01:00Z', now), 'hôm qua 15:01')
  assert.equal(relativeMoment('2026-11-20T08:01:00Z', now), '15:01 20/11/2026')
  assert.equal(relativeMoment('2026-11-27T05:50:00Z', now, 'en'), '2 h ago')
  assert.equal(durationText(80), '1 giờ 20 phút')
  assert.equal(durationText(0), '0 phút')
})
