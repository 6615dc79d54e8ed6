import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { rememberCitizen } from '#modules/identity'
import { personCalled } from '#sandbox'
import { grandchild, takenInForCa } from '../at-counter.ts'
import { assertWhole } from '../audit-after.ts'
import { smallPdf } from '../birth.ts'
import { does } from '../office-act.ts'
import { readPaper } from '../read-paper.ts'
import { tinyJpeg, tinyPng } from '../tiny-files.ts'
import { formIn, textOf, type Visitor } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

const home = '/viec/tiep-nhan'

/** Sends the sheet with a scan in it, as a browser does without script. */
async function sendSheet(
  w: WebWorld,
  who: Visitor,
  path: string,
  fields: Record<string, string>,
  file?: [field: string, type: string, bytes: Uint8Array],
) {
  const form = formIn((await who.get(path)).html, path)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form.fields, ...fields })) for (const one of [value].flat()) body.append(name, one)
  if (file !== undefined) body.append(file[0], new Blob([Buffer.from(file[2])], { type: file[1] }), `quet.${file[1].split('/')[1]}`)
  const cookie = Object.entries(who.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return fetch(`${w.url}${path}`, { method: 'POST', body, headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
}

async function textOfPdf(pdf: Buffer): Promise<string> {
  const run = promisify(execFile)('pdftotext', ['-layout', '-', '-'])
  run.child.stdin?.end(pdf)
  return (await run).stdout.replace(/\s+/g, ' ')
}

const diploma = {
  documentName: 'Bằng tốt nghiệp trung học phổ thông',
  documentNumber: 'B 0123456',
  source: 'paper',
  issuedBy: 'vietnam',
  pages: '5',
  copies: '3',
  copyForm: 'electronic',
  returnTerm: 'day',
}

test('a certified copy goes from the queue to the handed-over paper, signed and sealed, in six pages at the counter', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor(w.mai)
  assert.equal((await mai.get(`${home}?q=2.000815`)).location, `${home}/thu-tuc/2.000815`, 'the only hit opens at once')
  const who = await mai.send(`${home}/thu-tuc/2.000815`, '/thu-tuc/2.000815', { ten: 'Trần Thị Bưởi', 'dien-thoai': '0900990077' })
  assert.equal(who.status, 303, textOf(who.html).slice(0, 600))
  const sheet = who.location ?? ''
  assert.match((await mai.get(sheet)).html, /value="Trần Thị Bưởi"/, 'the name is not typed twice')
  const refused = await sendSheet(w, mai, sheet, { ...diploma, _lam: 'kiem' })
  assert.equal(refused.status, 422)
  assert.match(textOf(await refused.text()), /Bản sao điện tử lập từ ảnh quét/)
  const sent = await sendSheet(w, mai, sheet, { ...diploma, _lam: 'kiem' }, ['scan', 'image/png', tinyPng(420, 594)])
  assert.equal(sent.headers.get('location'), `${sheet}/kiem-tra`)
  const check = textOf((await mai.get(`${sheet}/kiem-tra`)).html)
  assert.match(check, /Tổng cộng 21\.000 đ/)
  assert.match(check, /Hẹn trả 17:00 thứ Sáu 20\/11\/2026/)
  assert.match(check, /Bản chính giấy tờ, văn bản/)
  const taken = await mai.send(`${sheet}/kiem-tra`, '/kiem-tra', { 'da-xem': 'original' })
  assert.equal(taken.status, 303, textOf(taken.html).slice(0, 600))
  const done = textOf((await mai.get(taken.location ?? '')).html)
  const [code = ''] = /09187-261120-\d{4}/.exec(done) ?? []
  assert.match(done, /Cần thu: 21\.000 đ/)
  const slip = await textOfPdf((await mai.get(`${home}/ho-so/${code}/giay-tiep-nhan`)).bytes)
  assert.match(slip, /Trần Thị Bưởi/)
  assert.match(slip, /Hẹn trả kết quả: 17 giờ 00 phút, ngày 20 tháng 11 năm 2026/)
  assert.match(slip, /Ngô Thị Mai/, 'who took it in')
  assert.match(slip, /Đã xem, trả lại ngay/)

  const paid = { kind: 'paid', receipt: '0001234', amount: '21.000', reason: '' }
  await does(mai, code, 'thu-phi', paid, '/thu-phi')
  await does(await w.visitor(w.a.registrar), code, 'ghi-so')
  await does(await w.visitor(w.a.chair), code, 'ky', {}, '/ky')
  await does(await w.visitor(w.a.clerk), code, 'phat-hanh')
  const result = await readPaper((await mai.get(`${home}/ho-so/${code}/ket-qua`)).bytes)
  assert.deepEqual({ signatures: result.signatures, valid: result.valid }, { signatures: 2, valid: 2 })
  assert.match(result.text, /BẢN SAO/)
  assert.match(result.text, /CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH/)
  assert.match(result.text, /Bản chính: Bằng tốt nghiệp trung học phổ thông/)
  assert.match(result.text, /Số chứng thực: 01 quyển số: 01\/2026 - SCTĐT\/BS/)
  assert.match(result.text, /Ngày 20 tháng 11 năm 2026/)
  assert.match(result.text, /NGƯỜI THỰC HIỆN CHỨNG THỰC/)
  const handed = await mai.send(`${home}/ho-so/${code}/tra`, '/tra', { 'nguoi-nhan': 'Trần Văn Mận, con trai' })
  assert.equal(handed.status, 303, textOf(handed.html).slice(0, 600))
  assert.match(textOf((await mai.get(`/viec/${code}`)).html), /Hồ sơ đã kết thúc/)
  await assertWhole(w)
})

test('the next document of the same person is one press away and gets a number of its own in the book', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor(w.mai)
  const who = await mai.send(`${home}/thu-tuc/2.000815`, '/thu-tuc/2.000815', { ten: 'Trần Thị Bưởi' })
  const paper = { ...diploma, copyForm: 'paper', copiedBy: 'office', _lam: 'kiem' }
  const takeIn = async (sheet: string) => {
    assert.equal((await sendSheet(w, mai, sheet, paper)).status, 303)
    return (await mai.send(`${sheet}/kiem-tra`, '/kiem-tra', { 'da-xem': 'original' })).location ?? ''
  }
  const first = await takeIn(who.location ?? '')
  const again = await mai.send(first, '/them')
  assert.equal(again.status, 303)
  const second = await takeIn(again.location ?? '')
  const registrar = await w.visitor(w.a.registrar)
  for (const done of [first, second]) await does(registrar, done.split('/').at(-1) ?? '', 'ghi-so')
  const entries = await w.db.selectFrom('register_entry').select(['book', 'number', 'year']).orderBy('number').execute()
  assert.deepEqual(
    entries.map(({ book, number, year }) => `${book} ${number}/${year}`),
    ['certifiedCopy 1/2026', 'certifiedCopy 2/2026'],
  )
  const people = await w.db.selectFrom('work_item').select('applicant_id').distinct().execute()
  assert.equal(people.length, 1)
})

test('an old grandmother without an account has a birth taken in; it is hers when she signs in weeks later', async (t) => {
  const w = await webWorld(t)
  const ca = personCalled('ca')
  const mai = await w.visitor(w.mai)
  const scanned = { the: `${ca.number}|125990008|${ca.name}|01051931|Nữ|Vũ Ninh|01012022`, 'dien-thoai': '0900990008', xa: '09169' }
  const who = await mai.send(`${home}/thu-tuc/1.001193`, '/thu-tuc/1.001193', scanned)
  assert.equal(who.status, 303, textOf(who.html).slice(0, 800))
  const sheet = who.location ?? ''
  const empty = await sendSheet(w, mai, sheet, { _lam: 'kiem' })
  assert.equal(empty.status, 422)
  assert.match(textOf(await empty.text()), /Điền họ, chữ đệm và tên của trẻ/)
  const sent = await sendSheet(w, mai, sheet, { ...grandchild, _lam: 'kiem' }, ['clinicNote', 'application/pdf', smallPdf])
  assert.equal(sent.status, 303, textOf(await sent.text()).slice(0, 800))
  const taken = await mai.send(`${sheet}/kiem-tra`, '/kiem-tra')
  assert.equal(taken.status, 303, textOf(taken.html).slice(0, 800))
  const done = textOf((await mai.get(taken.location ?? '')).html)
  const [code = ''] = /09169-261120-\d{4}/.exec(done) ?? []
  assert.match(done, /Ủy ban nhân dân phường Vũ Ninh/)
  const slip = await textOfPdf((await mai.get(`${home}/ho-so/${code}/giay-tiep-nhan`)).bytes)
  assert.match(slip, /Cơ quan giải quyết: Ủy ban nhân dân phường Vũ Ninh/)
  assert.match(slip, /PHƯỜNG KINH BẮC/, 'the slip is the receiving counter’s')
  assert.match(textOf((await (await w.visitor(w.b.registrar)).get(`/viec/${code}`)).html), /Phạm Bảo Châu/)
  assert.equal((await mai.get(`/viec/${code}`)).status, 404, 'decided elsewhere: not on her desk')
  assert.match(textOf((await mai.get(home)).html), new RegExp(code))

  const details = { bornOn: ca.bornOn, phone: ca.phone }
  const known = await rememberCitizen(w.house, { issuer: 'test', subject: 'ca', name: ca.name, number: ca.number, details }, w.now)
  const herself = await w.visitor({ key: 'ca', kind: 'citizen', account: known.account, person: known.person, name: ca.name })
  assert.match(textOf((await herself.get('/ho-so')).html), /Phạm Bảo Châu/)
  assert.equal((await herself.get(`/ho-so/${code}`)).status, 200)
  await assertWhole(w)
})

test('asked for more, she comes back: the counter takes it in her place, and the history says who', async (t) => {
  const w = await webWorld(t)

  const { code } = await takenInForCa(w, w.as(w.mai))
  await does(await w.visitor(w.a.registrar), code, 'yeu-cau-bo-sung', { defect: 'KS01' }, '/yeu-cau-bo-sung')
  const mai = await w.visitor(w.mai)
  const back = await mai.get(`${home}/ho-so?so=${code.toLowerCase()}`)
  assert.equal(back.location, `${home}/ho-so/${code}`)
  const nothing = await mai.send(`${home}/ho-so/${code}/bo-sung`, '/bo-sung', { _lam: 'gui' })
  assert.equal(nothing.status, 422)
  const sent = await sendSheet(w, mai, `${home}/ho-so/${code}/bo-sung`, { _lam: 'gui', 'loi-nhan': 'Bà mang giấy chứng sinh bản chính' })
  assert.equal(sent.status, 303)
  const desk = textOf((await (await w.visitor(w.a.registrar)).get(`/viec/${code}`)).html)
  assert.match(desk, /Ngô Thị Mai, công chức tiếp nhận/)
  assert.equal((await mai.get(`${home}/ho-so?so=09187-261120-9999`)).status, 404)
})

test('a scan that nobody can open is told to the official instead of a broken paper; another one is asked for', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor(w.mai)
  const who = await mai.send(`${home}/thu-tuc/2.000815`, '/thu-tuc/2.000815', { ten: 'Trần Thị Bưởi' })
  const sheet = who.location ?? ''
  assert.equal((await sendSheet(w, mai, sheet, { ...diploma, _lam: 'kiem' }, ['scan', 'image/jpeg', tinyJpeg(210, 297)])).status, 303)
  const code = (await mai.send(`${sheet}/kiem-tra`, '/kiem-tra', { 'da-xem': 'original' })).location?.split('/').at(-1) ?? ''
  const registrar = await w.visitor(w.a.registrar)
  const draft = await registrar.get(`/viec/${code}/ban-nhap.pdf`)
  assert.equal(draft.status, 409)
  assert.match(textOf(draft.html), /Có ảnh quét không mở được/)
  await does(registrar, code, 'yeu-cau-bo-sung', { defect: 'CB10' }, '/yeu-cau-bo-sung')
  const back = await sendSheet(w, mai, `${home}/ho-so/${code}/bo-sung`, { _lam: 'gui' }, ['scan', 'image/png', tinyPng(420, 594)])
  assert.equal(back.status, 303)
  assert.equal((await registrar.get(`/viec/${code}/ban-nhap.pdf`)).status, 200)
})
