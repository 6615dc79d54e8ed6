import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { deliver, enter, propose, receive, seal, sign } from '#modules/dossiers'
import { walkSignIn } from '#sandbox'
import { smallPdf } from '../birth.ts'
import { type Answer, formIn, textOf, type Visitor } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

/** The world with VNeID that returns to this very port. */
async function portal(t: TestContext) {
  const w = await webWorld(t)
  const redirectUri = `${w.url}/dang-nhap/vneid`
  w.sandbox.allowReturnTo([redirectUri])
  w.services.vneid = { ...w.services.vneid, redirectUri }
  w.services.sources = { ...w.sources, wallet: { url: w.sandbox.urls.wallet, trustedKeys: w.sandbox.birthNoteKeys } }
  return w
}

/** Signs in as a browser without script would, through the played VNeID. */
async function signIn(w: WebWorld, account: string, back = '/ho-so'): Promise<{ visitor: Visitor; arrived: Answer }> {
  const visitor = await w.visitor()
  const left = await visitor.send(`/dang-nhap?ve=${encodeURIComponent(back)}`, '/dang-nhap')
  assert.equal(left.status, 303)
  const returned = await walkSignIn(left.location ?? '', account)
  return { visitor, arrived: await visitor.get(`${returned.pathname}${returned.search}`) }
}

/** Sends a form with a file, as a browser does without script. */
async function sendWithFile(
  w: WebWorld,
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
  file: { field: string; name: string; bytes: Uint8Array },
) {
  const form = formIn((await visitor.get(path)).html, path)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form.fields, ...fields })) for (const one of [value].flat()) body.append(name, one)
  body.append(file.field, new Blob([Buffer.from(file.bytes)], { type: 'application/pdf' }), file.name)
  const cookie = Object.entries(visitor.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return fetch(`${w.url}${path}`, { method: 'POST', body, headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
}

const child = {
  childName: 'Trần Nguyễn An Nhiên',
  'childBornOn-day': '14',
  'childBornOn-month': '11',
  'childBornOn-year': '2026',
  childSex: 'female',
}

/** Fills the pages up to the review as Hồng does; gives the draft's address. */
async function fill(w: WebWorld, visitor: Visitor): Promise<string> {
  const begun = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  const page = (name: string, answers: Record<string, string>) => visitor.send(`${draft}/${name}`, `${draft}/${name}`, answers)
  await page('nguoi-nop', { relation: 'mother' })
  await page('tre', child)
  await page('noi-sinh', { bornIn: 'facility', birthFacility: 'Bệnh viện Sản Nhi mẫu', 'birthPlace-noi': 'kinh bac' })
  await page('cha-me', { parents: 'married', surrogacy: 'no' })
  await page('dan-toc', { childEthnicity: '01', hometownFrom: 'father' })
  await page('giay-to', { proof: 'clinic' })
  const sent = await sendWithFile(
    w,
    visitor,
    `${draft}/giay-to`,
    { clinicNoteNumber: '00001.GCS.99027.26' },
    { field: 'clinicNote', name: 'giấy chứng sinh.pdf', bytes: smallPdf },
  )
  assert.equal(sent.status, 303)
  await page('nhan-ket-qua', { receiveBy: 'online' })
  const last = await page('cam-doan', { truthful: 'yes' })
  assert.equal(last.location, `${draft}/xem-lai`)
  return draft
}

test('a mother finds, signs in, answers what nobody knows, files without script, and holds a receipt', async (t) => {
  const w = await portal(t)
  const stranger = await w.visitor()
  const found = await stranger.get('/thu-tuc?q=giay%20khai%20sinh')
  assert.match(found.html, /href="\/thu-tuc\/1\.001193"/)
  const procedure = textOf((await stranger.get('/thu-tuc/1.001193')).html)
  assert.match(procedure, /Hôm nay, trước 17:00 nếu nộp trước 15:00/)

  const { visitor, arrived } = await signIn(w, 'hong', '/nop/1.001193')
  assert.equal(arrived.location, '/nop/1.001193')
  assert.match(textOf((await visitor.get('/nop/1.001193')).html), /Phường Kinh Bắc Nơi cư trú trên VNeID của bạn/)
  const draft = await fill(w, visitor)

  const review = await visitor.get(`${draft}/xem-lai`)
  const read = textOf(review.html)
  for (const known of [
    'Trần Văn Minh',
    'Lấy từ CSDL hộ tịch lúc 08:00 hôm nay',
    'Lấy từ CSDL dân cư',
    'Không phải trả tiền',
    'giấy chứng sinh.pdf',
  ])
    assert.ok(read.includes(known), known)

  const filed = await visitor.post(formIn(review.html, '/xem-lai'))
  const again = await visitor.post(formIn(review.html, '/xem-lai'))
  assert.equal(filed.status, 303)
  assert.equal(again.location, filed.location)
  const [, code = ''] = /^\/ho-so\/([^/]+)\/da-nop$/.exec(filed.location ?? '') ?? []
  assert.match(code, /^09187-261120-\d{4}$/)
  const done = textOf((await visitor.get(filed.location ?? '')).html)
  assert.match(done, /kiểm tra và nhận hồ sơ trước 09:00 thứ Sáu 20\/11\/2026/)

  const receipt = await visitor.get(`/ho-so/${code}/giay-tiep-nhan`)
  assert.equal(receipt.headers['content-type'], 'application/pdf')
  assert.equal(receipt.bytes.subarray(0, 5).toString(), '%PDF-')
  const list = await visitor.get('/ho-so')
  assert.match(textOf(list.html), /Đăng ký khai sinh: Trần Nguyễn An Nhiên/)
  assert.equal((await visitor.get(draft)).location, `/ho-so/${code}`)
})

test('a draft begun on a phone goes on at a computer, and a slip is told beside its field with nothing lost', async (t) => {
  const w = await portal(t)
  const phone = await w.visitor(w.hong)
  const begun = await phone.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  await phone.send(`${draft}/nguoi-nop`, `${draft}/nguoi-nop`, { relation: 'mother' })
  const slip = await phone.send(`${draft}/tre`, `${draft}/tre`, { ...child, 'childBornOn-day': '31' })
  assert.equal(slip.status, 422)
  assert.match(textOf(slip.html), /Còn 1 chỗ cần sửa Không có ngày 31: tháng 11 chỉ có 30 ngày/)
  assert.match(slip.html, /<a href="#childBornOn">/)

  const computer = await w.visitor(w.hong, 'en')
  const list = await computer.get('/ho-so')
  assert.match(list.html, new RegExp(`href="${draft}"`))
  assert.equal((await computer.get(draft)).location, `${draft}/tre`)
  const shown = formIn((await computer.get(`${draft}/tre`)).html, '/tre')
  assert.deepEqual([shown.fields.childName, shown.fields['childBornOn-day']], [child.childName, '31'])
  assert.equal((await (await w.visitor(w.lan)).get(`${draft}/tre`)).status, 404)
})

test('«sai» opens an answer for typing, and the wallet gives the signed birth note', async (t) => {
  const w = await portal(t)
  const { visitor } = await signIn(w, 'hong')
  const begun = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  const wrong = await visitor.send(`${draft}/nguoi-nop`, '/nguoi-nop', { relation: 'mother', _sai: 'applicantPhone' })
  assert.equal(wrong.location, `${draft}/nguoi-nop#applicantPhone`)
  assert.equal(formIn((await visitor.get(`${draft}/nguoi-nop`)).html, '/nguoi-nop').fields.applicantPhone, '0900990001')
  await visitor.send(`${draft}/nguoi-nop`, '/nguoi-nop', { applicantPhone: '0912 345 678' })
  await visitor.send(`${draft}/tre`, '/tre', child)

  const left = await visitor.send(`${draft}/giay-to`, `${draft}/vi`)
  const returned = await walkSignIn(left.location ?? '', 'hong')
  const arrived = await visitor.get(`${returned.pathname}${returned.search}`)
  assert.equal(arrived.location, `${draft}/giay-to?vi=match`)
  const page = textOf((await visitor.get(arrived.location ?? '')).html)
  assert.match(page, /Đã lấy giấy chứng sinh từ ví VNeID/)
  assert.match(page, /Số giấy chứng sinh 00001\.GCS\.99027\.26 Sai .* Lấy từ ví VNeID lúc 08:00 hôm nay/)
})

test('an old ward leads to the commune of today; a split or unknown one asks', async (t) => {
  const w = await portal(t)
  const visitor = await w.visitor(w.hong)
  const found = textOf((await visitor.get('/nop/1.001193?tim=dai%20phuc')).html)
  assert.match(found, /Phường (Kinh Bắc|Võ Cường|Vũ Ninh|Nam Sơn|[^ ]+ [^ ]+) trước là Phường Đại Phúc/)
  const district = textOf((await visitor.get('/nop/1.001193?tim=yen%20phong')).html)
  assert.match(district, /Phường Yên Phong/)
  const none = textOf((await visitor.get('/nop/1.001193?tim=xyzzy')).html)
  assert.match(none, /Không tìm thấy xã, phường nào như “xyzzy”/)
  const missing = await visitor.send('/nop/1.001193', '/nop/1.001193', { xa: '' })
  assert.equal(missing.status, 422)
})

test('the way of a dossier, seen from home: date, draft, result, rating, who looked', async (t) => {
  const w = await portal(t)
  const visitor = await w.visitor(w.hong)
  const draft = await fill(w, visitor)
  const filed = await visitor.send(`${draft}/xem-lai`, '/xem-lai')
  const [, code = ''] = /^\/ho-so\/([^/]+)/.exec(filed.location ?? '') ?? []
  const here = `/ho-so/${code}`
  const page = async () => textOf((await visitor.get(here)).html)
  assert.match(await page(), /Chờ tiếp nhận/)
  await receive(w.as(w.a.receptionist), code)
  assert.match(await page(), /Hẹn trả kết quả 17:00 thứ Sáu, 20\/11\/2026/)
  await propose(w.as(w.a.registrar), code, 'Đủ')
  assert.match(await page(), /Xem và trả lời bản nháp/)

  const wish = await visitor.send(`${here}/ban-nhap`, '/sua-ban-nhap', { loi: '' })
  assert.equal(wish.status, 422)
  const pdf = await visitor.get(`${here}/ban-nhap.pdf`)
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await visitor.send(`${here}/ban-nhap`, '/sua-ban-nhap', { loi: 'Tên bé là An Nhiên' })).location, `${here}?sau=sua`)
  await propose(w.as(w.a.registrar), code, 'Đã sửa')
  assert.equal((await visitor.send(`${here}/ban-nhap`, '/dong-y')).location, `${here}?sau=dong-y`)

  await enter(w.as(w.a.registrar), code)
  await w.runJobs()
  await sign(w.as(w.a.chair), w.means, code, undefined)
  await seal(w.as(w.a.clerk), w.means, code)
  const result = await visitor.get(`${here}/ket-qua`)
  assert.equal(result.headers['content-type'], 'application/pdf')
  await deliver(w.as(w.a.receptionist), code, 'online')
  assert.equal((await visitor.send(`${here}/danh-gia`, '/danh-gia', {})).status, 422)
  assert.equal((await visitor.send(`${here}/danh-gia`, '/danh-gia', { muc: '3', loi: 'Nhanh' })).location, `${here}?sau=danh-gia`)
  assert.match(await page(), /Kết quả đã được trả/)
  assert.equal((await visitor.get(`${here}/ai-da-xem`)).status, 200)
  assert.equal((await visitor.get(`${here}/bang-chung`)).status, 200)
  const notices = textOf((await visitor.get('/thong-bao')).html)
  assert.match(notices, new RegExp(`Hồ sơ ${code} đã có kết quả`))
  for (const path of ['', '/giay-tiep-nhan', '/ket-qua', '/ai-da-xem', '/ban-nhap', '/bang-chung'])
    assert.ok([404, 303].includes((await (await w.visitor(w.lan)).get(`${here}${path}`)).status), path)
})
