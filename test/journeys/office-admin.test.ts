import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receive } from '#modules/dossiers'
import { signInStaff, totpAt } from '#modules/identity'
import { addMinutes } from '#platform/clock'
import { fileBirth } from '../birth.ts'
import { formIn, textOf, type Visitor } from '../visitor.ts'
import { webWorld } from '../web-world.ts'

const date = (name: string, text: string) => {
  const [day = '', month = '', year = ''] = text.split('/')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function done(who: Visitor, page: string, action: string, answers: Record<string, string>): Promise<string> {
  const sent = await who.send(page, action, answers)
  assert.equal(sent.status, 303, textOf(sent.html).slice(0, 600))
  return textOf((await who.get(sent.location ?? '')).html)
}

test('an account shut after wrong tries is opened by an administrator; a one-time password is shown once', async (t) => {
  const w = await webWorld(t)
  const wrong = { login: w.mai.key, password: 'không phải', code: '000000', device: 'test', now: w.now }
  for (let count = 0; count < 5; count += 1) await signInStaff(w.house, wrong)
  const admin = await w.visitor(w.province.administrator)
  const page = `/quan-tri/can-bo/${w.mai.account}`
  assert.match(textOf((await admin.get('/quan-tri/can-bo?q=mai')).html), /Tạm khóa đến 08:15/)
  assert.match(await done(admin, page, '/mo-khoa', {}), /Đã mở khóa/)
  const given = await admin.send(page, '/mat-khau')
  assert.equal(given.status, 200)
  const [, password = ''] = /([a-z2-9]{5}(?:-[a-z2-9]{5}){3})/.exec(given.html) ?? []
  const answer = await signInStaff(w.house, { ...wrong, password, code: '' })
  assert.ok(!answer.ok && answer.problem === 'renew')
})

test('nobody but an administrator sees accounts, and his own stays out of his reach', async (t) => {
  const w = await webWorld(t)
  for (const one of [w.mai, w.a.chair, w.province.operator])
    assert.equal((await (await w.visitor(one)).get('/quan-tri/can-bo')).status, 403)
  const admin = await w.visitor(w.province.administrator)
  const own = await admin.get(`/quan-tri/can-bo/${w.province.administrator.account}`)
  assert.doesNotMatch(own.html, /mat-khau/)
})

test('a leader records a substitute, and the work of the post lies on the substitute’s desk from then on', async (t) => {
  const w = await webWorld(t)
  await fileBirth(w)
  const toan = await w.visitor(w.a.chair)
  const bare = await toan.send('/can-bo/nguoi-thay', '/can-bo/nguoi-thay', {})
  assert.equal(bare.status, 422)
  assert.match(textOf(bare.html), /Còn 5 chỗ cần sửa/)
  const post = await w.db.selectFrom('desk').select('post_id').executeTakeFirstOrThrow()
  const span = { ...date('from', '20/11/2026'), ...date('to', '27/11/2026') }
  const told = await done(toan, '/can-bo/nguoi-thay', '/can-bo/nguoi-thay', {
    post: post.post_id,
    account: w.a.clerk.account,
    ...span,
    reason: 'nghỉ phép',
  })
  assert.match(told, /Đã ghi nhận người thay.*Đào Thị Nhung 20\/11\/2026 đến 27\/11\/2026/)
  const nhung = await w.visitor(w.a.clerk)
  const list = textOf((await nhung.get('/viec')).html)
  assert.match(list, /giữ thêm việc của .* đến hết 27\/11\/2026/)
  assert.match(list, /Trần Nguyễn Minh Khuê/)
  assert.match(await done(toan, '/can-bo/nguoi-thay', '/ket-thuc', {}), /Đã kết thúc việc thay/)
})

test('an outage switched on stands on every page of the office, with since when and why', async (t) => {
  const w = await webWorld(t)
  const admin = await w.visitor(w.province.administrator)
  const page = '/quan-tri/cong-tac'
  assert.equal((await admin.send(page, page, { value: 'on' })).status, 422)
  await done(admin, page, page, { value: 'on', reason: 'Mất điện ở trung tâm dữ liệu' })
  assert.match(textOf((await (await w.visitor(w.mai)).get('/viec')).html), /Đang có sự cố từ 08:00 20\/11\/2026: Mất điện/)
  assert.match(textOf((await admin.get(page)).html), /Lưu Minh Quân/)
  await done(admin, page, page, { value: 'off', reason: 'Đã có điện' })
  assert.doesNotMatch(textOf((await (await w.visitor(w.mai)).get('/viec')).html), /Đang có sự cố/)
})

test('days are announced after their effect was shown, and once', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w, {}, { now: '2026-11-20T08:10:00.000Z' })
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist, { now: '2026-11-20T08:10:00.000Z' }), filed.code)
  const admin = await w.visitor(w.province.administrator)
  const swap = {
    kind: 'swap',
    ...date('off', '23/11/2026'),
    ...date('worked', '28/11/2026'),
    name: 'Ngày Văn hóa',
    source: 'Thông báo 112/TB-BNV',
  }
  const look = (given: Record<string, string>) => admin.get(`/quan-tri/lich/xem-truoc?${new URLSearchParams(given)}`)
  const wrong = await look({ ...swap, ...date('off', '22/11/2026'), ...date('worked', '27/11/2026'), source: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /Ngày này vốn đã nghỉ.*Ngày này vốn là ngày làm việc.*Ghi số và ngày của văn bản/)
  const shown = await look(swap)
  assert.match(textOf(shown.html), /1 trong 1 hồ sơ đang mở sẽ có giờ hẹn khác/)
  assert.deepEqual(await w.db.selectFrom('calendar_day').where('day', '=', '2026-11-28').selectAll().execute(), [])
  const form = formIn(shown.html, '/quan-tri/lich')
  for (const _try of [1, 2]) {
    const sent = await admin.post(form)
    assert.deepEqual([sent.status, sent.location], [303, '/quan-tri/lich?nam=2026&xong=1'])
  }
  assert.match(textOf((await admin.get('/quan-tri/lich?nam=2026')).html), /thứ Bảy 28\/11\/2026 Làm bù làm bù cho thứ Hai 23\/11\/2026/)
  await w.runJobs()
  assert.match(textOf((await (await w.visitor(w.hong)).get(`/ho-so/${filed.code}`)).html), /25\/11\/2026/)
  const again = await admin.post({ ...form, fields: { ...form.fields, _key: 'another-key' } })
  assert.equal(again.status, 409)
  assert.match(textOf(again.html), /Một trong hai ngày đã có trong lịch/)
})

test('what failed waits for a word of the operator', async (t) => {
  const w = await webWorld(t)
  await w.owner.trip([
    {
      text: "insert into operator_alert (id, kind, params, at) values (gen_random_uuid(), 'job-failed', $1, $2)",
      values: [JSON.stringify({ task: 'deliver-notice', attempts: 16, error: 'ECONNREFUSED' }), w.now],
    },
  ])
  const operator = await w.visitor(w.province.operator)
  assert.match(textOf((await operator.get('/quan-tri')).html), /1 việc chờ người xử lý/)
  const page = '/quan-tri/su-co'
  assert.equal((await operator.send(page, '/xong', { note: '' })).status, 422)
  assert.match(await done(operator, page, '/xong', { note: 'Đã bật lại máy chủ thư' }), /Không có việc nào hỏng chờ xử lý/)
})

test('the sample lists its people with a code that opens the door', async (t) => {
  const w = await webWorld(t)
  const page = await (await w.visitor()).get('/mau')
  assert.match(textOf(page.html), /Ngô Thị Mai .*tiepnhan\.kinhbac tai-khoan-mau \d{6}/)
  const [, secret = '', code = ''] =
    /<tr[^>]*data-login="tiepnhan\.kinhbac" data-secret="([A-Z2-7]+)" data-code="(\d{6})"/.exec(page.html) ?? []
  assert.equal(code, totpAt(secret, w.now))
  assert.match(textOf(page.html), /Nguyễn Thị Hồng \d{12} 246810/)
  assert.match(page.html, /href="http:\/\/127\.0\.0\.1:\d+\/pki\/root\.crt"/)
  w.services.sample = false
  assert.equal((await (await w.visitor()).get('/mau')).status, 404)
})

test('a post is given and ended on the page of an account; sent twice, it is given once', async (t) => {
  const w = await webWorld(t)
  const admin = await w.visitor(w.province.administrator)
  const account = `/quan-tri/can-bo/${w.a.clerk.account}`
  const [post = ''] = w.as(w.a.registrar).actor.posts
  const page = `${account}/chuc-danh?don-vi=09187`
  assert.equal((await admin.send(page, '/chuc-danh')).status, 422)
  const form = formIn((await admin.get(page)).html, '/chuc-danh')
  for (const _try of [1, 2]) assert.equal((await admin.post({ ...form, action: `${account}/chuc-danh` }, { post })).status, 303)
  const told = textOf((await admin.get(`${account}?xong=giao`)).html)
  assert.match(told, /Đã giao chức danh.*Văn thư.*Công chức tư pháp – hộ tịch/)
  const held = await w.db.selectFrom('post_holding').where('account_id', '=', w.a.clerk.account).select('id').execute()
  assert.equal(held.length, 2)
  assert.equal((await w.asToday(w.a.clerk)).actor.posts.length, 2)
  w.setNow(addMinutes(w.now, 1))
  assert.match(await done(admin, account, `${post}/thoi`, {}), /Đã thôi giữ chức danh/)
})

test('a one-time password asked for twice by one request is not told again', async (t) => {
  const w = await webWorld(t)
  const admin = await w.visitor(w.province.administrator)
  const page = await admin.get(`/quan-tri/can-bo/${w.mai.account}`)
  const form = formIn(page.html, '/mat-khau')
  assert.equal((await admin.post(form)).status, 200)
  const again = await admin.post(form)
  assert.equal(again.status, 409)
  assert.match(textOf(again.html), /chỉ hiện một lần/)
})

test('an administrator records a substitute where the leader cannot', async (t) => {
  const w = await webWorld(t)
  const admin = await w.visitor(w.province.administrator)
  const [post = ''] = w.as(w.b.chair).actor.posts
  const given = {
    post,
    account: w.b.supervisor.account,
    ...date('from', '20/11/2026'),
    ...date('to', '20/11/2026'),
    reason: 'Quyết định 12',
  }
  const page = '/quan-tri/nguoi-thay?don-vi=09169'
  assert.match(await done(admin, page, '/quan-tri/nguoi-thay', given), /Chu Văn Sơn 20\/11\/2026 đến 20\/11\/2026 Quyết định 12/)
  assert.equal((await (await w.visitor(w.b.chair)).get(page)).status, 403)
})

test('a notice for citizens stands on the start page in the reader’s language until it is taken away', async (t) => {
  const w = await webWorld(t)
  const admin = await w.visitor(w.province.administrator)
  const page = '/quan-tri/cong-tac'
  assert.equal((await admin.send(page, '/thong-bao', { vi: 'Bảo trì', reason: 'x' })).status, 422)
  await done(admin, page, '/thong-bao', { vi: 'Tối nay bảo trì từ 22 giờ.', en: 'Maintenance tonight from 22:00.', reason: 'Thay máy chủ' })
  assert.match(textOf((await (await w.visitor()).get('/')).html), /Tối nay bảo trì/)
  assert.match(textOf((await (await w.visitor(undefined, 'en')).get('/')).html), /Maintenance tonight/)
  await done(admin, page, '/thong-bao', { away: '1', reason: 'Xong' })
  assert.doesNotMatch(textOf((await (await w.visitor()).get('/')).html), /Tối nay bảo trì/)
})
