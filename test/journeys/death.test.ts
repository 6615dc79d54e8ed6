import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approve, confirmDraft, deliver, getCase, propose, receive } from '#modules/dossiers'
import { personCalled } from '#sandbox'
import { axe } from '../browser.ts'
import { deathAnswers } from '../death.ts'
import { readPaper } from '../read-paper.ts'
import { fileAny, sealedPaper, sealFrom } from '../registry-case.ts'
import { webWorld } from '../web-world.ts'
import { answerPage, beginForm, sendForm, textOn } from './walk-form.ts'

test('on a phone a relative registers a death; what the health service and the population data know is not asked; the extract is signed', async (t) => {
  const w = await webWorld(t, { seen: true })
  const suu = personCalled('suu')
  const page = await w.page(w.hong, { width: 360 })
  await beginForm(page, '1.000656')
  await answerPage(page, { relation: 'relative' })
  const who = {
    deceasedName: suu.name,
    'deceasedBornOn-year': '1949',
    deceasedSex: 'male',
    deceasedPaper: 'number',
    deceasedId: suu.number,
    residenceKnown: 'known',
  }
  await answerPage(page, who)
  // Ethnic group, nationality and last residence come from the population data, the day and hour from the signed notice.
  await answerPage(page, { 'deathPlace-noi': 'kinh bac', cause: 'Suy tim' })
  await answerPage(page, { receiveBy: 'online', copies: '2' })
  await answerPage(page, { truthful: 'yes' })
  assert.match(page.url(), /xem-lai$/)
  const review = await textOn(page)
  for (const known of [
    '05:40',
    '17/11/2026',
    '00001.GBT.99027.26',
    'Bệnh viện Đa khoa mẫu Bắc Ninh',
    'Lệ phí đăng ký khai tử đúng hạn 0 đ',
    '16.000 đ 2 bản × 8.000 đ',
  ])
    assert.ok(review.includes(known), `${known}\n${review}`)
  assert.match(review, /Giấy báo tử Không phải nộp|Giấy báo tử .*dữ liệu/i)
  assert.deepEqual(await axe(page), [])
  const code = await sendForm(page)

  await receive(w.as(w.a.receptionist), code)
  const registry = await w.page(w.a.registrar, { width: 1280 })
  await registry.goto(`/viec/${code}`)
  assert.match(await textOn(registry), /Giấy báo tử/)
  assert.deepEqual(await axe(registry), [])
  await propose(w.as(w.a.registrar), code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.hong), code)
  await sealFrom(w, code)
  const { text, valid } = await readPaper(await sealedPaper(w, code))
  assert.equal(valid, 2)
  for (const line of ['TRÍCH LỤC KHAI TỬ', 'HOÀNG VĂN SỬU', '05 giờ 40 phút, ngày 17/11/2026', '/TLKT'])
    assert.ok(text.includes(line), `${line}\n${text}`)
  await assert.rejects(deliver(w.as(w.a.receptionist), code, 'online'), { reason: 'fee-not-recorded' })
})

test('a late death of a poor household costs no fee, said with its reason; one registered already is refused with the ground', async (t) => {
  const w = await webWorld(t, { seen: true })
  const late = { ...deathAnswers(), diedOn: '2026-09-01', noteIssuedOn: '2026-09-01', exemption: 'poorHousehold' }
  const { code } = await fileAny(w, { procedure: '1.000656', answers: late })
  const office = await w.page(w.a.receptionist, { width: 360 })
  await office.goto(`/viec/${code}`)
  assert.match(await textOn(office), /0 đ, được miễn miễn: hộ nghèo/)
  assert.match(await textOn(office), /Đăng ký quá hạn/)
  await office.goto(`/viec/${code}/tu-choi`)
  await office.getByText('Người này đã được đăng ký khai tử').click()
  await office.fill('[name=reason]', 'Đã đăng ký khai tử tại xã Nhã Nam')
  await Promise.all([office.waitForURL(/xong=tu-choi/), office.getByRole('button', { name: 'Trình lãnh đạo duyệt từ chối' }).click()])
  await approve(w.as(w.a.supervisor), code)
  assert.equal((await getCase(w.as(w.hong), code)).status, 'refused')
})
