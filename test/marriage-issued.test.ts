import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  answerConsultation,
  approve,
  beginDraft,
  chooseTime,
  confirmDraft,
  consult,
  fileDraft,
  fillKnown,
  getCase,
  getDraft,
  mismatchesOf,
  offerTimes,
  propose,
  receive,
  recordAppearance,
  refuse,
  savePage,
  surroundingsOf,
} from '#modules/dossiers'
import { inForce } from '#modules/procedures'
import { lookUpMaritalStatus } from '#modules/sharing'
import { personCalled } from '#sandbox'
import { assertWhole } from './audit-after.ts'
import { type BirthWorld, birthWorld } from './birth.ts'
import { fileMarriage, fileStatus } from './marriage.ts'
import { readPaper } from './read-paper.ts'
import { sealedPaper, sealFrom } from './registry-case.ts'

const monday = '2026-11-23T01:30:00.000Z'
const both = { appeared: ['wifeName', 'husbandName'], confirmed: ['identity', 'freeWill', 'signed'] }

const asking = (w: BirthWorld, purpose: string) => ({ queryId: '0199b3f0-0000-7000-8000-0000000000c1', purpose, now: () => w.now })

test('a marriage: both come, it is entered, the certificate holds both sides line by line, and both count as married from then on', async (t) => {
  const w = await birthWorld(t)
  const [yen, khoa] = [personCalled('yen'), personCalled('khoa')]
  const statusOf = async (number: string) =>
    (await lookUpMaritalStatus(w.sources.civilStatus, asking(w, '1.000894'), { number })).fields?.status
  assert.deepEqual([await statusOf(yen.number), await statusOf(khoa.number)], ['never', 'never'])

  const code = await fileMarriage(w)
  await receive(w.as(w.a.receptionist), code)
  await propose(w.as(w.a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.somebody('yen')), code)
  await offerTimes(w.as(w.a.registrar), code, [monday])
  await chooseTime(w.as(w.somebody('yen')), code, monday)
  await recordAppearance(w.as(w.a.registrar, { now: monday }), code, both)
  await sealFrom(w, code)

  const { text, signatures, valid } = await readPaper(await sealedPaper(w, code))
  assert.deepEqual([signatures, valid], [2, 2])
  for (const line of [
    'GIẤY CHỨNG NHẬN KẾT HÔN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 01/2026',
    'Họ, chữ đệm, tên vợ: NGÔ THỊ YẾN',
    'Họ, chữ đệm, tên chồng: ĐÀO ANH KHOA',
    'Ngày, tháng, năm sinh: 18/06/2000',
    'Ngày, tháng, năm sinh: 25/01/1999',
    'Dân tộc: Kinh',
    'Quốc tịch: Việt Nam',
    'Nơi cư trú: Số 19, tổ dân phố mẫu 6, Phường Kinh Bắc',
    'Nơi cư trú: Số 27, tổ dân phố mẫu 2, Phường Vũ Ninh',
    `Số định danh cá nhân ${yen.number}`,
    `Số định danh cá nhân ${khoa.number}`,
    'Nơi đăng ký kết hôn: Ủy ban nhân dân phường Kinh Bắc',
    'Ngày, tháng, năm đăng ký: 20/11/2026',
    'NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN',
    'Vợ',
    'Chồng',
  ])
    assert.ok(text.includes(line), `${line}\n${text}`)
  const entry = await w.db.selectFrom('register_entry').select(['book', 'year', 'number']).executeTakeFirstOrThrow()
  assert.deepEqual(entry, { book: 'marriage', year: 2026, number: 1 })
  assert.deepEqual([await statusOf(yen.number), await statusOf(khoa.number)], ['married', 'married'])
  assert.equal((await getCase(w.as(w.a.receptionist), code)).procedure.results[0]?.originals, 2)
  await assertWhole(w)
})

test('an earlier residence is asked within three working days, outside the clock; its answer lets the certificate go out', async (t) => {
  const w = await birthWorld(t)
  const long = personCalled('long')
  const period = {
    covers: 'periods',
    firstPlace: { commune: '09169' },
    firstFrom: '2010-02-01',
    firstTo: '2018-05-31',
    secondPeriod: false,
  }
  const code = await fileStatus(w, period)
  await receive(w.as(w.a.receptionist), code)
  await consult(w.as(w.a.registrar), code, { consultation: 'maritalStatus', toUnit: w.units.b, text: 'Đề nghị tra sổ từ 2010 đến 2018.' })
  await w.runJobs()
  const waiting = await getCase(w.as(w.a.registrar), code)
  assert.equal(waiting.dueAt, null)
  const asked = await w.db.selectFrom('consultation').select('due_at').executeTakeFirstOrThrow()
  // Friday 20/11, then Monday, Wednesday and Thursday: the 24th is a holiday.
  assert.equal(asked.due_at, '2026-11-26T10:00:00Z')
  const question = await w.db.selectFrom('work_item').select('code').where('kind', '=', 'consultation').executeTakeFirstOrThrow()
  await answerConsultation(w.as(w.b.registrar), question.code, 'not-found', 'Không có tên trong sổ đăng ký kết hôn 2010–2018')
  await w.runJobs()
  assert.notEqual((await getCase(w.as(w.a.registrar), code)).dueAt, null, 'time runs again with the answer')
  await propose(w.as(w.a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.somebody('long')), code)
  await sealFrom(w, code)

  const { text, signatures, valid } = await readPaper(await sealedPaper(w, code))
  assert.deepEqual([signatures, valid], [2, 2])
  for (const line of [
    'GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN',
    'Số: 01/UBND-XNTTHN',
    'Kinh Bắc, ngày 20/11/2026',
    'Xét đề nghị của ông/bà TRỊNH VĂN LONG',
    'XÁC NHẬN',
    'Họ, chữ đệm, tên: TRỊNH VĂN LONG',
    'Ngày, tháng, năm sinh: 03/09/1986',
    'Giới tính: Nam',
    'Dân tộc: Kinh',
    'Quốc tịch: Việt Nam',
    `Giấy tờ tùy thân: Số định danh cá nhân ${long.number}`,
    'Nơi cư trú: Số 50, tổ dân phố mẫu 1, Phường Kinh Bắc',
    'Trong thời gian cư trú tại: Phường Vũ Ninh, thành phố Bắc Ninh, từ ngày 01/02/2010 đến ngày 31/05/2018',
    'Đã ly hôn, hiện chưa đăng ký kết hôn với ai (theo bản án, quyết định số 145/2023/QĐST-HNGĐ, ngày 12/06/2023',
    'Làm thủ tục chuyển nhượng nhà đất',
    'có giá trị 6 tháng kể từ ngày cấp, đến hết ngày 20/05/2027',
    'Số bản cấp: 1.',
    'NGƯỜI KÝ GIẤY XÁC NHẬN',
  ])
    assert.ok(text.includes(line), `${line}\n${text}`)
  await assertWhole(w)
})

test('who is married by the data is refused with ground and basis, and a leader approves', async (t) => {
  const w = await birthWorld(t)
  const code = await fileMarriage(w)
  await receive(w.as(w.a.receptionist), code)
  const defect = (await getCase(w.as(w.a.registrar), code)).procedure.defects.find((one) => one.code === 'KH02')
  assert.equal(defect?.outcome, 'refuse')
  await refuse(w.as(w.a.registrar), code, { reason: defect?.text.vi ?? '', basis: defect?.basis ?? '' })
  await approve(w.as(w.a.supervisor), code)
  await w.runJobs()
  assert.equal((await getCase(w.as(w.a.registrar), code)).status, 'refused')
  const letter = await w.db.selectFrom('issued_paper').select('kind').where('kind', '=', 'form-03').execute()
  assert.equal(letter.length, 1)
  await assertWhole(w)
})

test('the civil-status data tells somebody’s history only to whoever names number, name and birth date', async (t) => {
  const w = await birthWorld(t)
  const ask = (asked: { number: string; name?: string; bornOn?: string }) =>
    lookUpMaritalStatus(w.sources.civilStatus, asking(w, '1.004873'), asked)
  const { number, name, bornOn } = personCalled('thao')
  const found = await ask({ number, name, bornOn })
  assert.deepEqual([found.status, found.fields?.status, found.fields?.nextMarriage], ['match', 'widowed', 2])
  assert.equal(found.fields?.spouseDeath?.number, '31/2024/TLKT')
  const stranger = await ask({ number, name: 'Dương Thị Thu', bornOn })
  assert.deepEqual([stranger.status, stranger.fields], ['mismatch', null])
  const hai = await ask({ number: personCalled('hai').number })
  assert.deepEqual([hai.status, hai.reason], ['missing', 'not-in-database'])
  w.sandbox.setMode('civil-status', 'dead')
  assert.equal((await ask({ number })).status, 'unavailable')
})

test('she says that he was never married, the data says divorced: the desk sees it, her own pages never do', async (t) => {
  const w = await birthWorld(t)
  const [yen, long] = [w.as(w.somebody('yen')), personCalled('long')]
  const procedure = await inForce(yen, '1.000894', w.now.slice(0, 10))
  assert.ok(procedure)
  const id = await beginDraft(yen, procedure, w.units.a)
  const [year = '', month = '', day = ''] = long.bornOn.split('-')
  const born = { 'husbandBornOn-day': day, 'husbandBornOn-month': month, 'husbandBornOn-year': year }
  const pages: [string, Record<string, string>][] = [
    ['nguoi-nop', { relation: 'wife' }],
    ['ben-nam', { husbandId: long.number, husbandName: long.name, ...born }],
    ['hon-nhan-nam', { husbandStatus: 'never', husbandTimes: '1' }],
    ['cam-doan', { freeWill: 'yes', truthful: 'yes' }],
  ]
  await fillKnown(yen, w.sources, id)
  for (const [page, raw] of pages) {
    await savePage(yen, id, page, raw)
    await fillKnown(yen, w.sources, id)
  }
  const draft = await getDraft(yen, id)
  assert.equal(draft.answers.husbandStatus, 'never', 'her word stays her word')
  assert.equal(draft.known.husbandStatus, undefined)
  const filed = await fileDraft(yen, w.means, id)
  assert.ok(filed.ok, JSON.stringify(filed))

  const found = await getCase(w.as(w.a.registrar), filed.code)
  const around = await surroundingsOf(w.as(w.a.registrar), found.id)
  assert.deepEqual(
    mismatchesOf(found, around.lookUps, around.events)
      .map(({ field, answered, found: said }) => [field, answered, said])
      .sort(),
    [
      ['husbandStatus', 'never', 'divorced'],
      ['husbandTimes', 1, 2],
    ],
  )
  const ofHim = around.lookUps.filter(({ result }) => Array.isArray(result.about))
  assert.deepEqual(
    ofHim.map(({ component, result }) => [component, result.fields]),
    [['maritalStatus', null]],
    'what her pages show of a look-up is its fields',
  )
})
