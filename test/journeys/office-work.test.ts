import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askForMore, receive } from '#modules/dossiers'
import { fileBirth } from '../birth.ts'
import { textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

async function filed(w: WebWorld, childName: string, now: string): Promise<string> {
  const answer = await fileBirth(w, { childName }, { now })
  assert.ok(answer.ok)
  return answer.code
}

/** The children named on a page of the list, in its order. */
const childrenIn = (html: string) => [...html.matchAll(/<small class="lt-num">[^<]* · ([^<]+)<\/small>/g)].map(([, name]) => name)

test('the list shows what burns first, in groups; filters are addresses', async (t) => {
  const w = await webWorld(t)
  const late = await filed(w, 'Ngô Gia Hân', '2026-11-18T02:00:00.000Z')
  const today = await filed(w, 'Trần Minh Khuê', '2026-11-20T00:40:00.000Z')
  const asked = await filed(w, 'Lê Khánh An', '2026-11-20T00:45:00.000Z')
  await receive(w.as(w.mai, { now: '2026-11-18T02:10:00.000Z' }), late)
  await receive(w.as(w.mai, { now: '2026-11-20T00:50:00.000Z' }), today)
  await receive(w.as(w.mai, { now: '2026-11-20T00:51:00.000Z' }), asked)
  await askForMore(w.as(w.a.registrar, { now: '2026-11-20T00:55:00.000Z' }), asked, [{ code: 'C06' }], undefined)
  const binh = await w.visitor(w.a.registrar)
  const all = await binh.get('/viec')
  assert.deepEqual(childrenIn(all.html), ['Ngô Gia Hân', 'Trần Minh Khuê'])
  assert.match(textOf(all.html), /Tất cả 2 Quá hạn 1 Hôm nay 1 Còn thời gian 0 Tạm dừng 0 Theo dõi 1/)
  assert.match(textOf(all.html), /Quá 1 ngày làm việc hạn 14:10 thứ Tư 18\/11/)
  assert.match(textOf(all.html), /Còn 2 giờ 50 phút 10:50 hôm nay/)
  assert.deepEqual(childrenIn((await binh.get('/viec?han=qua-han')).html), ['Ngô Gia Hân'])
  assert.deepEqual(childrenIn((await binh.get('/viec?han=hom-nay')).html), ['Trần Minh Khuê'])
  assert.deepEqual(childrenIn((await binh.get('/viec?han=theo-doi')).html), ['Lê Khánh An'])
  assert.deepEqual(childrenIn((await binh.get('/viec?thu-tuc=1.001193&buoc=verify')).html), ['Ngô Gia Hân', 'Trần Minh Khuê'])
  assert.match(textOf((await binh.get('/viec?buoc=sign')).html), /Bàn của bạn đang trống|Không còn việc nào/)
  for (const odd of ['sau=x~y', 'sau=2026-99-99T00:00:00Z~1', 'han=gi-do', 'buoc=%27%22'])
    assert.equal((await binh.get(`/viec?${odd}`)).status, 200)
})

test('a long list goes on by key, and no case is missed or shown twice', async (t) => {
  const w = await webWorld(t)
  const names = Array.from({ length: 53 }, (_, at) => `Trẻ ${String.fromCodePoint(0x41 + (at % 26), 0x41 + Math.floor(at / 26))}`)
  for (const name of names) await filed(w, name, w.now)
  const mai = await w.visitor(w.mai)
  const first = await mai.get('/viec')
  const [, next = ''] = /href="([^"]+)" rel="next"/.exec(first.html) ?? []
  const second = await mai.get(next.replaceAll('&amp;', '&'))
  const seen = [...childrenIn(first.html), ...childrenIn(second.html)]
  assert.equal(childrenIn(first.html).length, 50)
  assert.deepEqual([...seen].sort(), [...names].sort())
})

test('a supervisor sees the work of his unit and no other; whoever does not supervise is turned away', async (t) => {
  const w = await webWorld(t)
  await filed(w, 'Trần Minh Khuê', w.now)
  assert.deepEqual(childrenIn((await (await w.visitor(w.a.supervisor)).get('/viec/don-vi')).html), ['Trần Minh Khuê'])
  assert.deepEqual(childrenIn((await (await w.visitor(w.b.supervisor)).get('/viec/don-vi')).html), [])
  assert.equal((await (await w.visitor(w.mai)).get('/viec/don-vi')).status, 403)
})

test('a case is found by name without accents and by its last digits, inside the scope alone', async (t) => {
  const w = await webWorld(t)
  await filed(w, 'Nguyễn Đức Hoà', w.now)
  const [mai, ha] = [await w.visitor(w.mai), await w.visitor(w.b.receptionist)]
  for (const query of ['nguyen duc hoa', 'Hòa', '0001', '09187-261120-0001'])
    assert.match(textOf((await mai.get(`/tim?q=${encodeURIComponent(query)}`)).html), /Tìm thấy 1 hồ sơ/, query)
  assert.match(textOf((await ha.get('/tim?q=hoa')).html), /Không thấy hồ sơ nào trong phạm vi của bạn/)
})
