import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '#test/visitor'
import { webWorld } from '#test/web-world'

test('the counters of the city and of all 99 communes are listed, each with address, telephone, hours and whether it is open', async (t) => {
  const w = await webWorld(t)
  const { html } = await (await w.visitor()).get('/quay')
  assert.equal(html.match(/class="lt-row"/g)?.length, 101, 'with the social insurance, which serves the whole city')
  const text = textOf(html)
  assert.match(text, /Trung tâm Phục vụ hành chính công thành phố Bắc Ninh Số 1, phố Mẫu, Thành phố Bắc Ninh/)
  assert.match(text, /Điện thoại 0900 990 000 Ngày làm việc: 07:30–11:30, 13:30–17:00 Đang mở, đến/)
  assert.match(text, /dữ liệu mẫu, không phải của quầy thật/)
})

test('a closed counter says when it opens again; on Saturday that is Monday', async (t) => {
  const w = await webWorld(t)
  const guest = await w.visitor()
  w.setNow('2026-11-20T05:00:00Z')
  assert.match(textOf((await guest.get('/quay?q=vu+ninh')).html), /Mở lúc 13:30 hôm nay/)
  w.setNow('2026-11-21T03:00:00Z')
  assert.match(textOf((await guest.get('/quay?q=vu+ninh')).html), /Đã đóng, mở lại 07:30 thứ Hai 23\/11\/2026/)
})

test('counters and the start page still open in a year without a calendar, and say that the hours are unknown', async (t) => {
  const w = await webWorld(t)
  const guest = await w.visitor()
  w.setNow('2041-01-02T03:00:00Z')
  for (const path of ['/', '/quay?q=vu+ninh']) {
    const answer = await guest.get(path)
    assert.equal(answer.status, 200)
    assert.match(textOf(answer.html), /Chưa có lịch làm việc của ngày này/)
  }
})

test('a counter is found without accents by the name of today, of an old ward and of an old district', async (t) => {
  const w = await webWorld(t)
  const guest = await w.visitor()
  const found = async (q: string) => textOf((await guest.get(`/quay?q=${encodeURIComponent(q)}`)).html)
  assert.match(await found('vu ninh'), /Trung tâm Phục vụ hành chính công phường Vũ Ninh/)
  assert.match(
    await found('vu ninh'),
    /Công an phường Vũ Ninh .*Ngày làm việc: .*sáng thứ Bảy 07:30–11:30 .*Phòng Kinh tế, Hạ tầng và Đô thị phường Vũ Ninh/,
  )
  assert.match(await found('dai phuc'), /Phường Đại Phúc, Thành phố Bắc Ninh, Tỉnh Bắc Ninh nay thuộc Phường Võ Cường/)
  assert.match(await found('yen phong'), /Phường Yên Phong/)
  assert.match(await found('que vo'), /nằm trong vùng “que vo” trước đây/)
  assert.match(await found('xyzxyz'), /Không tìm thấy xã, phường nào như “xyzxyz”/)
})

test('the language is kept in a cookie and leads back to our own pages only', async (t) => {
  const w = await webWorld(t)
  const guest = await w.visitor()
  const back = await guest.get('/ngon-ngu/en?ve=%2Fquay%3Fq%3Dvu')
  assert.deepEqual([back.status, back.location], [303, '/quay?q=vu'])
  assert.equal(guest.cookies['__Host-lt-ngonngu'], 'en')
  assert.match((await guest.get('/quay')).html, /<html[^>]* lang="en"/)
  for (const elsewhere of ['https://example.org/', '//example.org', '/\\example.org', 'quay']) {
    assert.equal((await guest.get(`/ngon-ngu/vi?ve=${encodeURIComponent(elsewhere)}`)).location, '/')
  }
})

test('larger type and other colours are chosen once and hold on every page', async (t) => {
  const w = await webWorld(t)
  const guest = await w.visitor()
  const done = await guest.send('/hien-thi?ve=/tro-giup', '/hien-thi', { theme: 'tuong-phan', type: 'lon' })
  assert.deepEqual([done.status, done.location], [303, '/tro-giup'])
  assert.match((await guest.get('/')).html, /<html[^>]* data-theme="tuong-phan" data-type="lon"/)
  const page = await guest.get('/hien-thi')
  assert.match(page.html, /<input[^>]*value="lon"[^>]*checked/)
  const mistaken = await guest.send('/hien-thi?ve=//example.org', '/hien-thi', { theme: 'nothing', type: 'known' })
  assert.equal(mistaken.location, '/')
  assert.equal(guest.cookies['hien-thi'], 'sang.thuong')
})

test('data rights show the terms of the decree with their basis', async (t) => {
  const w = await webWorld(t)
  const text = textOf((await (await w.visitor()).get('/du-lieu-ca-nhan')).html)
  assert.match(text, /Báo đã nhận yêu cầu 2 ngày làm việc/)
  assert.match(text, /Xoá dữ liệu 20 ngày 30 ngày tối đa 20 ngày/)
  assert.match(text, /Nghị định 356\/2025\/NĐ-CP, Điều 5, từ 01\/01\/2026/)
  assert.match(text, /trong 72 giờ \(Luật 91\/2025\/QH15, Điều 23\)/)
})

test('where there is no hotline, no page tells people to call one', async (t) => {
  const w = await webWorld(t)
  w.services.hotline = undefined
  const guest = await w.visitor()
  for (const path of ['/', '/tro-giup', '/phan-anh', '/thu-tuc?q=xyzxyz'])
    assert.doesNotMatch((await guest.get(path)).html, /tel:1022|1022/)
  w.services.hotline = '1022'
  assert.match((await guest.get('/')).html, /href="tel:1022">Gọi 1022 \(số mẫu\)</)
})
