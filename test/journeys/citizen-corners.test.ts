import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { askForMore, getCase, receive, surroundingsOf } from '#modules/dossiers'
import { walkSignIn } from '#sandbox'
import { fileBirth, smallPdf } from '../birth.ts'
import { formIn, textOf, type Visitor } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

const counted = 'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ')

/** Does the sum that the page asks, as a reader would: from its words alone. */
function answerTo(html: string): string {
  const text = textOf(html).normalize('NFC')
  const [, a = '', b = ''] = /(\p{L}+) cộng (\p{L}+) bằng mấy/u.exec(text) ?? []
  return String(counted.indexOf(a.toLocaleLowerCase('vi')) + counted.indexOf(b))
}

async function track(visitor: Visitor, answers: Record<string, string>) {
  const page = await visitor.get('/tra-cuu')
  return visitor.post(formIn(page.html, '/tra-cuu'), { tong: answerTo(page.html), ...answers })
}

const hong = { 'sinh-day': '14', 'sinh-month': '3', 'sinh-year': '1998', 'dinh-danh': '027 198 990 001' }

test('anyone with the paper sees how it stands, and nobody’s name; number, birth date and ID do the same after a sum', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  const stranger = await w.visitor()
  const byKey = await stranger.get(`/q/${filed.trackKey}`)
  const read = textOf(byKey.html)
  assert.match(read, /Đang xác minh/)
  assert.match(read, /Hẹn trả 17:00 thứ Sáu 20\/11\/2026/)
  for (const name of ['Nguyễn Thị Hồng', 'Trần Nguyễn Minh Khuê', '027198990001']) assert.ok(!byKey.html.includes(name), name)
  assert.equal((await stranger.get('/q/AAAAAAAAAAAAAAAAAAAAAA')).status, 404)

  const found = await track(stranger, { so: filed.code, ...hong })
  assert.equal(found.status, 200)
  assert.match(textOf(found.html), new RegExp(filed.code))
  const wrongSum = await track(stranger, { so: filed.code, ...hong, tong: '99' })
  assert.equal(wrongSum.status, 422)
})

test('unknown and wrong read the same, and the sixth try in an hour is refused', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const stranger = await w.visitor()
  const wrong = await track(stranger, { so: filed.code, ...hong, 'dinh-danh': '027198990002' })
  const unknown = await track(stranger, { so: '09187-261120-9999', ...hong })
  assert.deepEqual([wrong.status, unknown.status], [404, 404])
  const said = (html: string) => /Không có hồ sơ nào khớp cả ba điều[^.]*\./.exec(textOf(html))?.[0]
  assert.equal(said(wrong.html), said(unknown.html))
  for (let n = 0; n < 3; n += 1) await track(stranger, { so: `X-${n}`, ...hong })
  assert.equal((await track(stranger, { so: filed.code, ...hong })).status, 429)
})

test('what was asked for is handed in on one page, the old paper gives way, and time runs on', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await askForMore(w.as(w.a.registrar), filed.code, [{ code: 'KS01', note: 'Thiếu trang hai' }, { code: 'C06' }], undefined)
  const visitor = await w.visitor(w.hong)
  const path = `/ho-so/${filed.code}/bo-sung`
  const page = await visitor.get(path)
  assert.match(textOf(page.html), /Cần 2 điều/)
  assert.match(textOf(page.html), /Thiếu trang hai/)
  const nothing = await visitor.send(path, path)
  assert.equal(nothing.status, 422)
  assert.match(textOf(nothing.html), /Gửi ít nhất một tệp/)
  const upload = /<input[^>]*type="file"[^>]*>/.exec(page.html)?.[0] ?? ''
  const field = /name="([^"]+)"/.exec(upload)?.[1] ?? ''
  const sent = await sendFile(w, visitor, path, { 'loi-nhan': 'Đã chụp lại' }, field)
  assert.deepEqual([sent.status, sent.headers.get('location')], [303, `/ho-so/${filed.code}?sau=bo-sung`])
  const found = await getCase(w.as(w.hong), filed.code)
  assert.equal(found.status, 'in-progress')
  const { papers } = await surroundingsOf(w.as(w.a.registrar), found.id)
  assert.deepEqual(
    papers.map((one) => one.name),
    ['ban-moi.pdf'],
  )
  assert.equal((await visitor.get(path)).status, 409)
})

async function sendFile(w: WebWorld, visitor: Visitor, path: string, fields: Record<string, string>, field: string): Promise<Response> {
  const form = formIn((await visitor.get(path)).html, path)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form.fields, ...fields })) for (const one of [value].flat()) body.append(name, one)
  body.append(field, new Blob([Buffer.concat([smallPdf, Buffer.from('\n%')])], { type: 'application/pdf' }), 'ban-moi.pdf')
  const cookie = Object.entries(visitor.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return fetch(`${w.url}${path}`, { method: 'POST', body, headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
}

async function withVneid(t: TestContext) {
  const w = await webWorld(t)
  const redirectUri = `${w.url}/dang-nhap/vneid`
  w.sandbox.allowReturnTo([redirectUri])
  w.services.vneid = { ...w.services.vneid, redirectUri }
  const arrive = async (account: string, options?: { refuse: boolean }) => {
    const visitor = await w.visitor()
    const left = await visitor.send('/dang-nhap', '/dang-nhap')
    const returned = await walkSignIn(left.location ?? '', account, options)
    return { visitor, answer: await visitor.get(`${returned.pathname}${returned.search}`), returned }
  }
  return { ...w, arrive }
}

test('a delegate of a company chooses for whom she acts; her own drafts and the company’s stay apart', async (t) => {
  const w = await withVneid(t)
  const { visitor, answer } = await w.arrive('mai.gom')
  assert.match(answer.location ?? '', /^\/dang-nhap\/vai/)
  const page = await visitor.get('/dang-nhap/vai')
  assert.match(textOf(page.html), /Công ty TNHH Gốm mẫu Kinh Bắc – người được ủy quyền/)
  assert.match(textOf((await visitor.get('/nop/1.001193')).html), /Bạn đang làm cho Công ty TNHH Gốm mẫu Kinh Bắc/)
  await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  assert.match(textOf((await visitor.get('/ho-so')).html), /Đang viết dở/)
  const own = [...page.html.matchAll(/<input[^>]*name="party"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? '')
  await visitor.send('/dang-nhap/vai', '/dang-nhap/vai', { party: own[0] ?? '' })
  assert.doesNotMatch(textOf((await visitor.get('/ho-so')).html), /Đang viết dở/)
  const out = await visitor.send('/tai-khoan', '/dang-xuat')
  assert.equal(out.location, '/dang-nhap?da-ra=1')
  assert.equal((await visitor.get('/ho-so')).status, 403)
})

test('who declines, comes twice, or has a level-1 account is told what to do instead', async (t) => {
  const w = await withVneid(t)
  const declined = await w.arrive('hong', { refuse: true })
  assert.equal(declined.answer.status, 422)
  assert.match(textOf(declined.answer.html), /chưa đồng ý chia sẻ dữ liệu/)
  const low = await w.arrive('nam')
  assert.match(textOf(low.answer.html), /ở mức 1/)
  const first = await w.arrive('hong')
  assert.equal(first.answer.status, 303)
  const again = await first.visitor.get(`${first.returned.pathname}${first.returned.search}`)
  assert.match(textOf(again.html), /đã quá lâu hoặc đã dùng rồi/)
})

test('a session on another device is seen and ended from the account page, and contacts are one’s own', async (t) => {
  const w = await webWorld(t)
  const [here, there] = [await w.visitor(w.hong), await w.visitor(w.hong)]
  const page = await here.get('/tai-khoan')
  const [, action = ''] = /action="(\/tai-khoan\/phien\/[^"]+)"/.exec(page.html) ?? []
  assert.equal((await here.post(formIn(page.html, action))).location, '/tai-khoan?sau=het')
  w.setNow('2026-11-20T01:00:06.000Z')
  assert.equal((await there.get('/tai-khoan')).status, 403)
  const wrong = await here.send('/tai-khoan', '/tai-khoan/lien-lac', { phone: '12', email: 'x' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /Còn 2 chỗ cần sửa/)
  assert.equal((await here.send('/tai-khoan', '/tai-khoan/lien-lac', { phone: '0912345678', email: '' })).location, '/tai-khoan?sau=luu')
  assert.equal(formIn((await here.get('/tai-khoan')).html, '/lien-lac').fields.phone, '0912345678')
})

test('language and look are kept for a year and lead back to the page', async (t) => {
  const w = await webWorld(t)
  const stranger = await w.visitor()
  assert.equal((await stranger.get('/ngon-ngu/en?ve=/thu-tuc')).location, '/thu-tuc')
  assert.match((await stranger.get('/thu-tuc')).html, /<html[^>]*lang="en"/)
  assert.equal((await stranger.get('/ngon-ngu/vi?ve=//evil.example')).location, '/')
  assert.equal((await stranger.send('/hien-thi?ve=/thu-tuc', '/hien-thi', { theme: 'tuong-phan', type: 'lon' })).location, '/thu-tuc')
  assert.match((await stranger.get('/thu-tuc')).html, /data-theme="tuong-phan"[^>]*data-type="lon"/)
})

test('a dead population database stops nobody: the page says so, and the answers are typed', async (t) => {
  const w = await webWorld(t)
  w.sandbox.setMode('population', 'dead')
  const visitor = await w.visitor(w.lan)
  const begun = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09169' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  await visitor.send(`${draft}/nguoi-nop`, '/nguoi-nop', { relation: 'mother' })
  await visitor.send(`${draft}/cha-me`, '/cha-me', { parents: 'motherOnly' })
  const page = await visitor.get(`${draft}/me`)
  assert.match(textOf(page.html), /CSDL dân cư chưa trả lời\. Bạn cứ điền và nộp; chúng tôi tra lại/)
  const fields = {
    motherEthnicity: '01',
    motherNationality: 'VN',
    'motherResidence-noi': 'vu ninh',
    'motherResidence-detail': 'Số 5, tổ 1',
  }
  assert.equal((await visitor.post(formIn(page.html, '/me'), fields)).status, 303)
})

test('a place in another province is written in words; one that is unknown here is asked again', async (t) => {
  const w = await webWorld(t)
  const visitor = await w.visitor(w.hong)
  const begun = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  const born = (place: string) => visitor.send(`${draft}/noi-sinh`, '/noi-sinh', { bornIn: 'elsewhere', 'birthPlace-noi': place })
  assert.equal((await born('xyzxyz')).status, 422)
  assert.equal((await born('phường Ba Đình, Hà Nội')).status, 303)
  assert.equal(formIn((await visitor.get(`${draft}/noi-sinh`)).html, '/noi-sinh').fields['birthPlace-noi'], 'phường Ba Đình, Hà Nội')
})

test('an upload that is no picture and no PDF is told beside its question, and what was typed stays', async (t) => {
  const w = await webWorld(t)
  const visitor = await w.visitor(w.hong)
  const begun = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  await visitor.send(`${draft}/giay-to`, '/giay-to', { proof: 'clinic' })
  const form = formIn((await visitor.get(`${draft}/giay-to`)).html, `${draft}/giay-to`)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form.fields, clinicNoteNumber: '12/2026' })) body.append(name, [value].flat()[0] ?? '')
  body.append('clinicNote', new Blob(['MZ not a paper'], { type: 'application/pdf' }), 'giay.pdf')
  const cookie = Object.entries(visitor.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const answer = await fetch(`${w.url}${draft}/giay-to`, { method: 'POST', body, headers: { cookie, accept: 'text/html' } })
  assert.equal(answer.status, 422)
  const html = await answer.text()
  assert.match(textOf(html), /giay\.pdf: /)
  assert.match(html, /value="12\/2026"/)
  const forged = await fetch(`${w.url}${draft}/giay-to`, {
    method: 'POST',
    body: new URLSearchParams({ proof: 'clinic' }),
    headers: { cookie, accept: 'text/html' },
  })
  assert.equal(forged.status, 403)
})
