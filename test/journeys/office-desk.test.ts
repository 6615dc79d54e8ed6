import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmDraft, trackByNumber } from '#modules/dossiers'
import { personCalled } from '#sandbox'
import { fileBirth } from '../birth.ts'
import { does } from '../office-act.ts'
import { formIn, textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

async function filed(w: WebWorld, ...rest: Parameters<typeof fileBirth> extends [unknown, ...infer R] ? R : never): Promise<string> {
  const answer = await fileBirth(w, ...rest)
  assert.ok(answer.ok)
  return answer.code
}

test('a birth goes from desk to desk until the signed certificate is handed over', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  const { receptionist, registrar, chair, clerk } = w.a
  const [mai, binh, toan, nhung] = await Promise.all([receptionist, registrar, chair, clerk].map((one) => w.visitor(one)))
  assert.ok(mai && binh && toan && nhung)

  assert.match(textOf((await mai.get('/viec')).html), /Kiểm tra và tiếp nhận hồ sơ/)
  assert.match(await does(mai, code, 'nhan'), /Đã nhận hồ sơ lúc 08:00\. Hẹn trả 17:00 hôm nay/)
  assert.match(textOf((await binh.get('/viec')).html), /Trần Nguyễn Minh Khuê/)
  assert.match(await does(binh, code, 'de-xuat', { opinion: 'Đủ căn cứ' }), /Đã chuyển đề xuất/)
  assert.match(textOf((await binh.get(`/viec/${code}`)).html), /Đang chờ người nộp/)
  await confirmDraft(w.as(w.hong), code)
  assert.match(await does(binh, code, 'ghi-so'), /Đã ghi sổ/)
  await w.runJobs()

  const page = await toan.get(`/viec/${code}/ky`)
  assert.equal(page.status, 200, textOf(page.html))
  const [, shown] = /name="shown" value="([0-9a-f]{64})"/.exec(page.html) ?? []
  assert.ok(shown && page.html.includes(`>${shown}<`), 'the fingerprint is shown and sent')
  const pdf = await toan.get(`/viec/${code}/ban-ky.pdf`)
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.match(await does(toan, code, 'ky', {}, '/ky'), /Đã ký lúc/)
  assert.match(await does(nhung, code, 'phat-hanh'), /Đã phát hành/)
  const desk = await does(mai, code, 'tra-ket-qua', { way: 'counter' }, '/tra-ket-qua')
  assert.match(desk, /Đã trả kết quả/)
  assert.match(desk, /Hồ sơ đã kết thúc/)
  const [, file] = /\/tep\/([0-9a-f-]{36})/.exec((await mai.get(`/viec/${code}?giay=x`)).html) ?? []
  assert.ok(file)
  const paper = await mai.get(`/tep/${file}`)
  assert.equal(paper.headers['content-type'], 'application/pdf')
  assert.match(String(paper.headers['content-security-policy']), /default-src 'none'/)
})

test('of two clerks the second reads who was first, in which post and when, and keeps what he wrote', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  const mai = await w.visitor(w.mai)
  await does(mai, code, 'nhan')
  const [binh, other] = await Promise.all([w.visitor(w.a.registrar), w.visitor(w.a.registrar)])
  const late = formIn((await other.get(`/viec/${code}/tu-choi`)).html, '/tu-choi')
  await does(binh, code, 'de-xuat')
  const answer = await other.post(late, { ground: 'other', reason: 'Chưa đủ giấy tờ chứng minh', basis: 'Luật Hộ tịch' })
  assert.equal(answer.status, 409)
  const said = textOf(answer.html)
  assert.match(said, /Công chức tư pháp – hộ tịch đã làm việc «Đề xuất» lúc 08:00 20\/11\/2026/)
  assert.match(said, /chưa được lưu: Lý do Chưa đủ giấy tờ chứng minh/)
})

test('the same act sent twice is done once, and answers the same', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  const mai = await w.visitor(w.mai)
  const form = formIn((await mai.get(`/viec/${code}`)).html, '/nhan')
  const [first, second] = [await mai.post(form), await mai.post(form)]
  assert.deepEqual([first.status, second.status], [303, 303])
  const acts = await w.db.selectFrom('act').select('name').where('name', '=', 'receive').execute()
  assert.equal(acts.length, 1)
})

test('asking for more without naming anything comes back with everything typed; named, it stops the clock', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await does(await w.visitor(w.mai), code, 'nhan')
  const binh = await w.visitor(w.a.registrar)
  const path = `/viec/${code}/yeu-cau-bo-sung`
  const empty = await binh.send(path, path, { 'note-C06': 'mờ ở góc phải' })
  assert.equal(empty.status, 422)
  assert.match(textOf(empty.html), /Chọn ít nhất một điều cần bổ sung/)
  assert.match(empty.html, /value="mờ ở góc phải"/)
  const desk = await does(binh, code, 'yeu-cau-bo-sung', { defect: ['C06', 'KS06'], 'note-C06': 'mờ ở góc phải' }, '/yeu-cau-bo-sung')
  assert.match(desk, /Đồng hồ dừng/)
  assert.match(desk, /Bản chụp mờ.*: mờ ở góc phải/)
  assert.match(textOf((await binh.get('/viec?han=theo-doi')).html), /Trần Nguyễn Minh Khuê/)
})

test('a refusal needs its ground; the leader of the centre approves it and the applicant hears of it', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await does(await w.visitor(w.mai), code, 'nhan')
  const binh = await w.visitor(w.a.registrar)
  const path = `/viec/${code}/tu-choi`
  assert.equal((await binh.send(path, path, { ground: 'other' })).status, 422)
  await does(binh, code, 'tu-choi', { ground: 'KS03' }, '/tu-choi')
  const khai = await w.visitor(w.a.supervisor)
  assert.match(await does(khai, code, 'duyet'), /Đã duyệt/)
  assert.match(textOf((await khai.get(`/viec/${code}`)).html), /Đã từ chối/)
})

test('a question to another commune is answered there and comes back to the case', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await does(await w.visitor(w.mai), code, 'nhan')
  const binh = await w.visitor(w.a.registrar)
  const desk = await does(
    binh,
    code,
    'hoi-don-vi-khac',
    { toUnit: w.units.b, question: 'Đề nghị tra sổ kết hôn năm 2023', send: ['ket-hon'] },
    '/hoi-don-vi-khac',
  )
  assert.match(desk, /Phường Vũ Ninh, trả lời trước/)
  await w.runJobs()
  const lam = await w.visitor(w.b.registrar)
  const list = await lam.get('/viec')
  const [, question = ''] = /href="\/viec\/([^"]+-H[0-9a-f]{4})"/.exec(list.html) ?? []
  const page = textOf((await lam.get(`/viec/${question}`)).html)
  assert.match(page, /Đề nghị tra sổ kết hôn năm 2023/)
  assert.match(page, /Ngày đăng ký kết hôn: 14\/02\/2023/)
  assert.doesNotMatch(page, /Trần Nguyễn Minh Khuê/, 'the case itself stays with its unit')
  assert.equal((await lam.get(`/viec/${code}`)).status, 404)
  const empty = await lam.send(`/viec/${question}`, '/tra-loi', { text: '' })
  assert.equal(empty.status, 422)
  const sent = await lam.send(`/viec/${question}`, '/tra-loi', { outcome: 'found', text: 'Số 12/2023, khớp tên hai bên' })
  assert.equal(sent.status, 303)
  await w.runJobs()
  assert.match(textOf((await binh.get(`/viec/${code}`)).html), /Có trong sổ.*Số 12\/2023/)
})

test('a case passed on lies at the other commune with its papers and promise; the old number leads there', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  const mai = await w.visitor(w.mai)
  await does(mai, code, 'nhan')
  const binh = await w.visitor(w.a.registrar)
  const desk = await does(binh, code, 'chuyen', { toUnit: w.units.b, reason: 'Mẹ cư trú ở phường Vũ Ninh' }, '/chuyen')
  assert.match(desk, /Đã chuyển cho Phường Vũ Ninh/)
  await w.runJobs()
  const hong = personCalled('hong')
  const tracked = await trackByNumber(w.public(), { code, bornOn: hong.bornOn, number: hong.number }, 'test')
  assert.equal(tracked?.code, `${code}-C1`)
  assert.match(tracked?.unit ?? '', /phường Vũ Ninh/)
  const ha = await w.visitor(w.b.receptionist)
  const there = `${code}-C1`
  const page = textOf((await ha.get(`/viec/${there}`)).html)
  assert.match(page, /Phường Kinh Bắc chuyển đến/)
  assert.match(page, /Hẹn trả 17:00 hôm nay/)
  assert.match(page, /Giấy chứng sinh/)
  assert.equal((await ha.get(`/viec/${code}`)).status, 404)
  assert.match(await does(ha, there, 'nhan'), /Hẹn trả 17:00 hôm nay/)
  await w.runJobs()
  assert.equal((await w.db.selectFrom('work_item').select('id').execute()).length, 2, 'a job that runs again opens nothing twice')
})

test('whoever opens a case leaves a trace that the applicant can read; strangers see nothing', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await (await w.visitor(w.a.clerk)).get(`/viec/${code}`)
  await (await w.visitor(w.a.supervisor)).get(`/viec/${code}`)
  const rows = await w.db.selectFrom('record_access').select(['purpose', 'account_id']).orderBy('at').orderBy('id').execute()
  assert.deepEqual(
    rows.map((row) => row.purpose),
    ['look', 'supervise'],
  )
  const use = await w.db.selectFrom('file_use').select('file_id').executeTakeFirstOrThrow()
  const toan = await w.visitor(w.a.chair)
  for (let count = 0; count < 2; count += 1) assert.equal((await toan.get(`/tep/${use.file_id}`)).status, 200)
  const opened = await w.db.selectFrom('record_access').select('purpose').where('account_id', '=', w.a.chair.account).execute()
  assert.deepEqual(opened, [{ purpose: 'look' }], 'a paper opened by itself leaves one trace an hour')
  for (const stranger of [w.b.registrar, w.formerRegistrar]) {
    const visitor = await w.visitor(stranger)
    assert.ok([403, 404].includes((await visitor.get(`/viec/${code}`)).status))
    assert.ok([403, 404].includes((await visitor.get(`/viec/${code}/ban-nhap.pdf`)).status))
  }
  assert.equal((await w.db.selectFrom('record_access').select('id').execute()).length, 3)
})

test('where answer and e-paper differ, both are shown; what is chosen is kept with who chose it', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await does(await w.visitor(w.mai), code, 'nhan')
  const dossier = await w.db.selectFrom('dossier').select('draft_id').executeTakeFirstOrThrow()
  const said = { source: 'vneid-wallet', status: 'match', items: { 'birthNote.facility': 'Bệnh viện Sản – Nhi Bắc Ninh' } }
  await w.owner.trip([
    {
      text: `insert into look_up (id, draft_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, at)
             values (gen_random_uuid(), $1, $2, 'vneid-wallet', '1.001193', 'birthNote', 'match', 'q', $3, '\\x00', $2, 'state', $4)`,
      values: [dossier.draft_id, w.hong.person, w.keys.sealJson(said, 'look_up.result'), w.now],
    },
  ])
  const binh = await w.visitor(w.a.registrar)
  const before = await binh.get(`/viec/${code}`)
  assert.match(
    textOf(before.html),
    /Tên cơ sở y tế: lời khai khác giấy tờ trong ví VNeID Bệnh viện Sản – Nhi Bắc Ninh .* Bệnh viện mẫu theo lời khai/,
  )
  assert.match(textOf(before.html), /Tên cơ sở y tế lệch – chọn một nguồn/)
  assert.match(textOf(before.html), /Giấy chứng sinh \(1 chỗ lệch\)/, 'lit at the paper too')
  assert.equal((await binh.send(`/viec/${code}`, '/lech/birthFacility')).status, 422)
  const desk = await does(binh, code, 'lech/birthFacility', { choice: 'paper' })
  assert.match(desk, /Tên cơ sở y tế Bệnh viện Sản – Nhi Bắc Ninh đã sửa theo giấy tờ trong ví VNeID/)
  assert.doesNotMatch(desk, /chọn một nguồn/)
  assert.match(desk, /Chọn nguồn cho chỗ lệch: Tên cơ sở y tế/)
})

test('an apology sets a working day later than the promise, and only such a day', async (t) => {
  const w = await webWorld(t)
  const code = await filed(w)
  await does(await w.visitor(w.mai), code, 'nhan')
  const binh = await w.visitor(w.a.registrar)
  const path = `/viec/${code}/xin-loi`
  const on = (day: string) => ({ 'newDue-day': day, 'newDue-month': '11', 'newDue-year': '2026' })
  const sunday = await binh.send(path, path, { reason: 'Chờ xác minh', ...on('22') })
  assert.equal(sunday.status, 422)
  assert.match(textOf(sunday.html), /Chọn một ngày làm việc/)
  assert.match(textOf((await binh.send(path, path, { reason: 'Chờ xác minh', ...on('19') })).html), /phải sau ngày đã hẹn/)
  assert.match(await does(binh, code, 'xin-loi', { reason: 'Chờ xác minh', ...on('23') }, '/xin-loi'), /Hẹn mới 17:00 thứ Hai 23\/11/)
})
