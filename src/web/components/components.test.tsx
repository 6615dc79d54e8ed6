import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render, renderPart } from '#platform/html'
import {
  ClockBar,
  cookieOf,
  DateInput,
  DayStrip,
  datePartsIn,
  datePartsOf,
  Form,
  FrameContext,
  lookOf,
  OfficePage,
  Page,
  Radios,
  StatusTag,
  TextInput,
  writtenDate,
} from './index.ts'

const frame = {
  lang: 'vi',
  assets: (name: string) => `/public/${name}`,
  path: '/thu-tuc/1.001193',
  sample: true,
  area: 'tỉnh Bắc Ninh',
} as const

test('what was typed comes back as text, never as markup', () => {
  const html = renderPart(<TextInput name="childName" label="Họ, tên" value={'"><script>x</script>'} autocomplete="off" />)
  assert.doesNotMatch(html, /<script>/)
  assert.match(html, /<label class="govuk-label govuk-label--s" for="childName">/)
})

test('a password never comes back', () => {
  assert.doesNotMatch(renderPart(<TextInput name="p" label="Mật khẩu" type="password" value="x1" autocomplete="off" />), /x1/)
})

test('hint and error belong to their field', () => {
  const html = renderPart(<TextInput name="note" label="Số" hint="Ở góc tờ giấy" error="Điền số." autocomplete="off" />)
  assert.match(html, /aria-describedby="note-hint note-error"/)
  assert.match(html, /id="note-error"/)
})

test('a date of which only the year is known is asked, kept and written as it is known', () => {
  assert.deepEqual(datePartsOf('1951'), { day: '', month: '', year: '1951' })
  assert.equal(writtenDate(datePartsIn({ 'bornOn-day': '', 'bornOn-month': ' 5', 'bornOn-year': '1951 ' }, 'bornOn')), '5/1951')
  const html = renderPart(<DateInput name="bornOn" label="Năm sinh" precision="year" value={datePartsOf('1951')} />)
  assert.match(html, /Không nhớ ngày, tháng thì để trống/)
})

test('the error summary leads to the first wrong part of a date, and to the first of several choices', () => {
  const date = renderPart(<DateInput name="bornOn" label="Ngày sinh" error="Tháng 11 chỉ có 30 ngày." wrong={['month', 'year']} />)
  assert.match(date, /id="bornOn" name="bornOn-month"/)
  const radios = renderPart(<Radios name="sex" label="Giới tính" options={['nam', 'nữ'].map((value) => ({ value, label: value }))} />)
  assert.match(radios, /id="sex" name="sex"/)
})

test('a form without a token against forged requests is not drawn', () => {
  const form = (
    <Form action="/nop" formKey="k">
      x
    </Form>
  )
  assert.throws(() => renderPart(form), /no token/)
  const inside = { lang: 'vi', assets: frame.assets, csrf: 'abc' } as const
  assert.match(renderPart(<FrameContext.Provider value={inside}>{form}</FrameContext.Provider>), /name="_csrf" value="abc"/)
})

test('a page says its language, marks where it is, and says what came back wrong in its title', () => {
  const html = render(
    <Page {...frame} lang="en" title="Birth registration" problems={2}>
      <h1>x</h1>
    </Page>,
  )
  assert.match(html, /^<!doctype html><html class="govuk-template" lang="en">/)
  assert.match(html, /<title>Error: Birth registration – Liên Thông<\/title>/)
  assert.match(html, /href="\/thu-tuc" aria-current="page"/)
  assert.match(html, /Sample – test data only/)
  assert.doesNotMatch(html, / style=|<script>(?!<)/)
})

test('only a sample says that it is one', () => {
  assert.doesNotMatch(render(<Page {...frame} sample={false} title="x" children="" />), /Bản mẫu/)
})

test('the office names unit, person and post on every page, and stays out of search engines', () => {
  const officer = { name: 'Nguyễn Thị Thu Hằng', post: 'Công chức tư pháp – hộ tịch', unit: 'UBND phường Kinh Bắc' }
  const html = render(
    <OfficePage {...frame} title="x" officer={officer} tabs={[{ href: '/viec', label: 'Việc của tôi', count: '500+' }]} children="" />,
  )
  for (const words of [...Object.values(officer), 'TH', '500+', 'noindex']) assert.ok(html.includes(words), words)
})

test('the look is kept in a cookie; what it does not know is as usual', () => {
  const look = { theme: 'tuong-phan', type: 'lon' } as const
  assert.deepEqual(lookOf(cookieOf(look)), look)
  assert.deepEqual(lookOf('<script>.x'), { theme: 'sang', type: 'thuong' })
  assert.match(render(<Page {...frame} look={look} title="x" children="" />), /data-theme="tuong-phan" data-type="lon"/)
})

test('the day strip fills its weeks, and says each day aloud', () => {
  const html = renderPart(
    <DayStrip
      days={[
        { date: '2026-11-30', kind: 'counted', nth: 1 },
        { date: '2026-12-01', kind: 'due' },
      ]}
    />,
  )
  assert.equal(html.match(/<li/g)?.length, 7 + 7)
  assert.match(html, /thứ Hai 30\/11\/2026: đã tính, ngày thứ/)
  assert.match(html, />1\/12</)
})

test('the clock of a day leaves the noon break out', () => {
  const sessions = [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ]
  const said = (now: string) => renderPart(<ClockBar sessions={sessions} now={now} due="17:00" />).match(/aria-label="([^"]+)"/)?.[1]
  assert.equal(said('10:58'), 'Giờ làm việc hôm nay: đã qua 3 giờ 28 phút, còn 4 giờ 2 phút đến 17:00')
  assert.equal(said('12:15'), 'Giờ làm việc hôm nay: đã qua 4 giờ, còn 3 giờ 30 phút đến 17:00')
  assert.equal(said('18:00'), 'Giờ làm việc hôm nay: đã qua 7 giờ 30 phút; hạn 17:00 đã hết')
})

test('a status has a word in either language', () => {
  assert.match(renderPart(<StatusTag status="waiting" />), /Chờ bổ sung/)
  assert.match(renderPart(<StatusTag status="late">Quá hạn 3 giờ</StatusTag>), /Quá hạn 3 giờ/)
})
